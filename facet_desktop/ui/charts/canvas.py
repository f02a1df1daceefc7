"""Draws the plane of a chart with pyqtgraph: zones, lines of the grid, marks, lines of events.

Import it inside the function that first shows a chart: pyqtgraph and numpy are slow to import. Words, ticks
and the cursor are painted around and over it by `ChartView`, so that they share the program's fonts.

What keeps a frame short: the plane is all there is (no axis items, no menu, no mouse), grid lines are
opaque, and lines are antialiased only where they slope.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsLineItem, QGraphicsRectItem, QWidget

from facet_desktop.domain.chart import Band, ChartSpec, Mark, Marker, Series
from facet_desktop.ui.charts.roles import OUTLINE_SHARE, RoleStyle, style_of
from facet_desktop.ui.charts.scale import View, point_size_px, view_of
from facet_desktop.ui.palettes import mix

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look

_BANDS, _GRID, _BARS, _LINES, _MARKS = -40, -30, -20, -10, 0
"""What lies over what."""
_WHOLE_LINE_DAYS = 200
"""Longest line that is drawn in one go."""
_OUTLINED_FROM_PX = 7.0
"""Bars closer than this have no outline: it would be all that one sees."""


class ChartCanvas:
    """The plane of one chart at a time. `widget` is what to show."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        self._look = look
        self._view = pg.GraphicsView(parent)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._box.disableAutoRange()
        self._view.setCentralItem(self._box)
        self._items: list[Any] = []
        widget = self.widget
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def widget(self) -> QWidget:
        """The widget on which the plane is painted."""
        view: QWidget = self._view
        return view

    @property
    def items(self) -> tuple[Any, ...]:
        """What lies on the plane, for tests."""
        return tuple(self._items)

    def show_chart(self, spec: ChartSpec, ticks: tuple[int, ...], width_px: float) -> None:
        """Draws a chart with grid lines at `ticks`, in the present theme, on a plane of `width_px`."""
        self._clear()
        palette = self._look.palette
        self._view.setBackground(palette.card)
        view = view_of(spec)
        self._box.setRange(xRange=(view.left, view.right), yRange=(view.bottom, view.top), padding=0)
        step_px = width_px / (view.right - view.left)
        for item, height in self._parts(spec, view, ticks, step_px):
            item.setZValue(height)
            self._box.addItem(item, ignoreBounds=True)
            self._items.append(item)

    def close(self) -> None:
        """Lets go of everything drawn, in the order that pyqtgraph wants."""
        self._clear()

    def _clear(self) -> None:
        for item in self._items:
            self._box.removeItem(item)
        self._items.clear()

    def _parts(
        self, spec: ChartSpec, view: View, ticks: tuple[int, ...], step_px: float
    ) -> Iterable[tuple[Any, int]]:
        for band in spec.bands:
            yield self._band(band, view), _BANDS
        for value in ticks:
            yield self._grid_line(value, view), _GRID
        for series in spec.series:
            yield self._series(series, step_px)
        for marker in spec.markers:
            yield self._marker_line(marker, view), _LINES

    def _band(self, band: Band, view: View) -> QGraphicsItem:
        rect = QRectF(view.left, band.low, view.right - view.left, band.high - band.low)
        item = QGraphicsRectItem(rect)
        item.setPen(QPen(Qt.PenStyle.NoPen))
        item.setBrush(QColor(style_of(band.role).colour(self._look.palette)))
        return item

    def _grid_line(self, value: float, view: View) -> QGraphicsItem:
        item = QGraphicsLineItem(view.left, value, view.right, value)
        item.setPen(_pen(self._look.palette.track, 1.0))
        return item

    def _series(self, series: Series, step_px: float) -> tuple[Any, int]:
        style = style_of(series.role)
        if series.mark is Mark.POINTS:
            return self._points(series, style, step_px), _MARKS
        if series.mark is Mark.LINE:
            return self._line(series, style), _MARKS
        return self._bars(series, style, step_px), _BARS

    def _points(self, series: Series, style: RoleStyle, step_px: float) -> Any:
        colour = QColor(style.colour(self._look.palette))
        known = [(index, value) for index, value in enumerate(series.values) if value is not None]
        return pg.ScatterPlotItem(
            x=[index for index, _ in known],
            y=[value for _, value in known],
            size=point_size_px(self._look.px(style.point_px), step_px),
            symbol=style.symbol,
            pen=QPen(Qt.PenStyle.NoPen),
            brush=QBrush(colour),
            antialias=True,
        )

    def _line(self, series: Series, style: RoleStyle) -> Any:
        curve = pg.PlotCurveItem(
            x=np.arange(len(series.values), dtype=float),
            y=_array(series),
            connect="finite",
            pen=_pen(style.colour(self._look.palette), self._width(style), dashed=style.is_dashed),
            antialias=True,
        )
        # Qt strokes a long wide path far slower than its pieces; where days lie close no joint shows.
        curve.setSegmentedLineMode("on" if len(series.values) > _WHOLE_LINE_DAYS else "off")
        return curve

    def _bars(self, series: Series, style: RoleStyle, step_px: float) -> Any:
        palette = self._look.palette
        outline = QPen(Qt.PenStyle.NoPen)
        if style.is_dashed and step_px >= _OUTLINED_FROM_PX:
            outline = _pen(mix(palette.track, palette.muted, OUTLINE_SHARE), style.width_px)
        return pg.BarGraphItem(
            x=np.arange(len(series.values), dtype=float),
            height=np.nan_to_num(_array(series)),
            width=style.bar_share,
            pen=outline,
            brush=QBrush(QColor(style.colour(palette))),
        )

    def _marker_line(self, marker: Marker, view: View) -> QGraphicsItem:
        style = style_of(marker.role)
        item = QGraphicsLineItem(marker.index, view.bottom, marker.index, view.top)
        item.setPen(_pen(style.colour(self._look.palette), self._width(style), dashed=style.is_dashed))
        return item

    def _width(self, style: RoleStyle) -> float:
        """Lines grow with the text."""
        return style.width_px * max(1.0, self._look.theme.scale)


def _array(series: Series) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([np.nan if value is None else value for value in series.values], dtype=float)


def _pen(colour: str, width_px: float, *, dashed: bool = False) -> QPen:
    """A pen whose width is in pixels whatever the scale of the plane."""
    pen = QPen(QColor(colour), width_px)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern([4.0, 3.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    else:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
