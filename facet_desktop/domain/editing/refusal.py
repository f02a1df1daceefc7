"""Why an edit was not made, and the checks that every edit shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.program import MAX_ITEMS, Prescription, Problem

if TYPE_CHECKING:
    from facet_desktop.domain.dose import Dose

MAX_NAME = 60
"""Longest name of a session or phase that still fits on a tab."""


class EditRefusedError(UserError):
    """An edit that would leave the program unsound; the program stays as it was.

    `field` names the part that is wrong ("dose.reps", "title"; empty where none is), `reason` follows its
    name in a sentence ("must be between 1 and 20").
    """

    def __init__(self, message: str, advice: str = "", *, field: str = "", reason: str = "") -> None:
        super().__init__(message, advice, field=field, reason=reason)
        self.field = field
        self.reason = reason


def refused_field(field: str, reason: str) -> EditRefusedError:
    """A refusal that is about one field."""
    return EditRefusedError(mark("{field}: {reason}."), field=field, reason=reason)


def checked_items(items: Iterable[Prescription]) -> tuple[Prescription, ...]:
    """The prescriptions of one session. Raises EditRefusedError when there are too many."""
    found = tuple(items)
    if len(found) > MAX_ITEMS:
        raise EditRefusedError(
            mark("This session is full."), mark("Put further exercises into another session."), field="items"
        )
    return found


def checked_item(item: Prescription, of_dose: Callable[[Dose], list[Problem]] | None = None) -> Prescription:
    """The same prescription. Raises EditRefusedError when something in it is unsound.

    `of_dose` answers for the dose, where several prescriptions share it.
    """
    for field, reason in item.problems(of_dose):
        raise refused_field(field, reason)
    return item


def checked_name(name: str, field: str = "name", limit: int = MAX_NAME) -> str:
    """The name without needless spaces. Raises EditRefusedError when it is empty or too long."""
    cleaned = " ".join(name.split())
    if not cleaned:
        raise refused_field(field, "must not be empty")
    if len(cleaned) > limit:
        raise refused_field(field, f"must not be longer than {limit} characters")
    return cleaned
