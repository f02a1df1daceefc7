"""Trunk, neck and head as parts to paint."""

from __future__ import annotations

from functools import partial
from math import acos, cos, pi, sin, sqrt
from typing import NamedTuple

from PySide6.QtGui import QPainter, QPainterPath

from facet_desktop.domain.figure.body import NECK_R, TRUNK_FRAMES, Ellipsoid, head_body, trunk_shapes
from facet_desktop.domain.figure.skeleton import SIDES, sign
from facet_desktop.domain.figure.vectors import ORIGIN, Vec, apply, column, cross, dot, transpose, unit
from facet_desktop.ui.figure.brushwork import paint_body, paint_edge, paint_patches, paint_rounds
from facet_desktop.ui.figure.glow import paint_glows
from facet_desktop.ui.figure.hulls import TINY_FAN, ellipse, hull, polygon, skin, support
from facet_desktop.ui.figure.projection import Flat, Projection, Seen
from facet_desktop.ui.figure.scene import Part, Scene

FACE_AXIS = unit((1.0, -0.42, 0.0))
FACE_HALF_ANGLE = 1.16
"""The face is the part of the skull within this angle (radians) around its axis; the rest is hair."""

SHIRT = ("waist", "ribs", "chest", "yoke")
"""What the shirt covers above its hem, upwards."""

HEM = (-0.6, 6.0, 0.0), (10.4, 5.0, 14.8)
"""Centre and half sizes of the shirt's lower end, in the frame of the pelvis."""


RIM = 1.012
"""The face reaches a little over the skull's outline, so that no hair shines through along the chin."""


def head_part(scene: Scene) -> Part:
    """The head; behind the trunk only when it clearly leans away from the viewer."""
    joints = scene.figure.joints
    lead = scene.view.depth(joints["head"]) - scene.view.depth(joints["neck"])
    return Part(scene.view.depth(joints["head"]), lead > -9.0, partial(_head, scene=scene))


def paint_trunk(painter: QPainter, scene: Scene) -> None:
    """Neck, trousers and shirt."""
    figure, view = scene.figure, scene.view
    seen = {name: view.seen(figure.origins[name], figure.frames[name]) for name in TRUNK_FRAMES}
    pelvis = seen["pelvis"]
    ovals = {name: seen[frame].oval(centre, radii) for name, frame, centre, radii in trunk_shapes(figure)}
    trousers = scene.kept.get("trousers", pelvis, lambda: skin([support(ovals["pelvis"])]))
    hem = scene.kept.get("hem", pelvis, lambda: support(pelvis.oval(*HEM)))
    shirt_ovals = tuple([ovals[name] for name in SHIRT])
    shirt = scene.kept.get("shirt", (pelvis, shirt_ovals), lambda: skin([hem, *map(support, shirt_ovals)]))
    _neck(painter, scene)
    paint_edge(painter, scene, (trousers, shirt))
    paint_patches(painter, scene, ((trousers.body, scene.inks.of("trousers")),))
    paint_patches(painter, scene, ((shirt.body, scene.inks.of("shirt")),))
    if "trunk" in scene.glows:
        whole = QPainterPath(shirt.body)
        whole.addPath(trousers.body)
        paint_glows(painter, scene, "trunk", whole)
    scene.joined.update(("hip_left", "hip_right"))


def _neck(painter: QPainter, scene: Scene) -> None:
    joints = scene.figure.joints
    rounds = (scene.round(joints["neck"], NECK_R + 0.6), scene.round(joints["skull"], NECK_R - 0.4))
    paint_rounds(painter, scene, rounds, scene.inks.of("skin", 0.25), "neck")


def _head(painter: QPainter, scene: Scene) -> None:
    skull = head_body(scene.figure)
    seen = scene.kept.get("head", (skull, scene.view), lambda: _seen_head(skull, scene.view))
    skin, inks = scene.inks.of("skin"), scene.inks
    if seen.face is None:
        for one in seen.nose:
            paint_body(painter, scene, one, skin)
        patches = [(ear, inks.ear) for ear in seen.ears]
    else:
        patches = [(patch, skin) for patch in (seen.face, *seen.nose)]
        patches += [(ear, inks.ear) for ear in seen.ears]
    paint_body(painter, scene, seen.skull, inks.hair)
    if patches:
        paint_patches(painter, scene, patches)


