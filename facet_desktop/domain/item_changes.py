"""A prescription changed while it is being played: less of it, or an easier exercise in its place."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from facet_desktop.domain.dose import carried_over, lowered
from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.exercise import Exercise, Precaution
    from facet_desktop.domain.library import Library
    from facet_desktop.domain.program import Prescription


def lowered_item(item: Prescription) -> Prescription | None:
    """The same exercise with less to do (clinical reference D4); None where nothing can be taken away."""
    dose = lowered(item.dose)
    return None if dose == item.dose else replace(item, dose=dose)


class SwapKind(StrEnum):
    """How another exercise compares with the one it replaces; the values stand in journals."""

    EASIER = "easier"
    HARDER = "harder"
    SUBSTITUTE = "substitute"


class SwapReason(StrEnum):
    """Why a person takes another exercise; the values stand in journals."""

    UNSAID = ""
    TOO_HARD = "too-hard"
    TOO_EASY = "too-easy"
    HURTS = "hurts"
    NO_EQUIPMENT = "no-equipment"
    WISH = "wish"


@frozen
class Swap:
    """Another exercise for the same place, ready to be played."""

    kind: SwapKind
    item: Prescription


@frozen
class SwapLimits:
    """What a person's body and day allow.

    `avoid` are the precautions of their conditions. With `plan_only` only exercises that the plan itself
    names are offered. `pain_nprs` is the last rating of the session, None where there is none.
    """

    avoid: frozenset[Precaution] = frozenset()
    plan_only: bool = False
    pain_nprs: int | None = None


def swaps(item: Prescription, library: Library, limits: SwapLimits) -> tuple[Swap, ...]:
    """What may be played in place of an exercise, the easier one first, each exercise once.

    A harder one is offered only where the plan names it, and while pain is within the limit of its rule.
    Nothing is offered that clashes with the person's conditions; a substitute is then looked for further on.
    """
    found: dict[str, Swap] = {}
    for kind, exercise in (
        (SwapKind.EASIER, _easier(item, library, limits)),
        (SwapKind.SUBSTITUTE, _substitute(item, library, limits)),
        (SwapKind.HARDER, _harder(item, library, limits)),
    ):
        if exercise is None or exercise.slug == item.exercise:
            continue
        if limits.avoid.isdisjoint(exercise.precautions):
            found.setdefault(exercise.slug, Swap(kind, exchanged(item, exercise)))
    return tuple(found.values())


def _easier(item: Prescription, library: Library, limits: SwapLimits) -> Exercise | None:
    named = library.find(item.rule.easier) if item.rule is not None else None
    if named is not None or limits.plan_only or item.exercise not in library:
        return named
    return library.neighbours(item.exercise).easier


def _substitute(item: Prescription, library: Library, limits: SwapLimits) -> Exercise | None:
    named = library.find(item.swap)
    if named is not None or limits.plan_only or item.exercise not in library:
        return named
    nearest = library.neighbours(item.exercise).swap
    if nearest is not None and limits.avoid.isdisjoint(nearest.precautions):
        return nearest
    return library.swap_for(item.exercise, limits.avoid)


def _harder(item: Prescription, library: Library, limits: SwapLimits) -> Exercise | None:
    rule = item.rule
    if rule is None or (limits.pain_nprs is not None and limits.pain_nprs > rule.max_pain_nprs):
        return None
    return library.find(rule.harder)


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
