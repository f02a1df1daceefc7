"""Where the plane of a chart lies inside its widget, and which pixel is which day and value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from facet_desktop.domain.values import frozen
from facet_desktop.ui.charts.readout import number_text
from facet_desktop.ui.charts.scale import View, value_ticks, view_of
from facet_desktop.ui.metrics import SMALL_PX
from facet_desktop.ui.widgets.painting import text_width

if TYPE_CHECKING:
    from facet_desktop.domain.chart import ChartSpec
    from facet_desktop.ui.theme import Look

_GAP_PX, _VALUE_GAP_PX, _DAY_ROW_PX, _TOP_PX, _EDGE_PX = 8, 30, 24, 8, 6


@frozen
class Frame:
    """The plane `plot` in pixels of the widget, and what is shown on it."""

    plot: QRectF
    view: View
    ticks: tuple[int, ...]

    @property
    def step_px(self) -> float:
        """Pixels from one position of the x axis to the next."""
        return self.plot.width() / (self.view.right - self.view.left)

    def point(self, index: float, value: float) -> QPointF:
        """Where a value lies."""
        share = (value - self.view.bottom) / (self.view.top - self.view.bottom)
        return QPointF(self.x(index), self.plot.bottom() - share * self.plot.height())

    def x(self, index: float) -> float:
        """Where a position of the x axis lies."""
        return self.plot.left() + (index - self.view.left) * self.step_px

    def index_at(self, x_px: float, count: int) -> int:
        """The position nearest to a pixel, of `count` positions."""
        index = round((x_px - self.plot.left()) / self.step_px + self.view.left)
        return max(0, min(count - 1, index))


def frame_of(spec: ChartSpec, look: Look, width: int, height: int) -> Frame:
    """The frame of a chart in a widget of this size, with room for the words around the plane."""
    top, bottom = look.px(_TOP_PX), look.px(_DAY_ROW_PX)
    plot_height = max(1.0, height - top - bottom)
    ticks = value_ticks(spec.low, spec.high, plot_height, look.px(_VALUE_GAP_PX))
    font = look.font(SMALL_PX, tabular=True)
    gap = look.px(_GAP_PX)
    left = max((text_width(font, number_text(value)) for value in ticks), default=0) + gap
    words = max((text_width(look.font(SMALL_PX), band.name) for band in spec.bands), default=0)
    right = words + gap if words else look.px(_EDGE_PX)
    plot = QRectF(left, top, max(1.0, width - left - right), plot_height)
    return Frame(plot, view_of(spec), ticks)
