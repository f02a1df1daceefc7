"""Preview and publish."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from facet_desktop.domain.errors import UserError
from facet_desktop.domain.program import Program
from facet_desktop.ui.editor.body import EditorBody
from facet_desktop.ui.editor.desk import Desk
from facet_desktop.ui.editor.publish_popover import PublishPopover
from facet_desktop.ui.translation import error_line, translate


class Publishing(QObject):
    """Asks for a note, publishes, and leads to the first thing that stands in the way."""

    preview_ready = Signal(object)
    published = Signal(str)

    def __init__(self, page: QWidget, desk: Desk, body: EditorBody) -> None:
        super().__init__(page)
        self._desk = desk
        self._body = body
        self.popover = PublishPopover(desk.context, page)
        self.popover.confirmed.connect(self.publish)

    def preview(self) -> None:
        """Plays the shown session without recording it."""
        state = self._desk.state
        pacing = state.services.settings.present.pacing
        try:
            patient = state.services.patients.current()
            played = state.services.play.preview(state.session, pacing, patient.id if patient else None)
        except UserError as error:
            self._desk.context.report(error)
        else:
            self.preview_ready.emit(played)

    def ask(self) -> None:
        """Asks for the note, or says what must be mended first."""
        state = self._desk.state
        self.popover.say_changes(self._changes())
        self.popover.open_for(self._body.header.publish_button, state.editing.draft_number)
        self._list_problems(state.program)

    def publish(self, note: str) -> None:
        """Publishes with a note. What is wrong is listed, and the first place of it is shown."""
        state = self._desk.state
        if self._list_problems(state.program):
            self.popover.hide()
            self._go_to_problem(state.program)
            return
        try:
            revision = state.editing.publish(note)
        except UserError as error:
            self.popover.show_problems([error_line(error)])
            return
        self.popover.hide()
        self.published.emit(self.tr("Revision {number} is published.").format(number=revision.number))

    def _changes(self) -> str:
        """What differs from the revision that is played now, in one sentence; nothing before the first."""
        from facet_desktop.domain.comparison import compare
        from facet_desktop.ui.editor.revisions.words import ComparisonWords

        published = self._desk.state.editing.published
        if published is None:
            return ""
        summary = ComparisonWords(translate).summary(compare(published.program, self._desk.state.program))
        return self.tr("Since revision {number}. {summary}").format(number=published.number, summary=summary)

    def _list_problems(self, program: Program) -> bool:
        sentences = [
            self.tr("{place}: {reason}.").format(place=place, reason=reason)
            for place, reason in program.problems()
        ]
        self.popover.show_problems(sentences)
        return bool(sentences)

    def _go_to_problem(self, program: Program) -> None:
        first = _first_unsound(program)
        if first is not None:
            self._desk.do(lambda: self._show(*first))
            self._body.inspector.form.focus_first()
        elif not program.title.strip():
            self._body.header.title.begin()
        else:
            self._body.hint.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, phase_id: str, session_id: str, item_id: str) -> None:
        self._desk.plan.show_phase(phase_id)
        self._desk.plan.show_session(session_id)
        self._desk.state.choose((item_id,))


def _first_unsound(program: Program) -> tuple[str, str, str] | None:
    """Ids of phase, session and exercise of the first unsound prescription."""
    for phase, session in program.sessions():
        for item in session.items:
            if item.problems():
                return phase.id, session.id, item.id
    return None
