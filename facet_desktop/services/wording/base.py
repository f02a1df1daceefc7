"""How wording reaches a translation without knowing Qt."""

from __future__ import annotations

from typing import Protocol


class Translate(Protocol):
    """Translates a source text of a context; `n` chooses the plural and replaces %n."""

    def __call__(self, context: str, text: str, n: int = -1) -> str:
        """The translated text."""
        ...


def english(context: str, text: str, n: int = -1) -> str:
    """The source language itself: fills %n and resolves "(s)"."""
    if n < 0:
        return text
    return text.replace("(s)", "" if n == 1 else "s").replace("%n", str(n))


class Wording:
    """Base of wording classes; the class name is the translation context."""

    def __init__(self, translate: Translate = english) -> None:
        self._translate = translate

    def tr(self, text: str, n: int = -1) -> str:
        """The text in the user's language."""
        return self._translate(type(self).__name__, text, n)
