"""The window, its pages and widgets; the only package that imports Qt widgets and pyqtgraph."""
