"""Outlines in pixels: tapered capsules and hulls of ovals, as painter paths."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import acos, atan2, cos, degrees, hypot, pi, sin, sqrt

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
SMALL_FAN = _fan(7)
"""For hands, feet and other small bodies, whose corners nobody can see."""


def hull(ovals: Sequence[Oval], fan: Fan = FAN) -> QPainterPath:
    """The convex outline around ovals, by their support points in evenly spread directions."""
    if len(ovals) == 1:
        return ellipse(ovals[0])
    near: list[Flat] = []
    far: list[Flat] = []
    for c, s, cc, cs, ss in fan:
        high = low = -1e9
        top = bottom = (ovals[0], 1.0)
        for oval in ovals:
            x, y, xx, xy, yy = oval
            size = sqrt(xx * cc + xy * cs + yy * ss) or 1e-9
            middle = x * c + y * s
            if middle + size > high:
                high, top = middle + size, (oval, size)
            if size - middle > low:
                low, bottom = size - middle, (oval, -size)
        for points, ((x, y, xx, xy, yy), size) in ((near, top), (far, bottom)):
            points.append((x + (xx * c + xy * s) / size, y + (xy * c + yy * s) / size))
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


def outermost(rows: Sequence[Row]) -> Row:
    """The support points of several bodies together."""
    return list(map(max, *rows))


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


def union(rows: Sequence[Row]) -> QPainterPath:
    """One path whose filling is the union of outlines by support points."""
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    line_to = whole.lineTo
    for row in rows:
        _, first_x, first_y = row[-1]
        whole.moveTo(first_x, first_y)
        for _, x, y in row:
            line_to(x, y)
    return whole


def grown(rows: Sequence[Row]) -> QPainterPath:
    """Outlines by support points, each a pixel further out."""
    edge = QPainterPath()
    line_to = edge.lineTo
    last_c, last_s = _WAYS[-1]
    for row in rows:
        _, first_x, first_y = row[-1]
        edge.moveTo(first_x + last_c, first_y + last_s)
        for (_, x, y), (c, s) in zip(row, _WAYS, strict=True):
            line_to(x + c, y + s)
    return edge


def tapered(rounds: Sequence[Round], *, cap: bool = True, tail: bool = True) -> QPainterPath:
    """The outline of a chain of circles joined by tangents.

    ``cap`` draws the round end at the first circle, ``tail`` the one at the last. Without them the outline is
    open there and starts a little further on, so that its line does not cut into a joint shared with a
    neighbour.
    """
    links = []
    right: list[Flat] = []
    left: list[Flat] = []
    for first, second in pairwise(rounds):
        link = _link(first, second)
        links.append(link)
        _, _, _, rx, ry, lx, ly = link
        (x, y, r), (p, q, t) = first, second
        right += ((x + r * rx, y + r * ry), (p + t * rx, q + t * ry))
        left += ((x + r * lx, y + r * ly), (p + t * lx, q + t * ly))
    if not cap:
        right[0], left[0] = _set_back(right[0], right[1], rounds[0]), _set_back(left[0], left[1], rounds[0])
    if not tail:
        right[-1] = _set_back(right[-1], right[-2], rounds[-1])
        left[-1] = _set_back(left[-1], left[-2], rounds[-1])
    path = QPainterPath()
    path.moveTo(*right[0])
    line_to = path.lineTo
    for x, y in right[1:]:
        line_to(x, y)
    if tail:
        ux, uy, cosine, rx, ry, lx, ly = links[-1]
        _cap(path, rounds[-1], (rx, ry, ux, uy, lx, ly), cosine)
    else:
        path.moveTo(*left[-1])
    for x, y in reversed(left):
        line_to(x, y)
    if cap:
        ux, uy, cosine, rx, ry, lx, ly = links[0]
        _cap(path, rounds[0], (lx, ly, -ux, -uy, rx, ry), -cosine)
        if tail:
            path.closeSubpath()
    return path


def _cap(path: QPainterPath, circle: Round, ways: Ways, cosine: float) -> None:
    """A round end from one direction over a middle one to a third; ``cosine`` is that of half the arc."""
    x, y, r = circle
    ax, ay, mx, my, bx, by = ways
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
