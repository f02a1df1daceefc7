"""The Library page: looking for an exercise, looking at one, and making one's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from facet_desktop.domain.dose import Side
from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.services.events import DraftSaved, Event, LibraryLoaded, PatientChanged, SettingsChanged
from facet_desktop.services.own_records import FormKind, FormPlace
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.figure.moving_card import still_picture
from facet_desktop.ui.library.browse import BrowseView
from facet_desktop.ui.library.browse_head import BrowseHead
from facet_desktop.ui.library.detail import DetailView
from facet_desktop.ui.library.detail_head import DetailHead
from facet_desktop.ui.library.form.side import FormSide
from facet_desktop.ui.library.own_actions import OwnActions
from facet_desktop.ui.library.presenter import LibraryPresenter
from facet_desktop.ui.library.program_add import ProgramAdder
from facet_desktop.ui.library.words import LibraryWords
from facet_desktop.ui.metrics import SPACE_M, SPACE_XL
from facet_desktop.ui.page import Page
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.stored_text import button_text
from facet_desktop.ui.widgets.toast import Toast

_MARGIN_PX = 22
_CONCERNS = (LibraryLoaded, PatientChanged, SettingsChanged, DraftSaved)
_BROWSE, _DETAIL, _FORM = range(3)


class LibraryPage(Page):
    """Keeps search, filters and the open exercise while the program runs."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        words = LibraryWords(translate)
        self._presenter = LibraryPresenter(context.services, context.words, words)
        self._adder = ProgramAdder(context.services)
        self._own = OwnActions(context, self)
        self._own.stored.connect(self.open)
        self._own.told.connect(self._tell)
        self._slug = ""
        self._undo: Callable[[], None] | None = None
        self.setObjectName("library_page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._browse = BrowseView(context, words, self)
        self._detail = DetailView(context, self)
        self._stack = QStackedWidget(self)
        for side in (self._browse_side(), self._detail_side(), self._form_side()):
            self._stack.addWidget(side)
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
        if self._stack.currentIndex() == _FORM:
            self._stay_in_form()
        elif self._slug and self._presenter.exercise(self._slug) is None:
            self.close_exercise()
        elif self._slug:
            self._render_detail()

    def leave(self) -> bool:
        """What is filled in is kept and stays open; asks only where it could not be kept."""
        return self._form.may_leave()

    def open(self, slug: str) -> None:
        """Shows one exercise."""
        self._form.end()
        self._slug = slug
        self._browse.gallery.choose(slug)
        self._render_detail()
        self._stack.setCurrentIndex(_DETAIL)
        if not self._detail.take_focus():
            self._detail_head.take_focus()

    def close_exercise(self) -> None:
        """Back to the list, to the exercise that was open."""
        if self._slug:
            self._browse.gallery.choose(self._slug)
        self._slug = ""
        self._stack.setCurrentIndex(_BROWSE)
        self._browse.gallery.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, Space stops the figure or lets it go on, Page Down reads on."""
        place, key = self._stack.currentIndex(), event.key()
        if place == _DETAIL and key == Qt.Key.Key_Escape:
            self.close_exercise()
        elif place == _FORM and key == Qt.Key.Key_Escape:
            self._form.cancel()
        elif place == _DETAIL and key == Qt.Key.Key_Space:
            self._detail.figure.toggle()
        elif place == _DETAIL and self._detail.scroll_by(key):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _browse_side(self) -> QWidget:
        self._head = BrowseHead(self._context.theme, self)
        self._head.made.connect(self._make_new)
        self._head.imported.connect(self._own.ask_for_file)
        self._head.brought_back.connect(self._offer_archived)
        self._browse.asked.connect(lambda _: self._render_browse())
        self._browse.toggled.connect(self._toggle)
        self._browse.cleared.connect(self._clear)
        self._browse.opened.connect(self.open)
        return self._side(self._head, self._browse)

    def _detail_side(self) -> QWidget:
        self._detail_head = head = DetailHead(self._context.theme, self)
        head.back.connect(self.close_exercise)
        head.add.connect(self._add_to_program)
        head.copy.connect(self._copy)
        head.change.connect(self.change)
        head.export.connect(self._export)
        head.put_away.connect(self._put_away)
        self._detail.chosen.connect(self.open)
        self._detail.turned.connect(self._show_turn)
        return self._side(head, self._detail)

    def _form_side(self) -> QWidget:
        self._form = FormSide(self._context, self)
        self._form.cancelled.connect(self._after_form)
        self._form.saved.connect(self._show_saved)
        return self._form

    def _side(self, head: QWidget, body: QWidget) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addWidget(head)
        column.addWidget(body, 1)
        return side

    def _render_browse(self) -> None:
        self._browse.present(self._presenter.browse(self._browse.search.text()))
        is_clinic = self._presenter.is_clinic
        archived = len(self._context.services.own.archived()) if is_clinic else 0
        self._head.present(is_clinic=is_clinic, archived=archived)

    def _render_detail(self) -> None:
        exercise = self._presenter.exercise(self._slug)
        if exercise is None:
            return
        model = self._presenter.detail(exercise)
        is_clinic = self._presenter.is_clinic
        self._detail_head.present(model, is_clinic=is_clinic, can_add=is_clinic and self._adder.can_add())
        figures = self._context.services.figures
        movement = figures.find(exercise.slug)
        still = figures.still(exercise.slug) if movement is None else None
        self._detail.present(model, exercise.in_turn(1), movement, still_picture(still))

    def _show_turn(self, place: int) -> None:
        exercise = self._presenter.exercise(self._slug)
        turn = exercise.turn(place + 1) if exercise is not None else None
        if exercise is not None and turn is not None:
            movement = self._context.services.figures.find(turn.figure)
            sided = exercise.dose.side is not Side.BOTH
            self._detail.figure.show_exercise(exercise.in_turn(place + 1), movement, None, one_sided=sided)

    def _toggle(self, kind: str, value: str) -> None:
        self._presenter.choice.toggle(kind, value)
        self._render_browse()

    def _clear(self) -> None:
        self._presenter.choice.clear()
        self._render_browse()

    def _start_search(self) -> None:
        if self._stack.currentIndex() == _FORM:
            return
        if self._slug:
            self.close_exercise()
        self._browse.start_search()

    # -- a clinic's own --

    def _make_new(self) -> None:
        note = self.tr("Written by this clinic.")
        self._form.begin(
            self._context.services.own.blank(note), self.tr("New exercise"), FormPlace(FormKind.NEW)
        )
        self._stack.setCurrentIndex(_FORM)

    def _copy(self) -> None:
        exercise = self._presenter.exercise(self._slug)
        if exercise is not None:
            name = self.tr("{name}, own version").format(name=exercise.name)
            copied = self._context.services.own.copy_of(exercise, name)
            title = self.tr("Copy of {name}").format(name=exercise.name)
            self._form.begin(copied, title, FormPlace(FormKind.COPY, exercise.slug))
            self._stack.setCurrentIndex(_FORM)

    def change(self) -> None:
        """Opens the form for the open exercise, which is the clinic's own."""
        content = self._context.services.own.content(self._slug)
        if content is not None:
            title = self.tr("Change {name}").format(name=content.exercise.name)
            self._form.begin(content, title, FormPlace(FormKind.CHANGE, self._slug))
            self._stack.setCurrentIndex(_FORM)

    def _stay_in_form(self) -> None:
        """The form is a clinic's; at home, what is filled in waits until a clinic opens it again."""
        self._render_detail()
        if not self._presenter.is_clinic:
            self._form.end()
            self._after_form()

    def _after_form(self) -> None:
        if self._slug and self._presenter.exercise(self._slug) is None:
            self.close_exercise()
        else:
            self._stack.setCurrentIndex(_DETAIL if self._slug else _BROWSE)

    def _show_saved(self, slug: str, version: int) -> None:
        self._browse.thumbs.forget()
        self.open(slug)
        self._tell(self.tr("Saved as version {number}.").format(number=version))

    def _export(self) -> None:
        exercise = self._presenter.exercise(self._slug)
        if exercise is not None:
            self._own.export(exercise)

    def _put_away(self) -> None:
        slug, own = self._slug, self._context.services.own
        exercise = self._presenter.exercise(slug)
        if exercise is not None and self._tried(lambda: own.archive(slug)):
            note = self.tr("{name} is put away. Programs that use it keep it.").format(name=exercise.name)
            self._tell(note, lambda: own.restore(slug))

    def _offer_archived(self, corner: QPoint) -> None:
        own = self._context.services.own
        menu = QMenu(self)
        menu.setObjectName("library_archived")
        for exercise in own.archived():
            text = self.tr("Bring back {name}").format(name=exercise.name)
            menu.addAction(button_text(text), partial(self._tried, partial(own.restore, exercise.slug)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(corner)

    def _add_to_program(self) -> None:
        exercise = self._presenter.exercise(self._slug)
        try:
            added = self._adder.add(exercise, self.tr("Add an exercise")) if exercise is not None else None
        except (UserError, StorageError) as error:
            self._context.report(error)
            return
        if added is not None:
            label = self.tr("Remove an exercise")
            note = self.tr("Added to {session}.").format(session=added.session)
            self._tell(note, lambda: self._adder.take_back(added, label))

    def _tell(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self._undo = undo
        self._toast.show_note(text, can_undo=undo is not None)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            self._tried(undo)

    def _tried(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except (UserError, StorageError) as error:
            self._context.report(error)
            return False
        return True
