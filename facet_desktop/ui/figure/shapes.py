"""Outlines in pixels of limbs: tapered capsules, jointed, as painter paths."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise
from math import acos, atan2, degrees, hypot, sqrt
from typing import NamedTuple

from PySide6.QtGui import QPainterPath

from facet_desktop.ui.figure.projection import Flat

Round = tuple[float, float, float]
"""A circle in pixels: x, y, radius."""

Link = tuple[float, float, float, float, float, float, float]
Ways = tuple[float, float, float, float, float, float]
"""Three directions as x and y."""
Turn = tuple[Ways, float]
"""Around the end of a chain: the directions, and the cosine of half the arc."""

WIDEST = -0.6
"""The cosine of half the widest arc that two curves still draw exactly to the eye."""


class Outlines(NamedTuple):
    """What is filled, where the light line runs, and where the filling is smoothed as that line has gaps."""

    body: QPainterPath
    rim: QPainterPath
    smooth: QPainterPath | None = None


class Sides(NamedTuple):
    """Both sides of a chain of circles from its first to its last, and how its ends turn around."""

    right: list[Flat]
    left: list[Flat]
    cap: Turn
    tail: Turn


class End(Enum):
    """How an end of a chain of circles is drawn."""

    FREE = auto()
    """Round, with the light line around it."""
    JOINED = auto()
    """Round, in a joint painted already: the light line is open there and starts a little further on."""
    CUT = auto()
    """Straight across, under something else."""


def tapered(rounds: Sequence[Round]) -> QPainterPath:
    """The outline of a chain of circles joined by tangents."""
    return _closed(_sides(rounds), rounds[0], rounds[-1])


def _closed(sides: Sides, first: Round | None, last: Round | None) -> QPainterPath:
    """The outline of the filling; an end without a circle is cut off."""
    right, left, cap, tail = sides
    path = QPainterPath()
    line_to = path.lineTo
    path.moveTo(*right[0])
    for x, y in right[1:]:
        line_to(x, y)
    if last is not None:
        _cap(path, last, tail)
        left = left[:-1]
    for x, y in left[::-1]:
        line_to(x, y)
    if first is not None:
        _cap(path, first, cap)
    return path


def jointed(rounds: Sequence[Round], cap: End, tail: End, *, around: bool) -> Outlines:
    """The outlines of a chain of circles whose ends may lie in joints that are painted already.

    Args:
        rounds: the circles.
        cap: the first end.
        tail: the last end.
        around: the filling is smoothed at a joint all around, not only along the sides.
    """
    sides = _sides(rounds)
    if cap is tail is End.FREE:
        body = _closed(sides, rounds[0], rounds[-1])
        return Outlines(body, body)
    rim = _open(rounds, sides, cap, tail)
    own = _tucked(sides, cap, tail)
    body = _closed(own, _end(rounds[0], cap), _end(rounds[-1], tail))
    round_joint = End.JOINED in (cap, tail)
    return Outlines(body, rim, body if around or not round_joint else _open(rounds, own, cap, tail))


def _open(rounds: Sequence[Round], sides: Sides, cap: End, tail: End) -> QPainterPath:
    """The outline without the ends that are not free."""
    right, left = sides.right, sides.left
    if cap is not End.FREE:
        right = [_set_back(right[0], right[1], rounds[0]), *right[1:]]
        left = [_set_back(left[0], left[1], rounds[0]), *left[1:]]
    if tail is not End.FREE:
        right = [*right[:-1], _set_back(right[-1], right[-2], rounds[-1])]
        left = [*left[:-1], _set_back(left[-1], left[-2], rounds[-1])]
    path = QPainterPath()
    line_to = path.lineTo
    path.moveTo(*right[0])
    for x, y in right[1:]:
        line_to(x, y)
    if tail is End.FREE:
        _cap(path, rounds[-1], sides.tail)
    else:
        path.moveTo(*left[-1])
    for x, y in left[-2::-1]:
        line_to(x, y)
    if cap is End.FREE:
        _cap(path, rounds[0], sides.cap)
    return path


def _tucked(sides: Sides, cap: End, tail: End) -> Sides:
    """A pixel less at joints painted already, so that the neighbour's line around them stays whole."""
    right, left = list(sides.right), list(sides.left)
    if cap is not End.FREE:
        (lx, ly, _, _, rx, ry), _ = sides.cap
        (x, y), (p, q) = right[0], left[0]
        right[0], left[0] = (x - rx, y - ry), (p - lx, q - ly)
    if tail is not End.FREE:
        (rx, ry, _, _, lx, ly), _ = sides.tail
        (x, y), (p, q) = right[-1], left[-1]
        right[-1], left[-1] = (x - rx, y - ry), (p - lx, q - ly)
    return Sides(right, left, sides.cap, sides.tail)


