"""Edits of whole sessions: add, rename, plan, copy, reorder, remove."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from facet_desktop.domain.dose import MAX_TIMES_PER_DAY
from facet_desktop.domain.editing.refusal import EditRefusedError, checked_name, refused_field
from facet_desktop.domain.errors import mark
from facet_desktop.domain.program import EVERY_DAY, PlannedSession, Program, ProgramPhase, Schedule

NewId = Callable[[], str]


def add_session(program: Program, phase_id: str, session: PlannedSession, at: int | None = None) -> Program:
    """Puts a session into a phase, before position `at` or at the end."""
    _check_schedule(session.schedule)
    if any(one.id == session.id for _, one in program.sessions()):
        raise EditRefusedError(mark("This session is in the program already."), field="id")
    added = replace(session, name=checked_name(session.name))

    def change(phase: ProgramPhase) -> ProgramPhase:
        where = len(phase.sessions) if at is None else min(max(at, 0), len(phase.sessions))
        return replace(phase, sessions=(*phase.sessions[:where], added, *phase.sessions[where:]))

    return with_phase(program, phase_id, change)


def remove_session(program: Program, session_id: str) -> Program:
    """Takes a session out. A phase keeps at least one."""
    phase = program.phase_of(session_id)
    if len(phase.sessions) < 2:
        raise EditRefusedError(
            mark("A phase needs at least one session."), mark("Remove the whole phase, or empty the session.")
        )
    kept = tuple(one for one in phase.sessions if one.id != session_id)
    return with_phase(program, phase.id, lambda old: replace(old, sessions=kept))


def rename_session(program: Program, session_id: str, name: str) -> Program:
    """Gives a session another name."""
    cleaned = checked_name(name)
    return program.with_session(session_id, lambda one: replace(one, name=cleaned))


def schedule_session(
    program: Program, session_id: str, weekdays: Collection[int], times_per_day: int
) -> Program:
    """Plans a session on days of the week (0 is Monday), so many times on each."""
    schedule = Schedule(frozenset(weekdays), times_per_day)
    _check_schedule(schedule)
    return program.with_session(session_id, lambda one: replace(one, schedule=schedule))


def duplicate_session(
    program: Program, session_id: str, name: str, new_id: NewId, schedule: Schedule | None = None
) -> Program:
    """Puts a copy after a session, with ids of its own, perhaps on other days."""
    phase = program.phase_of(session_id)
    original = program.session(session_id)
    copy = fresh_session(replace(original, name=name, schedule=schedule or original.schedule), new_id)
    return add_session(program, phase.id, copy, at=phase.sessions.index(original) + 1)


def move_session(program: Program, session_id: str, by: int) -> Program:
    """Moves a session `by` places within its phase; it stops at the ends."""
    phase = program.phase_of(session_id)
    sessions = list(phase.sessions)
    index = next(place for place, one in enumerate(sessions) if one.id == session_id)
    target = min(max(index + by, 0), len(sessions) - 1)
    sessions.insert(target, sessions.pop(index))
    return with_phase(program, phase.id, lambda old: replace(old, sessions=tuple(sessions)))


def fresh_session(session: PlannedSession, new_id: NewId) -> PlannedSession:
    """The same session under new ids; circuits keep together under the names they have."""
    return replace(session, id=new_id(), items=tuple(replace(item, id=new_id()) for item in session.items))


def with_phase(program: Program, phase_id: str, change: Callable[[ProgramPhase], ProgramPhase]) -> Program:
    """The program with one phase changed. Raises KeyError when there is none of that id."""
    program.phase(phase_id)
    return replace(
        program, phases=tuple(change(one) if one.id == phase_id else one for one in program.phases)
    )


def _check_schedule(schedule: Schedule) -> None:
    if not schedule.weekdays:
        raise refused_field("weekdays", "must name at least one day")
    if not schedule.weekdays <= EVERY_DAY:
        raise refused_field("weekdays", "run from Monday to Sunday")
    if not 1 <= schedule.times_per_day <= MAX_TIMES_PER_DAY:
        raise refused_field("times_per_day", f"must be between 1 and {MAX_TIMES_PER_DAY}")
