"""Charts on the screen: one style table by role, a light painter for small ones, pyqtgraph for large ones."""
