"""Arms, legs, hands and feet as parts to paint."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from facet_desktop.domain.figure.body import (
    ANKLE_R,
    CALF_R,
    ELBOW_R,
    FOREARM_R,
    HIP_R,
    KNEE_R,
    SHOULDER_R,
    WRIST_R,
    Ellipsoid,
    calf,
    forearm_bulge,
)
from facet_desktop.domain.figure.skeleton import HALF_PELVIS, HALF_SHOULDERS, SIDES, sign
from facet_desktop.domain.figure.vectors import Vec, along, middle, place, sub
from facet_desktop.ui.figure.glow import glows_on, paint_glows
from facet_desktop.ui.figure.scene import Part, Scene, paint_path, paint_shape
from facet_desktop.ui.figure.shapes import Round, capsule, hull, open_capsule, sides_only

SLEEVE = 0.62
"""Share of the upper arm that the shirt covers."""


class Bone(NamedTuple):
    """A limb segment to paint: its joints, its cross-sections from near to far, its colour."""

    name: str
    near: str
    far: str
    rounds: tuple[Round, ...]
    colour: QColor


def limb_parts(scene: Scene) -> list[Part]:
    """All segments of both arms and both legs."""
    found: list[Part] = []
    for side in SIDES:
        leg_far = scene.far_share(f"hip_{side}", "pelvis", HALF_PELVIS)
        arm_far = scene.far_share(f"shoulder_{side}", "neck", HALF_SHOULDERS)
        found += _leg(scene, side, leg_far)
        found += _arm(scene, side, arm_far)
    return found


def _leg(scene: Scene, side: str, far: float) -> list[Part]:
    joints = scene.figure.joints
    hip, knee, ankle = (f"{name}_{side}" for name in ("hip", "knee", "ankle"))
    colour = scene.inks.of("trousers", far)
    thigh = Bone(
        f"thigh_{side}", hip, knee, (scene.round(joints[hip], HIP_R), scene.round(joints[knee], KNEE_R)), colour
    )
    rounds = (
        scene.round(joints[knee], KNEE_R),
        scene.round(calf(scene.figure, side), CALF_R),
        scene.round(joints[ankle], ANKLE_R),
    )
    shank = Bone(f"shank_{side}", knee, ankle, rounds, colour)
    foot = Part(
        scene.view.depth(joints[f"ball_{side}"]) - 1.5,
        scene.before_trunk(joints[ankle]) > 0.0,
        partial(_foot, scene=scene, side=side, far=far),
    )
    return [_near_part(scene, thigh), _far_part(scene, shank), foot]


def _arm(scene: Scene, side: str, far: float) -> list[Part]:
    joints = scene.figure.joints
    shoulder, elbow, wrist = (f"{name}_{side}" for name in ("shoulder", "elbow", "wrist"))
    skin = scene.inks.of("skin", far)
    upper = Bone(
        f"upper_arm_{side}",
        shoulder,
        elbow,
        (scene.round(joints[shoulder], SHOULDER_R), scene.round(joints[elbow], ELBOW_R)),
        skin,
    )
    rounds = (
        scene.round(joints[elbow], ELBOW_R),
        scene.round(forearm_bulge(scene.figure, side), FOREARM_R),
        scene.round(joints[wrist], WRIST_R),
    )
    forearm = Bone(f"forearm_{side}", elbow, wrist, rounds, skin)
    sleeved = _near_part(scene, upper)
    bare = sleeved.draw
    sleeved.draw = lambda painter: (bare(painter), _sleeve(painter, scene, side, far))[0]
    hand = Part(
        scene.view.depth(joints[f"grip_{side}"]) - 0.5,
        scene.before_trunk(joints[f"grip_{side}"]) > 0.0,
        partial(_hand, scene=scene, side=side, far=far),
    )
    return [sleeved, _far_part(scene, forearm), hand]


def _near_part(scene: Scene, bone: Bone) -> Part:
    """A thigh or upper arm: in front of the trunk if its girdle is, whatever its far end does."""
    near, far = scene.figure.joints[bone.near], scene.figure.joints[bone.far]
    toward = scene.view.depth(sub(far, near))
    front = scene.before_trunk(near) + 0.35 * toward > 0.0
    return Part(scene.view.depth(middle(near, far)), front, partial(_bone, scene=scene, bone=bone))


def _far_part(scene: Scene, bone: Bone) -> Part:
    centre = middle(scene.figure.joints[bone.near], scene.figure.joints[bone.far])
    draw = partial(_bone, scene=scene, bone=bone)
    return Part(scene.view.depth(centre), scene.before_trunk(centre) > 0.0, draw)


def _bone(painter: QPainter, scene: Scene, bone: Bone) -> None:
    body = QPainterPath()
    body.setFillRule(Qt.FillRule.WindingFill)
    for first, second in zip(bone.rounds, bone.rounds[1:], strict=False):
        capsule(body, first, second)
    edge = _edge(bone, near_open=bone.near in scene.joined, far_open=bone.far in scene.joined)
    paint_path(painter, scene, edge, body, bone.colour)
    scene.joined.update((bone.near, bone.far))
    if scene.regions and glows_on(scene, bone.name):
        paint_glows(painter, scene, bone.name, [body])


def _edge(bone: Bone, *, near_open: bool, far_open: bool) -> QPainterPath:
    """The outline, left open at joints that are painted already."""
    path = QPainterPath()
    first, last = bone.rounds[0], bone.rounds[-1]
    if len(bone.rounds) == 2:
        if near_open and far_open:
            sides_only(path, first, last)
        elif near_open:
            open_capsule(path, first, last)
        elif far_open:
            open_capsule(path, last, first)
        else:
            capsule(path, first, last)
        return path
    bulge = bone.rounds[1]
    (open_capsule if near_open else capsule)(path, first, bulge)
    (open_capsule if far_open else capsule)(path, last, bulge)
    return path


def _sleeve(painter: QPainter, scene: Scene, side: str, far: float) -> None:
    joints = scene.figure.joints
    shoulder, elbow = joints[f"shoulder_{side}"], joints[f"elbow_{side}"]
    end = along(shoulder, sub(elbow, shoulder), SLEEVE)
    top, hem = scene.round(shoulder, SHOULDER_R + 0.2), scene.round(end, ELBOW_R + 1.1)
    body, edge = QPainterPath(), QPainterPath()
    capsule(body, top, hem)
    (open_capsule if f"sleeve_{side}" in scene.joined else capsule)(edge, top, hem)
    paint_path(painter, scene, edge, body, scene.inks.of("shirt", far))


def _foot(painter: QPainter, scene: Scene, side: str, far: float) -> None:
    ankle, frame = scene.figure.joints[f"ankle_{side}"], scene.figure.frames[f"foot_{side}"]

    def oval(centre: Vec, radii: Vec) -> Ellipsoid:
        return Ellipsoid(place(ankle, frame, centre), frame, radii)

    bodies = (
        oval((-0.6, -1.4, 0.0), (3.4, 3.0, 3.2)),
        oval((-3.0, -3.9, 0.0), (3.5, 3.1, 3.3)),
        oval((7.6, -4.7, 0.0), (3.6, 2.3, 4.4)),
        oval((12.2, -5.2, 0.0), (2.6, 1.8, 3.6)),
    )
    shape = hull([scene.view.oval(body) for body in bodies])
    paint_shape(painter, scene, shape, scene.inks.of("shoes", far))


def _hand(painter: QPainter, scene: Scene, side: str, far: float) -> None:
    wrist, frame = scene.figure.joints[f"wrist_{side}"], scene.figure.frames[f"hand_{side}"]
    inward = -sign(side)

    def oval(centre: Vec, radii: Vec) -> Ellipsoid:
        return Ellipsoid(place(wrist, frame, centre), frame, radii)

    palm = hull(
        [
            scene.view.disc(wrist, WRIST_R - 0.4),
            scene.view.oval(oval((0.0, -5.0, 0.3 * inward), (3.9, 4.6, 2.0))),
            scene.view.oval(oval((-0.2, -12.6, 0.6 * inward), (3.0, 4.2, 1.4))),
        ]
    )
    thumb = hull(
        [
            scene.view.oval(oval((2.2, -3.2, 0.8 * inward), (1.8, 1.8, 1.5))),
            scene.view.oval(oval((4.6, -8.0, 1.6 * inward), (1.2, 1.8, 1.1))),
        ]
    )
    colour = scene.inks.of("skin", far)
    painter.setPen(scene.outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(palm)
    painter.drawPolygon(thumb)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(palm)
    painter.drawPolygon(thumb)
    scene.joined.add(f"wrist_{side}")
