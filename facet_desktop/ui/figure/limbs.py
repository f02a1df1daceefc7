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
    """A limb segment to paint: its joints, its cross-sections from near to far, its ink.

    ``cap`` says how it begins; None leaves that to whatever is painted already.
    """

    name: str
    near: str
    far: str
    rounds: tuple[Round, ...]
    ink: Ink
    cap: End | None = None


def _named(*names: str) -> dict[str, tuple[str, ...]]:
    return {side: tuple(f"{name}_{side}" for name in names) for side in SIDES}


_LEG = _named("hip", "knee", "ankle", "ball", "thigh", "shank")
_ARM = _named("shoulder", "elbow", "wrist", "grip", "upper_arm", "forearm")


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
    hip, knee, ankle, ball, thigh, shank = _LEG[side]
    ink = scene.inks.of("trousers", far)
    bent = scene.round(joints[knee], KNEE_R)
    lower = (bent, scene.round(calf(scene.figure, side), CALF_R), scene.round(joints[ankle], ANKLE_R))
    foot = Part(
        scene.view.depth(joints[ball]) - 1.5,
        scene.before_trunk(joints[ankle]) > 0.0,
        partial(_foot, scene=scene, side=side, far=far),
    )
    return [
        _near_part(scene, Bone(thigh, hip, knee, (scene.round(joints[hip], HIP_R), bent), ink)),
        _far_part(scene, Bone(shank, knee, ankle, lower, ink)),
        foot,
    ]


def _arm(scene: Scene, side: str, far: float) -> list[Part]:
    joints = scene.figure.joints
    shoulder, elbow, wrist, grip, upper_arm, forearm = _ARM[side]
    skin = scene.inks.of("skin", far)
    # The sleeve covers the upper half, which is not painted then.
    hidden_end = middle(joints[shoulder], joints[elbow])
    bent = scene.round(joints[elbow], ELBOW_R)
    upper = (scene.round(hidden_end, (SHOULDER_R + ELBOW_R) / 2), bent)
    bulge = scene.round(forearm_bulge(scene.figure, side), FOREARM_R)
    lower = (bent, bulge, scene.round(joints[wrist], WRIST_R))
    sleeved = Bone(upper_arm, shoulder, elbow, upper, skin, End.CUT)
    hand = Part(
        scene.view.depth(joints[grip]) - 0.5,
        scene.before_trunk(joints[grip]) > 0.0,
        partial(_hand, scene=scene, side=side, far=far),
    )
    return [
        _near_part(scene, sleeved, partial(_sleeved, scene=scene, bone=sleeved, side=side, far=far)),
        _far_part(scene, Bone(forearm, elbow, wrist, lower, skin)),
        hand,
    ]


def _near_part(scene: Scene, bone: Bone, draw: Draw | None = None) -> Part:
    """A thigh or upper arm: in front of the trunk if its girdle is, whatever its far end does."""
    joints, depth = scene.figure.joints, scene.view.depth
    near, near_depth, far_depth = joints[bone.near], depth(joints[bone.near]), depth(joints[bone.far])
    front = scene.before_trunk(near) + 0.35 * (far_depth - near_depth) > 0.0
    return Part((near_depth + far_depth) / 2, front, draw or partial(_bone, scene=scene, bone=bone))


def _far_part(scene: Scene, bone: Bone) -> Part:
    centre = middle(scene.figure.joints[bone.near], scene.figure.joints[bone.far])
    draw = partial(_bone, scene=scene, bone=bone)
    return Part(scene.view.depth(centre), scene.before_trunk(centre) > 0.0, draw)


def _bone(painter: QPainter, scene: Scene, bone: Bone) -> None:
    glowing = bone.name if bone.name in scene.glows else ""
    joined = scene.joined
    cap = bone.cap or (End.JOINED if bone.near in joined else End.FREE)
    tail = End.JOINED if bone.far in joined else End.FREE
    # Under a glow the round end stays without a smooth line: a dark half ring would show instead.
    outlines = scene.kept.get(
        bone.name,
        (bone.rounds, cap, tail, glowing),
        lambda: jointed(bone.rounds, cap, tail, around=not glowing),
    )
    paint_outlined(painter, scene, outlines, bone.ink, glowing)
    joined.update((bone.near, bone.far))


def _sleeved(painter: QPainter, scene: Scene, bone: Bone, side: str, far: float) -> None:
    """An upper arm with the sleeve over its upper part."""
    _bone(painter, scene, bone)
    joints = scene.figure.joints
    shoulder, elbow = joints[f"shoulder_{side}"], joints[f"elbow_{side}"]
    end = along(shoulder, sub(elbow, shoulder), SLEEVE)
    rounds = (scene.round(shoulder, SHOULDER_R + 0.2), scene.round(end, ELBOW_R + 1.1))
    paint_rounds(painter, scene, rounds, scene.inks.of("shirt", far), f"sleeve_{side}")


def _foot(painter: QPainter, scene: Scene, side: str, far: float) -> None:
    ankle, frame = scene.figure.joints[f"ankle_{side}"], scene.figure.frames[f"foot_{side}"]
    body = scene.kept.get(
        f"foot_{side}", (ankle, frame, scene.view), lambda: _shoe(scene.view.seen(ankle, frame))
    )
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


def _hand(painter: QPainter, scene: Scene, side: str, far: float) -> None:
    joints = scene.figure.joints
    wrist, frame = joints[f"wrist_{side}"], scene.figure.frames[f"hand_{side}"]
    reach = distance(wrist, joints[f"finger_{side}"])
    thumb_and_palm = scene.kept.get(
        f"hand_{side}",
        (wrist, frame, reach, scene.view),
        lambda: _thumb_and_palm(scene.view, (wrist, frame), reach, -sign(side)),
    )
    ink = scene.inks.of("skin", far)
    for body in thumb_and_palm:
        paint_body(painter, scene, body, ink)
    scene.joined.add(f"wrist_{side}")


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
