"""Edits of one field of a dose, alone or over several exercises."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.domain.editing.items import change_items
from facet_desktop.domain.editing.refusal import EditRefusedError
from facet_desktop.domain.errors import mark
from facet_desktop.domain.remembered import Remembered

if TYPE_CHECKING:
    from facet_desktop.domain.breathing import BreathCode
    from facet_desktop.domain.program import Program

WHOLE_FROM_S = 10
"""Holds of this many seconds and more are scaled to whole seconds."""


class DoseField(StrEnum):
    """A field of a dose that an edit can set."""

    SETS = "sets"
    REPS = "reps"
    HOLD = "hold_s"
    DISTANCE = "distance_m"
    REST = "rest_s"
    TEMPO = "tempo"
    SIDE = "side"
    TIMES_PER_DAY = "times_per_day"
    DAYS_PER_WEEK = "days_per_week"


Value = Span | Tempo | Side | float | None
SCALABLE = (DoseField.SETS, DoseField.REPS, DoseField.HOLD, DoseField.DISTANCE, DoseField.REST)
"""Fields to which "+10 %" and "-30 %" apply."""
_OPTIONAL = (DoseField.REPS, DoseField.HOLD, DoseField.DISTANCE, DoseField.TEMPO)


def with_field(dose: Dose, field: DoseField, value: Value) -> Dose:
    """The dose with one field set; None empties a field that may be empty.

    A tempo that names its hold takes the place of a separate hold, so that one number is not said twice.
    """
    if value is None and field not in _OPTIONAL:
        return dose
    change: dict[str, Any] = {field.value: value}
    changed = replace(dose, **change)
    if field is DoseField.TEMPO and value is not None and dose.reps is not None:
        return replace(changed, hold_s=None)
    return changed


def scaled(dose: Dose, field: DoseField, factor: float) -> Dose:
    """The dose with one field times `factor`, at least 1 (rest: 0); an empty field stays empty."""
    value = getattr(dose, field.value)
    if field not in SCALABLE or value is None:
        return dose
    if field is DoseField.REST:
        return replace(dose, rest_s=float(round(dose.rest_s * factor)))
    whole = field in (DoseField.SETS, DoseField.REPS) or value.low >= WHOLE_FROM_S
    return replace(dose, **{field.value: value.scaled(factor, least=1, whole=whole)})


def set_field(program: Program, item_ids: Collection[str], field: DoseField, value: Value) -> Program:
    """Sets one field of the dose of some exercises. Raises EditRefusedError where it does not fit."""
    return change_dose(program, item_ids, lambda dose: with_field(dose, field, value))


def scale_field(program: Program, item_ids: Collection[str], field: DoseField, factor: float) -> Program:
    """Multiplies one field of some doses. Raises EditRefusedError when that would change nothing."""
    changed = change_dose(program, item_ids, lambda dose: scaled(dose, field, factor))
    if changed == program:
        raise EditRefusedError(
            mark("The numbers are too small for this step."), mark("Type the new number instead.")
        )
    return changed


def change_dose(program: Program, item_ids: Collection[str], change: Callable[[Dose], Dose]) -> Program:
    """Changes the dose of some exercises. Raises EditRefusedError when a result is unsound."""
    changed = Remembered(cache(change))  # many exercises, few different doses
    return change_items(program, item_ids, lambda item: replace(item, dose=changed(item.dose)))


def set_by_hand(program: Program, item_ids: Collection[str], *, by_hand: bool) -> Program:
    """Sets who counts the repetitions of some exercises: the person, or the clock."""
    return change_dose(program, item_ids, lambda dose: replace(dose, by_hand=by_hand))


def set_breath(program: Program, item_ids: Collection[str], breath: BreathCode) -> Program:
    """Sets how the breath goes with some exercises."""
    return change_items(program, item_ids, lambda item: replace(item, breath=breath))
