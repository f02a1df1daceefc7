"""The menus of the editor, and the keys of all its actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from facet_desktop.domain.editing.refusal import MAX_NAME
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.program import EVERY_DAY, Gate, Program, Schedule
from facet_desktop.ui.editor.actions import EditorActions
from facet_desktop.ui.editor.body import EditorBody
from facet_desktop.ui.editor.copy_popover import CopyPopover
from facet_desktop.ui.editor.desk import Desk
from facet_desktop.ui.editor.gate_popover import GatePopover
from facet_desktop.ui.editor.item_menu import ItemMenu
from facet_desktop.ui.editor.name_popover import NamePopover
from facet_desktop.ui.widgets.stored_text import button_text

Key = QKeySequence.StandardKey


class EditorMenus(QObject):
    """Fills and opens the menus of program, phase and session."""

    def __init__(self, page: QWidget, desk: Desk, body: EditorBody) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._body = body
        self.actions = EditorActions(page)
        self.names = NamePopover(desk.context, page)
        self.gates = GatePopover(desk.context, page)
        self.gates.confirmed.connect(self._set_gate)
        body.header.menu_wanted.connect(self._open_program_menu)
        body.session_bar.session_menu_wanted.connect(self._open_session_menu)
        body.session_bar.phase_menu_wanted.connect(self._open_phase_menu)
        body.session_bar.gate_wanted.connect(self._open_gate)
        body.session_bar.session_rename_wanted.connect(self.rename_session)
        body.session_bar.session_added.connect(self.add_session)
        self._add_session_actions()
        self.items = ItemMenu(page, desk, body, self.actions)

    @cached_property
    def copying(self) -> CopyPopover:
        """Asks to which days a session is copied; made when it is first opened."""
        popover = CopyPopover(self._desk.context, self._page)
        popover.confirmed.connect(self._copy_to)
        return popover

    def add_session(self) -> None:
        """Adds a session and asks for its name."""
        state = self._desk.state
        name = self.tr("Session {number}").format(number=len(state.phase.sessions) + 1)
        if self._desk.do(lambda: self._desk.plan.add_session(name, self.tr("Add session"))):
            QTimer.singleShot(0, self, self.rename_session)

    def rename_session(self) -> None:
        """Asks for another name of the shown session."""
        plan = self._desk.plan
        self._ask(
            self.tr("Name of the session"),
            self._desk.state.session.name,
            lambda name: plan.rename_session(name, self.tr("Rename session")),
        )

    def _add_session_actions(self) -> None:
        add, plan, do = self.actions.add, self._desk.plan, self._desk.do
        add("session_add", self.tr("Add a session"), ["Ctrl+T"], self.add_session)
        add("session_rename", self.tr("Rename…"), ["Ctrl+R"], self.rename_session)
        add("session_copy", self.tr("Duplicate session"), ["Ctrl+Shift+D"], self._copy_session)
        add("session_days", self.tr("Copy to other days…"), ["Ctrl+Shift+E"], self.open_copy)
        add(
            "session_left",
            self.tr("Move left"),
            ["Ctrl+Shift+PgUp"],
            lambda: do(lambda: plan.move_session(-1, self.tr("Move session"))),
        )
        add(
            "session_right",
            self.tr("Move right"),
            ["Ctrl+Shift+PgDown"],
            lambda: do(lambda: plan.move_session(1, self.tr("Move session"))),
        )
        add("session_remove", self.tr("Remove session"), [], self._remove_session)
        add(
            "session_next", self.tr("Next session"), ["Ctrl+PgDown"], lambda: do(lambda: plan.step_session(1))
        )
        add(
            "session_back",
            self.tr("Previous session"),
            ["Ctrl+PgUp"],
            lambda: do(lambda: plan.step_session(-1)),
        )

    def _copy_session(self) -> None:
        name = self.tr("{name} copy").format(name=self._desk.state.session.name)
        self._desk.do(lambda: self._desk.plan.duplicate_session(name, self.tr("Duplicate session")))

    def open_copy(self) -> None:
        """Asks to which other days the session is copied; those that are free are chosen."""
        session = self._desk.state.session
        free = EVERY_DAY - session.schedule.weekdays
        self.copying.open_for(self._body.session_bar.schedule_button, session.name, free)

    def _copy_to(self, weekdays: frozenset[int]) -> None:
        session, terms = self._desk.state.session, self._desk.context.words.terms
        days = terms.weekdays(weekdays)
        name = f"{session.name[: MAX_NAME - len(days) - 3].rstrip()} ({days})"
        label = self.tr("Copy {name} to {days}").format(name=session.name, days=days)
        schedule = Schedule(weekdays, session.schedule.times_per_day)
        self._desk.do(lambda: self._desk.plan.duplicate_session(name, label, schedule))

    def _remove_session(self) -> None:
        name = self._desk.state.session.name
        if self._desk.do(lambda: self._desk.plan.remove_session(self.tr("Remove session"))):
            self._body.toast.show_note(self.tr("{name} removed.").format(name=name), can_undo=True)

    def _open_session_menu(self, at: QPoint) -> None:
        menu = self._menu("editor_session_menu")
        groups = (
            ("session_add", "session_rename", "session_copy", "session_days"),
            ("session_left", "session_right"),
            ("session_back", "session_next"),
            ("session_remove",),
        )
        self.actions.fill(menu, groups)
        menu.popup(at)

    def _open_program_menu(self, at: QPoint) -> None:
        menu = self._menu("editor_program_menu")
        self.actions.fill(menu, (("undo", "redo"), ("add", "take")))
        self.items.fill(menu.addMenu(self.tr("Selected exercises")))
        groups = (
            ("title", "days", "precautions"),
            ("template", "save_template"),
            ("import", "export"),
            ("handout", "preview", "publish", "revisions"),
        )
        self.actions.fill(menu, groups)
        menu.popup(at)

    def open_revisions(self) -> None:
        """Shows what was published, side by side with the draft or with each other."""
        from facet_desktop.ui.editor.revisions.dialog import open_revisions

        state = self._desk.state
        dialog = open_revisions(self._desk.context, state.editing.patient_id, state.program, self._page)
        dialog.wanted_back.connect(self._bring_back)

    def _bring_back(self, program: Program, number: int) -> None:
        label = self.tr("Bring back revision {number}").format(number=number)
        if self._desk.do(lambda: self._desk.state.apply(lambda _: program, label)):
            said = self.tr("Revision {number} is the draft again.").format(number=number)
            self._body.toast.show_note(said, can_undo=True)

    def _open_phase_menu(self, at: QPoint) -> None:
        menu = self._menu("editor_phase_menu")
        state, do, plan = self._desk.state, self._desk.do, self._desk.plan
        active = state.program.active_phase()
        for phase in state.program.phases:
            played = active is not None and active.id == phase.id and len(state.program.phases) > 1
            text = self.tr("{title} (played now)").format(title=phase.title) if played else phase.title
            action = menu.addAction(button_text(text), partial(do, partial(plan.show_phase, phase.id)))
            action.setCheckable(True)
            action.setChecked(phase.id == state.phase_id)
        menu.addSeparator()
        more = menu.addMenu(self.tr("Add a phase"))
        for kind in Phase:
            title = self.tr("{name} phase").format(name=state.words.terms.phase(kind).capitalize())
            more.addAction(title, partial(self._add_phase, kind, title))
        menu.addAction(self.tr("Rename…"), self._rename_phase)
        menu.addAction(self.tr("Ready for the next phase when…"), self._open_gate)
        menu.addAction(self.tr("Duplicate phase"), self._copy_phase)
        self._add_phase_moves(menu)
        menu.popup(at)

    def _add_phase_moves(self, menu: QMenu) -> None:
        do, plan = self._desk.do, self._desk.plan
        move, play = self.tr("Move phase"), self.tr("Choose the phase to play")
        menu.addAction(self.tr("Move earlier"), lambda: do(lambda: plan.move_phase(-1, move)))
        menu.addAction(self.tr("Move later"), lambda: do(lambda: plan.move_phase(1, move)))
        menu.addAction(self.tr("Play this phase now"), lambda: do(lambda: plan.play_phase(play)))
        menu.addSeparator()
        menu.addAction(self.tr("Remove phase"), self._remove_phase)

    def _add_phase(self, kind: Phase, title: str) -> None:
        self._desk.do(lambda: self._desk.plan.add_phase(kind, title, self.tr("Add phase")))

    def _rename_phase(self) -> None:
        plan = self._desk.plan
        self._ask(
            self.tr("Name of the phase"),
            self._desk.state.phase.title,
            lambda name: plan.rename_phase(name, self.tr("Rename phase")),
        )

    def _open_gate(self) -> None:
        self.gates.open_for(self._body.session_bar, self._desk.state.phase.gate)

    def _set_gate(self, gate: Gate | None) -> None:
        self._desk.do(lambda: self._desk.plan.set_gate(gate, self.tr("Change when a phase ends")))

    def _copy_phase(self) -> None:
        name = self.tr("{name} copy").format(name=self._desk.state.phase.title)
        self._desk.do(lambda: self._desk.plan.duplicate_phase(name, self.tr("Duplicate phase")))

    def _remove_phase(self) -> None:
        name = self._desk.state.phase.title
        if self._desk.do(lambda: self._desk.plan.remove_phase(self.tr("Remove phase"))):
            self._body.toast.show_note(self.tr("{name} removed.").format(name=name), can_undo=True)

    def _ask(self, title: str, name: str, take: Callable[[str], None]) -> None:
        self.names.ask(
            self._body.session_bar, title, name, lambda text: self._desk.attempt(lambda: take(text))
        )

    def _menu(self, key: str) -> QMenu:
        menu = QMenu(self._page)
        menu.setObjectName(key)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
