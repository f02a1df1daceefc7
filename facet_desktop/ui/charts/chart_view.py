"""A large chart: the plane drawn by pyqtgraph, its axes, and a cursor for pointer and keyboard.

Importing this module imports pyqtgraph; do it inside the function that first shows a chart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.domain.chart import ChartSpec, Role
from facet_desktop.ui.charts.announce import announce
from facet_desktop.ui.charts.canvas import ChartCanvas
from facet_desktop.ui.charts.frame import Frame, frame_of
from facet_desktop.ui.charts.overlay import ChartOverlay
from facet_desktop.ui.charts.readout import TICK_SAMPLES, number_text, read_out, tick_texts
from facet_desktop.ui.charts.scale import day_ticks
from facet_desktop.ui.metrics import RADIUS_CONTROL, SMALL_PX
from facet_desktop.ui.widgets.painting import draw_text, focus_ring, smooth_painter, text_width

if TYPE_CHECKING:
    from facet_desktop.ui.palettes import Palette
    from facet_desktop.ui.theme import Look

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_TICK_SPACE_PX = 12
_LONG_STEP = 7
"""Page up and down go by a week of days (or by seven weeks)."""


class ChartView(QWidget):
    """Shows one `ChartSpec`. Left and right move a cursor whose values are read out; Escape takes it away.

    `pointed` carries the read-out as one line, empty when there is none. Nothing can be dragged or zoomed, so
    the wheel scrolls the page.
    """

    pointed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None, *, height_px: int = 220) -> None:
        super().__init__(parent)
        self._look = look
        self._height_px = height_px
        self._spec: ChartSpec | None = None
        self._frame: Frame | None = None
        self._cursor: int | None = None
        self.canvas = ChartCanvas(look, self)
        self.overlay = ChartOverlay(look, self)
        self.overlay.hovered.connect(self._hover)
        self.overlay.left.connect(self._forget)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._rebuild)

    def show_chart(self, spec: ChartSpec) -> None:
        """Show this chart; the cursor goes away. Does nothing when the same chart is shown already."""
        if spec == self._spec:
            return
        self._spec = spec
        self._move_to(None)
        self.setAccessibleName(spec.title)
        self.setAccessibleDescription(
            self.tr("{summary} Left and right arrow keys read out each value.").format(summary=spec.summary)
        )
        self.canvas.widget.setAccessibleName(spec.title)
        self._rebuild()

    def cursor_index(self) -> int | None:
        """The position of the cursor, or None."""
        return self._cursor

    def read_out(self) -> str:
        """The values under the cursor as one line; empty without a cursor."""
        if self._spec is None or self._cursor is None:
            return ""
        return str(read_out(self._spec, self._cursor))

    def sizeHint(self) -> QSize:
        """Wide, at the height asked for."""
        return QSize(self._look.px(420), self._look.px(self._height_px))

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(self._look.px(180), self._look.px(min(self._height_px, 150)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit everything into the new size."""
        super().resizeEvent(event)
        self._rebuild()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor."""
        spec = self._spec
        if spec is None or not spec.days:
            super().keyPressEvent(event)
            return
        last = len(spec.days) - 1
        here = last + 1 if self._cursor is None else self._cursor
        target = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_PageUp: here - _LONG_STEP,
            Qt.Key.Key_PageDown: here + _LONG_STEP,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is not None:
            self._move_to(max(0, min(last, target)))
            announce(self, self.read_out())
        elif event.key() == Qt.Key.Key_Escape and self._cursor is not None:
            self._move_to(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cursor goes with the keyboard."""
        super().focusOutEvent(event)
        self._forget()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axes, words of the zones and the focus ring; the plane paints itself."""
        spec, frame = self._spec, self._frame
        painter = smooth_painter(self)
        if spec is not None and frame is not None:
            self._paint_values(painter, frame)
            self._paint_days(painter, spec, frame)
            self._paint_zones(painter, spec, frame)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), self._look.palette.focus, RADIUS_CONTROL)
        painter.end()

    def _rebuild(self) -> None:
        spec = self._spec
        if spec is None or not spec.days:
            return
        self._frame = frame = frame_of(spec, self._look, self.width(), self.height())
        self.canvas.widget.setGeometry(frame.plot.toRect())
        self.canvas.show_chart(spec, frame.ticks, frame.plot.width())
        self.overlay.setGeometry(self.rect())
        self.overlay.show_chart(spec, frame)
        self.updateGeometry()
        self.update()

    def _hover(self, x_px: float) -> None:
        if self._spec is not None and self._frame is not None and self._spec.days:
            self._move_to(self._frame.index_at(x_px, len(self._spec.days)))

    def _forget(self) -> None:
        self._move_to(None)

    def _move_to(self, index: int | None) -> None:
        if index != self._cursor:
            self._cursor = index
            self.overlay.show_cursor(index)
            self.pointed.emit(self.read_out())

    def _paint_values(self, painter: QPainter, frame: Frame) -> None:
        look, half = self._look, self._look.px(10)
        for value in frame.ticks:
            y = round(frame.point(0, value).y())
            box = QRect(0, y - half, round(frame.plot.left()) - look.px(8), 2 * half)
            font = look.font(SMALL_PX, tabular=True)
            draw_text(painter, box, number_text(value), font, look.palette.muted, _RIGHT)

    def _paint_days(self, painter: QPainter, spec: ChartSpec, frame: Frame) -> None:
        look = self._look
        font = look.font(SMALL_PX)
        space = look.px(_TICK_SPACE_PX)
        gaps = {level: space + text_width(font, sample) for level, sample in TICK_SAMPLES.items()}
        level, positions = day_ticks(spec.days, frame.step_px, gaps)
        top = round(frame.plot.bottom()) + 1
        for index, text in zip(positions, tick_texts(spec, level, positions), strict=True):
            x = frame.x(index)
            painter.setPen(QPen(QColor(look.palette.muted), 1.0))
            painter.drawLine(round(x), top, round(x), top + look.px(3))
            width = text_width(font, text)
            left = max(0, min(round(x - width / 2), self.width() - width))
            box = QRect(left, top + look.px(4), width + 1, look.px(18))
            draw_text(painter, box, text, font, look.palette.muted, _CENTRE)

    def _paint_zones(self, painter: QPainter, spec: ChartSpec, frame: Frame) -> None:
        look = self._look
        left = round(frame.plot.right()) + look.px(8)
        for band in spec.bands:
            middle = round((frame.point(0, band.low).y() + frame.point(0, band.high).y()) / 2)
            box = QRect(left, middle - look.px(10), self.width() - left, look.px(20))
            draw_text(painter, box, band.name, look.font(SMALL_PX), _ink(look.palette, band.role), _LEFT)


def _ink(palette: Palette, role: Role) -> str:
    return {Role.GOOD: palette.good, Role.CAUTION: palette.caution, Role.ALERT: palette.alert}.get(
        role, palette.muted
    )
