"""Trunk, neck and head as parts to paint."""

from __future__ import annotations

from functools import partial
from math import acos, cos, pi, sin, sqrt

from PySide6.QtGui import QPainter, QPainterPath

from facet_desktop.domain.figure.body import NECK_R, Ellipsoid, head_body, trunk_bodies
from facet_desktop.domain.figure.skeleton import SIDES, sign
from facet_desktop.domain.figure.vectors import Vec, apply, column, cross, dot, place, transpose, unit
from facet_desktop.ui.figure.brushwork import paint_body, paint_edge, paint_patch, paint_rounds
from facet_desktop.ui.figure.glow import paint_glows
from facet_desktop.ui.figure.scene import Part, Scene
from facet_desktop.ui.figure.shapes import (
    FINE_FAN,
    SMALL_FAN,
    grown,
    hull,
    outermost,
    polygon,
    support,
    union,
)

FACE_AXIS = unit((1.0, -0.42, 0.0))
FACE_HALF_ANGLE = 1.16
"""The face is the part of the skull within this angle (radians) around its axis; the rest is hair."""

RIM = 1.012
"""The face reaches a little over the skull's outline, so that no hair shines through along the chin."""


def trunk_part(scene: Scene) -> Part:
    """Neck, trousers and shirt, painted as one."""
    return Part(0.0, False, partial(_trunk, scene=scene))


def head_part(scene: Scene) -> Part:
    """The head; behind the trunk only when it clearly leans away from the viewer."""
    joints = scene.figure.joints
    lead = scene.view.depth(joints["head"]) - scene.view.depth(joints["neck"])
    return Part(scene.view.depth(joints["head"]), lead > -9.0, partial(_head, scene=scene))


def _trunk(painter: QPainter, scene: Scene) -> None:
    bodies = trunk_bodies(scene.figure)
    pelvis, frame = scene.figure.origins["pelvis"], scene.figure.frames["pelvis"]
    bodies["hem"] = Ellipsoid(place(pelvis, frame, (-0.6, 6.0, 0.0)), frame, (10.4, 5.0, 14.8))
    rows = {name: support(scene.view.oval(body)) for name, body in bodies.items()}
    links = (("hem", "waist"), ("waist", "ribs"), ("ribs", "chest"), ("chest", "yoke"))
    outlines = [rows["pelvis"], *(outermost((rows[low], rows[high])) for low, high in links)]
    bodies_px = [polygon(points) for points in outlines]
    whole, shirt = union(bodies_px), union(bodies_px[1:])
    edge = union([polygon(grown(points, 1.0)) for points in outlines])
    _neck(painter, scene)
    paint_edge(painter, scene, edge, whole)
    paint_patch(painter, scene, bodies_px[0], scene.inks.of("trousers"))
    paint_patch(painter, scene, shirt, scene.inks.of("shirt"))
    if "trunk" in scene.glows:
        paint_glows(painter, scene, "trunk", whole)
    for side in SIDES:
        scene.joined.add(f"hip_{side}")


def _neck(painter: QPainter, scene: Scene) -> None:
    joints = scene.figure.joints
    rounds = (scene.round(joints["neck"], NECK_R + 0.6), scene.round(joints["skull"], NECK_R - 0.4))
    paint_rounds(painter, scene, rounds, scene.inks.of("skin", 0.25))


def _head(painter: QPainter, scene: Scene) -> None:
    skull = head_body(scene.figure)
    whole = scene.view.oval(skull)
    skin = scene.inks.of("skin")
    nose = _nose(scene, skull)
    for one in nose:
        paint_body(painter, scene, one, skin)
    paint_body(painter, scene, hull((whole,), FINE_FAN), scene.inks.hair)
    face = face_outline(scene, skull)
    if face is not None:
        for patch in (face, *nose):
            paint_patch(painter, scene, patch, skin)
    _ears(painter, scene, skull)


def _nose(scene: Scene, skull: Ellipsoid) -> tuple[QPainterPath, ...]:
    """A small wedge that shows in profile which way the face looks."""
    if scene.view.depth(column(skull.frame, 0)) < -0.75:
        return ()
    brow = scene.view.disc(place(skull.centre, skull.frame, (7.0, 0.0, 0.0)), 1.6)
    root = scene.view.disc(place(skull.centre, skull.frame, (7.0, -3.4, 0.0)), 1.8)
    tip = scene.view.disc(place(skull.centre, skull.frame, (10.2, -3.0, 0.0)), 1.0)
    return (hull((brow, root, tip), SMALL_FAN),)


def _ears(painter: QPainter, scene: Scene, skull: Ellipsoid) -> None:
    for side in SIDES:
        if sign(side) * scene.view.depth(column(skull.frame, 2)) > 0.3:
            place_of_ear = place(skull.centre, skull.frame, (-0.6, -1.6, sign(side) * 7.6))
            ear = Ellipsoid(place_of_ear, skull.frame, (1.5, 2.4, 0.8))
            shade = scene.inks.of("skin").darker(112)
            paint_patch(painter, scene, hull((scene.view.oval(ear),), SMALL_FAN), shade)


def face_outline(scene: Scene, skull: Ellipsoid) -> QPainterPath | None:
    """The visible part of the face: a cap of the ellipsoid cut off by its own horizon; None when hidden.

    Computed on the unit sphere, where the horizon is the great circle square to the view direction divided
    by the half sizes. ``lean`` is the cosine between face and view.
    """
    a, b, c = skull.radii
    vx, vy, vz = apply(transpose(skull.frame), scene.view.toward)
    view = unit((vx / a, vy / b, vz / c))
    lean = dot(FACE_AXIS, view)
    across = sqrt(max(1e-9, 1.0 - lean * lean))
    toward = unit(_minus(view, FACE_AXIS, lean))
    side = cross(FACE_AXIS, toward)
    cap, rim = cos(FACE_HALF_ANGLE), sin(FACE_HALF_ANGLE)
    edge = -cap * lean / (rim * across)
    if edge >= 1.0:
        return None
    reach = pi if edge <= -1.0 else acos(edge)
    points = [
        _mix(FACE_AXIS, toward, side, (cap, rim * cos(t), rim * sin(t))) for t in _spread(-reach, reach, 12)
    ]
    if cap < across and edge > -1.0:
        ahead, arc = unit(_minus(FACE_AXIS, view, lean)), acos(cap / across)
        points += [_mix(ahead, side, view, (RIM * cos(t), RIM * sin(t), 0.0)) for t in _spread(arc, -arc, 8)]
    flat = (scene.view.flat(place(skull.centre, skull.frame, (x * a, y * b, z * c))) for x, y, z in points)
    return polygon([(0.0, x, y) for x, y in flat])


def _spread(first: float, last: float, count: int) -> list[float]:
    return [first + (last - first) * i / (count - 1) for i in range(count)]


def _minus(vector: Vec, axis: Vec, amount: float) -> Vec:
    return (vector[0] - axis[0] * amount, vector[1] - axis[1] * amount, vector[2] - axis[2] * amount)


def _mix(a: Vec, b: Vec, c: Vec, shares: Vec) -> Vec:
    p, q, r = shares
    return (a[0] * p + b[0] * q + c[0] * r, a[1] * p + b[1] * q + c[1] * r, a[2] * p + b[2] * q + c[2] * r)
