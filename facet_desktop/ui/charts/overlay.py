"""What lies over the plane of a chart: labels of events, and the cursor with its read-out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from facet_desktop.domain.chart import ChartSpec, Mark, Marker, Role
from facet_desktop.ui.charts.placing import Placed, place_labels
from facet_desktop.ui.charts.readout import ReadOut, read_out
from facet_desktop.ui.charts.roles import style_of
from facet_desktop.ui.metrics import SEMIBOLD, SMALL_PX
from facet_desktop.ui.widgets.painting import draw_text, fill_round, smooth_painter, text_width

if TYPE_CHECKING:
    from facet_desktop.ui.charts.frame import Frame
    from facet_desktop.ui.theme import Look

_LABEL_ROWS, _LABEL_GAP_PX, _LABEL_MAX_PX, _PAD_PX = 3, 5, 180, 8
_LABEL_SHARE = 0.4
"""How much of the plane's height labels may take."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ChartOverlay(QWidget):
    """Covers a chart, tells where the pointer is, and paints what must not be hidden."""

    hovered = Signal(float)
    """Horizontal position of the pointer in pixels."""
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._spec: ChartSpec | None = None
        self._frame: Frame | None = None
        self._cursor: int | None = None
        self._places: tuple[Placed | None, ...] = ()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def show_chart(self, spec: ChartSpec, frame: Frame) -> None:
        """Lie over this chart."""
        self._spec, self._frame = spec, frame
        self._places = self._placed(spec, frame)
        self.update()

    def show_cursor(self, index: int | None) -> None:
        """Put the cursor on a position, or take it away; repaints only what changes."""
        if index != self._cursor:
            self.update(self._cursor_area())
            self._cursor = index
            self.update(self._cursor_area())

    def label_boxes(self) -> list[QRectF]:
        """Where the labels of events lie."""
        if self._spec is None:
            return []
        pairs = zip(self._spec.markers, self._places, strict=True)
        return [self._label_box(marker, place) for marker, place in pairs if place is not None]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the pointer is."""
        self.hovered.emit(event.position().x())

    def leaveEvent(self, event: object) -> None:
        """Tell that the pointer left."""
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        if self._spec is None or self._frame is None:
            return
        painter = smooth_painter(self)
        for marker, place in zip(self._spec.markers, self._places, strict=True):
            if place is not None:
                self._paint_label(painter, marker, place)
        if self._cursor is not None and self._cursor < len(self._spec.days):
            self._paint_cursor(painter, self._spec, self._frame, self._cursor)
        painter.end()

    def _placed(self, spec: ChartSpec, frame: Frame) -> tuple[Placed | None, ...]:
        lines = [frame.x(marker.index) - frame.plot.left() for marker in spec.markers]
        pad = 2 * self._look.px(_PAD_PX)
        font = self._look.font(SMALL_PX)
        widths = [text_width(font, self._label(marker)) + pad for marker in spec.markers]
        gap = self._look.px(_LABEL_GAP_PX)
        rows = int(frame.plot.height() * _LABEL_SHARE // self._row_px())
        rows = max(1, min(_LABEL_ROWS, rows))
        return place_labels(lines, [float(one) for one in widths], frame.plot.width(), gap, rows)

    def _row_px(self) -> int:
        return QFontMetrics(self._look.font(SMALL_PX)).height() + self._look.px(8)

    def _label(self, marker: Marker) -> str:
        metrics = QFontMetrics(self._look.font(SMALL_PX))
        return metrics.elidedText(marker.label, Qt.TextElideMode.ElideRight, self._look.px(_LABEL_MAX_PX))

    def _label_box(self, marker: Marker, place: Placed) -> QRectF:
        look, frame = self._look, self._frame
        plot = frame.plot if frame else QRectF()
        height = self._row_px() - look.px(4)
        top = plot.top() + look.px(6) + place.row * self._row_px()
        width = text_width(look.font(SMALL_PX), self._label(marker)) + 2 * look.px(_PAD_PX)
        return QRectF(plot.left() + place.left_px, top, width, height)

    def _paint_label(self, painter: QPainter, marker: Marker, place: Placed) -> None:
        palette = self._look.palette
        box = self._label_box(marker, place)
        fill_round(painter, box, palette.card, 4, palette.line)
        inner = box.toRect().adjusted(self._look.px(_PAD_PX), 0, 0, 0)
        ink = palette.alert if marker.role is Role.FLARE else palette.muted
        draw_text(painter, inner, self._label(marker), self._look.font(SMALL_PX), ink, _LEFT)

    def _paint_cursor(self, painter: QPainter, spec: ChartSpec, frame: Frame, index: int) -> None:
        palette, plot = self._look.palette, frame.plot
        x = frame.x(index)
        painter.setPen(QPen(QColor(palette.text), 1.0))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        radius = self._look.px(5)
        for series in spec.series:
            value = series.values[index]
            if value is not None and series.mark is not Mark.BARS:
                painter.setPen(QPen(QColor(palette.text), 2.0))
                painter.setBrush(QColor(style_of(series.role).colour(palette)))
                painter.drawEllipse(frame.point(index, value), radius, radius)
        self._paint_read_out(painter, read_out(spec, index), self._read_out_box(spec, frame, index))

    def _read_out_box(self, spec: ChartSpec, frame: Frame, index: int) -> QRectF:
        look, words = self._look, read_out(spec, index)
        line = QFontMetrics(look.font(SMALL_PX)).height()
        head = text_width(look.font(SMALL_PX, SEMIBOLD), words.head)
        widest = max([head, *(text_width(look.font(SMALL_PX, tabular=True), text) for text in words.lines)])
        width = min(float(widest + 2 * look.px(10)), float(self.width()))
        height = line * (1 + len(words.lines)) + 2 * look.px(7)
        x, gap = frame.x(index), look.px(10)
        left = x + gap if x + gap + width <= self.width() else x - gap - width
        left = max(0.0, min(left, self.width() - width))
        return QRectF(
            left, min(frame.plot.top() + look.px(4), max(0.0, self.height() - height)), width, height
        )

    def _paint_read_out(self, painter: QPainter, words: ReadOut, box: QRectF) -> None:
        look, palette = self._look, self._look.palette
        fill_round(painter, box, palette.text, 6)
        step = QFontMetrics(look.font(SMALL_PX)).height()
        row = QRect(round(box.left()) + look.px(10), round(box.top()) + look.px(7), round(box.width()), step)
        draw_text(painter, row, words.head, look.font(SMALL_PX, SEMIBOLD), palette.background, _LEFT)
        for number, text in enumerate(words.lines, 1):
            line = row.translated(0, number * step)
            draw_text(painter, line, text, look.font(SMALL_PX, tabular=True), palette.background, _LEFT)

    def _cursor_area(self) -> QRect:
        spec, frame, index = self._spec, self._frame, self._cursor
        if spec is None or frame is None or index is None or index >= len(spec.days):
            return QRect()
        reach = self._look.px(8)
        x = frame.x(index)
        strip = QRectF(x - reach, 0, 2 * reach, self.height())
        return strip.united(self._read_out_box(spec, frame, index)).toAlignedRect().adjusted(-2, -2, 2, 2)
