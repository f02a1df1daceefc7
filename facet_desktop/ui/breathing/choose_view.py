"""All patterns as cards, as many beside each other as there is room for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facet_desktop.ui.breathing.models import PatternCard
from facet_desktop.ui.breathing.pattern_card import PatternCardButton
from facet_desktop.ui.metrics import SPACE_L, SPACE_XL
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.cards import PageHeader

_MARGIN_PX, _CARD_PX, _MOST_COLUMNS = 28, 290, 3


class ChooseView(QWidget):
    """`chosen` carries the slug of a pattern."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[PatternCard, ...] = ()
        self._buttons: list[PatternCardButton] = []
        self._columns = 0
        self.setObjectName("breathing_choose")
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, SPACE_XL, _MARGIN_PX, SPACE_XL)
        column.setSpacing(SPACE_L)
        sentence = self.tr("Choose a pattern, sit or lie down, and let the disc lead your breath.")
        column.addWidget(PageHeader(self.tr("Breathing"), sentence, self))
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE_L)
        column.addLayout(self._grid)
        column.addStretch(1)
        look.changed.connect(self._arrange)

    def present(self, cards: tuple[PatternCard, ...]) -> None:
        """Show these patterns; does nothing when they are the same."""
        if cards == self._shown:
            return
        self._shown = cards
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [PatternCardButton(self._look, card, self) for card in cards]
        for button in self._buttons:
            button.clicked.connect(lambda _=False, slug=button.card.slug: self.chosen.emit(slug))
        self._columns = 0
        self._arrange()

    def focus_on(self, slug: str) -> None:
        """Put the keyboard on a pattern, or on the first one."""
        found = next((one for one in self._buttons if one.card.slug == slug), None)
        button = found or next(iter(self._buttons), None)
        if button is not None:
            button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the number of columns for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - 2 * _MARGIN_PX + SPACE_L
        columns = min(_MOST_COLUMNS, max(1, room // (self._look.px(_CARD_PX) + SPACE_L)))
        if columns == self._columns:
            return
        for index in range(max(columns, self._columns)):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        self._columns = columns
        for number, button in enumerate(self._buttons):
            self._grid.addWidget(button, number // columns, number % columns)
