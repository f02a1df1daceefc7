"""One editing of a program: unlimited undo, and the draft stored with every change.

Two windows may edit one draft, and one may publish while the other edits. The later save wins, and the
other's version is not lost: it becomes a step of the history just below, so that one Undo brings it back.
`notice` then tells the person. Publishing never passes over a version that the person has not seen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.history import History
from facet_desktop.domain.program import Program

if TYPE_CHECKING:
    from facet_desktop.services.program_service import ProgramService
    from facet_desktop.services.records import Draft, Revision

Change = Callable[[Program], Program]


class EditSession:
    """A draft being edited. Every change is stored before the method returns."""

    def __init__(self, draft: Draft, programs: ProgramService, other_window: str = "") -> None:
        self._programs = programs
        self._other_window = other_window
        self._history = History(draft.program)
        self._stored = self._read()
        self.patient_id = draft.patient_id
        self.based_on = draft.based_on
        self.published = programs.latest(draft.program.id)
        """The latest revision of the program, as far as this editing knows; None before the first."""
        self.notice = False
        """Whether another window's version was met; the reader sets it back."""

    @property
    def program(self) -> Program:
        """The program as it stands."""
        return self._history.present

    @property
    def undo_label(self) -> str | None:
        """Name of the change that undo takes back, or None."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str | None:
        """Name of the change that redo brings back, or None."""
        return self._history.redo_label

    @property
    def draft_number(self) -> int:
        """Number of the revision that publishing would make."""
        return (self.based_on or 0) + 1

    def apply(self, change: Change, label: str, *, merge_key: str | None = None) -> bool:
        """Makes a change and stores it; False when it changed nothing.

        Raises UserError when the change is refused (nothing happens then), and StorageError when it could
        not be stored: the change stays in memory and is stored with the next one.
        """
        before = self.program
        changed = change(before)
        if changed == before:
            return False
        self._meet_other_window()
        self._history.push(changed, label, merge_key=merge_key)
        self._save()
        return True

    def end_typing(self) -> None:
        """Ends a run of merged changes, when the field is left."""
        self._history.close_merge()

    def drop_typing(self) -> bool:
        """Takes back what was typed since the field was entered, and stores that; False when nothing was."""
        return self._step(self._history.drop_merge)

    def undo(self) -> bool:
        """Takes the last change back and stores that; False when there is none."""
        return self._step(self._history.undo)

    def redo(self) -> bool:
        """Brings the last undone change back and stores that; False when there is none."""
        return self._step(self._history.redo)

    def catch_up(self) -> bool:
        """Takes over what another window has stored, as a step that can be undone; False if there is none."""
        foreign = self._foreign()
        if foreign is None:
            return False
        self._history.close_merge()
        self._history.push(foreign, self._other_window)
        self._stored = self._read()
        return True

    def publish(self, note: str = "") -> Revision:
        """Makes an immutable revision.

        Raises UserError when something is wrong, when nothing has changed, or when another window changed
        the program meanwhile: publishing would drop what is there unseen.
        """
        if self._meet_other_window():
            self._save()
            raise UserError(
                mark("This program was changed in another window meanwhile. Yours is shown here."),
                mark("Undo shows the other version. Publish again to publish what you see."),
            )
        latest = self.published
        if latest is not None and latest.program == self.program:
            raise UserError(mark("Nothing has changed since revision {number}."), number=latest.number)
        revision = self._programs.publish(self.patient_id, self.program, note)
        self._stored = None
        self.published = revision
        self.based_on = revision.number
        self._history.close_merge()
        return revision

    def _step(self, move: Callable[[], bool]) -> bool:
        self._meet_other_window()
        if not move():
            return False
        self._save()
        return True

    def _meet_other_window(self) -> bool:
        """Before a save: what another window made meanwhile becomes a step below the present one."""
        foreign = self._foreign()
        if foreign is None:
            return False
        mine, label = self.program, self._other_window
        self._history.close_merge()
        self._history.push(foreign, label)
        self._history.push(mine, label)
        self.notice = True
        return True

    def _foreign(self) -> Program | None:
        """What another window saved or published since, if that is not what stands here; else None.

        After a publication elsewhere this editing goes on from that revision.
        """
        stored, latest = self._read(), self._programs.latest(self.program.id)
        self.published = latest
        found = stored if stored is not None and stored != self._stored else None
        if latest is not None and latest.number > (self.based_on or 0):
            self.based_on = latest.number
            found = found or latest.program
        return None if found == self.program else found

    def _save(self) -> None:
        program = self.program
        self._programs.save_draft(self.patient_id, program, self.based_on)
        self._stored = program

    def _read(self) -> Program | None:
        draft = self._programs.draft(self.program.id)
        return draft.program if draft is not None else None
