"""Texts on their way into the database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.program_document import canonical_json


def storable(text: str) -> str:
    """The text itself. Raises UserError for signs that no database keeps: NUL and halves of characters."""
    if "\0" in text or not _is_whole(text):
        raise UserError(
            mark("This text holds a sign that cannot be stored."),
            mark("Delete what was pasted last and type it by hand."),
        )
    return text


def storable_json(document: Mapping[str, Any]) -> str:
    """A document as canonical JSON. Raises UserError where a text in it cannot be stored."""
    return checked_json(canonical_json(document), lambda: document)


def checked_json(text: str, document: Callable[[], Mapping[str, Any]]) -> str:
    """JSON that is written already; `document` answers what it was made of. Raises UserError likewise."""
    # JSON writes NUL as an escape; a backslash that a person typed looks alike and is looked at closely.
    if "\\u0000" in text or not _is_whole(text):
        check_tree(document())
    return text


def check_tree(value: Any) -> None:
    """Raises UserError where a text anywhere in a document cannot be stored."""
    if isinstance(value, str):
        storable(value)
    elif isinstance(value, Mapping):
        for name, one in value.items():
            storable(name)
            check_tree(one)
    elif isinstance(value, list | tuple):
        for one in value:
            check_tree(one)


def _is_whole(text: str) -> bool:
    """Whether a text has no lone surrogates, which have no form in UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
