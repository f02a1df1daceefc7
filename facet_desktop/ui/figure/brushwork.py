"""Filling one body with its light line around it, quickly on a screen and exactly in a vector drawing.

On a raster a smooth filling costs five times as much as a plain one, and a wide pen ten times as much as a
line of one pixel. So a screen gets plain fillings whose steps are hidden under smooth lines of one pixel.
Print and SVG get lines of true width beneath the filling.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from facet_desktop.ui.figure.colours import Ink
from facet_desktop.ui.figure.glow import paint_glows
from facet_desktop.ui.figure.hulls import Skin
from facet_desktop.ui.figure.scene import ROUGH, SMOOTH, Scene
from facet_desktop.ui.figure.shapes import Outlines, Round, tapered


def paint_body(painter: QPainter, scene: Scene, body: QPainterPath, ink: Ink) -> None:
    """One body with a line all around; its outline does not cross itself."""
    if not scene.fast:
        painter.strokePath(body, _line(scene))
        painter.fillPath(body, ink.fill)
        return
    painter.setRenderHint(SMOOTH, ROUGH)
    painter.fillPath(body, ink.fill)
    painter.setRenderHint(SMOOTH)
    painter.strokePath(body, scene.hairline)


def paint_outlined(painter: QPainter, scene: Scene, outlines: Outlines, ink: Ink, part: str = "") -> None:
    """One body with a line around some of it.

    Args:
        painter: with antialiasing on and no pen; left that way.
        scene: the frame.
        outlines: of the body.
        ink: of the filling.
        part: name of the part if it may glow.
    """
    body, rim, smooth = outlines
    if scene.fast:
        painter.setRenderHint(SMOOTH, ROUGH)
        painter.fillPath(body, ink.fill)
        painter.setRenderHint(SMOOTH)
        if smooth is not None:
            painter.strokePath(smooth, ink.hairline)
    else:
        painter.strokePath(rim, _line(scene))
        painter.fillPath(body, ink.fill)
    if part:
        paint_glows(painter, scene, part, body)
    if scene.fast:
        painter.strokePath(rim, scene.hairline)


def paint_edge(painter: QPainter, scene: Scene, skins: Sequence[Skin]) -> None:
    """The light line around overlapping bodies that are painted over it next."""
    for one in skins:
        if scene.fast:
            painter.strokePath(one.beyond, scene.hairline)
        else:
            painter.strokePath(one.body, _line(scene))


def paint_patches(painter: QPainter, scene: Scene, patches: Sequence[tuple[QPainterPath, Ink]]) -> None:
    """Patches on a body, with smooth edges but without light lines."""
    if not scene.fast:
        for patch, ink in patches:
            painter.fillPath(patch, ink.fill)
        return
    painter.setRenderHint(SMOOTH, ROUGH)
    for patch, ink in patches:
        painter.fillPath(patch, ink.fill)
    painter.setRenderHint(SMOOTH)
    for patch, ink in patches:
        painter.strokePath(patch, ink.hairline)


def paint_rounds(
    painter: QPainter, scene: Scene, rounds: tuple[Round, ...], ink: Ink, part: str = ""
) -> None:
    """A chain of circles joined by tangents, as one body; a named part is kept while it does not move."""
    body = scene.kept.get(part, rounds, lambda: tapered(rounds)) if part else tapered(rounds)
    paint_body(painter, scene, body, ink)


def _line(scene: Scene) -> QPen:
    pen = QPen(scene.inks.outline, scene.inks.colours.outline_cm * scene.view.scale)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
