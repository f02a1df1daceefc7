"""Program templates: programs as they ship, naming exercises and only the doses that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Protocol

from facet_desktop.domain.exercise import Exercise, Neighbour, Phase, Source
from facet_desktop.domain.program import (
    Gate,
    PlannedSession,
    Prescription,
    Program,
    ProgramPhase,
    ProgressionRule,
    Schedule,
)
from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.dose import Dose, Side, Span, Tempo

MAX_EFFORT = {Phase.EARLY: 4, Phase.MIDDLE: 6, Phase.LATE: 7, Phase.MAINTENANCE: 7}
"""Highest effort (0 to 10) at which an exercise may still be made harder (clinical reference, D3).

There is none for a flare: nothing is made harder during a flare (D6).
"""


class ExerciseSource(Protocol):
    """Whatever can name an exercise; a Library in practice."""

    def exercise(self, slug: str) -> Exercise:
        """The exercise with that slug. Raises KeyError when there is none."""
        ...


@frozen
class DoseChange:
    """The parts of a dose that differ from the default of the exercise; None keeps the default."""

    sets: Span | None = None
    reps: Span | None = None
    hold_s: Span | None = None
    distance_m: Span | None = None
    rest_s: float | None = None
    tempo: Tempo | None = None
    side: Side | None = None
    times_per_day: Span | None = None
    days_per_week: Span | None = None
    by_hand: bool | None = None

    def applied_to(self, dose: Dose) -> Dose:
        """The dose with these parts put in place."""
        given = {one.name: getattr(self, one.name) for one in fields(self)}
        return replace(dose, **{name: value for name, value in given.items() if value is not None})


@frozen
class TemplateItem:
    """One exercise of a template. `easier` and `harder` replace the neighbours that the library names."""

    exercise: str
    dose: DoseChange = DoseChange()
    note: str = ""
    section: str | None = None
    group: str | None = None
    easier: str | None = None
    harder: str | None = None

    def slugs(self) -> Iterator[tuple[str, str]]:
        """(field, slug) of every exercise that this item names."""
        yield "exercise", self.exercise
        if self.easier is not None:
            yield "easier", self.easier
        if self.harder is not None:
            yield "harder", self.harder


@frozen
class TemplateSession:
    """A named session with its schedule."""

    name: str
    schedule: Schedule
    items: tuple[TemplateItem, ...]


@frozen
class TemplatePhase:
    """A phase with its sessions and the gate that leads out of it."""

    phase: Phase
    title: str
    sessions: tuple[TemplateSession, ...]
    gate: Gate | None = None


@frozen
class ProgramTemplate:
    """A program as it ships: for whom, what to know, and its phases."""

    slug: str
    version: int
    title: str
    audience: str
    notes: str
    phases: tuple[TemplatePhase, ...]
    source: Source

    def items(self) -> Iterator[tuple[str, TemplateItem]]:
        """(place, item) for every exercise; places count from 1, as in the file."""
        for phase_no, phase in enumerate(self.phases, 1):
            for session_no, session in enumerate(phase.sessions, 1):
                for item_no, item in enumerate(session.items, 1):
                    yield f"phases.{phase_no}.sessions.{session_no}.items.{item_no}", item

    def program(self, library: ExerciseSource, new_id: Callable[[], str]) -> Program:
        """A program to edit and publish, with the doses and versions of the library as it is now.

        Raises KeyError when the library lacks an exercise that the template names.
        """
        phases = tuple(_phase(phase, library, new_id) for phase in self.phases)
        return Program(new_id(), self.title, phases, self.notes, template=self.slug)


def prescribe(exercise: Exercise, item_id: str, phase: Phase) -> Prescription:
    """The exercise with its default dose, as it is first put into a program."""
    return Prescription(
        id=item_id,
        exercise=exercise.slug,
        exercise_version=exercise.version,
        name=exercise.name,
        dose=exercise.dose,
        breath=exercise.breath,
        cue=exercise.cue,
        tempo_words=exercise.tempo_words,
        swap=_slug(exercise.swap),
        rule=_rule(exercise, phase),
    )


def _phase(phase: TemplatePhase, library: ExerciseSource, new_id: Callable[[], str]) -> ProgramPhase:
    sessions = tuple(
        PlannedSession(
            new_id(),
            session.name,
            session.schedule,
            tuple(_item(item, phase.phase, library, new_id) for item in session.items),
        )
        for session in phase.sessions
    )
    return ProgramPhase(new_id(), phase.phase, phase.title, sessions, phase.gate)


def _item(
    item: TemplateItem, phase: Phase, library: ExerciseSource, new_id: Callable[[], str]
) -> Prescription:
    plain = prescribe(library.exercise(item.exercise), new_id(), phase)
    rule = plain.rule
    if rule is not None:
        rule = replace(rule, easier=item.easier or rule.easier, harder=item.harder or rule.harder)
    return replace(
        plain,
        dose=item.dose.applied_to(plain.dose),
        note=item.note,
        section=item.section,
        group=item.group,
        rule=rule,
    )


def _rule(exercise: Exercise, phase: Phase) -> ProgressionRule | None:
    effort = MAX_EFFORT.get(phase)
    if effort is None:
        return None
    return ProgressionRule(max_effort=effort, easier=_slug(exercise.easier), harder=_slug(exercise.harder))


def _slug(neighbour: Neighbour | None) -> str | None:
    return neighbour.slug if neighbour is not None else None
