"""Small painting helpers shared by the widgets that Facet draws itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from facet_desktop.ui.theme import Look

FOCUS_WIDTH_PX = 2


def smooth_painter(widget: QWidget) -> QPainter:
    """An antialiasing painter on ``widget``; the caller ends it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def fill_round(painter: QPainter, rect: QRectF, fill: str, radius: float, border: str = "") -> None:
    """A rounded rectangle with a crisp one-pixel border of its own colour or of ``border``."""
    painter.setPen(QPen(QColor(border), 1.0) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5) if border else rect
    painter.drawRoundedRect(box, radius, radius)


def outline_round(painter: QPainter, rect: QRectF, colour: str, radius: float, width_px: float) -> None:
    """A rounded outline of ``width_px`` that stays inside ``rect``."""
    inset = width_px / 2
    painter.setPen(QPen(QColor(colour), width_px))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def focus_ring(painter: QPainter, rect: QRectF, colour: str, radius: float) -> None:
    """The outline that shows where the keyboard is."""
    outline_round(painter, rect, colour, radius, FOCUS_WIDTH_PX)


def inner_focus_ring(painter: QPainter, rect: QRectF, colour: str, radius: float) -> None:
    """The focus outline for filled shapes: a line in the text colour, three pixels inside the edge."""
    outline_round(painter, rect.adjusted(3, 3, -3, -3), colour, max(1.0, radius - 3), FOCUS_WIDTH_PX)


def draw_text(painter: QPainter, rect: QRect, text: str, font: QFont, colour: str, flags: int) -> None:
    """Plain text in one font and colour; ``flags`` are Qt alignment and text flags."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, flags, text)


def draw_icon(painter: QPainter, look: Look, name: str, colour: str, rect: QRect) -> None:
    """An icon that fills the square ``rect`` (already at the chosen text size)."""
    ratio = painter.device().devicePixelRatio()
    size_px = rect.width() / look.theme.scale
    painter.drawPixmap(rect.topLeft(), look.pixmap(name, colour, size_px, ratio))


def text_width(font: QFont, text: str) -> int:
    """Width of one line of text in pixels."""
    return QFontMetrics(font).horizontalAdvance(text)


def centred_square(rect: QRect, side: int) -> QRect:
    """A square of ``side`` pixels in the middle of ``rect``."""
    return QRect(rect.center().x() - side // 2, rect.center().y() - side // 2, side, side)


def tick_path(rect: QRectF) -> QPainterPath:
    """A tick that fills ``rect``; drawn, because the bundled font has none."""
    path = QPainterPath(QPointF(rect.left(), rect.center().y()))
    path.lineTo(rect.left() + rect.width() * 0.36, rect.bottom() - rect.height() * 0.12)
    path.lineTo(rect.right(), rect.top() + rect.height() * 0.12)
    return path


def stroke(painter: QPainter, path: QPainterPath, colour: str, width_px: float) -> None:
    """A line with round ends along ``path``."""
    pen = QPen(QColor(colour), width_px)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def logo_paths(rect: QRectF) -> tuple[QPainterPath, QPainterPath]:
    """The sign of the program: a rounded square, and the leaf (or vertebra) inside it.

    Proportions are those of ``resources/app/facet.svg``: a leaf 10 × 12 on a square of 22.
    """
    unit = rect.width() / 22
    square = QPainterPath()
    square.addRoundedRect(rect, 6.5 * unit, 6.5 * unit)
    leaf_box = QRectF(rect.left() + 6 * unit, rect.top() + 5 * unit, 10 * unit, 12 * unit)
    leaf = QPainterPath(leaf_box.bottomLeft())
    leaf.lineTo(leaf_box.left(), leaf_box.center().y())
    leaf.arcTo(leaf_box, 180, -270)
    leaf.closeSubpath()
    return square, leaf
