"""Taking exercises, sessions or a whole program over from another program."""
