"""Arms, legs, hands and feet as parts to paint."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QPainter, QPainterPath

from facet_desktop.domain.figure.body import (
    ANKLE_R,
    CALF_R,
    ELBOW_R,
    FOREARM_R,
    HIP_R,
    KNEE_R,
    SHOULDER_R,
    WRIST_R,
    calf,
    forearm_bulge,
)
from facet_desktop.domain.figure.skeleton import FINGERTIP, FIST, HALF_PELVIS, HALF_SHOULDERS, SIDES, sign
from facet_desktop.domain.figure.vectors import Mat, Vec, along, distance, middle, sub
from facet_desktop.ui.figure.brushwork import paint_body, paint_outlined, paint_rounds
from facet_desktop.ui.figure.colours import Ink
from facet_desktop.ui.figure.hulls import SMALL_FAN, TINY_FAN, hull
from facet_desktop.ui.figure.projection import Projection, Seen
from facet_desktop.ui.figure.scene import Draw, Part, Scene
from facet_desktop.ui.figure.shapes import End, Round, jointed

SLEEVE = 0.62
"""Share of the upper arm that the shirt covers."""


class Bone(NamedTuple):
    """A limb segment: its name and the joints at its ends."""

    name: str
    near: str
    far: str


class Leg(NamedTuple):
    """The parts of one leg, and the joint that the depth of its foot is taken at."""

    thigh: Bone
    shank: Bone
    foot: str
    ball: str


class Arm(NamedTuple):
    """The parts of one arm, and two joints of its hand."""

    side: str
    upper: Bone
    lower: Bone
    sleeve: str
    hand: str
    grip: str
    finger: str


def _leg_of(side: str) -> Leg:
    hip, knee, ankle, foot, ball = (f"{name}_{side}" for name in ("hip", "knee", "ankle", "foot", "ball"))
    return Leg(Bone(f"thigh_{side}", hip, knee), Bone(f"shank_{side}", knee, ankle), foot, ball)


def _arm_of(side: str) -> Arm:
    shoulder, elbow, wrist = (f"{name}_{side}" for name in ("shoulder", "elbow", "wrist"))
    sleeve, hand, grip, finger = (f"{name}_{side}" for name in ("sleeve", "hand", "grip", "finger"))
    upper, lower = Bone(f"upper_arm_{side}", shoulder, elbow), Bone(f"forearm_{side}", elbow, wrist)
    return Arm(side, upper, lower, sleeve, hand, grip, finger)


_LIMBS = tuple((side, _leg_of(side), _arm_of(side)) for side in SIDES)

# Looked up once: Python 3.11 runs a function for every member of an enumeration that is asked for.
_FREE, _JOINED, _CUT = End.FREE, End.JOINED, End.CUT


def limb_parts(scene: Scene) -> list[Part]:
    """All segments of both arms and both legs."""
    pelvis, neck = (scene.view.depth(scene.figure.joints[name]) for name in ("pelvis", "neck"))
    found: list[Part] = []
    for side, leg, arm in _LIMBS:
        found += _leg(scene, side, leg, pelvis)
        found += _arm(scene, side, arm, neck)
    return found


def _far_share(depth: float, middle_depth: float, half_width: float) -> float:
    """0 for a limb on the near side of the body, 1 for one on the far side."""
    return 0.5 - (depth - middle_depth) / half_width * 0.55


def _leg(scene: Scene, side: str, leg: Leg, pelvis_depth: float) -> tuple[Part, Part, Part]:
    joints, depth = scene.figure.joints, scene.view.depth
    hip, knee, ankle = joints[leg.thigh.near], joints[leg.shank.near], joints[leg.shank.far]
    hip_depth, knee_depth = depth(hip), depth(knee)
    far = _far_share(hip_depth, pelvis_depth, HALF_PELVIS)
    ink = scene.inks.of("trousers", far)
    bent = scene.round(knee, KNEE_R)
    upper = (scene.round(hip, HIP_R), bent)
    lower = (bent, scene.round(calf(scene.figure, side), CALF_R), scene.round(ankle, ANKLE_R))
    return (
        _near_part((hip_depth, knee_depth, pelvis_depth), partial(_bone, scene, leg.thigh, upper, ink, None)),
        _far_part(scene, knee, ankle, partial(_bone, scene, leg.shank, lower, ink, None)),
        Part(depth(joints[leg.ball]) - 1.5, scene.before_trunk(ankle) > 0.0, partial(_foot, scene, leg, far)),
    )


def _arm(scene: Scene, side: str, arm: Arm, neck_depth: float) -> tuple[Part, Part, Part]:
    joints, depth = scene.figure.joints, scene.view.depth
    shoulder, elbow, wrist = joints[arm.upper.near], joints[arm.lower.near], joints[arm.lower.far]
    grip = joints[arm.grip]
    shoulder_depth, elbow_depth = depth(shoulder), depth(elbow)
    far = _far_share(shoulder_depth, neck_depth, HALF_SHOULDERS)
    skin = scene.inks.of("skin", far)
    bent = scene.round(elbow, ELBOW_R)
    # The sleeve covers the upper half, which is not painted then.
    upper = (scene.round(middle(shoulder, elbow), (SHOULDER_R + ELBOW_R) / 2), bent)
    bulge = scene.round(forearm_bulge(scene.figure, side), FOREARM_R)
    lower = (bent, bulge, scene.round(wrist, WRIST_R))
    sleeved = partial(_sleeved, scene, arm, upper, skin, far)
    return (
        _near_part((shoulder_depth, elbow_depth, neck_depth), sleeved),
        _far_part(scene, elbow, wrist, partial(_bone, scene, arm.lower, lower, skin, None)),
        Part(depth(grip) - 0.5, scene.before_trunk(grip) > 0.0, partial(_hand, scene, arm, skin)),
    )


def _near_part(depths: tuple[float, float, float], draw: Draw) -> Part:
    """A thigh or upper arm: in front of the trunk if its girdle is, whatever its far end does.

    Given the depths of its near and far end, and of the spine where its girdle hangs on it.
    """
    near, far, girdle = depths
    return Part((near + far) / 2, near - girdle + 0.35 * (far - near) > 0.0, draw)


def _far_part(scene: Scene, near: Vec, far: Vec, draw: Draw) -> Part:
    centre = middle(near, far)
    return Part(scene.view.depth(centre), scene.before_trunk(centre) > 0.0, draw)


def _bone(
    scene: Scene, bone: Bone, rounds: tuple[Round, ...], ink: Ink, cap: End | None, painter: QPainter
) -> None:
    """A limb segment from its cross-sections; ``cap`` None: begun as what is painted already demands."""
    name, near, far = bone
    joined = scene.joined
    glowing = name if name in scene.glows else ""
    cap = cap or (_JOINED if near in joined else _FREE)
    tail = _JOINED if far in joined else _FREE
    # Under a glow the round end stays without a smooth line: a dark half ring would show instead.
    outlines = scene.kept.get(
        name, (rounds, cap, tail, glowing), lambda: jointed(rounds, cap, tail, around=not glowing)
    )
    paint_outlined(painter, scene, outlines, ink, glowing)
    joined.add(near)
    joined.add(far)


def _sleeved(
    scene: Scene, arm: Arm, rounds: tuple[Round, ...], ink: Ink, far: float, painter: QPainter
) -> None:
    """An upper arm with the sleeve over its upper part."""
    _bone(scene, arm.upper, rounds, ink, _CUT, painter)
    joints = scene.figure.joints
    shoulder, elbow = joints[arm.upper.near], joints[arm.upper.far]
    end = along(shoulder, sub(elbow, shoulder), SLEEVE)
    sleeve = (scene.round(shoulder, SHOULDER_R + 0.2), scene.round(end, ELBOW_R + 1.1))
    paint_rounds(painter, scene, sleeve, scene.inks.of("shirt", far), arm.sleeve)


def _foot(scene: Scene, leg: Leg, far: float, painter: QPainter) -> None:
    ankle, frame, view = scene.figure.joints[leg.shank.far], scene.figure.frames[leg.foot], scene.view
    body = scene.kept.get(leg.foot, (ankle, frame, view), lambda: _shoe(view.seen(ankle, frame)))
    paint_body(painter, scene, body, scene.inks.of("shoes", far))


def _shoe(seen: Seen) -> QPainterPath:
    oval = seen.oval
    bodies = (
        oval((-0.6, -1.4, 0.0), (3.4, 3.0, 3.2)),
        oval((-3.0, -3.9, 0.0), (3.5, 3.1, 3.3)),
        oval((7.6, -4.7, 0.0), (3.6, 2.3, 4.4)),
        oval((12.2, -5.2, 0.0), (2.6, 1.8, 3.6)),
    )
    return hull(bodies, SMALL_FAN)


def _hand(scene: Scene, arm: Arm, ink: Ink, painter: QPainter) -> None:
    figure, view = scene.figure, scene.view
    wrist, frame = figure.joints[arm.lower.far], figure.frames[arm.hand]
    reach = distance(wrist, figure.joints[arm.finger])
    thumb_and_palm = scene.kept.get(
        arm.hand,
        (wrist, frame, reach, view),
        lambda: _thumb_and_palm(view, (wrist, frame), reach, -sign(arm.side)),
    )
    for body in thumb_and_palm:
        paint_body(painter, scene, body, ink)
    scene.joined.add(arm.lower.far)


def _thumb_and_palm(
    view: Projection, hand: tuple[Vec, Mat], reach: float, inward: float
) -> tuple[QPainterPath, QPainterPath]:
    """``reach`` leads from wrist to fingertips; ``inward`` is the sign of the way to the body."""
    oval = view.seen(*hand).oval
    closed = (FINGERTIP - reach) / (FINGERTIP - FIST)
    palm = hull(
        (
            view.disc(hand[0], WRIST_R - 0.4),
            oval((0.0, -5.0, 0.3 * inward), (3.9, 4.6, 2.0 + closed)),
            oval((-0.2, 4.2 - reach, (0.6 + closed) * inward), (3.0 + 0.6 * closed, 4.2, 1.4 + 1.4 * closed)),
        ),
        SMALL_FAN,
    )
    thumb = hull(
        (
            oval((2.2, -3.2, 0.8 * inward), (1.8, 1.8, 1.5)),
            oval((4.6 - closed, -8.0, (1.6 + closed) * inward), (1.2, 1.8, 1.1)),
        ),
        TINY_FAN,
    )
    return thumb, palm
