"""A prescription changed while it is being played: less of it, or an easier exercise in its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facet_desktop.domain.dose import carried_over, lowered

if TYPE_CHECKING:
    from facet_desktop.domain.exercise import Exercise
    from facet_desktop.domain.library import Library
    from facet_desktop.domain.program import Prescription


def lowered_item(item: Prescription) -> Prescription | None:
    """The same exercise with less to do (clinical reference D4); None where nothing can be taken away."""
    dose = lowered(item.dose)
    return None if dose == item.dose else replace(item, dose=dose)


def easier_item(item: Prescription, library: Library) -> Prescription | None:
    """The easier exercise that the plan names, else the one of the library, with the dose carried over.

    None where neither names one that the library has.
    """
    named = library.find(item.rule.easier) if item.rule is not None else None
    known = library.neighbours(item.exercise).easier if item.exercise in library else None
    exercise = named or known
    return exchanged(item, exercise) if exercise is not None else None


def exchanged(item: Prescription, exercise: Exercise) -> Prescription:
    """Another exercise in the same place of the session, with the dose carried over."""
    return replace(
        item,
        exercise=exercise.slug,
        exercise_version=exercise.version,
        name=exercise.name,
        dose=carried_over(item.dose, exercise.dose),
        breath=exercise.breath,
        cue=exercise.cue,
        tempo_words=exercise.tempo_words,
        note="",
        swap=None,
        rule=None,
    )
