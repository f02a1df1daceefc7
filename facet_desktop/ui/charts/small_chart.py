"""A small chart painted by Qt alone, for pages that must be there at once.

It shows a `ChartSpec` with bands, points and lines; a gap in a series stays a gap. Bars, markers, zoom and
export belong to the large charts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.domain.chart import Band, ChartSpec, Mark, Series
from facet_desktop.domain.values import frozen
from facet_desktop.ui.charts.free_place import Strip, Stroke
from facet_desktop.ui.charts.roles import style_of
from facet_desktop.ui.dates import SHORT, day_text
from facet_desktop.ui.metrics import SMALL_PX
from facet_desktop.ui.widgets.painting import draw_text, smooth_painter, text_width

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look

_GUTTER_PX, _TOP_PX, _HEIGHT_PX, _LEAST_PX = 30, 9, 116, 96
_INSET_PX, _AIR_PX = 6, 1
_GROUND_SHARE = 0.8
"""How much of the ground of a name covers the marks under it."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@frozen
class NamePlace:
    """Where the name of a band stands, and whether no mark is there."""

    band: Band
    box: QRectF
    is_free: bool


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

    def name_places(self) -> tuple[NamePlace, ...]:
        """Where the names of the bands stand; a band that is too low has none."""
        spec = self._spec
        if spec is None:
            return ()
        strokes = [stroke for series in spec.series for stroke in self._strokes(series)]
        places = (self._name_place(band, strokes) for band in spec.bands)
        return tuple(place for place in places if place is not None)

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
        for place in self.name_places():
            self._paint_name(painter, place)
        painter.end()

    def _plot(self) -> QRectF:
        look = self._look
        edge = look.px(4)
        return QRectF(self.rect()).adjusted(look.px(_GUTTER_PX), look.px(_TOP_PX), -edge, -look.px(_TOP_PX))

    def _points(self, run: Sequence[tuple[int, float]]) -> list[QPointF]:
        plot, spec = self._plot(), self._spec
        step_px = plot.width() / (max(1, len(spec.days) - 1) if spec else 1)
        return [QPointF(plot.left() + step_px * index, self._y_in(plot, value)) for index, value in run]

    def _y(self, value: float) -> float:
        return self._y_in(self._plot(), value)

    def _y_in(self, plot: QRectF, value: float) -> float:
        low, high = (self._spec.low, self._spec.high) if self._spec else (0.0, 1.0)
        return plot.bottom() - plot.height() * (value - low) / ((high - low) or 1.0)

    def _box(self, band: Band) -> QRectF:
        plot, top = self._plot(), self._y(band.high)
        return QRectF(plot.left(), top, plot.width(), self._y(band.low) - top)

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style_of(band.role).colour(self._look.palette)))
        painter.drawRect(self._box(band))  # fillRect would make Python load every gradient there is

    def _paint_name(self, painter: QPainter, place: NamePlace) -> None:
        """The name of a band, where marks are all over on a ground of its own."""
        look, band = self._look, place.band
        if not place.is_free:
            ground, edge = QColor(style_of(band.role).colour(look.palette)), look.px(_INSET_PX) / 2
            ground.setAlphaF(_GROUND_SHARE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(place.box.adjusted(-edge, 0, edge, 0), edge, edge)
        draw_text(painter, place.box.toAlignedRect(), band.name, self._name_font(), look.palette.muted, _LEFT)

    def _name_font(self) -> QFont:
        return self._look.font(SMALL_PX - 1)

    def _name_place(self, band: Band, strokes: Sequence[Stroke]) -> NamePlace | None:
        box, inset = self._box(band), self._look.px(_INSET_PX)
        height = QFontMetrics(self._name_font()).height()
        if box.height() < height + 2:
            return None
        size = QSizeF(text_width(self._name_font(), band.name), height)
        tops = self._name_tops(band, box, height)
        for top in tops:
            strip = Strip(box.left() + inset, box.right() - inset, top, top + height)
            left = strip.first_gap(size.width(), strokes)
            if left is not None:
                return NamePlace(band, QRectF(QPointF(left, top), size), is_free=True)
        return NamePlace(band, QRectF(QPointF(box.left() + inset, tops[0]), size), is_free=False)

    def _name_tops(self, band: Band, box: QRectF, height: float) -> list[float]:
        """Where the name may begin, best first: at the outer edge for outer bands, away from most points."""
        spec, edge = self._spec, min(self._look.px(_INSET_PX) / 2, (box.height() - height) / 2)
        top, middle, bottom = box.top() + edge, box.center().y() - height / 2, box.bottom() - edge - height
        if spec is not None and band.high >= spec.high:
            return [top, bottom, middle]
        if spec is not None and band.low <= spec.low:
            return [bottom, top, middle]
        return [middle, top, bottom]

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
                for point in self._points(run):
                    painter.drawEllipse(point, radius, radius)
        elif series.mark is Mark.LINE:
            pen = QPen(colour, style.width_px)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for run in _runs(series):
                painter.drawPath(self._path(run))

    def _strokes(self, series: Series) -> Iterator[Stroke]:
        """What the marks of a series cover, with a little air."""
        style, air = style_of(series.role), self._look.px(_AIR_PX)
        if series.mark is Mark.POINTS:
            radius = self._look.px(style.point_px) / 2 + air
        else:
            radius = style.width_px / 2 + air
        for run in _runs(series):
            places = self._points(run)
            ends = places if series.mark is Mark.POINTS or len(places) == 1 else places[1:]
            for one, other in zip(places, ends, strict=False):
                yield Stroke(one.x(), one.y(), other.x(), other.y(), radius)

    def _path(self, run: list[tuple[int, float]]) -> QPainterPath:
        first, *others = self._points(run)
        path = QPainterPath(first)
        path.lineTo(first)  # a run of one day is a dot
        for point in others:
            path.lineTo(point)
        return path


def _runs(series: Series) -> Iterator[list[tuple[int, float]]]:
    """Stretches of days with a value, each as (index, value)."""
    for is_known, group in groupby(enumerate(series.values), key=lambda pair: pair[1] is not None):
        if is_known:
            yield [(index, value) for index, value in group if value is not None]
