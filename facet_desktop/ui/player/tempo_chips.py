"""The parts of a repetition in a row, the present one filled: "lift 3 s", "hold 2 s", "lower 4 s"."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.ui.metrics import RADIUS_CONTROL, SEMIBOLD
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.painting import draw_text, fill_round, outline_round, smooth_painter, text_width

_TEXT_PX, _SIDES_PX, _HEIGHT_PX, _GAP_PX, _ROW_GAP_PX = 15, 14, 33, 10, 6


class TempoChips(QWidget):
    """Facts to read, nothing to press. The present part is filled and outlined."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._texts: tuple[str, ...] = ()
        self._present = -1
        self._widths: list[int] = []
        self._heights: dict[int, int] = {}
        """By width: layouts ask for the same few again and again."""
        self.setObjectName("tempo_chips")
        # Not Fixed: that would hold the height at one row.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._measure)

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
            self._measure()
        elif present == self._present:
            return
        self._present = present
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Chips that do not fit beside each other take a second row."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all rows at ``width`` pixels."""
        if width not in self._heights:
            rows = len(self._rows(width))
            self._heights[width] = rows * self._height() + max(0, rows - 1) * self._row_gap()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Room for all chips in one row."""
        widths = self._widths
        return QSize(sum(widths) + self._gap() * max(0, len(widths) - 1), self._height())

    def minimumSizeHint(self) -> QSize:
        """The widest chip."""
        return QSize(max(self._widths, default=0), self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        widths = self._widths
        painter = smooth_painter(self)
        top = 0
        for row in self._rows(self.width()):
            x = (self.width() - self._row_width(widths, row)) // 2
            for index in row:
                self._paint_chip(painter, QRect(x, top, widths[index], self._height()), index)
                x += widths[index] + self._gap()
            top += self._height() + self._row_gap()
        painter.end()

    def _paint_chip(self, painter: QPainter, box: QRect, index: int) -> None:
        palette, is_present = self._look.palette, index == self._present
        fill = palette.primary if is_present else palette.card
        fill_round(painter, QRectF(box), fill, RADIUS_CONTROL)
        if is_present:
            outline_round(painter, QRectF(box), palette.primary_strong, RADIUS_CONTROL, 1)
        ink = palette.on_primary if is_present else palette.text
        centre = int(Qt.AlignmentFlag.AlignCenter)
        draw_text(painter, box, self._texts[index], self._font(), ink, centre)

    def _rows(self, width: int) -> list[list[int]]:
        widths = self._widths
        rows: list[list[int]] = [[]] if self._texts else []
        for index in range(len(widths)):
            if rows[-1] and self._row_width(widths, [*rows[-1], index]) > width:
                rows.append([])
            rows[-1].append(index)
        return rows

    def _row_width(self, widths: list[int], row: list[int]) -> int:
        return sum(widths[index] for index in row) + self._gap() * (len(row) - 1)

    def _font(self) -> QFont:
        return self._look.font(_TEXT_PX, SEMIBOLD, tabular=True)

    def _measure(self) -> None:
        """Texts or their size have changed."""
        font, sides = self._font(), 2 * self._look.px(_SIDES_PX)
        self._widths = [text_width(font, text) + sides for text in self._texts]
        self._heights.clear()
        self.updateGeometry()

    def _gap(self) -> int:
        return self._look.px(_GAP_PX)

    def _row_gap(self) -> int:
        return self._look.px(_ROW_GAP_PX)

    def _height(self) -> int:
        return max(self._look.px(_HEIGHT_PX), QFontMetrics(self._font()).height() + self._look.px(8))
