"""Where the editor stands: the draft, the phase and session shown, and what is selected."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from facet_desktop.domain.condition import Condition
from facet_desktop.domain.exercise import Exercise, Phase, Precaution
from facet_desktop.domain.program import PlannedSession, Prescription, Program, ProgramPhase
from facet_desktop.domain.values import frozen
from facet_desktop.services.app import AppServices
from facet_desktop.services.editing import EditSession
from facet_desktop.services.records import Draft, Patient
from facet_desktop.services.wording.all_words import Words
from facet_desktop.ui.editor.words import EditorWords


@frozen
class Starters:
    """Names in the user's language for what a new program begins with."""

    program: str
    phase: str
    session: str


class EditorState:
    """The one thing that all parts of the editor share. Holds no widgets."""

    def __init__(self, services: AppServices, words: Words, own: EditorWords, starters: Starters) -> None:
        self.services = services
        self.words = words
        self.own = own
        self.starters = starters
        self.patient: Patient | None = None
        self.edit: EditSession | None = None
        self.phase_id = ""
        self.session_id = ""
        self.selected: tuple[str, ...] = ()
        self._opened = ""
        self._shown_first: tuple[str, ...] = ()

    # -- opening --

    def open(self, patient: Patient | None) -> None:
        """Opens what there is to edit for a patient. The same draft stays open with its history."""
        if patient is None:
            self.patient, self.edit = None, None
            return
        draft = self.services.programs.open_draft(patient.id)
        same = self.edit is not None and draft is not None and self.edit.patient_id == patient.id
        self.patient = patient
        if same and self.edit is not None and draft is not None and self.edit.program.id == draft.program.id:
            self.edit.catch_up()
            self.settle()
        else:
            self.begin(draft)

    def begin(self, draft: Draft | None) -> None:
        """Begins to edit a draft; None shows the choice of programs."""
        self.edit = None
        self.selected, self._opened = (), ""
        if draft is not None:
            self.edit = EditSession(draft, self.services.programs, self.own.other_window())
            if not self.edit.program.phases:
                self.edit.apply(self.with_first_session, self.starters.session)
            active = self.edit.program.active_phase()
            self.phase_id = active.id if active else ""
        self.settle()

    def show(self, phase_id: str, session_id: str = "") -> None:
        """Shows a session with its first exercise; without an id the first session of the phase."""
        self.phase_id, self.session_id = phase_id, session_id
        self.selected, self._opened = (), ""
        self.settle()

    def with_first_session(self, program: Program) -> Program:
        """The program with an early phase that has one empty session."""
        new = self.services.ids.new
        session = PlannedSession(new(), self.starters.session)
        phase = ProgramPhase(new(), Phase.EARLY, self.starters.phase, (session,))
        return Program(program.id, program.title, (phase,), program.notes, program.template)

    def empty_program(self) -> Program:
        """A new program with one empty session."""
        return self.with_first_session(Program(self.services.ids.new(), self.starters.program))

    # -- reading --

    @property
    def editing(self) -> EditSession:
        """The open editing. Raises LookupError while nothing is open."""
        if self.edit is None:
            raise LookupError("no program is open")
        return self.edit

    @property
    def program(self) -> Program:
        """The program as it stands."""
        return self.editing.program

    @property
    def phase(self) -> ProgramPhase:
        """The phase that is shown."""
        return self.program.phase(self.phase_id)

    @property
    def session(self) -> PlannedSession:
        """The session that is shown."""
        return self.program.session(self.session_id)

    def selected_items(self) -> tuple[Prescription, ...]:
        """The selected prescriptions, in the order of the session."""
        chosen = set(self.selected)
        return tuple(item for item in self.session.items if item.id in chosen)

    def chosen(self) -> tuple[str, ...]:
        """The ids that a person selected; what is only shown because its session was opened is not chosen."""
        return () if self.selected == self._shown_first else self.selected

    def choose(self, ids: Iterable[str]) -> None:
        """Selects exercises because a person wants them."""
        self.selected, self._shown_first = tuple(ids), ()

    def prescribed(self, item: Prescription) -> Exercise | None:
        """The exercise as it was when it was prescribed, also where it was changed or put away since."""
        return self.services.own.prescribed(item.exercise, item.exercise_version)

    def conditions(self) -> tuple[Condition, ...]:
        """Conditions of the patient that the library knows."""
        known = self.services.library.library.conditions
        return tuple(
            known[slug] for slug in (self.patient.conditions if self.patient else ()) if slug in known
        )

    def avoided(self) -> frozenset[Precaution]:
        """Everything that the patient should avoid."""
        return frozenset[Precaution]().union(*(one.avoid for one in self.conditions()))

    # -- changing --

    def apply(
        self,
        change: Callable[[Program], Program],
        label: str,
        *,
        merge_key: str | None = None,
        select: Callable[[PlannedSession, PlannedSession], Iterable[str]] | None = None,
    ) -> bool:
        """Makes a change. `select` names what is selected then, from the session before and after."""
        before = self.session if self.session_id else PlannedSession("", "")
        try:
            changed = self.editing.apply(change, label, merge_key=merge_key)
        finally:
            self.settle()
        if changed and select is not None:
            self.choose(select(before, self.session))
        return changed

    def step(self, move: Callable[[], bool]) -> bool:
        """Undo or redo; then shows the session in which something changed."""
        before = self.program
        moved = move()
        if moved:
            self._go_to_change(before)
        self.settle()
        return moved

    def settle(self) -> None:
        """After any change: phase, session and selection that are gone give way to what is there."""
        if self.edit is None:
            self.phase_id, self.session_id, self.selected = "", "", ()
            self._opened = ""
            return
        phases = self.program.phases
        if all(phase.id != self.phase_id for phase in phases):
            self.phase_id = phases[0].id if phases else ""
        sessions = self.phase.sessions if phases else ()
        if all(session.id != self.session_id for session in sessions):
            self.session_id = sessions[0].id if sessions else ""
        here = {item.id for item in self.session.items} if self.session_id else set()
        self.selected = tuple(one for one in self.selected if one in here)
        self._show_first()

    def _show_first(self) -> None:
        """A session that was just opened shows its first exercise, so that its dose can be seen at once."""
        if self._opened == self.session_id:
            return
        self._opened, self._shown_first = self.session_id, ()
        if not self.selected and self.session_id:
            self.selected = self._shown_first = tuple(item.id for item in self.session.items[:1])

    def _go_to_change(self, before: Program) -> None:
        old = {session.id: session for _, session in before.sessions()}
        changed = [
            (phase.id, session.id)
            for phase, session in self.program.sessions()
            if session is not old.get(session.id) and session != old.get(session.id)
        ]
        if changed and all(session_id != self.session_id for _, session_id in changed):
            self.phase_id, self.session_id = changed[0]


def added_items(before: PlannedSession, after: PlannedSession) -> list[str]:
    """Ids that are in a session after a change and were not before."""
    known = {item.id for item in before.items}
    return [item.id for item in after.items if item.id not in known]


def neighbour_of_removed(before: PlannedSession, after: PlannedSession) -> list[str]:
    """What to select after a removal: the exercise now in the place of the first one removed."""
    left = {item.id for item in after.items}
    first = next((place for place, item in enumerate(before.items) if item.id not in left), 0)
    return [after.items[min(first, len(after.items) - 1)].id] if after.items else []
