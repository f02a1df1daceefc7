"""One arm or leg from its joint angles, its contact, or its turns."""

from __future__ import annotations

from typing import NamedTuple

from facet_desktop.domain.figure.ik import Bent, two_bone
from facet_desktop.domain.figure.pose import (
    Arm,
    ArmAngles,
    FootContact,
    HandContact,
    Leg,
    LegAngles,
    LimbTurns,
)
from facet_desktop.domain.figure.skeleton import (
    BALL_CENTRE,
    FINGERTIP,
    FIST,
    FOOT_PARTS,
    FOREARM,
    GRIP,
    HEEL_CENTRE,
    SHANK,
    SIDES,
    THIGH,
    TOE_CENTRE,
    UPPER_ARM,
    WRIST_HEIGHT,
    sign,
)
from facet_desktop.domain.figure.vectors import (
    IDENTITY,
    Mat,
    Vec,
    along,
    apply,
    column,
    cross,
    dot,
    frame_of,
    length,
    matmul,
    place,
    rotation,
    scale,
    sub,
    turn_x,
    turn_y,
    turn_z,
    unit,
)

Points = dict[str, Vec]
Frames = dict[str, Mat]
Names = tuple[tuple[str, ...], tuple[str, ...]]
"""Of the joints and of the segments of one limb."""


def _sided(*names: str) -> dict[str, tuple[str, ...]]:
    return {side: tuple(f"{name}_{side}" for name in names) for side in SIDES}


def _named(joints: dict[str, tuple[str, ...]], segments: dict[str, tuple[str, ...]]) -> dict[str, Names]:
    return {side: (joints[side], segments[side]) for side in SIDES}


# Made once: a figure is solved sixty times a second.
_LEG_NAMES = _named(_sided("knee", "ankle", "heel", "ball", "toe"), _sided("thigh", "shank", "foot"))
_ARM_NAMES = _named(_sided("elbow", "wrist", "grip", "finger"), _sided("upper_arm", "forearm", "hand"))


class Solved(NamedTuple):
    """Joints, frames and origins of one limb, and by how much its contact was missed."""

    joints: Points
    frames: Frames
    origins: Points
    miss_cm: float


def leg_solved(leg: Leg, side: str, joints: Points, frames: Frames, origins: Points) -> Solved:
    """A leg that hangs on the already solved pelvis (or on the other leg)."""
    hip, pelvis = joints[f"hip_{side}"], frames["pelvis"]
    if isinstance(leg, FootContact):
        bent, foot = _planted(leg, hip, pelvis, frames, origins)
        return _leg(side, hip, bent, foot)
    thigh, shank, foot = _leg_frames(leg, side, pelvis)
    return _leg(side, hip, _straight(hip, thigh, shank, (THIGH, SHANK)), foot)


def arm_solved(arm: Arm, side: str, joints: Points, frames: Frames, origins: Points) -> Solved:
    """An arm that hangs on the already solved thorax."""
    shoulder, thorax = joints[f"shoulder_{side}"], frames["thorax"]
    if isinstance(arm, HandContact):
        bent, hand = _held(arm, side, shoulder, frames, origins)
        return _arm(side, shoulder, bent, hand, 1.0 if arm.part == "grip" else 0.0)
    upper, lower, hand = _arm_frames(arm, side, thorax)
    closed = arm.closed if isinstance(arm, LimbTurns) else 0.0
    return _arm(side, shoulder, _straight(shoulder, upper, lower, (UPPER_ARM, FOREARM)), hand, closed)


def limb_turn(flexion: float, abduction: float, outward: float, side: str) -> Mat:
    """Turn of a thigh or upper arm in its girdle: flexion last, so that it swings the abducted limb."""
    hand = sign(side)
    return turn_y(turn_x(turn_z(IDENTITY, flexion), -hand * abduction), -hand * outward)


def _leg_frames(leg: LegAngles | LimbTurns, side: str, pelvis: Mat) -> tuple[Mat, Mat, Mat]:
    if isinstance(leg, LimbTurns):
        return _turned(leg, pelvis)
    thigh = matmul(pelvis, limb_turn(leg.hip, leg.abduction, leg.rotation, side))
    shank = turn_z(thigh, -leg.knee)
    return thigh, shank, turn_z(shank, leg.ankle)


def _arm_frames(arm: ArmAngles | LimbTurns, side: str, thorax: Mat) -> tuple[Mat, Mat, Mat]:
    if isinstance(arm, LimbTurns):
        return _turned(arm, thorax)
    upper = matmul(thorax, limb_turn(arm.shoulder, arm.abduction, arm.rotation, side))
    lower = turn_z(upper, arm.elbow)
    return upper, lower, lower


