"""The contact sheet: every movement at its start, middle and end on one picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from facet_desktop.domain.figure.movement import Movement
from facet_desktop.ui.figure.colours import COLOURS, FigureColours
from facet_desktop.ui.figure.painter import FigurePainter, Moment
from facet_desktop.ui.png import write_png

CELL_WIDTH, CELL_HEIGHT, CAPTION = 300, 225, 24


def render_sheet(
    movements: Sequence[Movement],
    out_png: Path,
    *,
    theme: str = "light",
    columns: int = 6,
    positions: Sequence[float] = (0.0, 0.5, 1.0),
) -> None:
    """Write a PNG with every movement at the given positions, each with a caption.

    Needs a QGuiApplication (the offscreen platform is enough).

    Args:
        movements: in the order of the sheet.
        out_png: the file to write.
        theme: light, dark, contrast or print.
        columns: pictures in a row; a multiple of the number of positions reads best.
        positions: moments of each movement.

    Raises:
        OSError: the file cannot be written.
        KeyError: the theme is unknown.
    """
    colours = COLOURS[theme]
    cells = [(movement, position) for movement in movements for position in positions]
    rows = -(-len(cells) // columns)
    image = QImage(columns * CELL_WIDTH, max(1, rows) * (CELL_HEIGHT + CAPTION), QImage.Format.Format_RGB32)
    image.fill(QColor(colours.ground))
    painter = QPainter(image)
    figures = FigurePainter(colours)
    for index, (movement, position) in enumerate(cells):
        row, column = divmod(index, columns)
        _cell(painter, figures, movement, position, (column * CELL_WIDTH, row * (CELL_HEIGHT + CAPTION)))
    painter.end()
    write_png(image, out_png)


def _cell(
    painter: QPainter, figures: FigurePainter, movement: Movement, position: float, corner: tuple[int, int]
) -> None:
    left, top = corner
    rect = QRectF(left, top + CAPTION, CELL_WIDTH, CELL_HEIGHT)
    figures.paint(painter, rect, movement, Moment(position, 1.0 - position))
    _caption(
        painter, figures.colours, f"{movement.slug}  {position:.0%}", QRectF(left, top, CELL_WIDTH, CAPTION)
    )


def _caption(painter: QPainter, colours: FigureColours, text: str, rect: QRectF) -> None:
    font = QFont()
    font.setPixelSize(13)
    painter.setFont(font)
    painter.setPen(QColor(colours.shoes[0]))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
