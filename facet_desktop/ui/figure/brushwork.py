"""Filling one body with its light line around it, quickly on a screen and exactly in a vector drawing.

On a raster a smooth filling costs five times as much as a plain one, and a wide pen ten times as much as a
line of one pixel. So a screen gets plain fillings whose steps are hidden under smooth lines of one pixel.
Print and SVG get lines of true width beneath the filling.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from facet_desktop.ui.figure.glow import paint_glows
from facet_desktop.ui.figure.scene import Scene, hairline
from facet_desktop.ui.figure.shapes import Round, tapered

SMOOTH = QPainter.RenderHint.Antialiasing


def paint_body(
    painter: QPainter,
    scene: Scene,
    body: QPainterPath,
    colour: QColor,
    rim: QPainterPath | None = None,
    part: str = "",
) -> None:
    """One body whose outline does not cross itself.

    Args:
        painter: with antialiasing on and no pen; left that way.
        scene: the frame.
        body: what is filled.
        colour: of the filling.
        rim: where the light line runs, if not around the whole body.
        part: name of the part if it may glow.
    """
    if not scene.fast:
        painter.strokePath(rim or body, _line(scene))
        painter.fillPath(body, colour)
        if part:
            paint_glows(painter, scene, part, body)
        return
    painter.setRenderHint(SMOOTH, on=False)
    painter.fillPath(body, colour)
    if part:
        paint_glows(painter, scene, part, body)
    painter.setRenderHint(SMOOTH)
    painter.strokePath(rim or body, scene.hairline)


def paint_union(
    painter: QPainter, scene: Scene, edge: QPainterPath, body: QPainterPath, colour: QColor
) -> None:
    """Overlapping bodies as one: ``edge`` is the union grown by a pixel; its inner lines are painted over."""
    if scene.fast:
        painter.strokePath(edge, scene.hairline)
    else:
        painter.strokePath(body, _line(scene))
    paint_patch(painter, scene, body, colour)


def paint_patch(painter: QPainter, scene: Scene, patch: QPainterPath, colour: QColor) -> None:
    """A patch on a body, with a smooth edge but without a light line."""
    if not scene.fast:
        painter.fillPath(patch, colour)
        return
    painter.setRenderHint(SMOOTH, on=False)
    painter.fillPath(patch, colour)
    painter.setRenderHint(SMOOTH)
    painter.strokePath(patch, hairline(colour))


def paint_rounds(painter: QPainter, scene: Scene, rounds: Sequence[Round], colour: QColor) -> None:
    """A chain of circles joined by tangents, as one body."""
    paint_body(painter, scene, tapered(rounds), colour)


def _line(scene: Scene) -> QPen:
    pen = QPen(scene.inks.outline, scene.inks.colours.outline_cm * scene.view.scale)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
