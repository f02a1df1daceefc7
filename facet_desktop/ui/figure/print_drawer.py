"""Figures as SVG for paper."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from facet_desktop.domain.step import StepSide
from facet_desktop.services.figures import FigureSource
from facet_desktop.ui.figure.colours import PRINT
from facet_desktop.ui.figure.painter import FigurePainter, Moment

SIZE = QSize(320, 224)
"""Ten to seven: lying figures are wide, standing ones keep enough height."""


class PrintDrawer:
    """Draws in the colours of print; see `FigureDrawer`. Use one in one thread at a time."""

    def __init__(self, figures: FigureSource) -> None:
        self._source = figures
        self._figures = FigurePainter(PRINT)

    def draw(self, slug: str, position: float, side: StepSide = StepSide.BOTH) -> bytes | None:
        """An SVG of an exercise at a position (0 start, 1 end); None where it has no figure."""
        movement = self._source.find(slug)
        if movement is None:
            return None
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        drawing = QSvgGenerator()
        drawing.setOutputDevice(buffer)
        drawing.setSize(SIZE)
        drawing.setViewBox(QRect(0, 0, SIZE.width(), SIZE.height()))
        painter = QPainter(drawing)
        page = QRectF(0, 0, SIZE.width(), SIZE.height())
        self._figures.paint(painter, page, movement, Moment(position, 0.0, side))
        painter.end()
        buffer.close()
        return bytes(content.data())
