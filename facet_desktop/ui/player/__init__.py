"""The session player: one page with its own dark look, driven by one timer and one clock."""
