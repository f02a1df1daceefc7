"""Outlines in pixels: tapered capsules and hulls of ovals, as painter paths."""

from __future__ import annotations

from collections.abc import Sequence
from math import acos, atan2, cos, degrees, hypot, pi, sin, sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from facet_desktop.ui.figure.projection import Flat, Oval

Fan = tuple[tuple[float, float, float, float, float], ...]


def _fan(directions: int) -> Fan:
    """Evenly spread directions with the products that a support point needs."""
    turns = (2 * pi * index / directions for index in range(directions))
    return tuple((c, s, c * c, 2 * c * s, s * s) for c, s in ((cos(turn), sin(turn)) for turn in turns))


FAN = _fan(28)
SMALL_FAN = _fan(18)
"""For hands, feet and other small bodies, whose corners nobody can see."""

Round = tuple[float, float, float]
"""A circle in pixels: x, y, radius."""


Row = list[tuple[float, float, float]]


class Shape(NamedTuple):
    """A convex outline, and the same outline a little larger for the light line around it."""

    body: QPolygonF
    edge: QPolygonF


def hull(ovals: Sequence[Oval], fan: Fan = FAN) -> QPolygonF:
    """The convex outline around ovals, by their support points in evenly spread directions."""
    return QPolygonF([QPointF(x, y) for _, x, y in _outermost([support(oval, fan) for oval in ovals])])


def shape(ovals: Sequence[Oval], line: float, fan: Fan = FAN) -> Shape:
    """The hull of ovals and its parallel curve at a distance of ``line`` pixels."""
    return shape_of([support(oval, fan) for oval in ovals], line, fan)


def shape_of(rows: Sequence[Row], line: float, fan: Fan = FAN) -> Shape:
    """The same from support points that are known already."""
    points = _outermost(rows)
    body = [QPointF(x, y) for _, x, y in points]
    edge = [QPointF(p[1] + line * d[0], p[2] + line * d[1]) for p, d in zip(points, fan, strict=True)]
    return Shape(QPolygonF(body), QPolygonF(edge))


def _outermost(rows: Sequence[Row]) -> Row:
    return rows[0] if len(rows) == 1 else list(map(max, *rows))


def support(oval: Oval, fan: Fan = FAN) -> Row:
    """(reach, x, y) of the outermost point of an oval in every direction."""
    x, y, xx, xy, yy = oval
    found = []
    for c, s, cc, cs, ss in fan:
        size = sqrt(xx * cc + xy * cs + yy * ss) or 1e-9
        found.append((x * c + y * s + size, x + (xx * c + xy * s) / size, y + (xy * c + yy * s) / size))
    return found


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


def _tangents(first: Round, second: Round, way: float) -> Flat:
    """Direction from first to second and the half angle of the tangent points, in Qt degrees."""
    base = degrees(atan2(first[1] - second[1], second[0] - first[0]))
    return base, degrees(acos((first[2] - second[2]) / way))
