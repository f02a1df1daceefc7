"""The program editor as a page: takes what a person wants, lets it happen, and shows the result."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from facet_desktop.services.events import (
    DraftSaved,
    Event,
    LibraryLoaded,
    PatientChanged,
    ProgramPublished,
    SettingsChanged,
    TemplatesChanged,
)
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.beginning import Beginning
from facet_desktop.ui.editor.body import LIBRARY, EditorBody
from facet_desktop.ui.editor.chooser import TemplateChooser
from facet_desktop.ui.editor.command_presenter import CommandPresenter, CommandWords
from facet_desktop.ui.editor.desk import Desk
from facet_desktop.ui.editor.files import ProgramFiles
from facet_desktop.ui.editor.library_presenter import FilterWords, LibraryPresenter
from facet_desktop.ui.editor.menus import EditorMenus
from facet_desktop.ui.editor.publishing import Publishing
from facet_desktop.ui.editor.state import Starters
from facet_desktop.ui.editor.wiring import EditorWiring
from facet_desktop.ui.handout import open_handout
from facet_desktop.ui.page import Page
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.empty_state import EmptyState

Key = QKeySequence.StandardKey
_SHOWN_AFTER = (PatientChanged, SettingsChanged, LibraryLoaded, ProgramPublished, TemplatesChanged)


class EditorPage(Page):
    """Library, outline and inspector of the current patient's draft; or the choice of what to begin with."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_choosing = False
        self.setObjectName("editor_page")
        self.setAccessibleName(self.tr("Program editor"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAcceptDrops(True)
        starters = Starters(self.tr("New program"), self.tr("Early phase"), self.tr("Daily"))
        self.desk = Desk(context, starters, self._present)
        self._library = LibraryPresenter(self.desk.state, FilterWords(translate))
        command = CommandPresenter(self.desk.state, self._library, CommandWords(translate))
        self._faces = QStackedWidget(self)
        self.body = EditorBody(context, self._library, command, self._faces)
        self.chooser = TemplateChooser(context, self._faces)
        self._nobody = EmptyState(
            context.theme, "users", self.tr("No patient yet"),
            self.tr("Add a patient first; then build a program here."), self._faces,
        )  # fmt: skip
        for face in (self.body, self.chooser, self._nobody):
            self._faces.addWidget(face)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._faces)
        self.wiring = EditorWiring(self, self.desk, self.body)
        self.beginning = Beginning(self, self.desk, self.body, self.chooser)
        self.publishing = Publishing(self, self.desk, self.body)
        self.files = ProgramFiles(self, self.desk)
        self.menus = EditorMenus(self, self.desk, self.body)
        self._connect()
        self._add_actions()

    def open_program(self, patient_id: str) -> None:
        """Makes a patient the current one and opens what there is to edit for them."""
        self._context.services.patients.choose(patient_id)
        self.refresh()

    def refresh(self) -> None:
        """Opens the draft of the current patient, or shows it again with what happened meanwhile."""
        self.desk.do(lambda: self.desk.state.open(self._context.services.patients.current()))
        if self.desk.state.edit is not None:
            self.body.library.present()

    def concerns(self, event: Event) -> bool:
        """Whether something happened elsewhere that shows here."""
        if self.desk.is_busy:
            return False
        state = self.desk.state
        if isinstance(event, DraftSaved):
            return state.edit is not None and event.program_id == state.program.id
        return isinstance(event, _SHOWN_AFTER)

    def leave(self) -> bool:
        """Everything is stored already; only what lies over the program is closed."""
        self._is_choosing = False
        self.body.command.close_line()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to the exercises."""
        super().focusInEvent(event)
        if self._faces.currentWidget() is self.body:
            self.focus_exercises()
        elif self._faces.currentWidget() is self.chooser:
            self.chooser.focus_search()

    def focus_exercises(self) -> None:
        """Puts the keyboard on the cards, or on the place to add the first one."""
        self.body.show_exercises()
        target = self.body.outline if self.desk.state.session.items else self.body.hint
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the exercises."""
        if event.key() == Qt.Key.Key_Escape and self._faces.currentWidget() is self.body:
            self.focus_exercises()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes program files."""
        if self.files.dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Imports a program file."""
        path = self.files.dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.files.import_file(path)

    def _present(self) -> None:
        state = self.desk.state
        if state.edit is None or self._is_choosing:
            self._show_start()
            return
        self._faces.setCurrentWidget(self.body)
        if self._library.follow(state.phase.phase):
            self.body.library.present()
        view = self.desk.builder.view()
        self.body.present(view)
        self._name_actions(view.header.undo, view.header.redo)
        if state.edit.notice:
            state.edit.notice = False
            self.body.toast.show_note(self.desk.words.met_other_window(), can_undo=True)

    def _show_start(self) -> None:
        patient = self.desk.state.patient
        self._set_actions_enabled(False)
        if patient is None:
            self._faces.setCurrentWidget(self._nobody)
            return
        self.chooser.present(patient=patient.name, can_go_back=self.desk.state.edit is not None)
        self._faces.setCurrentWidget(self.chooser)

    def _connect(self) -> None:
        header = self.body.header
        header.undo_wanted.connect(self.undo)
        header.redo_wanted.connect(self.redo)
        header.handout_wanted.connect(self._open_handout)
        header.preview_wanted.connect(self.publishing.preview)
        header.publish_wanted.connect(self.publishing.ask)
        self.body.toast.undone.connect(self.undo)
        self.body.command.closed.connect(self.focus_exercises)
        self.publishing.preview_ready.connect(self.start_playing)
        self.publishing.published.connect(self._published)
        self.files.said.connect(self.body.toast.show_note)
        self.beginning.began.connect(self._begun)
        self.chooser.back_wanted.connect(self._begun)

    def _open_handout(self) -> None:
        """Shows the program as the patient's paper."""
        state = self.desk.state
        if state.edit is not None:
            open_handout(self._context, state.program, state.patient, self)

    def undo(self) -> None:
        """Takes the last change back."""
        if self.desk.state.edit is not None:
            self.desk.do(lambda: self.desk.state.step(self.desk.state.editing.undo))

    def redo(self) -> None:
        """Brings the last undone change back."""
        if self.desk.state.edit is not None:
            self.desk.do(lambda: self.desk.state.step(self.desk.state.editing.redo))

    def _published(self, sentence: str) -> None:
        self._present()
        self.body.toast.show_note(sentence)
        self.status.emit(sentence)

    def _begun(self) -> None:
        """Back to the program, or on to the one that was begun."""
        self._is_choosing = False
        self._present()
        self.focus_exercises()

    def _show_chooser(self) -> None:
        self._is_choosing = True
        self._present()
        self.chooser.focus_search()

    def _search(self) -> None:
        if self.body.is_narrow:
            self.body.show_side(LIBRARY)
        self.body.library.start_search()

    def _add_actions(self) -> None:
        add, desk, items = self.menus.actions.add, self.desk, self.desk.items
        add("undo", self.tr("Undo"), [Key.Undo, "Ctrl+Z"], self.undo)
        add("redo", self.tr("Redo"), [Key.Redo, "Ctrl+Shift+Z", "Ctrl+Y"], self.redo)
        add("add", self.tr("Add by name…"), ["Ctrl+K"], self.body.command.open)
        add("search", self.tr("Search the library"), [Key.Find], self._search)
        add("duplicate", self.tr("Duplicate"), ["Ctrl+D"], lambda: desk.do(items.duplicate))
        add("remove", self.tr("Remove"), [], self.wiring.remove)
        add("group", self.tr("Group as circuit"), ["Ctrl+G"], self.wiring.group)
        add("ungroup", self.tr("Take out of circuit"), ["Ctrl+Shift+G"], self.wiring.ungroup)
        add("days", self.tr("Days and times…"), ["Ctrl+E"], self.wiring.open_days)
        add("precautions", self.tr("Precautions…"), ["Ctrl+Shift+P"], self.wiring.open_precautions)
        add("title", self.tr("Rename the program"), ["F4"], self.body.header.title.begin)
        add("template", self.tr("Begin with another program…"), ["Ctrl+Shift+N"], self._show_chooser)
        add("take", self.tr("Add from a program…"), ["Ctrl+Shift+K"], self.beginning.open_programs)
        add("save_template", self.tr("Save as a template…"), ["Ctrl+Shift+S"], self.beginning.save_template)
        add("import", self.tr("Import from a file…"), [], self.files.ask_import)
        add("export", self.tr("Export to a file…"), [], self.files.ask_export)
        add("handout", self.tr("Handout…"), [Key.Print, "Ctrl+P"], self._open_handout)
        add("preview", self.tr("Preview"), ["F5"], self.publishing.preview)
        add("revisions", self.tr("Revisions…"), ["Ctrl+Shift+R"], self.menus.open_revisions)
        add("publish", self.tr("Publish…"), ["Ctrl+Return", "Ctrl+Enter"], self.publishing.ask)

    def _name_actions(self, undo: str, redo: str) -> None:
        self._set_actions_enabled(True)
        self.menus.actions.name_steps(undo, redo)
        keys = ("duplicate", "remove", *self.menus.items.KEYS)
        self.menus.actions.enable(keys, bool(self.desk.state.selected))

    def _set_actions_enabled(self, enabled: bool) -> None:
        self.menus.actions.enable(tuple(self.menus.actions.keys()), enabled)
