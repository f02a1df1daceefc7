"""A small chart painted by Qt alone, for pages that must be there at once.

It shows a `ChartSpec` with bands, points and lines; a gap in a series stays a gap. Bars, markers, zoom and
export belong to the large charts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.domain.chart import Band, ChartSpec, Mark, Series
from facet_desktop.ui.charts.roles import style_of
from facet_desktop.ui.dates import SHORT, day_text
from facet_desktop.ui.metrics import SMALL_PX
from facet_desktop.ui.widgets.painting import draw_text, smooth_painter

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look

_GUTTER_PX, _TOP_PX, _HEIGHT_PX, _LEAST_PX = 30, 9, 116, 96
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class SmallChart(QWidget):
    """Shows one chart. The summary of the chart is its description for screen readers."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._spec: ChartSpec | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, spec: ChartSpec) -> None:
        """Show this chart."""
        self._spec = spec
        self.setAccessibleName(spec.title)
        self.setAccessibleDescription(spec.summary)
        self.update()

    def sizeHint(self) -> QSize:
        """Low, so that it takes what is left."""
        return QSize(self._look.px(300), self._look.px(_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(self._look.px(180), self._look.px(_LEAST_PX))

    def read_out(self, x_px: float) -> str:
        """Day and values at a horizontal position; empty where nothing is known."""
        spec = self._spec
        if spec is None or not spec.days:
            return ""
        plot = self._plot()
        share = (x_px - plot.left()) / max(1.0, plot.width())
        index = min(len(spec.days) - 1, max(0, round(share * (len(spec.days) - 1))))
        values = [(one.name, one.values[index]) for one in spec.series]
        lines = [f"{name}: {value:.3g}" for name, value in values if value is not None]
        if not lines:
            return ""
        return "\n".join([day_text(spec.days[index], SHORT), *lines])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Put the values of the day under the pointer into the tooltip."""
        self.setToolTip(self.read_out(event.pos().x()))
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        spec = self._spec
        if spec is None:
            return
        painter = smooth_painter(self)
        for band in spec.bands:
            self._paint_band(painter, band)
        self._paint_axis(painter, spec)
        for series in spec.series:
            self._paint_series(painter, series)
        painter.end()

    def _plot(self) -> QRectF:
        look = self._look
        edge = look.px(4)
        return QRectF(self.rect()).adjusted(look.px(_GUTTER_PX), look.px(_TOP_PX), -edge, -look.px(_TOP_PX))

    def _point(self, index: int, value: float) -> QPointF:
        plot, spec = self._plot(), self._spec
        steps = max(1, len(spec.days) - 1) if spec else 1
        return QPointF(plot.left() + plot.width() * index / steps, self._y(value))

    def _y(self, value: float) -> float:
        plot, spec = self._plot(), self._spec
        low, high = (spec.low, spec.high) if spec else (0.0, 1.0)
        return plot.bottom() - plot.height() * (value - low) / ((high - low) or 1.0)

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        plot, look = self._plot(), self._look
        box = QRectF(plot.left(), self._y(band.high), plot.width(), self._y(band.low) - self._y(band.high))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style_of(band.role).colour(look.palette)))
        painter.drawRect(box)  # fillRect would make Python load every gradient there is
        font = look.font(SMALL_PX - 1)
        if box.height() >= QFontMetrics(font).height() + 2:
            inset = look.px(6)
            words = box.adjusted(inset, inset / 2, -inset, -inset / 2).toRect()
            draw_text(painter, words, band.name, font, look.palette.muted, self._band_place(band))

    def _band_place(self, band: Band) -> int:
        """Names of the outer bands stand at the outer edges, away from most points."""
        spec, flags = self._spec, Qt.AlignmentFlag
        if spec is not None and band.high >= spec.high:
            return int(flags.AlignLeft | flags.AlignTop)
        is_lowest = spec is not None and band.low <= spec.low
        return int(flags.AlignLeft | (flags.AlignBottom if is_lowest else flags.AlignVCenter))

    def _paint_axis(self, painter: QPainter, spec: ChartSpec) -> None:
        plot, look = self._plot(), self._look
        for value in (spec.low, (spec.low + spec.high) / 2, spec.high):
            y = self._y(value)
            if value in (spec.low, spec.high):
                painter.setPen(QPen(QColor(look.palette.line), 1))
                painter.drawLine(QPointF(plot.left(), round(y) + 0.5), QPointF(plot.right(), round(y) + 0.5))
            label = QRect(0, round(y) - look.px(10), look.px(_GUTTER_PX - 10), look.px(20))
            font = look.font(SMALL_PX, tabular=True)
            draw_text(painter, label, f"{value:g}", font, look.palette.muted, _RIGHT)

    def _paint_series(self, painter: QPainter, series: Series) -> None:
        style, look = style_of(series.role), self._look
        colour = QColor(style.colour(look.palette))
        if series.mark is Mark.POINTS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            radius = look.px(style.point_px) / 2
            for run in _runs(series):
                for index, value in run:
                    painter.drawEllipse(self._point(index, value), radius, radius)
        elif series.mark is Mark.LINE:
            pen = QPen(colour, style.width_px)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for run in _runs(series):
                painter.drawPath(self._path(run))

    def _path(self, run: list[tuple[int, float]]) -> QPainterPath:
        path = QPainterPath(self._point(*run[0]))
        for index, value in run:
            path.lineTo(self._point(index, value))
        return path


def _runs(series: Series) -> Iterator[list[tuple[int, float]]]:
    """Stretches of days with a value, each as (index, value)."""
    for is_known, group in groupby(enumerate(series.values), key=lambda pair: pair[1] is not None):
        if is_known:
            yield [(index, value) for index, value in group if value is not None]
