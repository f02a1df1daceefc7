"""The soft glow on the target region, kept inside the outline of the part that takes it."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QRadialGradient

from facet_desktop.domain.figure.regions import Region, regions_of
from facet_desktop.domain.figure.vectors import length, place, sub
from facet_desktop.ui.figure.scene import Scene


def glows_on(scene: Scene, part: str) -> list[Region]:
    """The glows that a painted part takes."""
    return [
        region
        for name in scene.regions
        for region in regions_of(name, left_works=scene.left_works)
        if region.on == part
    ]


def paint_glows(painter: QPainter, scene: Scene, part: str, bodies: list[QPainterPath]) -> None:
    """Tint the given outlines; a region on the side turned away shines through faintly."""
    for region in glows_on(scene, part):
        origin, frame = scene.figure.origins[region.segment], scene.figure.frames[region.segment]
        centre = place(origin, frame, region.offset)
        outward = sub(centre, origin)
        facing = scene.view.depth(outward) / max(1.0, length(region.offset))
        strength = min(1.0, max(0.4, 0.85 + 0.5 * facing))
        brush = _brush(scene, scene.view.flat(centre), region.radius * scene.view.scale, strength)
        for body in bodies:
            painter.fillPath(body, brush)


def _brush(scene: Scene, centre: tuple[float, float], radius: float, strength: float) -> QBrush:
    gradient = QRadialGradient(QPointF(*centre), radius)
    for at, alpha in ((0.0, 235), (0.35, 190), (0.7, 70), (1.0, 0)):
        colour = QColor(scene.inks.colours.glow)
        colour.setAlpha(round(alpha * strength))
        gradient.setColorAt(at, colour)
    return QBrush(gradient)
