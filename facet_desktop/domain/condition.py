"""Conditions of a person and the precautions that follow from them (clinical reference, E4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facet_desktop.domain.exercise import Precaution
from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.exercise import Exercise


@frozen
class Condition:
    """A condition that changes which exercises suit.

    `avoid` names what to leave out, `ease` what stays allowed with support, less range or less load.
    `clinician_only` means that no exercise is offered before a clinician has agreed.
    """

    slug: str
    name: str
    avoid: frozenset[Precaution]
    ease: frozenset[Precaution]
    advice: str
    clinician_only: bool
    source: str


@frozen
class Caution:
    """Why an exercise needs thought for this person: the condition, and the tags that they share."""

    condition: Condition
    avoid: frozenset[Precaution]
    ease: frozenset[Precaution]


def reasons_against_holds(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """The conditions because of which the breath must not be held."""
    return tuple(one for one in conditions if Precaution.APNEA in one.avoid)


def cautions(exercise: Exercise, conditions: Iterable[Condition]) -> tuple[Caution, ...]:
    """Every condition that speaks about this exercise; empty when none does."""
    tags = frozenset(exercise.precautions)
    found = (Caution(one, one.avoid & tags, one.ease & tags) for one in conditions)
    return tuple(one for one in found if one.avoid or one.ease or one.condition.clinician_only)
