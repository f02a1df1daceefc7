"""A program: phases with named sessions, each a weekly schedule and an ordered list of prescriptions.

Everything is immutable and small, so that undo is a stack of whole programs and a published revision can be
kept for ever. Ids are opaque texts that stay the same through edits; they are made by the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.breathing import BreathCode
    from facet_desktop.domain.dose import Dose
    from facet_desktop.domain.exercise import Phase

EVERY_DAY = frozenset(range(7))
MAX_TITLE = 120
MAX_NOTE = 2000
MAX_ITEMS = 400

Problem = tuple[str, str]
"""A field or place, and what is wrong with it."""


@frozen
class Schedule:
    """Days of the week (0 is Monday) on which a session is planned, and how often on such a day."""

    weekdays: frozenset[int] = EVERY_DAY
    times_per_day: int = 1

    def planned_on(self, weekday: int) -> int:
        """Sessions planned on that day of the week."""
        return self.times_per_day if weekday in self.weekdays else 0


@frozen
class ProgressionRule:
    """When an exercise may be made harder, and with what; the clinician always decides.

    Defaults follow the reference (D1, D4): full dose, pain at most 3, effort at most 4 in two sessions.
    """

    sessions: int = 2
    max_pain_nprs: int = 3
    max_effort: int = 4
    harder: str | None = None
    easier: str | None = None


@frozen
class Prescription:
    """One exercise as prescribed: a copy of the dose, and which exercise of which version was meant."""

    id: str
    exercise: str
    exercise_version: int
    name: str
    dose: Dose
    breath: BreathCode
    note: str = ""
    """To the patient, in the clinician's words."""
    cue: str = ""
    tempo_words: tuple[str, str, str] | None = None
    swap: str | None = None
    rule: ProgressionRule | None = None
    group: str | None = None
    """Prescriptions side by side with the same group are played as a circuit, set by set."""
    section: str | None = None
    """A heading shown above this exercise ("Warm-up")."""
    prepare_s: float | None = None
    """Seconds to get into position; None takes the setting of the player."""

    def problems(self, of_dose: Callable[[Dose], list[Problem]] | None = None) -> list[Problem]:
        """Every (field, reason) that keeps this prescription from being published.

        `of_dose` answers for the dose, where the answer is known already.
        """
        in_dose = of_dose(self.dose) if of_dose is not None else self.dose.problems()
        found = [(f"dose.{field}", reason) for field, reason in in_dose]
        if not self.name.strip():
            found.append(("name", "must not be empty"))
        if len(self.note) > MAX_NOTE:
            found.append(("note", f"must not be longer than {MAX_NOTE} characters"))
        return found


@frozen
class PlannedSession:
    """A named session of a phase ("Morning") with its weekly schedule."""

    id: str
    name: str
    schedule: Schedule = Schedule()
    items: tuple[Prescription, ...] = ()

    def index_of(self, item_id: str) -> int:
        """Position of a prescription. Raises KeyError when it is not here."""
        for index, item in enumerate(self.items):
            if item.id == item_id:
                return index
        raise KeyError(item_id)


@frozen
class Gate:
    """Criteria for moving on to the next phase, as sentences for both sides; the clinician decides."""

    criteria: tuple[str, ...] = ()
    min_weeks: int = 0


@frozen
class ProgramPhase:
    """A phase of the program with its sessions and the gate that leads out of it."""

    id: str
    phase: Phase
    title: str
    sessions: tuple[PlannedSession, ...] = ()
    gate: Gate | None = None


@frozen
class Program:
    """A whole program. `template` names the built-in one it began from, if any.

    `current_phase` is the id of the phase to be played; None, or an id that is gone, means the first one.
    Moving on is a decision of the clinician and therefore a new revision.
    """

    id: str
    title: str
    phases: tuple[ProgramPhase, ...] = ()
    notes: str = ""
    template: str | None = None
    current_phase: str | None = None

    def active_phase(self) -> ProgramPhase | None:
        """The phase to be played now; None in a program without phases."""
        for phase in self.phases:
            if phase.id == self.current_phase:
                return phase
        return self.phases[0] if self.phases else None

    def sessions(self) -> Iterator[tuple[ProgramPhase, PlannedSession]]:
        """Every session with its phase, in order."""
        for phase in self.phases:
            for session in phase.sessions:
                yield phase, session

    def session(self, session_id: str) -> PlannedSession:
        """The session with that id. Raises KeyError when there is none."""
        for _, session in self.sessions():
            if session.id == session_id:
                return session
        raise KeyError(session_id)

    def phase(self, phase_id: str) -> ProgramPhase:
        """The phase with that id. Raises KeyError when there is none."""
        for phase in self.phases:
            if phase.id == phase_id:
                return phase
        raise KeyError(phase_id)

    def phase_of(self, session_id: str) -> ProgramPhase:
        """The phase that holds a session. Raises KeyError when no phase does."""
        for phase, session in self.sessions():
            if session.id == session_id:
                return phase
        raise KeyError(session_id)

    def with_session(self, session_id: str, change: Callable[[PlannedSession], PlannedSession]) -> Program:
        """A copy in which one session is changed. Raises KeyError when there is none of that id."""
        self.session(session_id)
        return replace(
            self,
            phases=tuple(
                replace(
                    phase,
                    sessions=tuple(change(one) if one.id == session_id else one for one in phase.sessions),
                )
                for phase in self.phases
            ),
        )

    def problems(self) -> list[tuple[str, str]]:
        """Every (place, reason) that keeps this program from being published; empty when it is sound."""
        found: list[tuple[str, str]] = []
        if not self.title.strip():
            found.append(("title", "must not be empty"))
        if len(self.title) > MAX_TITLE:
            found.append(("title", f"must not be longer than {MAX_TITLE} characters"))
        if not any(session.items for _, session in self.sessions()):
            found.append(("sessions", "at least one session needs at least one exercise"))
        found.extend(_duplicate_ids(self))
        for phase, session in self.sessions():
            found.extend(_session_problems(phase, session))
        return found


def _session_problems(phase: ProgramPhase, session: PlannedSession) -> Iterator[tuple[str, str]]:
    place = f"{phase.title} / {session.name}"
    if not session.name.strip():
        yield place, "a session needs a name"
    if len(session.items) > MAX_ITEMS:
        yield place, f"a session holds at most {MAX_ITEMS} exercises"
    if not session.schedule.weekdays <= EVERY_DAY:
        yield place, "days of the week run from Monday to Sunday"
    for item in session.items:
        for field, reason in item.problems():
            yield f"{place} / {item.name} / {field}", reason


def _duplicate_ids(program: Program) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    nodes = [phase.id for phase in program.phases]
    nodes += [session.id for _, session in program.sessions()]
    nodes += [item.id for _, session in program.sessions() for item in session.items]
    for node in nodes:
        if node in seen:
            yield "id", f"is used twice: {node}"
        seen.add(node)
