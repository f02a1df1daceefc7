"""Facet: an offline companion for rehabilitating chronic lumbar facet-joint pain."""

__version__ = "0.1.0"
