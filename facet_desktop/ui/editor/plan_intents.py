"""What a person can do with sessions, phases and the program as a whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from facet_desktop.domain.editing import phases, sessions
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.program import Gate, PlannedSession, Program, ProgramPhase, Schedule
from facet_desktop.ui.editor.state import EditorState


class PlanIntents:
    """Edits above the level of exercises. `label` is the name of the change, in the user's language."""

    def __init__(self, state: EditorState) -> None:
        self._state = state

    def show_phase(self, phase_id: str) -> None:
        """Shows another phase."""
        self._state.show(phase_id)

    def show_session(self, session_id: str) -> None:
        """Shows another session of this phase."""
        self._state.show(self._state.phase_id, session_id)

    def step_session(self, by: int) -> None:
        """Shows the next (+1) or previous (-1) session, round and round."""
        ids = [one.id for one in self._state.phase.sessions]
        self.show_session(ids[(ids.index(self._state.session_id) + by) % len(ids)])

    def add_session(self, name: str, label: str) -> None:
        """Adds an empty session at the end of the phase and shows it."""
        new = PlannedSession(self._state.services.ids.new(), name, self._state.session.schedule)
        phase_id = self._state.phase_id
        self._state.apply(lambda program: sessions.add_session(program, phase_id, new), label)
        self.show_session(new.id)

    def rename_session(self, name: str, label: str) -> None:
        """Renames the shown session."""
        shown = self._state.session_id
        self._state.apply(lambda program: sessions.rename_session(program, shown, name), label)

    def duplicate_session(self, name: str, label: str, schedule: Schedule | None = None) -> None:
        """Copies the shown session, perhaps to other days, and shows the copy."""
        shown, known = self._state.session_id, {one.id for one in self._state.phase.sessions}
        new_id = self._state.services.ids.new
        self._state.apply(
            lambda program: sessions.duplicate_session(program, shown, name, new_id, schedule), label
        )
        self.show_session(next(one.id for one in self._state.phase.sessions if one.id not in known))

    def take_over(self, taken: Sequence[PlannedSession], label: str) -> None:
        """Adds sessions of another program to the shown phase and shows the first of them."""
        new_id, phase_id = self._state.services.ids.new, self._state.phase_id
        fresh = [sessions.fresh_session(one, new_id) for one in taken]

        def change(program: Program) -> Program:
            for one in fresh:
                program = sessions.add_session(program, phase_id, one)
            return program

        self._state.apply(change, label)
        self.show_session(fresh[0].id)

    def move_session(self, by: int, label: str) -> None:
        """Moves the shown session left (-1) or right (+1)."""
        shown = self._state.session_id
        self._state.apply(lambda program: sessions.move_session(program, shown, by), label)

    def remove_session(self, label: str) -> None:
        """Removes the shown session."""
        shown = self._state.session_id
        self._state.apply(lambda program: sessions.remove_session(program, shown), label)

    def schedule(self, weekdays: Collection[int], times_per_day: int, label: str) -> None:
        """Plans the shown session."""
        shown = self._state.session_id
        self._state.apply(
            lambda program: sessions.schedule_session(program, shown, weekdays, times_per_day),
            label,
            merge_key=f"schedule:{shown}",
        )

    def add_phase(self, phase: Phase, title: str, label: str) -> None:
        """Adds a phase with one empty session and shows it."""
        new_id = self._state.services.ids.new
        session = PlannedSession(new_id(), self._state.starters.session)
        new = ProgramPhase(new_id(), phase, title, (session,))
        self._state.apply(lambda program: phases.add_phase(program, new), label)
        self.show_phase(new.id)

    def rename_phase(self, title: str, label: str) -> None:
        """Renames the shown phase."""
        shown = self._state.phase
        self._state.apply(lambda program: phases.rename_phase(program, shown.id, title, shown.phase), label)

    def duplicate_phase(self, title: str, label: str) -> None:
        """Copies the shown phase and shows the copy."""
        shown, known = self._state.phase_id, {one.id for one in self._state.program.phases}
        new_id = self._state.services.ids.new
        self._state.apply(lambda program: phases.duplicate_phase(program, shown, title, new_id), label)
        self.show_phase(next(one.id for one in self._state.program.phases if one.id not in known))

    def move_phase(self, by: int, label: str) -> None:
        """Moves the shown phase earlier (-1) or later (+1)."""
        shown = self._state.phase_id
        self._state.apply(lambda program: phases.move_phase(program, shown, by), label)

    def remove_phase(self, label: str) -> None:
        """Removes the shown phase with its sessions."""
        shown = self._state.phase_id
        self._state.apply(lambda program: phases.remove_phase(program, shown), label)

    def set_gate(self, gate: Gate | None, label: str) -> None:
        """Sets what leads out of the shown phase."""
        shown = self._state.phase_id
        self._state.apply(lambda program: phases.set_gate(program, shown, gate), label)

    def play_phase(self, label: str) -> None:
        """Makes the shown phase the one that the patient plays after publishing."""
        shown = self._state.phase_id
        self._state.apply(lambda program: phases.set_current_phase(program, shown), label)

    def set_title(self, title: str, label: str) -> None:
        """Renames the program."""
        self._state.apply(lambda program: phases.set_title(program, title), label)
