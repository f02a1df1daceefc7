"""Ways into a program: templates, other programs, an empty one; and the way back into the templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facet_desktop.domain.program import PlannedSession, Program
from facet_desktop.services.program_files import fresh_program
from facet_desktop.ui.editor.body import EditorBody
from facet_desktop.ui.editor.chooser import TemplateChooser
from facet_desktop.ui.editor.desk import Desk
from facet_desktop.ui.editor.name_popover import NamePopover


class Beginning(QObject):
    """What is begun with takes the place of the present program as one change that can be undone."""

    began = Signal()
    """A program was opened or replaced; the keyboard goes to its exercises."""

    def __init__(self, page: QWidget, desk: Desk, body: EditorBody, chooser: TemplateChooser) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._body = body
        self._chooser = chooser
        chooser.chosen.connect(self.begin_with)
        chooser.empty_wanted.connect(self.begin_empty)
        chooser.program_wanted.connect(partial(self.open_programs, can_add=False))

    @cached_property
    def names(self) -> NamePopover:
        """Asks for the name of a template; made when it is first opened."""
        return NamePopover(self._desk.context, self._page)

    def begin_with(self, key: str) -> None:
        """Begins with a template: the slug of one that ships, or the id of an own one."""
        self._desk.do(lambda: self._put(self._desk.state.services.templates.program(key)))
        self.began.emit()

    def begin_empty(self) -> None:
        """Begins with one empty session."""
        state = self._desk.state
        self._desk.do(lambda: self._put(state.empty_program(), self.tr("Begin with an empty program")))
        self.began.emit()

    def open_programs(self, *, can_add: bool = True) -> None:
        """Shows the programs from which something can be taken over."""
        from facet_desktop.ui.editor.taking.dialog import TakingDialog
        from facet_desktop.ui.editor.taking.presenter import TakingPresenter

        state = self._desk.state
        presenter = TakingPresenter(state)
        dialog = TakingDialog(self._desk.context, presenter, self._page, can_add=can_add)
        dialog.exercises_wanted.connect(self._add_exercises)
        dialog.sessions_wanted.connect(self._add_sessions)
        dialog.program_wanted.connect(self._take_program)
        dialog.open()

    def save_template(self) -> None:
        """Asks for a name and keeps the program as an own template."""
        state = self._desk.state
        title = self.tr("Save as a template named")
        button = self._body.header.publish_button
        self.names.ask(button, title, state.program.title, self._save_template)

    def _save_template(self, name: str) -> None:
        kept = self._desk.state.services.templates.save(self._desk.state.program, name)
        said = self.tr("{name} is one of our own templates now.").format(name=kept.name)
        self._body.toast.show_note(said)

    def _take_program(self, program: Program) -> None:
        new = self._desk.state.services.ids.new
        self._desk.do(lambda: self._put(fresh_program(program, new)))
        self.began.emit()

    def _add_exercises(self, sessions: Sequence[PlannedSession]) -> None:
        items = [item for session in sessions for item in session.items]
        self._added(lambda: self._desk.items.take_over(items), len(items))

    def _add_sessions(self, sessions: Sequence[PlannedSession]) -> None:
        label = self.tr("Add {count} sessions").format(count=len(sessions))
        if len(sessions) == 1:
            label = self.tr("Add {name}").format(name=sessions[0].name)
        count = sum(len(session.items) for session in sessions)
        self._added(lambda: self._desk.plan.take_over(sessions, label), count)

    def _added(self, act: Callable[[], None], count: int) -> None:
        if self._desk.do(act):
            said = self.tr("{what} added.").format(what=self._desk.words.exercises(count))
            self._body.toast.show_note(said, can_undo=True)
        self.began.emit()

    def _put(self, made: Program, label: str = "") -> None:
        """Makes a program the patient's draft: a new one, or in place of the present one."""
        state = self._desk.state
        if state.patient is None:
            return
        if state.edit is None:
            state.begin(state.services.programs.save_draft(state.patient.id, made, None))
            return
        named = label or self.tr("Begin with {title}").format(title=made.title)
        state.apply(lambda old: replace(made, id=old.id), named)
