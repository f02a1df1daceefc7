"""The soft glow on the target region, kept inside the outline of the part that takes it."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QRadialGradient,
)

from facet_desktop.domain.figure.regions import Region, regions_of
from facet_desktop.domain.figure.vectors import length, place, sub
from facet_desktop.ui.figure.scene import ROUGH, SMOOTH, WITHIN, Scene
from facet_desktop.ui.figure.shapes import Round

BAND, TRUNK_BAND = 80, 23
"""Rows painted at once: with a span a row, a little more for a bent limb, and four where the trunk's outlines
overlap, still below the 96 spans from which Qt uses threads."""


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
    for region in scene.glows[part]:
        origin, frame = scene.figure.origins[region.segment], scene.figure.frames[region.segment]
        centre = place(origin, frame, region.offset)
        facing = scene.view.depth(sub(centre, origin)) / max(1.0, length(region.offset))
        strength = min(1.0, max(0.4, 0.85 + 0.5 * facing))
        x, y, radius = scene.round(centre, region.radius)
        if scene.fast:
            painter.setOpacity(strength)
            _lay(painter, scene, body, (x, y, radius), TRUNK_BAND if part == "trunk" else BAND)
        else:
            painter.fillPath(body, QBrush(_gradient(scene, QPointF(x, y), radius, strength)))
    painter.restore()


def _lay(painter: QPainter, scene: Scene, body: QPainterPath, glow: Round, band: int) -> None:
    """Fill the body within a ready-made picture of the glow, which is several times faster than a gradient.

    In bands so low that Qt does not hand parts of them to other threads: waiting for such a thread takes many
    times longer than the painting, above all on a busy machine.
    """
    half = ceil(glow[2]) + 1
    left, top, size = round(glow[0]) - half, round(glow[1]) - half, 2 * half
    rows = body.controlPointRect()
    first, last = max(top, floor(rows.top())), min(top + size, ceil(rows.bottom()) + 1)
    picture = _picture(scene, half, glow[2])
    painter.setBrushOrigin(left, top)
    for row in range(first, last, band):
        painter.save()
        painter.setClipRect(left, row, size, min(band, last - row), WITHIN)
        painter.fillPath(body, picture)
        painter.restore()


def _picture(scene: Scene, half: int, radius: float) -> QBrush:
    if half not in scene.inks.glows:
        picture = QImage(2 * half, 2 * half, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), QBrush(_gradient(scene, QPointF(half, half), radius, 1.0)))
        painter.end()
        scene.inks.glows[half] = QBrush(picture)
    return scene.inks.glows[half]


def _gradient(scene: Scene, centre: QPointF, radius: float, strength: float) -> QRadialGradient:
    gradient = QRadialGradient(centre, radius)
    for at, alpha in ((0.0, 235), (0.35, 190), (0.7, 70), (1.0, 0)):
        colour = QColor(scene.inks.colours.glow)
        colour.setAlpha(round(alpha * strength))
        gradient.setColorAt(at, colour)
    return gradient
