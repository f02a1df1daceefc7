"""Outlines in pixels: tapered capsules and hulls of ovals, as painter paths."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise
from math import acos, atan2, cos, degrees, hypot, pi, sin, sqrt
from operator import gt
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from facet_desktop.ui.figure.projection import Flat, Oval

Fan = tuple[tuple[float, float, float, float, float], ...]
Row = list[tuple[float, float, float]]
"""(reach, x, y) of the outermost point of a body in every direction of a fan."""

Round = tuple[float, float, float]
"""A circle in pixels: x, y, radius."""

Link = tuple[float, float, float, float, float, float, float]
Ways = tuple[float, float, float, float, float, float]
"""Three directions as x and y."""
Turn = tuple[Ways, float]
"""Around the end of a chain: the directions, and the cosine of half the arc."""

ROUNDNESS = 0.5522847498
"""How far the handles of a curve reach that draws a quarter of a circle of radius 1."""
WIDEST = -0.6
"""The cosine of half the widest arc that two curves still draw exactly to the eye."""


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
    top = bottom = ovals[0]
    top_size = bottom_size = 1.0
    near: list[Flat] = []
    far: list[Flat] = []
    for c, s, cc, cs, ss in fan:
        high = low = -1e9
        for oval in ovals:
            x, y, xx, xy, yy = oval
            size = sqrt(xx * cc + xy * cs + yy * ss) or 1e-9
            middle = x * c + y * s
            if middle + size > high:
                high = middle + size
                top, top_size = oval, size
            if size - middle > low:
                low = size - middle
                bottom, bottom_size = oval, size
        x, y, xx, xy, yy = top
        near.append((x + (xx * c + xy * s) / top_size, y + (xy * c + yy * s) / top_size))
        x, y, xx, xy, yy = bottom
        far.append((x - (xx * c + xy * s) / bottom_size, y - (xy * c + yy * s) / bottom_size))
    return polygon(near + far)


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


def support(oval: Oval, fan: Fan = FAN) -> Row:
    """The outermost points of an oval: over half a turn by formula, the other half by its symmetry."""
    x, y, xx, xy, yy = oval
    near, far = [], []
    for c, s, cc, cs, ss in fan:
        size = sqrt(xx * cc + xy * cs + yy * ss) or 1e-9
        middle = x * c + y * s
        dx, dy = (xx * c + xy * s) / size, (xy * c + yy * s) / size
        near.append((middle + size, x + dx, y + dy))
        far.append((size - middle, x - dx, y - dy))
    return near + far


class Skin(NamedTuple):
    """Bodies grown together: what is filled, and a line a pixel outside of it."""

    body: QPainterPath
    beyond: QPainterPath


def skin(rows: Sequence[Row]) -> Skin:
    """Bodies by their support points, each joined to the next by tangents, as one outline if possible."""
    hulls = [list(map(max, low, high)) for low, high in pairwise(rows)] or list(rows)
    body, beyond = QPainterPath(), QPainterPath()
    body.setFillRule(Qt.FillRule.WindingFill)
    body_to, beyond_to = body.lineTo, beyond.lineTo
    for points, ways in _silhouette(rows, hulls) or [(hull, _WAYS) for hull in hulls]:
        (_, x, y), (c, s) = points[-1], ways[-1]
        body.moveTo(x, y)
        beyond.moveTo(x + c, y + s)
        for (_, x, y), (c, s) in zip(points, ways, strict=True):
            body_to(x, y)
            beyond_to(x + c, y + s)
    return Skin(body, beyond)


def _silhouette(rows: Sequence[Row], hulls: Sequence[Row]) -> list[tuple[Row, Sequence[Flat]]]:
    """One outline around neighbouring hulls: up along one side of the chain and down along the other.

    Of a hull only those points lie on it whose body reaches further than both its neighbours. At a hollow the
    outline runs a little into the neighbour and back, which filling by winding does not show. Nothing is
    found when the bodies are seen so much from an end that the edge of a hull falls into more pieces.
    """
    runs = [run for low, high in pairwise(rows) if (run := _run(low, high))]
    if len(runs) < max(2, len(hulls)):
        return []
    up: list[tuple[Row, int, int]] = []
    down: list[tuple[Row, int, int]] = []
    for hull, (begin, end), (next_begin, next_end) in zip(hulls, runs, runs[1:], strict=False):
        right, left = max(0, _least(next_begin - begin)), max(0, _least(end - next_end))
        if begin + right >= end - left:
            return []
        if not up:
            up.append((hull, end - left - 1, begin + right + len(_WAYS) + 1))
        else:
            up.append((hull, begin - 1, begin + right + 1))
            down.append((hull, end - left - 1, end + 1))
    begin, end = runs[-1]
    points: Row = []
    ways: list[Flat] = []
    for hull, first, stop in (*up, (hulls[-1], begin - 1, end + 1), *reversed(down)):
        points += (hull * 3)[first:stop]
        ways += _THREE_TURNS[first:stop]
    return [(points, ways)]


def _run(low: Row, high: Row) -> tuple[int, int] | None:
    """From which direction to which one the higher of two bodies reaches further; None if not in one run."""
    twice = list(map(gt, high, low)) * 2
    if False not in twice or True not in twice:
        return None
    begin = twice.index(True, twice.index(False))
    end = twice.index(False, begin)
    return (begin, end) if 2 * (end - begin) == twice.count(True) else None


def _least(turn: int) -> int:
    """A difference of two directions by the shorter way round."""
    half = len(_WAYS) // 2
    return (turn + half) % len(_WAYS) - half


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
