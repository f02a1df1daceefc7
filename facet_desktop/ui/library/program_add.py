"""Puts an exercise of the library into the program that a clinician is editing, and takes it back."""

from __future__ import annotations

from facet_desktop.domain.editing.items import add_items, remove_items
from facet_desktop.domain.exercise import Exercise, Phase
from facet_desktop.domain.program import PlannedSession, Program
from facet_desktop.domain.templates import prescribe
from facet_desktop.domain.values import frozen
from facet_desktop.services.app import AppServices
from facet_desktop.services.editing import EditSession
from facet_desktop.services.records import Draft


@frozen
class Added:
    """What was put where; `item_id` takes it out again."""

    program_id: str
    item_id: str
    session: str


class ProgramAdder:
    """Adds to the first session of the open draft, one place after the last exercise."""

    def __init__(self, services: AppServices) -> None:
        self._services = services

    def can_add(self) -> bool:
        """Whether a draft is open that has a session to add to."""
        draft = self._draft()
        return draft is not None and _first(draft.program) is not None

    def add(self, exercise: Exercise, label: str) -> Added | None:
        """Stores the change; None when no draft is open any more. Raises UserError when it is refused."""
        draft = self._draft()
        place = _first(draft.program) if draft is not None else None
        if draft is None or place is None:
            return None
        phase, session = place
        item = prescribe(exercise, self._services.ids.new(), phase)
        editing = EditSession(draft, self._services.programs)
        editing.apply(lambda program: add_items(program, session.id, (item,)), label)
        return Added(draft.program.id, item.id, session.name)

    def take_back(self, added: Added, label: str) -> None:
        """Removes the exercise again, if it is still there."""
        draft = self._services.programs.draft(added.program_id)
        if draft is None or added.item_id not in _items(draft.program):
            return
        EditSession(draft, self._services.programs).apply(
            lambda program: remove_items(program, [added.item_id]), label
        )

    def _draft(self) -> Draft | None:
        patient = self._services.patients.current()
        found = self._services.programs.open_draft(patient.id) if patient is not None else None
        # What is published is not open for editing until somebody begins a draft of it.
        return self._services.programs.draft(found.program.id) if found is not None else None


def _first(program: Program) -> tuple[Phase, PlannedSession] | None:
    for phase, session in program.sessions():
        return phase.phase, session
    return None


def _items(program: Program) -> set[str]:
    return {item.id for _, session in program.sessions() for item in session.items}
