"""The first page at home: one thing to do next, the week, and pain."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_XL
from facet_desktop.ui.page import Page, side_px
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.today.presenter import CardKind, TodayModel, TodayPresenter
from facet_desktop.ui.today.session_card import SessionCardView
from facet_desktop.ui.today.side_cards import PainCard, PainEntryCard, WeekCard
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.buttons import DangerOutlineButton
from facet_desktop.ui.widgets.cards import PageHeader
from facet_desktop.ui.widgets.made_later import MadeLater
from facet_desktop.ui.widgets.scroll import PlainScrollArea
from facet_desktop.ui.widgets.tab_order import tab_as_laid_out

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from facet_desktop.services.playing import PlayedSession
    from facet_desktop.ui.context import UiContext
    from facet_desktop.ui.today.locked_card import LockedCard
    from facet_desktop.ui.today.morning_card import MorningCard

_SIDE_PX, _GAP_PX = 368, 18
_NARROW_SIDE_PX, _NARROW_BELOW_PX = 332, 960
_STACKED_BELOW_PX, _STACKED_CARD_PX = 760, 320
_LOW_BELOW_PX, _TIGHT_BELOW_PX = 760, 460
_UNLIMITED_PX = 16_777_215
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TodayPage(Page):
    """Shows what the presenter says and hands on what a person wants."""

    reads_on_open = True

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._presenter = TodayPresenter(context)
        self._model: TodayModel | None = None
        self._resume = MadeLater(self._resume_banner)
        self._entry = MadeLater(self._entry_card)
        self._locked = MadeLater(self._locked_card)
        self._morning = MadeLater(self._morning_card)
        self.setObjectName("today_page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        # Everything is made in its place: moving a filled widget styles all of it once more.
        self._content = QWidget(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(PlainScrollArea(self._content, self))
        self._column = column = QVBoxLayout(self._content)
        column.setSpacing(SPACE_M)
        column.addWidget(self._header())
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(_GAP_PX)
        self._card = SessionCardView(context, self._content)
        self._row.addWidget(self._card, 1)
        self._row.addWidget(self._side())
        column.addLayout(self._row, 1)
        self._connect()

    def refresh(self) -> None:
        """Reads the day again."""
        model = self._presenter.model()
        self._model = model
        if model is None:
            self.navigate.emit("first-run")
            return
        self.present(model)

    def present(self, model: TodayModel) -> None:
        """Shows a model; asks nothing and emits nothing."""
        self._head.set_title(model.greeting)
        self._head.set_subtitle(model.subtitle)
        self._flare.setVisible(model.has_flare_help)
        before = self._made()
        if resume := self._resume.show_if(bool(model.resume)):
            resume.show_text(model.resume)
        self._present_lock(model)
        self._present_morning(model)
        self._card.present(model.card, self._presenter.next_day_text())
        self._week.present(model)
        self._pain.present(model)
        self._present_entry(model)
        if self._made() != before:
            tab_as_laid_out(self._content)

    def _made(self) -> tuple[QWidget | None, ...]:
        return self._resume.made, self._entry.made, self._locked.made, self._morning.made

    def _present_entry(self, model: TodayModel) -> None:
        """How the back is now, where the question of the morning does not ask it already."""
        is_asked = model.morning is None or bool(model.morning.verdict)
        if entry := self._entry.show_if(is_asked):
            entry.present(model)

    def _present_lock(self, model: TodayModel) -> None:
        """While sessions are locked, what to do stands in the place of the session."""
        locked = self._locked.show_if(model.locked is not None)
        if locked is not None and model.locked is not None:
            locked.present(model.locked)
        self._card.setVisible(model.locked is None)

    def _present_morning(self, model: TodayModel) -> None:
        """The question of the morning, above everything else; one question about pain at a time."""
        morning = self._morning.show_if(model.morning is not None)
        if morning is not None and model.morning is not None:
            morning.present(model.morning)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the arrangement for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, else begins the session."""
        if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.hasFocus():
            focused.click()
        elif self._model is not None and self._model.locked is not None:
            self.navigate.emit("advice")
        elif self._model is not None and self._model.card.kind is CardKind.PLAY:
            self._card.started.emit()

    def _header(self) -> PageHeader:
        self._head = PageHeader("", parent=self._content)
        self._flare = DangerOutlineButton(
            self._context.theme, self.tr("My back flared up"), "life-buoy", self._head
        )
        self._flare.setObjectName("flared_up")
        self._flare.setToolTip(self.tr("Check for warning signs, then something gentle to do now"))
        self._head.add_action(self._flare)
        return self._head

    def _resume_banner(self) -> Banner:
        banner = Banner(self._context.theme, "", Tone.PRIMARY, self._content, closable=False)
        banner.setObjectName("resume_banner")
        end = banner.add_action(self.tr("End it"), "end_session")
        end.clicked.connect(lambda: self._done(self._presenter.end_it))
        go_on = banner.add_action(self.tr("Go on"), "resume_session")
        go_on.clicked.connect(lambda: self._play_from(self._presenter.take_up))
        self._column.insertWidget(1, banner)
        return banner

    def _entry_card(self) -> PainEntryCard:
        entry = PainEntryCard(self._context, self._side_box)
        entry.rated.connect(lambda value: self._done(lambda: self._presenter.rate(value)))
        entry.set_low(self._is_low())
        self._side_column.addWidget(entry)
        return entry

    def _locked_card(self) -> LockedCard:
        from facet_desktop.ui.today.locked_card import LockedCard

        locked = LockedCard(self._context.theme, self._content)
        locked.opened.connect(lambda: self.navigate.emit("advice"))
        self._row.insertWidget(0, locked, 1, Qt.AlignmentFlag.AlignTop)
        return locked

    def _morning_card(self) -> MorningCard:
        from facet_desktop.ui.today.morning_card import MorningCard

        desk = self._presenter.morning
        morning = MorningCard(self._context.theme, self._content)
        morning.rated.connect(lambda value: self._done(lambda: desk.answer(value)))
        morning.closed.connect(lambda: self._done(desk.put_away))
        self._column.insertWidget(self._column.indexOf(self._row), morning)
        return morning

    def _side(self) -> QWidget:
        self._side_box = QWidget(self._content)
        self._side_column = column = QVBoxLayout(self._side_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        self._week = WeekCard(self._context, self._side_box)
        self._pain = PainCard(self._context, self._side_box)
        column.addWidget(self._week)
        column.addWidget(self._pain, 1)
        return self._side_box

    def _connect(self) -> None:
        self._flare.clicked.connect(lambda: self.navigate.emit("flare"))
        self._card.started.connect(lambda: self.navigate.emit("ready"))
        self._card.rested.connect(lambda: self._done(self._presenter.rest))
        self._card.unrested.connect(lambda: self._done(self._presenter.unrest))
        self._card.postponed.connect(lambda: self.status.emit(self.tr("It stays here for you.")))
        self._card.chosen_plan.connect(lambda: self.navigate.emit("plan"))
        self._context.theme.changed.connect(self._arrange)

    def _arrange(self) -> None:
        """Two columns where there is room for both, else one below the other; less air on low screens."""
        look, width = self._context.theme, self.width()
        is_low = self._is_low()
        edge, is_tight = SPACE_L if is_low else SPACE_XL, width < look.px(_TIGHT_BELOW_PX)
        side = side_px(look)
        self._column.setContentsMargins(side, edge, side, edge)
        if self._entry.made is not None:
            self._entry.made.set_low(is_low)
        is_wide = width >= look.px(_STACKED_BELOW_PX)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if is_wide else down)
        first_screen = self.height() - self._head.sizeHint().height() - 2 * edge - SPACE_M
        self._card.setMinimumHeight(0 if is_wide else max(look.px(_STACKED_CARD_PX), first_screen))
        if is_wide:
            narrow = width < look.px(_NARROW_BELOW_PX)
            self._card.set_narrow(narrow)
            self._side_box.setFixedWidth(look.px(_NARROW_SIDE_PX if narrow else _SIDE_PX))
        else:
            self._card.set_narrow(is_tight, is_tight=is_tight)
            self._side_box.setMinimumWidth(0)
            self._side_box.setMaximumWidth(_UNLIMITED_PX)

    def _is_low(self) -> bool:
        return self.height() < self._context.theme.px(_LOW_BELOW_PX)

    def _play_from(self, begin: Callable[[], PlayedSession | None]) -> None:
        try:
            session = begin()
        except (UserError, StorageError) as error:
            if self._presenter.is_locked():
                self.navigate.emit("advice")
            else:
                self._context.report(error)
            return
        if session is not None:
            self.start_playing(session)

    def _done(self, action: Callable[[], None]) -> None:
        try:
            action()
        except (UserError, StorageError) as error:
            self._context.report(error)
        self.refresh()
