"""The mark of a day in the heat map and in its legend."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from facet_desktop.domain.adherence import DayState
from facet_desktop.domain.values import frozen
from facet_desktop.ui.palettes import mix
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.painting import fill_round, stroke, tick_path


@frozen
class DaySample:
    """A day for the legend."""

    state: DayState

    def paint(self, painter: QPainter, look: Look, box: QRectF) -> None:
        """Paints it as the heat map does."""
        side = look.px(15)
        corner = box.center() - QPointF(side / 2, side / 2)
        paint_day(painter, look, QRectF(round(corner.x()), round(corner.y()), side, side), self.state)


def paint_day(painter: QPainter, look: Look, box: QRectF, state: DayState) -> None:
    """One day: tick for done, half for part, dash for none, small dot for free, ring for ahead."""
    palette, radius = look.palette, max(2.0, box.width() * 0.24)
    fill = {DayState.DONE: palette.primary, DayState.PARTLY: palette.primary_soft}.get(state)
    if fill:
        fill_round(painter, box, fill, radius, palette.primary if state is DayState.PARTLY else "")
    elif state is not DayState.FREE:
        edge = mix(palette.track, palette.muted, 0.55 if state is DayState.AHEAD else 0.3)
        fill_round(painter, box, palette.card if state is DayState.AHEAD else palette.track, radius, edge)
    else:
        fill_round(painter, box, palette.line_soft, radius)
        dot = box.width() * 0.09
        painter.setBrush(QColor(palette.muted))
        painter.drawEllipse(box.center(), dot, dot)
    _paint_shape(painter, look, box, state)


def _paint_shape(painter: QPainter, look: Look, box: QRectF, state: DayState) -> None:
    palette, side, centre = look.palette, box.width(), box.center()
    if state is DayState.DONE:
        inner = QRectF(centre.x() - side * 0.25, centre.y() - side * 0.2, side * 0.5, side * 0.42)
        stroke(painter, tick_path(inner), palette.on_primary, max(1.2, side * 0.1))
    elif state is DayState.PARTLY:
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(box, max(2.0, side * 0.24), max(2.0, side * 0.24))
        painter.setClipPath(clip)
        painter.fillRect(QRectF(box.left(), centre.y(), side, side / 2), QColor(palette.primary))
        painter.restore()
    elif state is DayState.MISSED:
        dash = QPainterPath(centre - QPointF(side * 0.2, 0))
        dash.lineTo(centre + QPointF(side * 0.2, 0))
        stroke(painter, dash, palette.muted, max(1.2, side * 0.1))
