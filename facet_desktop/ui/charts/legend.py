"""What the marks of a chart mean: a small sample of each, with its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.domain.chart import ChartSpec, Mark, Role
from facet_desktop.domain.values import frozen
from facet_desktop.ui.charts.roles import OUTLINE_SHARE, style_of
from facet_desktop.ui.metrics import SMALL_PX, SPACE_M
from facet_desktop.ui.palettes import mix
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.painting import draw_text, fill_round, smooth_painter, text_width

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look

_SAMPLE_PX, _GAP_PX = 18, 6
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Sample(Protocol):
    """A small picture of a mark."""

    def paint(self, painter: QPainter, look: Look, box: QRectF) -> None:
        """Paints it into a box."""
        ...


@frozen
class LegendItem:
    """A name and the sample that it explains."""

    text: str
    sample: Sample


@frozen
class MarkSample:
    """A mark of a chart; no mark means the line of an event."""

    role: Role
    mark: Mark | None

    def paint(self, painter: QPainter, look: Look, box: QRectF) -> None:
        """Paints a point, a bar or a line as the chart does."""
        style = style_of(self.role)
        colour = style.colour(look.palette)
        middle = box.center()
        if self.mark is Mark.POINTS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            radius = look.px(style.point_px) / 2
            painter.drawEllipse(middle, radius, radius)
        elif self.mark is Mark.BARS:
            side = look.px(11)
            square = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            outline = mix(look.palette.track, look.palette.muted, OUTLINE_SHARE)
            fill_round(painter, square, colour, 2, outline if style.is_dashed else "")
        else:
            _paint_line(painter, QPen(QColor(colour), style.width_px), box, dashed=style.is_dashed)


def legend_items(spec: ChartSpec, event_words: dict[Role, str]) -> tuple[LegendItem, ...]:
    """The series of a chart, then the kinds of events on it, named by `event_words`."""
    items = [LegendItem(series.name, MarkSample(series.role, series.mark)) for series in spec.series]
    for role in dict.fromkeys(marker.role for marker in spec.markers):
        items.append(LegendItem(event_words[role], MarkSample(role, None)))
    return tuple(items)


class LegendEntry(QWidget):
    """One sample with its name."""

    def __init__(self, look: Look, item: LegendItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._item = item
        self.setAccessibleName(item.text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The sample and the words."""
        look = self._look
        font = look.font(SMALL_PX)
        width = look.px(_SAMPLE_PX + _GAP_PX) + text_width(font, self._item.text) + 1
        return QSize(width, QFontMetrics(font).height() + look.px(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        look = self._look
        painter = smooth_painter(self)
        box = QRectF(0, 0, look.px(_SAMPLE_PX), self.height())
        self._item.sample.paint(painter, look, box)
        left = look.px(_SAMPLE_PX + _GAP_PX)
        words = QRect(left, 0, self.width() - left, self.height())
        draw_text(painter, words, self._item.text, look.font(SMALL_PX), look.palette.muted, _LEFT)
        painter.end()


class Legend(QWidget):
    """Entries in rows; it takes as many rows as its width asks for."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._entries: tuple[LegendItem, ...] = ()
        self._flow = FlowLayout(self, SPACE_M)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("What the marks mean"))

    def show_items(self, items: Sequence[LegendItem]) -> None:
        """Show these entries."""
        if tuple(items) == self._entries:
            return
        self._entries = tuple(items)
        self._flow.clear()
        for item in items:
            self._flow.addWidget(LegendEntry(self._look, item, self))
        self.setAccessibleDescription(", ".join(item.text for item in items))
        self.updateGeometry()


def _paint_line(painter: QPainter, pen: QPen, box: QRectF, *, dashed: bool) -> None:
    middle = box.center()
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashed else Qt.PenCapStyle.RoundCap)
    if dashed:
        pen.setDashPattern([4.0, 3.0])
        top = QPointF(middle.x(), box.top() + 2)
        painter.setPen(pen)
        painter.drawLine(top, QPointF(middle.x(), box.bottom() - 2))
        return
    painter.setPen(pen)
    painter.drawLine(QPointF(box.left() + 1, middle.y()), QPointF(box.right() - 1, middle.y()))
