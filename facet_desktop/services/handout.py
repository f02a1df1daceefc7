"""The patient's paper as a plain value: everything that is printed, in words, and nothing about its look.

Whoever prints it adds no words of its own. An exercise that comes up in several sessions in just the same way
is described once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from facet_desktop.domain.values import frozen


@frozen
class Picture:
    """One figure: an exercise at a position (0 start, 1 end), what stands under it and its description."""

    slug: str
    position: float
    caption: str
    alt: str

    @property
    def key(self) -> str:
        """Names the drawing."""
        return f"{self.slug}@{self.position:g}"


@frozen
class ExercisePart:
    """One exercise. `section` is a heading that begins with it; texts may be empty.

    How often it is done follows from the sessions in which it stands (`planned`), as on screen.
    """

    number: int
    name: str
    section: str
    dose_line: str
    dose: str
    planned: tuple[str, ...]
    steps: tuple[str, ...]
    breathing: str
    purpose: str
    watch: tuple[str, ...]
    note: str
    pictures: tuple[Picture, ...]


@frozen
class SessionRow:
    """A session in the table of the week; `days` are seven cells from Monday on."""

    name: str
    about: str
    days: tuple[str, ...]
    circuits: tuple[str, ...]


@frozen
class PhasePart:
    """A phase with its week and its exercises. `heading` is empty where there is only one phase."""

    heading: str
    lead: str
    sessions: tuple[SessionRow, ...]
    exercises: tuple[ExercisePart, ...]
    gate: tuple[str, ...]


@frozen
class Light:
    """One light of the traffic light; `sign` is green, amber or red."""

    sign: str
    name: str
    range: str
    advice: str


@frozen
class LeaveOut:
    """What a condition of the person asks for."""

    name: str
    advice: tuple[str, ...]


@frozen
class Sign:
    """One warning sign: the question and what to do."""

    question: str
    advice: str


@frozen
class SignGroup:
    """Warning signs of one urgency; `grave` ones are set apart."""

    title: str
    grave: bool
    signs: tuple[Sign, ...]


@frozen
class LogWeek:
    """One week to tick off: boxes for each day (a row) and session (a column)."""

    title: str
    days: tuple[str, ...]
    boxes: tuple[tuple[int, ...], ...]


@frozen
class Log:
    """The weeks to tick off."""

    lead: str
    sessions: tuple[str, ...]
    weeks: tuple[LogWeek, ...]


@frozen
class Handout:
    """The whole paper. `labels` are fixed words by the name under which the template knows them."""

    title: str
    owner: str
    facts: tuple[str, ...]
    notes: str
    day: date
    language: str
    labels: Mapping[str, str]
    phases: tuple[PhasePart, ...]
    lights: tuple[Light, ...]
    pain_rules: tuple[str, ...]
    leave_out: tuple[LeaveOut, ...]
    ask_first: str
    signs_lead: str
    signs: tuple[SignGroup, ...]
    log: Log

    def pictures(self) -> tuple[Picture, ...]:
        """Every figure once."""
        found = {one.key: one for phase in self.phases for part in phase.exercises for one in part.pictures}
        return tuple(found.values())
