"""The large card: what to do next, and the one button that begins it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.today.exercise_row import ExerciseRow
from facet_desktop.ui.today.presenter import CardKind, SessionCard
from facet_desktop.ui.widgets.banner import TintedIcon
from facet_desktop.ui.widgets.buttons import ButtonKind, PrimaryButton, SecondaryButton, ThemedButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.chips import Chip
from facet_desktop.ui.widgets.empty_state import EmptyState
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import ElidedLabel, PlainLabel, Separator
from facet_desktop.ui.widgets.scroll import PlainScrollArea

if TYPE_CHECKING:
    from facet_desktop.ui.context import UiContext

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
        self._empty: EmptyState | None = None
        self.body.addWidget(self._plan)
        self._fill_plan()

    @property
    def start_button(self) -> ThemedButton:
        """The button that begins the session."""
        return self._start

    def set_narrow(self, is_narrow: bool) -> None:
        """Leave out what is said elsewhere too, where there is little width."""
        self._is_narrow = is_narrow
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
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addLayout(self._name_row())
        column.addWidget(self._state())
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
        if is_empty and self._empty is None:
            self._empty = self._empty_page()
            self.body.addWidget(self._empty)
        if self._empty is not None:
            self._empty.setVisible(is_empty)

    def _empty_page(self) -> EmptyState:
        empty = EmptyState(
            self._context.theme,
            "clipboard-list",
            self.tr("No plan yet"),
            self.tr("Choose a program, and your first session will be here."),
            self,
            action=self.tr("Choose a program"),
        )
        empty.acted.connect(self.chosen_plan)
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

    def _state(self) -> QWidget:
        self._state_box = QWidget(self._plan)
        row = QHBoxLayout(self._state_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        self._state_icon = TintedIcon(
            self._context.theme, "circle-check", 28, self._state_box, tone=Tone.PRIMARY
        )
        self._state_text = PlainLabel("", TextRole.BODY, self._state_box, wrap=True)
        self._state_text.setObjectName("session_state")
        row.addWidget(self._state_icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._state_text, 1)
        return self._state_box

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE_M, 0, 0)
        row.setSpacing(SPACE_L - 2)
        look = self._context.theme
        self._start = PrimaryButton(look, self.tr("Start session"), "play", self._plan, large=True)
        self._start.setObjectName("start_session")
        self._start.setToolTip(self.tr("Start the session (Enter)"))
        self._start.clicked.connect(self.started)
        self._again = SecondaryButton(look, "", "play", self._plan)
        self._again.setObjectName("play_anyway")
        self._again.clicked.connect(self.started)
        self._hint = QWidget(self._plan)
        hint = QHBoxLayout(self._hint)
        hint.setContentsMargins(0, 0, 0, 0)
        hint.setSpacing(SPACE_XS)
        hint.addWidget(PlainLabel(self.tr("or press"), TextRole.MUTED, self._hint))
        hint.addWidget(PlainLabel(self.tr("Enter"), TextRole.SECTION, self._hint))
        self._skip = ThemedButton(look, self.tr("Skip today…"), parent=self._plan, kind=ButtonKind.QUIET)
        self._skip.setObjectName("skip_today")
        self._skip.clicked.connect(self._open_menu)
        self._undo_rest = SecondaryButton(look, self.tr("Do it today after all"), "undo-2", self._plan)
        self._undo_rest.setObjectName("undo_rest")
        self._undo_rest.clicked.connect(self.unrested)
        for widget in (self._start, self._hint, self._again, self._undo_rest):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._skip)
        return row

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
        is_waiting = card.kind is CardKind.PLAY
        self._state_box.setVisible(not is_waiting)
        if not is_waiting:
            tone = Tone.GOOD if card.kind is CardKind.DONE else Tone.PRIMARY
            self._state_icon.show_icon(_ICONS[card.kind], tone)
            self._state_text.setText(card.text)

    def _render_items(self, card: SessionCard) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for prescription in card.items:
            self._rows.addWidget(ExerciseRow(self._context, prescription, self._list))
            self._rows.addWidget(Separator(self._list))
        self._rows.addStretch(1)

    def _render_actions(self, card: SessionCard) -> None:
        is_waiting = card.kind is CardKind.PLAY
        for widget in (self._start, self._skip):
            widget.setVisible(is_waiting)
        self._hint.setVisible(is_waiting and not self._is_narrow)
        self._again.setVisible(card.kind in (CardKind.DONE, CardKind.FREE))
        is_done = card.kind is CardKind.DONE
        again = self.tr("Play it again ({time})") if is_done else self.tr("Play a session anyway ({time})")
        self._again.setText(again.format(time=card.minutes))
        self._undo_rest.setVisible(card.kind is CardKind.REST)

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
