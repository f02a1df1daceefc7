"""My plan in plain words, and the choice of another one."""
