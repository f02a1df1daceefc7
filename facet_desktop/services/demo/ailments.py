"""What else the people of a made-up caseload have, so that warnings about exercises can be seen."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from facet_desktop.domain.condition import cautions

if TYPE_CHECKING:
    from facet_desktop.domain.condition import Condition
    from facet_desktop.domain.library import Library
    from facet_desktop.domain.program import Program

LEAST_AGES = {
    "kneeling-intolerance": 0,
    "extension-sensitive": 0,
    "wrist-problem": 0,
    "shoulder-problem": 0,
    "vertigo": 0,
    "hypertension": 45,
    "knee-replacement": 60,
    "osteoporosis": 60,
    "spinal-stenosis": 60,
    "fall-risk": 70,
}
"""Common conditions, by the age in years from which the caseload has them."""


def ailments(number: int, age: int, program: Program, library: Library, random: Random) -> tuple[str, ...]:
    """Keys of conditions of the patient of that number.

    Of three patients one has nothing else, one has something that the program should have been fitted to, as
    if it had been noted afterwards, and one has something that the program suits.
    """
    turn = number % 3
    if turn == 1:
        return ()
    usual = [slug for slug, least in LEAST_AGES.items() if age >= least and slug in library.conditions]
    wants_clash = turn == 2
    found = [slug for slug in usual if _clashes(program, library.conditions[slug], library) == wants_clash]
    return (random.choice(found),) if found else ()


def _clashes(program: Program, condition: Condition, library: Library) -> bool:
    """Whether the condition leaves out an exercise of the program."""
    slugs = {item.exercise for _, session in program.sessions() for item in session.items}
    exercises = (library.find(slug) for slug in slugs)
    return any(one.avoid for exercise in exercises if exercise for one in cautions(exercise, [condition]))
