"""Outlines in pixels of limbs: tapered capsules, jointed, as painter paths."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from math import acos, atan2, degrees, hypot, sqrt
from typing import NamedTuple

from PySide6.QtGui import QPainterPath

from facet_desktop.ui.figure.projection import Flat

Round = tuple[float, float, float]
"""A circle in pixels: x, y, radius."""

Turn = tuple[float, float, float, float, float, float, float]
"""Around the end of a chain: three directions as x and y, and the cosine of half the arc."""

Sides = tuple[list[Flat], list[Flat], Turn, Turn]
"""Both sides of a chain of circles from its first to its last, right and left, and how its two ends turn."""

Curves = tuple[tuple[float, float, float, float, float, float], ...]
"""A round end as what ``cubicTo`` takes twice, or if it is very wide ``arcTo`` once; nothing for no end."""

WIDEST = -0.6
"""The cosine of half the widest arc that two curves still draw exactly to the eye."""


class Outlines(NamedTuple):
    """What is filled, where the light line runs, and where the filling is smoothed as that line has gaps."""

    body: QPainterPath
    rim: QPainterPath
    smooth: QPainterPath | None = None


class End(Enum):
    """How an end of a chain of circles is drawn."""

    FREE = auto()
    """Round, with the light line around it."""
    JOINED = auto()
    """Round, in a joint painted already: the light line is open there and starts a little further on."""
    CUT = auto()
    """Straight across, under something else."""


# Looked up once: Python 3.11 runs a function for every member of an enumeration that is asked for.
_FREE, _JOINED, _CUT = End.FREE, End.JOINED, End.CUT


def tapered(rounds: Sequence[Round]) -> QPainterPath:
    """The outline of a chain of circles joined by tangents."""
    sides = _sides(rounds)
    return _closed(sides, _curves(rounds[0], sides[2]), _curves(rounds[-1], sides[3]))


def jointed(rounds: Sequence[Round], cap: End, tail: End, *, around: bool) -> Outlines:
    """The outlines of a chain of circles whose ends may lie in joints that are painted already.

    Args:
        rounds: the circles.
        cap: the first end.
        tail: the last end.
        around: the filling is smoothed at a joint all around, not only along the sides.
    """
    sides = _sides(rounds)
    first = _curves(rounds[0], sides[2], 0.0 if cap is _FREE else 1.0) if cap is not _CUT else ()
    last = _curves(rounds[-1], sides[3], 0.0 if tail is _FREE else 1.0) if tail is not _CUT else ()
    if cap is tail is _FREE:
        body = _closed(sides, first, last)
        return Outlines(body, body)
    free_first, free_last = first if cap is _FREE else (), last if tail is _FREE else ()
    rim = _open(sides, rounds, free_first, free_last)
    _tuck(sides, cap, tail)
    body = _closed(sides, first, last)
    if around or (cap is not _JOINED and tail is not _JOINED):
        return Outlines(body, rim, body)
    return Outlines(body, rim, _open(sides, rounds, free_first, free_last))


def _closed(sides: Sides, first: Curves, last: Curves) -> QPainterPath:
    """The outline of the filling; an end without curves is cut off."""
    right, left, _, _ = sides
    path = QPainterPath()
    line_to = path.lineTo
    path.moveTo(*right[0])
    for x, y in right[1:]:
        line_to(x, y)
    if last:
        _run_on(path, last)
    else:
        line_to(*left[-1])
    for x, y in left[-2::-1]:
        line_to(x, y)
    if first:
        _run_on(path, first)
    return path


def _open(sides: Sides, rounds: Sequence[Round], first: Curves, last: Curves) -> QPainterPath:
    """The outline without the ends that have no curves."""
    right, left, _, _ = sides
    if not first:
        start, end = _set_back(right[0], right[1], left[0], left[1], rounds[0][2])
        right, left = [start, *right[1:]], [end, *left[1:]]
    path = QPainterPath()
    line_to = path.lineTo
    path.moveTo(*right[0])
    for x, y in right[1:-1]:
        line_to(x, y)
    if last:
        line_to(*right[-1])
        _run_on(path, last)
    else:
        end, start = _set_back(right[-1], right[-2], left[-1], left[-2], rounds[-1][2])
        line_to(*end)
        path.moveTo(*start)
    for x, y in left[-2::-1]:
        line_to(x, y)
    if first:
        _run_on(path, first)
    return path


def _tuck(sides: Sides, cap: End, tail: End) -> None:
    """Take a pixel away at joints painted already, so that the neighbour's line around them stays whole."""
    right, left, first, last = sides
    if cap is not _FREE:
        (x, y), (p, q), (lx, ly, _, _, rx, ry, _) = right[0], left[0], first
        right[0], left[0] = (x - rx, y - ry), (p - lx, q - ly)
    if tail is not _FREE:
        (x, y), (p, q), (rx, ry, _, _, lx, ly, _) = right[-1], left[-1], last
        right[-1], left[-1] = (x - rx, y - ry), (p - lx, q - ly)


