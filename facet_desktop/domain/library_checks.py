"""Checks of a library: what one exercise must hold to, and what only several files together can break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from facet_desktop.domain.breathing import MIN_CYCLE_S, BreathCode, BreathPattern
from facet_desktop.domain.dose import Side
from facet_desktop.domain.exercise import Exercise, Neighbour, Precaution
from facet_desktop.domain.problems import Problem

if TYPE_CHECKING:
    from facet_desktop.domain.library import Library
    from facet_desktop.domain.templates import ProgramTemplate

Found = Iterator[tuple[str, str]]
Pick = Callable[[Exercise], Neighbour | None]

_PICKS: dict[str, Pick] = {
    "easier": lambda exercise: exercise.easier,
    "harder": lambda exercise: exercise.harder,
    "swap": lambda exercise: exercise.swap,
}


def exercise_problems(exercise: Exercise) -> Found:
    """(field, reason) for everything wrong with one exercise by itself."""
    for field, reason in exercise.dose.problems():
        yield f"dose.{field}", reason
    dose = exercise.dose
    if dose.side is Side.ALTERNATING and dose.reps is None:
        yield "dose.side", "can alternate only where repetitions are counted"
    if exercise.breath is BreathCode.HYPOPRESSIVE and Precaution.APNEA not in exercise.precautions:
        yield "precautions", "must hold 'apnea', because the breath is held"
    for name, pick in _PICKS.items():
        neighbour = pick(exercise)
        if neighbour is not None and neighbour.slug == exercise.slug:
            yield f"{name}.slug", "names the exercise itself"


def pattern_problems(pattern: BreathPattern) -> Found:
    """(field, reason) for everything wrong with a breathing pattern."""
    if pattern.cycle_s < MIN_CYCLE_S:
        yield "in_s", f"all parts together must last at least {MIN_CYCLE_S:g} seconds"
    if pattern.holds_breath != bool(pattern.full_s or pattern.empty_s):
        yield "holds_breath", "must be true exactly where the breath pauses"
    low, high = pattern.session_s
    if low > high:
        yield "session_s", "the low end is above the high end"


def template_problems(template: ProgramTemplate, library: Library) -> Found:
    """(field, reason) for unknown exercises of a template, and for doses that cannot be prescribed."""
    for place, item in template.items():
        for field, slug in item.slugs():
            if slug not in library:
                yield f"{place}.{field}", _unknown(slug)
        exercise = library.find(item.exercise)
        if exercise is not None:
            for field, reason in item.dose.applied_to(exercise.dose).problems():
                yield f"{place}.dose.{field}", reason


def library_problems(library: Library) -> list[Problem]:
    """Every fault that shows only across files, with the file that its author should open."""
    found: list[Problem] = []
    for exercise in library.exercises():
        file = f"exercises/{exercise.slug}.toml"
        found.extend(Problem(file, field, reason) for field, reason in _links(exercise, library))
    for name in ("easier", "harder"):
        found.extend(_cycles(library, name))
    for number, ladder in enumerate(library.ladders, 1):
        found.extend(
            Problem("ladders.toml", f"ladders.{number}.rungs.{rung_no}", _unknown(slug))
            for rung_no, rung in enumerate(ladder.rungs, 1)
            for slug in rung.slugs()
            if slug not in library
        )
    return found


def _links(exercise: Exercise, library: Library) -> Found:
    for name, pick in _PICKS.items():
        neighbour = pick(exercise)
        if neighbour is not None and neighbour.slug is not None and neighbour.slug not in library:
            yield f"{name}.slug", _unknown(neighbour.slug)
    if Precaution.KNEEL in exercise.precautions:
        swap = library.find(exercise.swap.slug) if exercise.swap is not None else None
        if swap is None:
            yield "swap", "an exercise in kneeling needs another exercise to swap with"
        elif Precaution.KNEEL in swap.precautions:
            yield "swap.slug", f"names '{swap.slug}', which needs kneeling too"


def _cycles(library: Library, name: str) -> Iterator[Problem]:
    """One problem for each exercise from which the chain of neighbours leads back to itself."""
    pick = _PICKS[name]
    for start in library.exercises():
        chain = [start.slug]
        following = _next(library, start, pick)
        while following is not None and following.slug not in chain:
            chain.append(following.slug)
            following = _next(library, following, pick)
        if following is not None and following.slug == start.slug and len(chain) > 1:
            path = " > ".join([*chain, start.slug])
            yield Problem(f"exercises/{start.slug}.toml", f"{name}.slug", f"leads back to itself: {path}")


def _next(library: Library, exercise: Exercise, pick: Pick) -> Exercise | None:
    neighbour = pick(exercise)
    return library.find(neighbour.slug) if neighbour is not None else None


def _unknown(slug: str) -> str:
    return f"names '{slug}', which is not in the library"
