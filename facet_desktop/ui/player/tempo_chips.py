"""The parts of a repetition in a row, the present one filled: "lift 3 s", "hold 2 s", "lower 4 s"."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.ui.metrics import RADIUS_CONTROL, SEMIBOLD
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.painting import draw_text, fill_round, outline_round, smooth_painter, text_width

_TEXT_PX, _SIDES_PX, _HEIGHT_PX, _GAP_PX = 15, 14, 33, 10


class TempoChips(QWidget):
    """Facts to read, nothing to press. The present part is filled and outlined."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._texts: tuple[str, ...] = ()
        self._present = -1
        self.setObjectName("tempo_chips")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def texts(self) -> tuple[str, ...]:
        """The chips from left to right."""
        return self._texts

    def present(self) -> int:
        """Position of the filled chip, -1 for none."""
        return self._present

    def show_parts(self, texts: tuple[str, ...], present: int) -> None:
        """Show these parts, the one at ``present`` filled."""
        if texts != self._texts:
            self._texts = texts
            self.setAccessibleName(", ".join(texts))
            self.updateGeometry()
        elif present == self._present:
            return
        self._present = present
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all chips in one row."""
        return QSize(sum(self._widths(self._font())) + self._gaps(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Chips shrink before they are cut."""
        return QSize(self._look.px(120), self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        font = self._fitting_font()
        widths = self._widths(font)
        x = max(0, (self.width() - sum(widths) - self._gaps()) // 2)
        painter = smooth_painter(self)
        palette = self._look.palette
        for index, (text, width) in enumerate(zip(self._texts, widths, strict=True)):
            box = QRect(x, 0, width, self.height())
            is_present = index == self._present
            fill = palette.primary if is_present else palette.card
            fill_round(painter, QRectF(box), fill, RADIUS_CONTROL)
            if is_present:
                outline_round(painter, QRectF(box), palette.primary_strong, RADIUS_CONTROL, 1)
            ink = palette.on_primary if is_present else palette.text
            draw_text(painter, box, text, font, ink, int(Qt.AlignmentFlag.AlignCenter))
            x += width + self._look.px(_GAP_PX)
        painter.end()

    def _font(self, share: float = 1.0) -> QFont:
        return self._look.font(_TEXT_PX * share, SEMIBOLD, tabular=True)

    def _fitting_font(self) -> QFont:
        share = 1.0
        while share > 0.6 and sum(self._widths(self._font(share))) + self._gaps() > self.width():
            share -= 0.05
        return self._font(share)

    def _widths(self, font: QFont) -> list[int]:
        sides = 2 * self._look.px(_SIDES_PX)
        return [text_width(font, text) + sides for text in self._texts]

    def _gaps(self) -> int:
        return self._look.px(_GAP_PX) * max(0, len(self._texts) - 1)

    def _height(self) -> int:
        return max(self._look.px(_HEIGHT_PX), QFontMetrics(self._font()).height() + self._look.px(8))
