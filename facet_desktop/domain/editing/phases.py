"""Edits of phases and of the program as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from facet_desktop.domain.editing.refusal import EditRefusedError, checked_name, refused_field
from facet_desktop.domain.editing.sessions import fresh_session, with_phase
from facet_desktop.domain.errors import mark
from facet_desktop.domain.program import MAX_NOTE, MAX_TITLE, Gate, Program, ProgramPhase

if TYPE_CHECKING:
    from facet_desktop.domain.exercise import Phase

NewId = Callable[[], str]
MAX_GATE_WEEKS = 104


def add_phase(program: Program, phase: ProgramPhase, at: int | None = None) -> Program:
    """Puts a phase, which has at least one session, before position `at` or at the end."""
    if any(one.id == phase.id for one in program.phases):
        raise EditRefusedError(mark("This phase is in the program already."), field="id")
    if not phase.sessions:
        raise EditRefusedError(mark("A phase needs at least one session."))
    added = replace(phase, title=checked_name(phase.title, "title"))
    where = len(program.phases) if at is None else min(max(at, 0), len(program.phases))
    return replace(program, phases=(*program.phases[:where], added, *program.phases[where:]))


def remove_phase(program: Program, phase_id: str) -> Program:
    """Takes a phase with all its sessions out. A program keeps at least one phase."""
    program.phase(phase_id)
    if len(program.phases) < 2:
        raise EditRefusedError(mark("A program needs at least one phase."))
    current = None if program.current_phase == phase_id else program.current_phase
    kept = tuple(one for one in program.phases if one.id != phase_id)
    return replace(program, phases=kept, current_phase=current)


def rename_phase(program: Program, phase_id: str, title: str, phase: Phase) -> Program:
    """Gives a phase another title and kind."""
    cleaned = checked_name(title, "title")
    return with_phase(program, phase_id, lambda one: replace(one, title=cleaned, phase=phase))


def duplicate_phase(program: Program, phase_id: str, title: str, new_id: NewId) -> Program:
    """Puts a copy after a phase, with ids of its own."""
    original = program.phase(phase_id)
    copy = fresh_phase(replace(original, title=title), new_id)
    return add_phase(program, copy, at=program.phases.index(original) + 1)


def move_phase(program: Program, phase_id: str, by: int) -> Program:
    """Moves a phase `by` places; it stops at the ends."""
    phases = list(program.phases)
    index = phases.index(program.phase(phase_id))
    phases.insert(min(max(index + by, 0), len(phases) - 1), phases.pop(index))
    return replace(program, phases=tuple(phases))


def set_gate(program: Program, phase_id: str, gate: Gate | None) -> Program:
    """Sets what leads out of a phase; sentences without words are left out."""
    if gate is not None:
        if not 0 <= gate.min_weeks <= MAX_GATE_WEEKS:
            raise refused_field("min_weeks", f"must be between 0 and {MAX_GATE_WEEKS}")
        gate = Gate(tuple(line.strip() for line in gate.criteria if line.strip()), gate.min_weeks)
    return with_phase(program, phase_id, lambda one: replace(one, gate=gate))


def set_current_phase(program: Program, phase_id: str) -> Program:
    """Makes a phase the one that is played. Raises KeyError when there is none of that id."""
    return replace(program, current_phase=program.phase(phase_id).id)


def set_title(program: Program, title: str) -> Program:
    """Gives the program another title."""
    return replace(program, title=checked_name(title, "title", MAX_TITLE))


def set_notes(program: Program, notes: str) -> Program:
    """Sets the notes that are shown with the whole program."""
    if len(notes) > MAX_NOTE:
        raise refused_field("notes", f"must not be longer than {MAX_NOTE} characters")
    return replace(program, notes=notes)


def fresh_phase(phase: ProgramPhase, new_id: NewId) -> ProgramPhase:
    """The same phase under new ids."""
    sessions = tuple(fresh_session(one, new_id) for one in phase.sessions)
    return replace(phase, id=new_id(), sessions=sessions)
