"""The soft glow on the target region, kept inside the outline of the part that takes it."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QRadialGradient,
    QRegion,
)

from facet_desktop.domain.figure.regions import Region, regions_of
from facet_desktop.domain.figure.vectors import length, place, sub
from facet_desktop.ui.figure.scene import ROUGH, SMOOTH, WITHIN, Scene

_WINDING = Qt.FillRule.WindingFill

BAND = 40
"""Rows painted at once: with two spans a row still below the 96 spans from which Qt uses threads."""


@lru_cache(maxsize=256)
def glows_by_part(names: tuple[str, ...], left_works: bool) -> dict[str, tuple[Region, ...]]:
    """The glows of every painted part that takes some."""
    regions = [region for name in names for region in regions_of(name, left_works=left_works)]
    parts = {region.on for region in regions}
    return {part: tuple(region for region in regions if region.on == part) for part in parts}


def paint_glows(painter: QPainter, scene: Scene, part: str, body: QPainterPath) -> None:
    """Tint the given outline; a region on the side turned away shines through faintly."""
    painter.save()
    if scene.fast:
        painter.setRenderHint(SMOOTH, ROUGH)
        _clip(painter, body, part)
    for region in scene.glows.get(part, ()):
        origin, frame = scene.figure.origins[region.segment], scene.figure.frames[region.segment]
        centre = place(origin, frame, region.offset)
        facing = scene.view.depth(sub(centre, origin)) / max(1.0, length(region.offset))
        strength = min(1.0, max(0.4, 0.85 + 0.5 * facing))
        x, y, radius = scene.round(centre, region.radius)
        if scene.fast:
            # A ready-made picture of the glow is several times faster than a gradient.
            half = ceil(radius) + 1
            painter.setOpacity(strength)
            _lay(painter, round(x) - half, round(y) - half, _picture(scene, half, radius), 2 * half)
        else:
            painter.fillPath(body, QBrush(_gradient(scene, QPointF(x, y), radius, strength)))
    painter.restore()


def _clip(painter: QPainter, body: QPainterPath, part: str) -> None:
    """Keep to the body. Overlapping outlines, as the trunk has, are clipped faster as a region."""
    if part == "trunk":
        region = QRegion(body.toFillPolygon().toPolygon(), _WINDING)
        painter.setClipRegion(region, WITHIN)
    else:
        painter.setClipPath(body, WITHIN)


def _lay(painter: QPainter, left: int, top: int, picture: QImage, size: int) -> None:
    """Paint a clipped picture in bands so low that Qt does not hand parts of it to other threads.

    Waiting for such a thread takes many times longer than the painting, above all on a busy machine.
    """
    for row in range(0, size, BAND):
        painter.drawImage(left, top + row, picture, 0, row, size, min(BAND, size - row))


def _picture(scene: Scene, half: int, radius: float) -> QImage:
    if half not in scene.inks.glows:
        picture = QImage(2 * half, 2 * half, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), QBrush(_gradient(scene, QPointF(half, half), radius, 1.0)))
        painter.end()
        scene.inks.glows[half] = picture
    return scene.inks.glows[half]


def _gradient(scene: Scene, centre: QPointF, radius: float, strength: float) -> QRadialGradient:
    gradient = QRadialGradient(centre, radius)
    for at, alpha in ((0.0, 235), (0.35, 190), (0.7, 70), (1.0, 0)):
        colour = QColor(scene.inks.colours.glow)
        colour.setAlpha(round(alpha * strength))
        gradient.setColorAt(at, colour)
    return gradient
