"""Outlines in pixels: tapered capsules and hulls of ovals, as painter paths."""

from __future__ import annotations

from collections.abc import Sequence
from math import acos, atan2, cos, degrees, hypot, pi, sin, sqrt

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from facet_desktop.ui.figure.projection import Flat, Oval

_DIRECTIONS = 32
_FAN = tuple(
    (c, s, c * c, 2 * c * s, s * s)
    for c, s in ((cos(2 * pi * i / _DIRECTIONS), sin(2 * pi * i / _DIRECTIONS)) for i in range(_DIRECTIONS))
)

Round = tuple[float, float, float]
"""A circle in pixels: x, y, radius."""


def hull(ovals: Sequence[Oval]) -> QPolygonF:
    """The convex outline around ovals, by their support points in evenly spread directions."""
    points = []
    for c, s, cc, cs, ss in _FAN:
        best, found = -1e18, (0.0, 0.0)
        for x, y, xx, xy, yy in ovals:
            size = sqrt(xx * cc + xy * cs + yy * ss) or 1e-9
            reach = x * c + y * s + size
            if reach > best:
                best = reach
                found = (x + (xx * c + xy * s) / size, y + (xy * c + yy * s) / size)
        points.append(QPointF(*found))
    return QPolygonF(points)


def union(polygons: Sequence[QPolygonF]) -> QPainterPath:
    """One path whose filling is the union of the polygons, all running the same way round."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for polygon in polygons:
        path.addPolygon(polygon)
        path.closeSubpath()
    return path


def capsule(path: QPainterPath, first: Round, second: Round) -> None:
    """Add a tapered capsule to a path."""
    ax, ay, ra = first
    bx, by, rb = second
    way = hypot(bx - ax, by - ay)
    if way <= abs(ra - rb) + 1e-6:
        x, y, r = first if ra >= rb else second
        path.addEllipse(QPointF(x, y), r, r)
        return
    base, spread = _tangents(first, second, way)
    path.arcMoveTo(ax - ra, ay - ra, 2 * ra, 2 * ra, base + spread)
    path.arcTo(ax - ra, ay - ra, 2 * ra, 2 * ra, base + spread, 360.0 - 2 * spread)
    path.arcTo(bx - rb, by - rb, 2 * rb, 2 * rb, base - spread, 2 * spread)
    path.closeSubpath()


def open_capsule(path: QPainterPath, first: Round, second: Round) -> None:
    """Add the two sides and the far cap of a tapered capsule, leaving it open at ``first``.

    Drawn over a neighbour that shares the joint at ``first``, this leaves no ring around the joint.
    """
    ax, ay, ra = first
    bx, by, rb = second
    way = hypot(bx - ax, by - ay)
    if way <= abs(ra - rb) + 1e-6:
        if rb > ra:
            path.addEllipse(QPointF(bx, by), rb, rb)
        return
    base, spread = _tangents(first, second, way)
    path.arcMoveTo(ax - ra, ay - ra, 2 * ra, 2 * ra, base - spread)
    path.arcTo(bx - rb, by - rb, 2 * rb, 2 * rb, base - spread, 2 * spread)
    path.lineTo(_on(first, base + spread))


def sides_only(path: QPainterPath, first: Round, second: Round) -> None:
    """Add the two sides of a tapered capsule without its caps."""
    way = hypot(second[0] - first[0], second[1] - first[1])
    if way <= abs(first[2] - second[2]) + 1e-6:
        return
    base, spread = _tangents(first, second, way)
    for angle in (base - spread, base + spread):
        path.moveTo(_on(first, angle))
        path.lineTo(_on(second, angle))


def _tangents(first: Round, second: Round, way: float) -> Flat:
    """Direction from first to second and the half angle of the tangent points, in Qt degrees."""
    base = degrees(atan2(first[1] - second[1], second[0] - first[0]))
    return base, degrees(acos((first[2] - second[2]) / way))


def _on(circle: Round, angle: float) -> QPointF:
    turn = angle * pi / 180.0
    return QPointF(circle[0] + circle[2] * cos(turn), circle[1] - circle[2] * sin(turn))