def _end(circle: Round, end: End) -> Round | None:
    if end is End.CUT:
        return None
    x, y, r = circle
    return circle if end is End.FREE else (x, y, r - 1.0)


def _sides(rounds: Sequence[Round]) -> Sides:
    right: list[Flat] = []
    left: list[Flat] = []
    links = [_link(first, second) for first, second in pairwise(rounds)]
    for (x, y, r), (p, q, t), (_, _, _, rx, ry, lx, ly) in zip(rounds, rounds[1:], links, strict=False):
        right += ((x + r * rx, y + r * ry), (p + t * rx, q + t * ry))
        left += ((x + r * lx, y + r * ly), (p + t * lx, q + t * ly))
    ux, uy, cosine, rx, ry, lx, ly = links[0]
    cap = ((lx, ly, -ux, -uy, rx, ry), -cosine)
    ux, uy, cosine, rx, ry, lx, ly = links[-1]
    return Sides(right, left, cap, ((rx, ry, ux, uy, lx, ly), cosine))


def _cap(path: QPainterPath, circle: Round, turn: Turn) -> None:
    """A round end from one direction over a middle one to a third."""
    (x, y, r), ((ax, ay, mx, my, bx, by), cosine) = circle, turn
    if cosine < WIDEST:
        path.arcTo(x - r, y - r, 2 * r, 2 * r, degrees(atan2(-ay, ax)), 2 * degrees(acos(cosine)))
        return
    # Two curves are quicker than arcTo and need no angles: a quarter of the half arc by half-angle formulas.
    half = sqrt((1.0 + cosine) / 2.0)
    k = 4.0 / 3.0 * sqrt((1.0 - half) / (1.0 + half))
    ax, ay, mx, my, bx, by = r * ax, r * ay, r * mx, r * my, r * bx, r * by
    path.cubicTo(x + ax + k * ay, y + ay - k * ax, x + mx - k * my, y + my + k * mx, x + mx, y + my)
    path.cubicTo(x + mx + k * my, y + my - k * mx, x + bx - k * by, y + by + k * bx, x + bx, y + by)


def _set_back(point: Flat, ahead: Flat, circle: Round) -> Flat:
    """A tangent point moved on along its side, away from a shared joint."""
    across, down = ahead[0] - point[0], ahead[1] - point[1]
    way = hypot(across, down)
    share = min(0.5, 0.7 * circle[2] / way) if way > 1e-9 else 0.0
    return (point[0] + across * share, point[1] + down * share)


def _link(first: Round, second: Round) -> Link:
    """Direction from first to second, the cosine of the tangents' spread, and their two normals.

    Where one circle hides the other, the tangent points fall together on the far side of the larger.
    """
    across, down = second[0] - first[0], second[1] - first[1]
    way = hypot(across, down)
    if way < 1e-9:
        return (1.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.0)
    ux, uy = across / way, down / way
    cosine = (first[2] - second[2]) / way
    if not -1.0 < cosine < 1.0:
        cosine = 1.0 if cosine > 0.0 else -1.0
    sine = sqrt(1.0 - cosine * cosine)
    a, b, c, d = ux * cosine, uy * sine, uy * cosine, ux * sine
    return (ux, uy, cosine, a - b, c + d, a + b, c - d)
