"""What to begin with: the programs that ship, or an empty one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_XL
from facet_desktop.ui.plan.template_choice import TemplateChoice
from facet_desktop.ui.plan.template_list import TemplateCardView
from facet_desktop.ui.widgets.buttons import SecondaryButton
from facet_desktop.ui.widgets.cards import PageHeader
from facet_desktop.ui.widgets.scroll import PlainScrollArea

_MARGIN_PX, _CARD_PX = 28, 420


class TemplateChooser(QWidget):
    """Emits `chosen` with the slug of a program, or `empty_wanted`."""

    chosen = Signal(str)
    empty_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._choice = TemplateChoice(context)
        self._cards: list[TemplateCardView] = []
        self._columns = 0
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(_MARGIN_PX, SPACE_XL, _MARGIN_PX, SPACE_XL)
        column.setSpacing(SPACE_L)
        self._head = PageHeader(
            self.tr("Begin with a program"),
            self.tr("Choose one and change what you like, or begin with an empty one."),
            content,
        )
        self._back = SecondaryButton(context.theme, self.tr("Back"), "arrow-left", self)
        self._back.setObjectName("chooser_back")
        self._back.clicked.connect(self.back_wanted)
        self._head.add_action(self._back)
        self.empty = SecondaryButton(context.theme, self.tr("Empty program"), "file-plus", self)
        self.empty.setObjectName("chooser_empty")
        self.empty.clicked.connect(self.empty_wanted)
        self._head.add_action(self.empty)
        column.addWidget(self._head)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE_L)
        column.addLayout(self._grid)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = PlainScrollArea(content, self)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(scroll)

    def present(self, *, patient: str, can_go_back: bool) -> None:
        """Shows the programs; built when first needed, since each has pictures."""
        self._back.setVisible(can_go_back)
        title = (
            self.tr("A program for {name}").format(name=patient)
            if patient
            else self.tr("Begin with a program")
        )
        self._head.set_title(title)
        if not self._cards:
            cards = self._choice.cards(only_featured=False)
            self._cards = [TemplateCardView(self._context, card, self) for card in cards]
            for card in self._cards:
                card.chosen.connect(self.chosen)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - 2 * _MARGIN_PX
        columns = max(1, room // (self._context.theme.px(_CARD_PX) + SPACE_M))
        if not self._cards or (columns == self._columns and self._grid.count()):
            return
        for place in range(max(columns, self._columns)):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
