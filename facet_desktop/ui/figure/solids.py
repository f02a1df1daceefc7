"""Simple solids with flat shading: boxes, rounded bodies, rods and rollers."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from facet_desktop.domain.figure.body import Ellipsoid
from facet_desktop.domain.figure.vectors import Mat, Vec, along, column, dot, place
from facet_desktop.ui.figure.brushwork import paint_body, paint_patches, paint_rounds
from facet_desktop.ui.figure.hulls import hull
from facet_desktop.ui.figure.scene import Scene

_FACES = (
    # axis, direction, and the corner signs of the other two axes in order
    (0, 1.0, 1, 2),
    (0, -1.0, 1, 2),
    (1, 1.0, 0, 2),
    (1, -1.0, 0, 2),
    (2, 1.0, 0, 1),
    (2, -1.0, 0, 1),
)
_SHADE = {0: 112, 1: 100, 2: 122}
"""How much darker (per cent, Qt's scale) the end, the top and the long side of a box are."""


class Block(NamedTuple):
    """A box: centre, frame, half sizes along the frame's axes."""

    centre: Vec
    frame: Mat
    half: Vec


def paint_block(painter: QPainter, scene: Scene, block: Block, colour: QColor) -> None:
    """A box with its visible faces shaded."""
    painter.setPen(Qt.PenStyle.NoPen)
    for axis, way, second, third in _FACES:
        normal = column(block.frame, axis)
        if way * dot(normal, scene.view.toward) <= 1e-6:
            continue
        middle = along(block.centre, normal, way * block.half[axis])
        painter.setBrush(colour.darker(_SHADE[axis]))
        painter.drawPolygon(_face(scene, middle, block, second, third))


def _face(scene: Scene, middle: Vec, block: Block, second: int, third: int) -> QPolygonF:
    points = []
    for a, b in ((1, 1), (1, -1), (-1, -1), (-1, 1)):
        corner = along(middle, column(block.frame, second), a * block.half[second])
        corner = along(corner, column(block.frame, third), b * block.half[third])
        points.append(QPointF(*scene.view.flat(corner)))
    return QPolygonF(points)


def paint_cushion(painter: QPainter, scene: Scene, block: Block, colour: QColor) -> None:
    """A soft box: the hull of eight round corners with a lighter top."""
    radius = min(block.half)
    ovals = []
    for x in (-1, 1):
        for z in (-1, 1):
            corner = place(
                block.centre, block.frame, (x * (block.half[0] - radius), 0.0, z * (block.half[2] - radius))
            )
            ovals.append(scene.view.oval(Ellipsoid(corner, block.frame, (radius, block.half[1], radius))))
    paint_body(painter, scene, hull(ovals), scene.inks.ink(colour))


def paint_ball(painter: QPainter, scene: Scene, centre: Vec, radius: float, colour: QColor) -> None:
    """A ball with a soft highlight."""
    x, y, r = scene.round(centre, radius)
    disc = QPainterPath()
    disc.addEllipse(QPointF(x, y), r, r)
    paint_body(painter, scene, disc, scene.inks.ink(colour))
    painter.setBrush(colour.lighter(115))
    painter.drawEllipse(QPointF(x - r * 0.3, y - r * 0.32), r * 0.42, r * 0.38)


def paint_roller(painter: QPainter, scene: Scene, block: Block, colour: QColor) -> None:
    """A roll lying along the z axis of its frame, with the end that faces the viewer lighter."""
    radius, reach = block.half[0], block.half[2]
    ends = []
    for way in (-1.0, 1.0):
        centre = place(block.centre, block.frame, (0.0, 0.0, way * reach))
        ends.append(scene.view.oval(Ellipsoid(centre, block.frame, (radius, radius, 0.01))))
    paint_body(painter, scene, hull(ends), scene.inks.ink(colour.darker(112)))
    near = ends[1] if scene.view.depth(column(block.frame, 2)) > 0 else ends[0]
    paint_patches(painter, scene, ((hull((near,)), scene.inks.ink(colour)),))


def paint_rod(painter: QPainter, scene: Scene, ends: tuple[Vec, Vec], radius: float, colour: QColor) -> None:
    """A round bar between two points."""
    paint_rounds(
        painter, scene, (scene.round(ends[0], radius), scene.round(ends[1], radius)), scene.inks.ink(colour)
    )


def paint_line(painter: QPainter, scene: Scene, points: list[Vec], width: float, colour: QColor) -> None:
    """A band or strap through points."""
    path = QPainterPath(QPointF(*scene.view.flat(points[0])))
    for point in points[1:]:
        path.lineTo(QPointF(*scene.view.flat(point)))
    for extra, ink in ((2.0, scene.inks.outline), (0.0, colour)):
        pen = QPen(ink, width * scene.view.scale + extra)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