def _set_back(
    right: Flat, right_ahead: Flat, left: Flat, left_ahead: Flat, radius: float
) -> tuple[Flat, Flat]:
    """The tangent points of a shared joint, moved on along their sides, which are equally long."""
    (x, y), (p, q) = right, left
    across, down = right_ahead[0] - x, right_ahead[1] - y
    way = hypot(across, down)
    share = min(0.5, 0.7 * radius / way) if way > 1e-9 else 0.0
    return (
        (x + across * share, y + down * share),
        (p + (left_ahead[0] - p) * share, q + (left_ahead[1] - q) * share),
    )


def _sides(rounds: Sequence[Round]) -> Sides:
    """The tangents of each two neighbours.

    Where one circle hides the other, the tangent points fall together on the far side of the larger.
    """
    right: list[Flat] = []
    left: list[Flat] = []
    links: list[Turn] = []
    x, y, r = rounds[0]
    for p, q, t in rounds[1:]:
        across, down = p - x, q - y
        way = hypot(across, down)
        if way < 1e-9:
            ux, uy, cosine = 1.0, 0.0, 1.0
        else:
            ux, uy, cosine = across / way, down / way, (r - t) / way
        if -1.0 < cosine < 1.0:
            sine = sqrt(1.0 - cosine * cosine)
        else:
            cosine, sine = (1.0 if cosine > 0.0 else -1.0), 0.0
        a, b, c, d = ux * cosine, uy * sine, uy * cosine, ux * sine
        rx, ry, lx, ly = a - b, c + d, a + b, c - d
        right += ((x + r * rx, y + r * ry), (p + t * rx, q + t * ry))
        left += ((x + r * lx, y + r * ly), (p + t * lx, q + t * ly))
        links.append((rx, ry, ux, uy, lx, ly, cosine))
        x, y, r = p, q, t
    rx, ry, ux, uy, lx, ly, cosine = links[0]
    return right, left, (lx, ly, -ux, -uy, rx, ry, -cosine), links[-1]


def _curves(circle: Round, turn: Turn, less: float = 0.0) -> Curves:
    """A round end from one direction over a middle one to a third, of a circle smaller by ``less``."""
    (x, y, r), (ax, ay, mx, my, bx, by, cosine) = circle, turn
    r -= less
    if cosine < WIDEST:
        return ((x - r, y - r, 2 * r, 2 * r, degrees(atan2(-ay, ax)), 2 * degrees(acos(cosine))),)
    # Two curves are quicker than arcTo and need no angles: a quarter of the half arc by half-angle formulas.
    half = sqrt((1.0 + cosine) / 2.0)
    k = 4.0 / 3.0 * sqrt((1.0 - half) / (1.0 + half))
    k *= r
    nx, ny, along_x, along_y = x + r * mx, y + r * my, k * my, k * mx
    px, py = x + r * bx, y + r * by
    return (
        (x + r * ax + k * ay, y + r * ay - k * ax, nx - along_x, ny + along_y, nx, ny),
        (nx + along_x, ny - along_y, px - k * by, py + k * bx, px, py),
    )


def _run_on(path: QPainterPath, curves: Curves) -> None:
    if len(curves) == 1:
        path.arcTo(*curves[0])
        return
    first, second = curves
    path.cubicTo(*first)
    path.cubicTo(*second)