class _Head(NamedTuple):
    """The outlines of a head."""

    nose: tuple[QPainterPath, ...]
    skull: QPainterPath
    face: QPainterPath | None
    ears: tuple[QPainterPath, ...]


def _seen_head(skull: Ellipsoid, view: Projection) -> _Head:
    seen = view.seen(skull.centre, skull.frame)
    skull_path = ellipse(seen.oval(ORIGIN, skull.radii))
    nose, face = _nose(view, skull, seen), face_outline(view, skull, seen)
    return _Head(nose, skull_path, face, _ears(view, skull, seen))


def _nose(view: Projection, skull: Ellipsoid, seen: Seen) -> tuple[QPainterPath, ...]:
    """A small wedge that shows in profile which way the face looks."""
    if view.depth(column(skull.frame, 0)) < -0.75:
        return ()
    balls = (((7.0, 0.0, 0.0), 1.6), ((7.0, -3.4, 0.0), 1.8), ((10.2, -3.0, 0.0), 1.0))
    return (hull([seen.oval(centre, (radius, radius, radius)) for centre, radius in balls], TINY_FAN),)


def _ears(view: Projection, skull: Ellipsoid, seen: Seen) -> tuple[QPainterPath, ...]:
    toward = view.depth(column(skull.frame, 2))
    hands = [sign(side) for side in SIDES if sign(side) * toward > 0.3]
    return tuple(ellipse(seen.oval((-0.6, -1.6, hand * 7.6), (1.5, 2.4, 0.8))) for hand in hands)


def face_outline(view: Projection, skull: Ellipsoid, seen: Seen) -> QPainterPath | None:
    """The visible part of the face: a cap of the ellipsoid cut off by its own horizon; None when hidden.

    Computed on the unit sphere, where the horizon is the great circle square to the view direction divided
    by the half sizes. ``lean`` is the cosine between face and view.
    """
    a, b, c = skull.radii
    vx, vy, vz = apply(transpose(skull.frame), view.toward)
    gaze = unit((vx / a, vy / b, vz / c))
    lean = dot(FACE_AXIS, gaze)
    across = sqrt(max(1e-9, 1.0 - lean * lean))
    toward = unit(_minus(gaze, FACE_AXIS, lean))
    side = cross(FACE_AXIS, toward)
    cap, rim = cos(FACE_HALF_ANGLE), sin(FACE_HALF_ANGLE)
    edge = -cap * lean / (rim * across)
    if edge >= 1.0:
        return None
    reach = pi if edge <= -1.0 else acos(edge)

    def flat(vector: Vec, size: float) -> Flat:
        (_, _, ax, ay, bx, by, cx, cy), (p, q, r) = seen, vector
        p, q, r = p * a * size, q * b * size, r * c * size
        return (p * ax + q * bx + r * cx, p * ay + q * by + r * cy)

    x, y = flat(FACE_AXIS, cap)
    middle = (seen.x + x, seen.y + y)
    points = _arc(middle, flat(toward, rim), flat(side, rim), (-reach, reach, 12))
    if cap < across and edge > -1.0:
        ahead, arc = unit(_minus(FACE_AXIS, gaze, lean)), acos(cap / across)
        points += _arc((seen.x, seen.y), flat(ahead, RIM), flat(side, RIM), (arc, -arc, 8))
    return polygon(points)


def _minus(vector: Vec, axis: Vec, amount: float) -> Vec:
    return (vector[0] - axis[0] * amount, vector[1] - axis[1] * amount, vector[2] - axis[2] * amount)


def _arc(centre: Flat, first: Flat, second: Flat, turns: tuple[float, float, int]) -> list[Flat]:
    """Points of a slanted circle: between two angles, 0 at ``first`` and rising towards ``second``."""
    (x, y), (ax, ay), (bx, by), (begin, end, count) = centre, first, second, turns
    step = (end - begin) / (count - 1)
    points = []
    for number in range(count):
        turn = begin + step * number
        p, q = cos(turn), sin(turn)
        points.append((x + ax * p + bx * q, y + ay * p + by * q))
    return points
