"""The one change that words need to begin a line."""

from __future__ import annotations


def sentence(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]
