"""One exercise in full: the moving figure, how it is done, and the way to its neighbours."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from facet_desktop.domain.exercise import Exercise
from facet_desktop.domain.figure.movement import Movement
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.figure.moving_card import MovingCard
from facet_desktop.ui.library.ladder_path import LadderCard, Neighbours
from facet_desktop.ui.library.models import DetailModel
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.chips import Chip
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import PlainLabel, Separator
from facet_desktop.ui.widgets.scroll import PlainScrollArea
from facet_desktop.ui.widgets.segmented import SegmentedControl
from facet_desktop.ui.widgets.stored_text import tip_text

_NARROW_BELOW_PX = 600


class DetailView(QWidget):
    """Shows what it is given. `chosen` asks for an exercise by its slug, `turned` for one of its turns."""

    chosen = Signal(str)
    turned = Signal(int)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = context.theme
        self.figure = MovingCard(context.theme, context.words.player, context.services.clock, self)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        content = QWidget(self)
        self._columns = QHBoxLayout(content)
        self._columns.setContentsMargins(0, 0, SPACE_S, SPACE_L)
        self._columns.setSpacing(SPACE_L)
        for column in (self._left, self._right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE_M)
            self._columns.addLayout(column, 1)
        self._scroll = PlainScrollArea(content, self)
        self._scroll.setObjectName("library_detail_scroll")
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._left.addWidget(self.figure)
        self._parts: list[QWidget] = []

    def present(
        self, model: DetailModel, exercise: Exercise, movement: Movement | None, still: QPixmap | None
    ) -> None:
        """Shows another exercise; emits nothing."""
        self.figure.show_exercise(exercise, movement, still, one_sided=model.one_sided)
        self._clear()
        self._fill_left(model)
        self._fill_right(model)
        self._order_stops()
        self._scroll.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them, else one below the other."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < self._look.px(_NARROW_BELOW_PX)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)

    def take_focus(self) -> bool:
        """Puts the keyboard on the figure: Space stops it, arrows turn it. False where there is none."""
        return self.figure.take_focus()

    def scroll_by(self, key: int) -> bool:
        """Moves through the page by a key of the keyboard; False where the key means nothing here."""
        return self._scroll.scroll_by(key)

    def _clear(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts.clear()
        for column in (self._left, self._right):
            while column.count() and (item := column.itemAt(column.count() - 1)) is not None:
                if item.widget() is self.figure:
                    break
                column.takeAt(column.count() - 1)

    def _order_stops(self) -> None:
        """Tab goes from the figure to the neighbours, although they were made later than everything else."""
        made = [button for part in self._parts for button in part.findChildren(QAbstractButton)]
        stops = [one for one in made if one.focusPolicy() is not Qt.FocusPolicy.NoFocus]
        for before, after in pairwise((self.figure.last_stop, *stops)):
            QWidget.setTabOrder(before, after)

    def _add(self, column: QVBoxLayout, part: QWidget) -> None:
        self._parts.append(part)
        column.addWidget(part)

    def _turns(self, model: DetailModel) -> SegmentedControl:
        """Which of the ways that repetitions take in turn the figure shows."""
        options = [(str(place), words) for place, words in enumerate(model.turns)]
        control = SegmentedControl(self._look, options, self.tr("Which repetition"), self)
        control.setObjectName("library_turns")
        control.selected.connect(lambda key: self.turned.emit(int(key)))
        return control

    def _fill_left(self, model: DetailModel) -> None:
        if model.turns:
            self._add(self._left, self._turns(model))
        if model.links:
            card = Card(self.tr("Easier, harder, instead"), self)
            ways = Neighbours(self._look, model.links, card)
            ways.chosen.connect(self.chosen)
            card.body.addWidget(ways)
            self._add(self._left, card)
        for number, ladder in enumerate(model.ladders, 1):
            path = LadderCard(self._look, ladder, number, self)
            path.chosen.connect(self.chosen)
            self._add(self._left, path)
        self._add(self._left, self._source(model))
        self._left.addStretch(1)

    def _fill_right(self, model: DetailModel) -> None:
        if model.warning:
            self._add(self._right, Banner(self._look, model.warning, Tone.CAUTION, self, closable=False))
        self._add(self._right, self._how(model))
        self._add(self._right, self._facts(model))
        self._right.addStretch(1)

    def _how(self, model: DetailModel) -> Card:
        card = Card("", self)
        card.setAccessibleName(self.tr("How it is done"))
        body = card.body
        body.setSpacing(SPACE_S)
        body.addWidget(PlainLabel(model.purpose, TextRole.BODY, card, wrap=True))
        body.addWidget(Separator(card))
        body.addWidget(self._line(f"{model.dose}", TextRole.SUBTITLE, card))
        chips = FlowLayout(None, SPACE_S - 2)
        for text in model.chips:
            chips.addWidget(Chip(self._look, text, parent=card))
        body.addLayout(chips)
        body.addWidget(self._line(model.frequency, TextRole.MUTED, card))
        body.addWidget(self._mark(model, card))
        body.addWidget(Separator(card))
        self._section(card, self.tr("Step by step"), [f"{n}. {one}" for n, one in enumerate(model.steps, 1)])
        self._section(card, self.tr("Watch out for"), [f"\N{EN DASH} {one}" for one in model.faults])
        if model.cue:
            self._section(card, self.tr("Think of this"), [model.cue])
        return card

    def _mark(self, model: DetailModel, card: Card) -> Chip:
        """Whether the dose stands in a source or is a proposal: beside the dose, where it matters."""
        chip = Chip(self._look, model.evidence, icon="info", parent=card)
        chip.setObjectName("library_evidence")
        chip.setToolTip(tip_text(model.source_note))
        return chip

    def _facts(self, model: DetailModel) -> Card:
        card = Card(self.tr("Good to know"), self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_S - 2)
        grid.setColumnStretch(1, 1)
        for row, (title, text) in enumerate(model.facts):
            self._fact(card, grid, row, title, text)
        needs = ", ".join(model.needs) or self.tr("Nothing special")
        self._fact(card, grid, len(model.facts), self.tr("Asks for"), needs)
        card.body.addLayout(grid)
        return card

    def _fact(self, card: Card, grid: QGridLayout, row: int, title: str, text: str) -> None:
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(PlainLabel(title, TextRole.MUTED, card), row, 0, top)
        grid.addWidget(PlainLabel(text, TextRole.BODY, card, wrap=True), row, 1)

    def _source(self, model: DetailModel) -> Card:
        card = Card(self.tr("Where it comes from"), self)
        card.setObjectName("library_source")
        card.body.setSpacing(SPACE_S)
        card.body.addWidget(self._line(model.source_note, TextRole.MUTED, card))
        return card

    def _section(self, card: Card, title: str, lines: list[str]) -> None:
        card.body.addSpacing(SPACE_XS)
        card.body.addWidget(PlainLabel(title, TextRole.SECTION, card))
        for line in lines:
            card.body.addWidget(self._line(line, TextRole.BODY, card))

    def _line(self, text: str, role: TextRole, parent: QWidget) -> PlainLabel:
        return PlainLabel(text, role, parent, wrap=True)
