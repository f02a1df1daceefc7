"""The large card: what to do next, and the one button that begins it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.today.exercise_row import ExerciseRow
from facet_desktop.ui.today.presenter import CardKind, SessionCard
from facet_desktop.ui.widgets.buttons import ButtonKind, PrimaryButton, SecondaryButton, ThemedButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.chips import Chip
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from facet_desktop.ui.widgets.made_later import MadeLater
from facet_desktop.ui.widgets.scroll import PlainScrollArea
from facet_desktop.ui.widgets.signed_text import SignedText
from facet_desktop.ui.widgets.tab_order import tab_as_laid_out

if TYPE_CHECKING:
    from facet_desktop.ui.context import UiContext
    from facet_desktop.ui.widgets.empty_state import EmptyState

_PADDING_PX = 24
_ICONS = {CardKind.DONE: "circle-check", CardKind.FREE: "calendar", CardKind.REST: "moon"}


class SessionCardView(Card):
    """Shows a `SessionCard`. Emits what a person wants; decides nothing."""

    started = Signal()
    rested = Signal()
    postponed = Signal()
    unrested = Signal()
    chosen_plan = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding_px=_PADDING_PX)
        self._context = context
        self._shown: SessionCard | None = None
        self._next_day = ""
        self._is_narrow = False
        self.setObjectName("session_card")
        self._plan = QWidget(self)
        self._empty = MadeLater(self._empty_page)
        self._state = MadeLater(self._state_line)
        self._again = MadeLater(self._again_button)
        self._undo_rest = MadeLater(self._undo_button)
        self.body.addWidget(self._plan)
        self._fill_plan()

    @property
    def start_button(self) -> ThemedButton:
        """The button that begins the session."""
        return self._start

    def set_narrow(self, is_narrow: bool, *, is_tight: bool = False) -> None:
        """Leave out what is said elsewhere too, where there is little width.

        With `is_tight` the buttons stand below each other.
        """
        self._is_narrow = is_narrow
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(down if is_tight else across)
        self._hint.setVisible(not is_narrow and not self._start.isHidden())

    def present(self, card: SessionCard, next_day: str) -> None:
        """Show this card; `next_day` is a sentence for the menu of a rest."""
        self._next_day = next_day
        if card == self._shown:
            return
        self._shown = card
        self._show_empty(card.kind is CardKind.NO_PLAN)
        if card.kind is CardKind.NO_PLAN:
            return
        self._render_head(card)
        self._render_state(card)
        self._render_items(card)
        self._render_actions(card)

    def _fill_plan(self) -> None:
        page = self._plan
        self._column = column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addLayout(self._name_row())
        self._list = QWidget(page)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        scroll = _ExerciseList(self._list, page)
        scroll.setObjectName("session_list")
        scroll.setAccessibleName(self.tr("Exercises of this session"))
        column.addWidget(scroll, 1)
        column.addLayout(self._actions())

    def _show_empty(self, is_empty: bool) -> None:
        self._plan.setVisible(not is_empty)
        self._empty.show_if(is_empty)

    def _empty_page(self) -> EmptyState:
        from facet_desktop.ui.widgets.empty_state import EmptyState

        empty = EmptyState(
            self._context.theme,
            "clipboard-list",
            self.tr("No plan yet"),
            self.tr("Choose a program, and your first session will be here."),
            self,
            action=self.tr("Choose a program"),
        )
        empty.acted.connect(self.chosen_plan)
        self.body.addWidget(empty)
        return empty

    def _name_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_M)
        self._name = ElidedLabel("", TextRole.HEADING, self._plan)
        self._name.setObjectName("session_name")
        self._chips = FlowLayout(None, SPACE_M)
        self._chips.addWidget(self._name)
        self._counter = PlainLabel("", TextRole.MUTED, self._plan, tabular=True)
        row.addLayout(self._chips, 1)
        row.addWidget(self._counter)
        return row

    def _actions(self) -> QBoxLayout:
        self._buttons = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(0, SPACE_M, 0, 0)
        row.setSpacing(SPACE_L - 2)
        look = self._context.theme
        self._start = PrimaryButton(look, self.tr("Start session"), "play", self._plan, large=True)
        self._start.setObjectName("start_session")
        self._start.setToolTip(self.tr("Start the session (Enter)"))
        self._start.clicked.connect(self.started)
        self._hint = QWidget(self._plan)
        hint = QHBoxLayout(self._hint)
        hint.setContentsMargins(0, 0, 0, 0)
        hint.setSpacing(SPACE_XS)
        hint.addWidget(PlainLabel(self.tr("or press"), TextRole.MUTED, self._hint))
        hint.addWidget(PlainLabel(self.tr("Enter"), TextRole.SECTION, self._hint))
        self._skip = ThemedButton(look, self.tr("Skip today…"), parent=self._plan, kind=ButtonKind.QUIET)
        self._skip.setObjectName("skip_today")
        self._skip.clicked.connect(self._open_menu)
        row.addWidget(self._start)
        row.addWidget(self._hint)
        self._others = QHBoxLayout()
        self._others.setSpacing(SPACE_L - 2)
        row.addLayout(self._others)
        row.addStretch(1)
        row.addWidget(self._skip)
        return row

    def _state_line(self) -> SignedText:
        state = SignedText(self._context.theme, "session_state", 28, self._plan)
        self._column.insertWidget(1, state)
        return state

    def _again_button(self) -> SecondaryButton:
        button = SecondaryButton(self._context.theme, "", "play", self._plan)
        button.setObjectName("play_anyway")
        button.clicked.connect(self.started)
        self._others.insertWidget(0, button)
        tab_as_laid_out(self._plan)
        return button

    def _undo_button(self) -> SecondaryButton:
        text = self.tr("Do it today after all")
        button = SecondaryButton(self._context.theme, text, "undo-2", self._plan)
        button.setObjectName("undo_rest")
        button.clicked.connect(self.unrested)
        self._others.addWidget(button)
        tab_as_laid_out(self._plan)
        return button

    def _render_head(self, card: SessionCard) -> None:
        look = self._context.theme
        self._name.set_full_text(card.title)
        self.setAccessibleName(card.title)
        self._counter.setText(card.counter)
        self._counter.setVisible(bool(card.counter))
        self._clear_chips()
        if card.kind is not CardKind.PLAY:
            return
        self._chips.addWidget(Chip(look, card.minutes, Tone.PRIMARY, "clock", self._plan, tabular=True))
        if card.equipment:
            self._chips.addWidget(Chip(look, ", ".join(card.equipment), Tone.NEUTRAL, "shapes", self._plan))

    def _clear_chips(self) -> None:
        while self._chips.count() > 1:
            item = self._chips.takeAt(1)
            if item is not None and (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()

    def _render_state(self, card: SessionCard) -> None:
        if state := self._state.show_if(card.kind is not CardKind.PLAY):
            tone = Tone.GOOD if card.kind is CardKind.DONE else Tone.PRIMARY
            state.show_text(card.text, _ICONS[card.kind], tone)

    def _render_items(self, card: SessionCard) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for prescription in card.items:
            self._rows.addWidget(ExerciseRow(self._context, prescription, self._list, ruled=True))
        self._rows.addStretch(1)

    def _render_actions(self, card: SessionCard) -> None:
        is_waiting = card.kind is CardKind.PLAY
        for widget in (self._start, self._skip):
            widget.setVisible(is_waiting)
        self._hint.setVisible(is_waiting and not self._is_narrow)
        if again := self._again.show_if(card.kind in (CardKind.DONE, CardKind.FREE)):
            is_done = card.kind is CardKind.DONE
            text = self.tr("Play it again ({time})") if is_done else self.tr("Play a session anyway ({time})")
            again.setText(text.format(time=card.minutes))
        self._undo_rest.show_if(card.kind is CardKind.REST)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("skip_menu")
        rest = menu.addAction(self._context.theme.icon("moon"), self.tr("Rest today"))
        rest.setObjectName("rest_today")
        rest.triggered.connect(self.rested)
        later = menu.addAction(self._context.theme.icon("clock"), self.tr("Do it later today"))
        later.setObjectName("later_today")
        later.triggered.connect(self.postponed)
        if self._next_day:
            menu.addSeparator()
            menu.addAction(self._next_day).setEnabled(False)
        size = menu.sizeHint()
        above = QPoint(self._skip.width() - size.width(), -size.height() - SPACE_XS)
        menu.popup(self._skip.mapToGlobal(above))


class _ExerciseList(PlainScrollArea):
    """Takes the room that is left, and asks for little, so that Start stays on the screen."""

    def sizeHint(self) -> QSize:
        """Two rows; the layout gives more where there is more."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * 8)
