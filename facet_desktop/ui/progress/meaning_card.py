"""What to make of the charts, in plain words."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_S, SPACE_XL, TextRole
from facet_desktop.ui.progress.cards import HEAD_HEIGHT_PX, HEAD_PADDING_PX
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.labels import PlainLabel

Parts = tuple[tuple[str, tuple[str, ...]], ...]
"""Headings, each with its sentences."""

_SIDE_BY_SIDE_FROM_PX = 560


class MeaningCard(Card):
    """Headings with a few sentences each, beside each other where the card is wide."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("", parent, title_role=TextRole.SUBTITLE, padding_px=HEAD_PADDING_PX)
        self._look = look
        self._shown: Parts = ()
        self._blocks: list[QWidget] = []
        self.set_title(self.tr("What this means"))
        self.setObjectName("meaning_card")
        self._strut = QWidget(self)
        self.add_to_title_row(self._strut)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(SPACE_S)
        self.body.addLayout(self._row)
        self.body.addStretch(1)
        look.changed.connect(self._fit)
        self._fit()

    def present(self, parts: Parts) -> None:
        """Show these headings and sentences."""
        if parts == self._shown:
            return
        self._shown = parts
        for block in self._blocks:
            self._row.removeWidget(block)
            block.hide()
            block.deleteLater()
        self._blocks = [_block(title, sentences, self) for title, sentences in parts]
        for block in self._blocks:
            self._row.addWidget(block, 1)

    def text(self) -> str:
        """All sentences, one after the other."""
        return " ".join(sentence for _, sentences in self._shown for sentence in sentences)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the arrangement for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._strut.setFixedSize(0, self._look.px(HEAD_HEIGHT_PX))
        is_wide = self.width() >= self._look.px(_SIDE_BY_SIDE_FROM_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if is_wide else down)
        self._row.setSpacing(SPACE_XL if is_wide else SPACE_S)


def _block(title: str, sentences: tuple[str, ...], parent: QWidget) -> QWidget:
    block = QWidget(parent)
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_S - 2)
    column.addWidget(PlainLabel(title, TextRole.SECTION, block))
    for sentence in sentences:
        column.addWidget(PlainLabel(sentence, TextRole.BODY, block, wrap=True))
    column.addStretch(1)
    return block
