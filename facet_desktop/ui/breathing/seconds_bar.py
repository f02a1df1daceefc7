"""The seconds of one phase as blocks that fill one by one: the breath without anything that swells."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.painting import fill_round, smooth_painter

_HEIGHT_PX, _BLOCK_PX, _GAP_PX = 18, 56, 8


class SecondsBar(QWidget):
    """Decoration: the seconds stand beside it in figures."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._passed, self._all = 0, 0
        self.setObjectName("breathing_seconds")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def seconds(self) -> tuple[int, int]:
        """Blocks that are filled, and all of them."""
        return self._passed, self._all

    def show_seconds(self, passed: int, all_of: int) -> None:
        """Show another second."""
        if (passed, all_of) != (self._passed, self._all):
            self._passed, self._all = passed, all_of
            self.update()

    def sizeHint(self) -> QSize:
        """Low, and as wide as it may be."""
        return QSize(self._look.px(_BLOCK_PX) * 4, self._look.px(_HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        if self._all <= 0:
            return
        palette, gap = self._look.palette, self._look.px(_GAP_PX)
        block = min(self._look.px(_BLOCK_PX), (self.width() + gap) / self._all - gap)
        left = (self.width() - self._all * (block + gap) + gap) / 2
        painter = smooth_painter(self)
        for number in range(self._all):
            fill = palette.cta if number < self._passed else palette.line_soft
            box = QRectF(left + number * (block + gap), 0, block, self.height())
            fill_round(painter, box, fill, self.height() / 3)
        painter.end()
