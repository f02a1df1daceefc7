"""Things to carry and the bubble of words: a kettlebell, a bag with handles, counting aloud."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QTransform

from facet_desktop.domain.figure.vectors import Vec, place
from facet_desktop.ui.figure.brushwork import paint_body, paint_patches
from facet_desktop.ui.figure.scene import Scene
from facet_desktop.ui.figure.solids import Block, paint_ball, paint_cushion, paint_line

HANDLE_CM = 2.6
COUNTING = "100  97  94"
"""Counting back in threes, in digits that every language shares."""


def paint_kettlebell(painter: QPainter, scene: Scene, block: Block, colour: QColor) -> None:
    """A ball with a handle above it. The block holds both; its length is the ball's width."""
    radius, half = block.half[0], block.half[1]
    low = (0.0, radius - half, 0.0)
    rise = 2.0 * half - 1.7 * radius - HANDLE_CM / 2
    handle = _arch(block, (0.0, low[1] + 0.7 * radius, 0.0), (0.72 * block.half[2], rise))
    paint_line(painter, scene, handle, HANDLE_CM, colour.darker(125))
    paint_ball(painter, scene, place(block.centre, block.frame, low), radius, colour)


def paint_bag(painter: QPainter, scene: Scene, block: Block, colour: QColor) -> None:
    """A soft bag with one handle; the top of the handle is the top of the block."""
    length, half, width = block.half
    rise = 0.44 * half
    body = Block(
        place(block.centre, block.frame, (0.0, -rise, 0.0)), block.frame, (length, half - rise, width)
    )
    arch = _arch(block, (0.0, half - 2.6 * rise, 0.0), (0.5 * length, 2.5 * rise), along_x=True)
    paint_line(painter, scene, arch, 1.6, colour.darker(140))
    paint_cushion(painter, scene, body, colour)


def _arch(block: Block, foot: Vec, size: tuple[float, float], *, along_x: bool = False) -> list[Vec]:
    """Points of a handle: a flattened half circle of a half width and a height above ``foot``."""
    points = []
    for step in range(13):
        turn = pi * step / 12
        out, up = size[0] * cos(turn), foot[1] + size[1] * min(1.0, 1.25 * sin(turn))
        points.append(place(block.centre, block.frame, (out, up, 0.0) if along_x else (0.0, up, out)))
    return points


def paint_bubble(painter: QPainter, scene: Scene, block: Block, colour: QColor) -> None:
    """A speech bubble that faces the viewer, with its tail towards the head, and numbers in it."""
    x, y = scene.view.flat(block.centre)
    width, height = block.half[0] * scene.view.scale, block.half[1] * scene.view.scale
    frame = QRectF(x - width, y - height, 2 * width, 2 * height)
    bubble = QPainterPath()
    bubble.addRoundedRect(frame, height * 0.7, height * 0.7)
    head, _ = scene.view.flat(scene.figure.joints["head"])
    way = width if head > x else -width
    tail = QPainterPath(QPointF(x + 0.95 * way, y - 0.1 * height))
    tail.lineTo(x + 1.28 * way, y + 0.9 * height)
    tail.lineTo(x + 0.6 * way, y + 0.8 * height)
    paint_body(painter, scene, bubble.united(tail).simplified(), scene.inks.ink(colour))
    paint_patches(painter, scene, ((_words(frame), scene.inks.of("shoes")),))


def _words(frame: QRectF) -> QPainterPath:
    """The counting as an outline that fills most of the bubble."""
    text = _counting()
    size = text.boundingRect()
    scale = 0.78 * frame.width() / max(1.0, size.width())
    way = QTransform.fromTranslate(frame.center().x(), frame.center().y()).scale(scale, scale)
    return way.translate(-size.center().x(), -size.center().y()).map(text)


@cache
def _counting() -> QPainterPath:
    font = QFont()
    font.setPixelSize(100)
    font.setBold(True)
    text = QPainterPath()
    text.addText(0.0, 0.0, font, COUNTING)
    return text
