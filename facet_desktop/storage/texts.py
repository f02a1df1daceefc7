"""Texts on their way into the database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facet_desktop.domain.errors import UserError, mark


def storable(text: str) -> str:
    """The text itself. Raises UserError for signs that no database keeps: NUL and halves of characters."""
    if "\0" in text or not _is_whole(text):
        raise UserError(
            mark("This text holds a sign that cannot be stored."),
            mark("Delete what was pasted last and type it by hand."),
        )
    return text


def storable_tree(value: Any) -> Any:
    """The document itself, once every text in it is found storable. Raises UserError."""
    if isinstance(value, str):
        storable(value)
    elif isinstance(value, Mapping):
        for name, one in value.items():
            storable(name)
            storable_tree(one)
    elif isinstance(value, list | tuple):
        for one in value:
            storable_tree(one)
    return value


def _is_whole(text: str) -> bool:
    """Whether a text has no lone surrogates, which have no form in UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
