"""The window and the headless commands behind one command line."""
