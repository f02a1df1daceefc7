"""One week as seven marks, each with a shape of its own inside, so that it reads without colour."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.domain.values import frozen
from facet_desktop.ui.metrics import SMALL_PX
from facet_desktop.ui.palettes import mix
from facet_desktop.ui.widgets.painting import draw_text, smooth_painter, stroke, tick_path

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look


class DayState(StrEnum):
    """How a day went, or what is planned for it."""

    DONE = "done"
    PART = "part"
    NONE = "none"
    TODAY = "today"
    REST = "rest"
    PLANNED = "planned"


@frozen
class DayMark:
    """A day: the letter above it, its state, and a full sentence for the tooltip and screen readers."""

    letter: str
    state: DayState
    description: str


class DayStrip(QWidget):
    """The week strip. Done is a tick, part a half disc, none a dash, today a ring, rest an empty disc."""

    def __init__(self, look: Look, days: Sequence[DayMark] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._days: tuple[DayMark, ...] = ()
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("This week"))
        self.set_days(days)

    def set_days(self, days: Sequence[DayMark]) -> None:
        """Show these days, first one first."""
        self._days = tuple(days)
        self.setAccessibleDescription(". ".join(day.description for day in self._days))
        self.updateGeometry()
        self.update()

    def days(self) -> tuple[DayMark, ...]:
        """The days shown."""
        return self._days

    def sizeHint(self) -> QSize:
        """Room for the letters and the discs."""
        return QSize(self._look.px(46) * len(self._days), self._look.px(58))

    def minimumSizeHint(self) -> QSize:
        """The discs may stand closer, never smaller."""
        return QSize(self._look.px(37) * len(self._days), self._look.px(58))

    def description_at(self, x_px: int) -> str:
        """The sentence of the day at a horizontal position."""
        for index, day in enumerate(self._days):
            if self._column(index).left() <= x_px <= self._column(index).right():
                return day.description
        return ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the day under the pointer in the tooltip."""
        self.setToolTip(self.description_at(event.pos().x()))
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        painter = smooth_painter(self)
        look = self._look
        for index, day in enumerate(self._days):
            column = self._column(index)
            letter = QRect(column.left(), 0, column.width(), look.px(20))
            flags = int(Qt.AlignmentFlag.AlignCenter)
            draw_text(painter, letter, day.letter, look.font(SMALL_PX), look.palette.muted, flags)
            side = float(look.px(34))
            disc = QRectF(column.center().x() + 0.5 - side / 2, look.px(23), side, side)
            self._paint_disc(painter, disc, day.state)
        painter.end()

    def _column(self, index: int) -> QRect:
        width = self.width() / max(1, len(self._days))
        position = len(self._days) - 1 - index if self.isRightToLeft() else index
        return QRect(round(position * width), 0, round(width), self.height())

    def _paint_disc(self, painter: QPainter, disc: QRectF, state: DayState) -> None:
        palette = self._look.palette
        fill = {
            DayState.DONE: palette.primary,
            DayState.PART: palette.primary_mark,
            DayState.REST: palette.line_soft,
        }.get(state)
        faint = mix(palette.track, palette.muted, 0.4)
        line = {DayState.TODAY: palette.primary, DayState.NONE: faint, DayState.PLANNED: faint}
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        if state in line:
            painter.setPen(QPen(QColor(line[state]), 2))
            disc = disc.adjusted(1, 1, -1, -1)
        painter.drawEllipse(disc)
        self._paint_shape(painter, disc, state)

    def _paint_shape(self, painter: QPainter, disc: QRectF, state: DayState) -> None:
        palette, width = self._look.palette, disc.width()
        centre = disc.center()
        if state is DayState.DONE:
            box = QRectF(centre.x() - width * 0.17, centre.y() - width * 0.14, width * 0.34, width * 0.29)
            stroke(painter, tick_path(box), palette.on_primary, width * 0.07)
        elif state is DayState.PART:
            inner = QRectF(centre.x() - width * 0.18, centre.y() - width * 0.18, width * 0.36, width * 0.36)
            self._paint_half(painter, inner)
        elif state is DayState.NONE:
            dash = QPainterPath(centre - QPointF(width * 0.13, 0))
            dash.lineTo(centre + QPointF(width * 0.13, 0))
            stroke(painter, dash, palette.muted, width * 0.07)

    def _paint_half(self, painter: QPainter, box: QRectF) -> None:
        ink = self._look.palette.card
        painter.setPen(QPen(QColor(ink), max(1.5, box.width() * 0.12)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        painter.drawPie(box, 90 * 16, 180 * 16)
