"""How texts outside of widgets reach Qt's translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facet_desktop.services.wording.base import english

if TYPE_CHECKING:
    from facet_desktop.domain.errors import UserError

ERROR_CONTEXT = "Errors"
"""Context of the texts that services mark for translation in their errors."""


def translate(context: str, text: str, n: int = -1) -> str:
    """The text of a context in the user's language; the source text, in good English, without one.

    `n` fills %n and chooses the plural.
    """
    return english(context, QCoreApplication.translate(context, text, "", n), n)


def error_texts(error: UserError) -> tuple[str, str]:
    """What happened and what to do next, translated and filled in; the second may be empty."""
    message = translate(ERROR_CONTEXT, error.message).format(**error.values)
    advice = translate(ERROR_CONTEXT, error.advice).format(**error.values) if error.advice else ""
    return message, advice


def error_line(error: UserError) -> str:
    """Both texts of an error as one line."""
    return " ".join(part for part in error_texts(error) if part)