def _turned(turns: LimbTurns, parent: Mat) -> tuple[Mat, Mat, Mat]:
    upper = matmul(parent, rotation(turns.upper))
    lower = matmul(upper, rotation(turns.lower))
    return upper, lower, matmul(lower, rotation(turns.end))


def _straight(start: Vec, upper: Mat, lower: Mat, lengths: tuple[float, float]) -> Bent:
    (x, y, z), (first, second) = start, lengths
    x, y, z = middle = (x - upper[1] * first, y - upper[4] * first, z - upper[7] * first)
    return Bent(
        middle, (x - lower[1] * second, y - lower[4] * second, z - lower[7] * second), upper, lower, 0.0
    )


def target_point(limb: FootContact | HandContact, frames: Frames, origins: Points) -> Vec:
    """The contact's place in the world."""
    point = (limb.x, limb.y, limb.z)
    return place(origins[limb.on], frames[limb.on], point) if limb.on else point


def _planted(leg: FootContact, hip: Vec, pelvis: Mat, frames: Frames, origins: Points) -> tuple[Bent, Mat]:
    target = target_point(leg, frames, origins)
    pole = apply(pelvis, (leg.pole_x, leg.pole_y, leg.pole_z))
    if leg.part == "ankle":
        bent = two_bone(hip, target, (THIGH, SHANK), pole)
        return bent, turn_z(bent.lower, -leg.pitch)
    foot = turn_z(turn_y(IDENTITY, -leg.heading), -leg.pitch)
    ankle = sub(target, apply(foot, FOOT_PARTS[leg.part]))
    return two_bone(hip, ankle, (THIGH, SHANK), pole), foot


def _held(arm: HandContact, side: str, shoulder: Vec, frames: Frames, origins: Points) -> tuple[Bent, Mat]:
    target = target_point(arm, frames, origins)
    pole = apply(frames["thorax"], (arm.pole_x, arm.pole_y, arm.pole_z))
    normal = (arm.normal_x, arm.normal_y, arm.normal_z)
    fingers = (arm.fingers_x, arm.fingers_y, arm.fingers_z)
    if arm.on:
        normal, fingers = apply(frames[arm.on], normal), apply(frames[arm.on], fingers)
    if arm.part == "grip":
        return _gripping(shoulder, target, pole)
    wrist = along(target, unit(normal), WRIST_HEIGHT)
    bent = two_bone(shoulder, wrist, (UPPER_ARM, FOREARM), pole, elbow=True)
    return bent, _palm(unit(normal), fingers, sign(side))


def _gripping(shoulder: Vec, target: Vec, pole: Vec) -> tuple[Bent, Mat]:
    """The closed hand lengthens the forearm; the wrist lies on the way."""
    bent = two_bone(shoulder, target, (UPPER_ARM, FOREARM + GRIP), pole, elbow=True)
    wrist = along(bent.middle, column(bent.lower, 1), -FOREARM)
    return bent._replace(end=wrist), bent.lower


def _palm(normal: Vec, fingers: Vec, hand: float) -> Mat:
    """Frame of a flat hand; its z axis points out of the body's side, so left and right differ."""
    flat = along(fingers, normal, -dot(fingers, normal))
    y = scale(unit(flat), -1.0) if length(flat) > 1e-6 else (0.0, 1.0, 0.0)
    z = scale(normal, hand)
    return frame_of(cross(y, z), y, z)


def _leg(side: str, hip: Vec, bent: Bent, foot: Mat) -> Solved:
    knee, ankle, upper, lower, miss_cm = bent
    (knee_name, ankle_name, heel, ball, toe), (thigh, shank, end) = _LEG_NAMES[side]
    joints = {
        knee_name: knee,
        ankle_name: ankle,
        heel: place(ankle, foot, HEEL_CENTRE),
        ball: place(ankle, foot, BALL_CENTRE),
        toe: place(ankle, foot, TOE_CENTRE),
    }
    frames = {thigh: upper, shank: lower, end: foot}
    return Solved(joints, frames, {thigh: hip, shank: knee, end: ankle}, miss_cm)


def _arm(side: str, shoulder: Vec, bent: Bent, hand: Mat, closed: float) -> Solved:
    elbow, wrist, upper, lower, miss_cm = bent
    (elbow_name, wrist_name, grip, finger), (upper_arm, forearm, end) = _ARM_NAMES[side]
    up = column(hand, 1)
    joints = {
        elbow_name: elbow,
        wrist_name: wrist,
        grip: along(wrist, up, -GRIP),
        finger: along(wrist, up, closed * (FINGERTIP - FIST) - FINGERTIP),
    }
    frames = {upper_arm: upper, forearm: lower, end: hand}
    return Solved(joints, frames, {upper_arm: shoulder, forearm: elbow, end: wrist}, miss_cm)
