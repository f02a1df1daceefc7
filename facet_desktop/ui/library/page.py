"""The Library page: looking for an exercise, and looking at one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.services.events import DraftSaved, Event, LibraryLoaded, PatientChanged, SettingsChanged
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.library.browse import BrowseView
from facet_desktop.ui.library.detail import DetailView
from facet_desktop.ui.library.presenter import LibraryPresenter
from facet_desktop.ui.library.program_add import Added, ProgramAdder
from facet_desktop.ui.library.words import LibraryWords
from facet_desktop.ui.metrics import SPACE_M, SPACE_XL
from facet_desktop.ui.page import Page
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.buttons import IconButton, SecondaryButton
from facet_desktop.ui.widgets.cards import PageHeader
from facet_desktop.ui.widgets.toast import Toast

_MARGIN_PX = 22
_CONCERNS = (LibraryLoaded, PatientChanged, SettingsChanged, DraftSaved)


class LibraryPage(Page):
    """Keeps search, filters and the open exercise while the program runs."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        words = LibraryWords(translate)
        self._presenter = LibraryPresenter(context.services, context.words, words)
        self._adder = ProgramAdder(context.services)
        self._slug = ""
        self._added: Added | None = None
        self.setObjectName("library_page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._browse = BrowseView(context, words, self)
        self._browse.asked.connect(lambda _: self._render_browse())
        self._browse.toggled.connect(self._toggle)
        self._browse.cleared.connect(self._clear)
        self._browse.opened.connect(self.open)
        self._detail = DetailView(context, self)
        self._detail.chosen.connect(self.open)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._browse_side())
        self._stack.addWidget(self._detail_side())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN_PX, SPACE_XL, _MARGIN_PX, SPACE_M)
        outer.addWidget(self._stack)
        self._toast = Toast(context.theme, self)
        self._toast.undone.connect(self._take_back)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._start_search)

    def concerns(self, event: Event) -> bool:
        """What is played or rated changes nothing here."""
        return isinstance(event, _CONCERNS)

    def refresh(self) -> None:
        """Reads the library again; an exercise that is gone gives way to the list."""
        self._render_browse()
        if self._slug and self._presenter.exercise(self._slug) is None:
            self.close_exercise()
        elif self._slug:
            self._render_detail()

    def open(self, slug: str) -> None:
        """Shows one exercise."""
        self._slug = slug
        self._browse.gallery.choose(slug)
        self._render_detail()
        self._stack.setCurrentIndex(1)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_exercise(self) -> None:
        """Back to the list, to the exercise that was open."""
        if self._slug:
            self._browse.gallery.choose(self._slug)
        self._slug = ""
        self._stack.setCurrentIndex(0)
        self._browse.gallery.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, Space stops the figure or lets it go on."""
        if self._slug and event.key() == Qt.Key.Key_Escape:
            self.close_exercise()
        elif self._slug and event.key() == Qt.Key.Key_Space:
            self._detail.figure.toggle()
        else:
            super().keyPressEvent(event)

    def _browse_side(self) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        self._head = PageHeader(
            self.tr("Library"), self.tr("Every exercise, with a figure that moves."), side
        )
        column.addWidget(self._head)
        column.addWidget(self._browse, 1)
        return side

    def _detail_side(self) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        look = self._context.theme
        back = self.tr("Back to the library (Escape)")
        self._back = IconButton(look, "arrow-left", back, side, framed=True)
        self._back.setObjectName("library_back")
        self._back.clicked.connect(self.close_exercise)
        self._title = PageHeader("", "", side)
        self._add = SecondaryButton(look, self.tr("Add to program"), "plus", side)
        self._add.setObjectName("library_add")
        self._add.clicked.connect(self._add_to_program)
        self._title.add_action(self._add)
        row = QHBoxLayout()
        row.setSpacing(SPACE_M)
        row.addWidget(self._back)
        row.addWidget(self._title, 1)
        column.addLayout(row)
        column.addWidget(self._detail, 1)
        return side

    def _render_browse(self) -> None:
        self._browse.present(self._presenter.browse(self._browse.search.text()))

    def _render_detail(self) -> None:
        exercise = self._presenter.exercise(self._slug)
        if exercise is None:
            return
        model = self._presenter.detail(exercise)
        self._title.set_title(model.name)
        self._title.set_subtitle(model.also_called)
        self._add.setVisible(self._presenter.is_clinic and self._adder.can_add())
        figures = self._context.services.figures
        self._detail.present(model, exercise, figures.find(exercise.slug), None)

    def _toggle(self, kind: str, value: str) -> None:
        self._presenter.choice.toggle(kind, value)
        self._render_browse()

    def _clear(self) -> None:
        self._presenter.choice.clear()
        self._render_browse()

    def _start_search(self) -> None:
        if self._slug:
            self.close_exercise()
        self._browse.start_search()

    def _add_to_program(self) -> None:
        exercise = self._presenter.exercise(self._slug)
        if exercise is None:
            return
        try:
            self._added = self._adder.add(exercise, self.tr("Add an exercise"))
        except (UserError, StorageError) as error:
            self._context.report(error)
            return
        if self._added is not None:
            note = self.tr("Added to {session}.").format(session=self._added.session)
            self._toast.show_note(note, can_undo=True)

    def _take_back(self) -> None:
        if self._added is None:
            return
        try:
            self._adder.take_back(self._added, self.tr("Remove an exercise"))
        except (UserError, StorageError) as error:
            self._context.report(error)
        self._added = None
