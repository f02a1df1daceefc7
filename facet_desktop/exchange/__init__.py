"""File formats in and out; the only package that imports pydantic."""
