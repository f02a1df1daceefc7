"""Programs to choose from as cards: two at first, all of them on request."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.exercise_picture import ExercisePicture
from facet_desktop.ui.metrics import SPACE_L, SPACE_S, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.plan.template_choice import TemplateCard, TemplateChoice
from facet_desktop.ui.widgets.buttons import ButtonKind, PrimaryButton, ThemedButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.chips import Chip
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import PlainLabel

PICTURE_PX = (92, 62)
_COLUMNS = 2


class TemplateList(QWidget):
    """Emits `chosen` with the slug of a program; publishes nothing itself."""

    chosen = Signal(str)

    def __init__(self, context: UiContext, choice: TemplateChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._choice = choice
        self._cards: list[TemplateCardView] = []
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_L)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE_L)
        column.addLayout(self._grid)
        self._more = ThemedButton(
            context.theme, self.tr("See all programs"), "chevron-down", self, kind=ButtonKind.QUIET
        )
        self._more.setObjectName("all_programs")
        self._more.clicked.connect(lambda: self.show_cards(only_featured=False))
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_cards(self, *, only_featured: bool = True) -> None:
        """Show the featured programs, or all of them."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [
            TemplateCardView(self._context, one, self)
            for one in self._choice.cards(only_featured=only_featured)
        ]
        for card in self._cards:
            card.chosen.connect(self.chosen)
        self._columns = 0
        self._arrange()
        self._order_keys()
        if self._more.hasFocus() and not only_featured and self._cards:
            self._cards[0].choose.setFocus(Qt.FocusReason.TabFocusReason)
        self._more.setVisible(only_featured)

    def minimumSizeHint(self) -> QSize:
        """As narrow as with one card in a row."""
        hint = super().minimumSizeHint()
        hint.setWidth(max(self._widest_px(), self._more.minimumSizeHint().width()))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two cards in a row where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _widest_px(self) -> int:
        return max((card.minimumSizeHint().width() for card in self._cards), default=0)

    def _arrange(self) -> None:
        fits = self.width() >= _COLUMNS * self._widest_px() + self._grid.horizontalSpacing()
        columns = _COLUMNS if fits else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for index in range(_COLUMNS):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)

    def _order_keys(self) -> None:
        """Tab meets the programs where they stand: they are made last, so they are put behind the button that
        has its place already, and then the button behind them.
        """
        stops = [self._more, *(card.choose for card in self._cards), self._more]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)


class TemplateCardView(Card):
    """One program: what it is for, its pictures, its time, and a button to choose it.

    `add_to_title_row` takes what else can be done with it.
    """

    chosen = Signal(str)

    def __init__(self, context: UiContext, card: TemplateCard, parent: QWidget | None = None) -> None:
        super().__init__("", parent, title_role=TextRole.SUBTITLE)
        self.set_title(card.title)
        self.setObjectName(f"program_{card.slug}")
        look = context.theme
        pictures = FlowLayout(None, SPACE_S)
        for slug in card.pictures:
            pictures.addWidget(ExercisePicture(context, slug, PICTURE_PX, self))
        self.body.addLayout(pictures)
        self.body.addWidget(PlainLabel(card.audience, TextRole.BODY, self, wrap=True))
        chips = FlowLayout(None, SPACE_S)
        if card.time:
            chips.addWidget(Chip(look, card.time, Tone.PRIMARY, "clock", self, tabular=True))
        chips.addWidget(Chip(look, card.exercises, Tone.NEUTRAL, "list-checks", self))
        self.body.addLayout(chips)
        self.body.addWidget(PlainLabel(card.evidence, TextRole.SMALL, self, wrap=True))
        self.body.addStretch(1)
        self.choose = PrimaryButton(look, self.tr("Choose this program"), parent=self)
        self.choose.setObjectName(f"choose_{card.slug}")
        self.choose.setAccessibleName(self.tr("Choose {title}").format(title=card.title))
        self.choose.clicked.connect(lambda: self.chosen.emit(card.slug))
        self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
