"""Outlines in pixels of bodies: hulls of ovals, and bodies grown together, as painter paths."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, sin, sqrt
from operator import add, gt, sub
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from facet_desktop.ui.figure.projection import Flat, Oval

Fan = tuple[tuple[float, float, float, float, float], ...]


Row = tuple[Oval, list[float], list[float]]
"""An oval, how far it reaches in every direction of a fan, and its half width there."""

Piece = tuple[Row, int, int]
"""The outermost points of a body from one direction to before another, counted on after a full turn."""

_WINDING = Qt.FillRule.WindingFill

ROUNDNESS = 0.5522847498
"""How far the handles of a curve reach that draws a quarter of a circle of radius 1."""


def _fan(half: int) -> Fan:
    """Evenly spread directions over half a turn, with the products that a support point needs."""
    turns = (pi * index / half for index in range(half))
    return tuple((c, s, c * c, 2 * c * s, s * s) for c, s in ((cos(turn), sin(turn)) for turn in turns))


FAN = _fan(12)
_WAYS = tuple((turn * way[0], turn * way[1]) for turn in (1.0, -1.0) for way in FAN)
_THREE_TURNS = _WAYS * 3
SMALL_FAN = _fan(7)
"""For hands, feet and other small bodies, whose corners nobody can see."""
TINY_FAN = _fan(5)
"""For nose and thumb."""


def hull(ovals: Sequence[Oval], fan: Fan = FAN) -> QPainterPath:
    """The convex outline around ovals, by their support points in evenly spread directions."""
    if len(ovals) == 1:
        return ellipse(ovals[0])
    top = bottom = (*ovals[0], 1.0)
    path = QPainterPath()
    to = path.moveTo
    far: list[Flat] = []
    for c, s, cc, cs, ss in fan:
        high = low = -1e9
        for x, y, xx, xy, yy in ovals:
            size = sqrt(xx * cc + xy * cs + yy * ss)
            middle = x * c + y * s
            if middle + size > high:
                high = middle + size
                top = (x, y, xx, xy, yy, size)
            if size - middle > low:
                low = size - middle
                bottom = (x, y, xx, xy, yy, size)
        x, y, xx, xy, yy, size = top
        to(x + (xx * c + xy * s) / size, y + (xy * c + yy * s) / size)
        to = path.lineTo
        x, y, xx, xy, yy, size = bottom
        far.append((x - (xx * c + xy * s) / size, y - (xy * c + yy * s) / size))
    for x, y in far:
        to(x, y)
    path.closeSubpath()
    return path


def ellipse(oval: Oval) -> QPainterPath:
    """The outline of one oval: a circle of four curves, slanted and squeezed."""
    x, y, xx, xy, yy = oval
    a = sqrt(xx) or 1e-9
    lift = xy / a
    b = sqrt(max(0.0, yy - lift * lift))
    ka, kl, kb = ROUNDNESS * a, ROUNDNESS * lift, ROUNDNESS * b
    path = QPainterPath()
    path.moveTo(x + a, y + lift)
    path.cubicTo(x + a, y + lift + kb, x + ka, y + b + kl, x, y + b)
    path.cubicTo(x - ka, y + b - kl, x - a, y - lift + kb, x - a, y - lift)
    path.cubicTo(x - a, y - lift - kb, x - ka, y - b - kl, x, y - b)
    path.cubicTo(x + ka, y - b + kl, x + a, y + lift - kb, x + a, y + lift)
    return path


def polygon(points: Sequence[Flat]) -> QPainterPath:
    """A closed path through points."""
    # lineTo with plain numbers takes a third of the time of a list of QPointF.
    path = QPainterPath()
    line_to = path.lineTo
    path.moveTo(*points[-1])
    for x, y in points:
        line_to(x, y)
    return path


def support(oval: Oval) -> Row:
    """How far an oval reaches: over half a turn by formula, the other half by its symmetry."""
    x, y, xx, xy, yy = oval
    sizes = [sqrt(xx * cc + xy * cs + yy * ss) for _, _, cc, cs, ss in FAN]
    middles = [x * c + y * s for c, s, _, _, _ in FAN]
    return oval, [*map(add, sizes, middles), *map(sub, sizes, middles)], sizes


class Skin(NamedTuple):
    """Bodies grown together: what is filled, and a line a pixel outside of it."""

    body: QPainterPath
    beyond: QPainterPath


def skin(rows: Sequence[Row]) -> Skin:
    """Bodies by their reach, each joined to the next by tangents, as one outline if possible."""
    body, beyond = QPainterPath(), QPainterPath()
    body.setFillRule(_WINDING)
    body_to, beyond_to = body.lineTo, beyond.lineTo
    for pieces in _silhouette(rows) or _hulls(rows):
        x, y, c, s = _last_point(pieces[-1])
        body.moveTo(x, y)
        beyond.moveTo(x + c, y + s)
        for ((x, y, xx, xy, yy), _, sizes), first, stop in pieces:
            for (c, s), size in zip(_THREE_TURNS[first:stop], (sizes * 6)[first:stop], strict=True):
                p, q = x + (xx * c + xy * s) / size, y + (xy * c + yy * s) / size
                body_to(p, q)
                beyond_to(p + c, q + s)
    return Skin(body, beyond)


def _last_point(piece: Piece) -> tuple[float, float, float, float]:
    """The point where a piece ends, and the direction in which it lies outermost."""
    ((x, y, xx, xy, yy), _, sizes), _, stop = piece
    way = (stop - 1) % len(_WAYS)
    (c, s), size = _WAYS[way], sizes[way % len(FAN)]
    return x + (xx * c + xy * s) / size, y + (xy * c + yy * s) / size, c, s


def _hulls(rows: Sequence[Row]) -> list[list[Piece]]:
    """The outline around each body and the next."""
    every = range(len(_WAYS))
    return [
        [(low if low[1][way] >= high[1][way] else high, way, way + 1) for way in every]
        for low, high in pairwise(rows)
    ] or [[(row, 0, len(_WAYS))] for row in rows]


def _silhouette(rows: Sequence[Row]) -> list[list[Piece]]:
    """One outline around neighbouring hulls: up along one side of the chain and down along the other.

    Of a hull only those points lie on it whose body reaches further than both its neighbours. At a hollow the
    outline runs a little into the neighbour and back, which filling by winding does not show. Nothing is
    found when the bodies are seen so much from an end that the edge of a hull falls into more pieces.
    """
    runs = [run for low, high in pairwise(rows) if (run := _run(low, high))]
    if len(runs) < max(2, len(rows) - 1):
        return []
    turn = len(_WAYS)
    up: list[Piece] = []
    down: list[Piece] = []
    for low, high, (begin, end), (next_begin, next_end) in zip(rows, rows[1:], runs, runs[1:], strict=False):
        right, left = begin + max(0, _least(next_begin - begin)), end - max(0, _least(end - next_end))
        if right >= left:
            return []
        if up:
            up += ((low, begin - 1, begin), (high, begin, right + 1))
            down += ((low, end, end + 1), (high, left - 1, end))
        else:
            up += ((high, left - 1, end), (low, end, begin + turn), (high, begin + turn, right + turn + 1))
    begin, end = runs[-1]
    top = ((rows[-2], begin - 1, begin), (rows[-1], begin, end), (rows[-2], end, end + 1))
    return [[*up, *top, *reversed(down)]]


def _run(low: Row, high: Row) -> tuple[int, int] | None:
    """From which direction to which one the higher of two bodies reaches further; None if not in one run."""
    twice = list(map(gt, high[1], low[1])) * 2
    if False not in twice or True not in twice:
        return None
    begin = twice.index(True, twice.index(False))
    end = twice.index(False, begin)
    return (begin, end) if 2 * (end - begin) == twice.count(True) else None


def _least(turn: int) -> int:
    """A difference of two directions by the shorter way round."""
    half = len(_WAYS) // 2
    return (turn + half) % len(_WAYS) - half
