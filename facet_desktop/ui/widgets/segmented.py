"""Buttons of which one is always on: “4 wk / 12 wk / All”."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from facet_desktop.ui.metrics import SEMIBOLD, SMALL_PX, SPACE_S, TARGET_PX
from facet_desktop.ui.palettes import Tone, mix
from facet_desktop.ui.widgets.choices import Choice, ChoiceCell, ChoiceRow
from facet_desktop.ui.widgets.painting import (
    draw_text,
    fill_round,
    focus_ring,
    outline_round,
    smooth_painter,
    text_width,
)

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look


class _Segment(ChoiceCell):
    """One pill; the chosen one is tinted and outlined."""

    def sizeHint(self) -> QSize:
        """Room for the text and its padding."""
        look = self.look
        height = max(look.px(TARGET_PX), self._pill_height())
        return QSize(text_width(self._font(), self.text()) + 2 * look.px(11), height)

    def paint_cell(self) -> None:
        """Draw the pill; the cell reaches above and below it, to be easy to hit."""
        palette, height = self.look.palette, self._pill_height()
        box = QRectF(0, (self.height() - height) / 2, self.width(), height)
        radius = height / 2
        tone = Tone.PRIMARY if self.isChecked() else Tone.NEUTRAL
        ink, fill = palette.text_of(tone), palette.soft_of(tone)
        painter = smooth_painter(self)
        fill_round(painter, box, mix(fill, ink, 0.07) if self.underMouse() else fill, radius)
        draw_text(painter, self.rect(), self.text(), self._font(), ink, int(Qt.AlignmentFlag.AlignCenter))
        if self.hasFocus():
            focus_ring(painter, box, palette.focus, radius)
        elif self.isChecked() or palette.name == "contrast":
            outline_round(painter, box, palette.primary if self.isChecked() else ink, radius, 1)
        painter.end()

    def _pill_height(self) -> int:
        return max(self.look.px(28), QFontMetrics(self._font()).height() + self.look.px(8))

    def _font(self) -> QFont:
        return self.look.font(SMALL_PX, SEMIBOLD)


class SegmentedControl(ChoiceRow):
    """Chooses one of a few named options; the first is on at the start. `selected` carries its key."""

    selected = Signal(str)

    def __init__(
        self, look: Look, options: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, choose_on_move=True)
        self._keys = [key for key, _ in options]
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        cells = []
        for index, (key, text) in enumerate(options):
            cell = _Segment(look, Choice(index, text, f"{name}: {text}", f"segment_{key}"), self)
            row.addWidget(cell)
            cells.append(cell)
        self.adopt_cells(cells)
        self.set_value(0)
        self.chosen.connect(lambda index: self.selected.emit(self._keys[index]))

    def key(self) -> str:
        """Key of the option that is on."""
        return self._keys[self.value() or 0]

    def set_key(self, key: str) -> None:
        """Switch an option on; emits nothing. Raises ``ValueError`` for an unknown key."""
        self.set_value(self._keys.index(key))
