"""Documents on paper; the only package that imports matplotlib and typst."""
