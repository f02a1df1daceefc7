"""What an exercise of the clinic's own may show: a shipped figure, a changed one, or a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b
from math import floor

from facet_desktop.domain.figure.checks import above_floor
from facet_desktop.domain.figure.kinematics import solve
from facet_desktop.domain.figure.movement import Keyframe, Movement
from facet_desktop.domain.figure.pose import ArmAngles, FootContact, HandContact, LegAngles, Limb, Pose
from facet_desktop.domain.figure.ranges import RANGES, girdle_angles
from facet_desktop.domain.figure.skeleton import SIDES
from facet_desktop.domain.figure.vectors import angle_between, column
from facet_desktop.domain.values import frozen

_SPINE = ("lumbar", "thorax", "neck")
JOINTS: tuple[str, ...] = (
    "lean",
    *_SPINE,
    *(f"{joint}_{side}" for joint in ("hip", "knee", "shoulder", "elbow") for side in SIDES),
)
"""Everything that can be changed, from the trunk outward."""
_RANGE_OF = {"hip": "hip flexion", "knee": "knee flexion", "shoulder": "shoulder flexion"}
LEAN_RANGE = (-120.0, 120.0)


@frozen
class OwnPose:
    """Joint angles in degrees that differ from the figure of `base`, for the start and for the end."""

    base: str
    start: Mapping[str, float]
    end: Mapping[str, float]


def joint_range(joint: str) -> tuple[int, int]:
    """Least and greatest angle of a joint in whole degrees; the human range of domain.figure.ranges."""
    kind = joint.partition("_")[0]
    if kind == "lean":
        low, high = LEAN_RANGE
    elif kind == "elbow":
        low, high = RANGES["elbow flexion"]
    else:
        low, high = RANGES[_RANGE_OF.get(kind, kind)]
    return max(0, floor(low)) if kind in ("knee", "elbow") else floor(low), floor(high)


def angles_of(pose: Pose) -> dict[str, float]:
    """The angle of every joint of JOINTS in a pose, in degrees."""
    figure = solve(pose)
    found = {"lean": pose.trunk.pitch, **{name: float(getattr(pose.trunk, name)) for name in _SPINE}}
    for side in SIDES:
        thigh, shank = figure.frames[f"thigh_{side}"], figure.frames[f"shank_{side}"]
        upper, lower = figure.frames[f"upper_arm_{side}"], figure.frames[f"forearm_{side}"]
        shoulder = girdle_angles(figure.frames["thorax"], upper, side)[0]
        found[f"hip_{side}"] = girdle_angles(figure.frames["pelvis"], thigh, side)[0]
        found[f"knee_{side}"] = angle_between(column(thigh, 1), column(shank, 1))
        # An arm lifted overhead is +170, not -190.
        found[f"shoulder_{side}"] = shoulder + 360.0 * (shoulder < -90.0)
        found[f"elbow_{side}"] = angle_between(column(upper, 1), column(lower, 1))
    return found


def changed(pose: Pose, changes: Mapping[str, float]) -> Pose:
    """The pose with some joints at other angles. A planted limb comes loose where its joints change."""
    if not changes:
        return pose
    trunk = pose.trunk._replace(**{name: changes[name] for name in _SPINE if name in changes})
    if "lean" in changes:
        trunk = trunk._replace(pitch=changes["lean"])
    limbs: dict[str, Limb] = {}
    for side in SIDES:
        limbs |= _changed_leg(pose, side, changes)
        limbs |= _changed_arm(pose, side, changes)
    return replace(pose, trunk=trunk).with_limbs(limbs)


def _changed_leg(pose: Pose, side: str, changes: Mapping[str, float]) -> dict[str, Limb]:
    wanted = {joint: changes[f"{joint}_{side}"] for joint in ("hip", "knee") if f"{joint}_{side}" in changes}
    if not wanted:
        return {}
    leg = pose.limb(f"leg_{side}")
    if not isinstance(leg, LegAngles):
        figure, angles = solve(pose), angles_of(pose)
        _, abduction, rotation = girdle_angles(figure.frames["pelvis"], figure.frames[f"thigh_{side}"], side)
        leg = LegAngles(angles[f"hip_{side}"], abduction, rotation, angles[f"knee_{side}"])
    return {f"leg_{side}": leg._replace(**wanted)}


def _changed_arm(pose: Pose, side: str, changes: Mapping[str, float]) -> dict[str, Limb]:
    wanted = {
        joint: changes[f"{joint}_{side}"] for joint in ("shoulder", "elbow") if f"{joint}_{side}" in changes
    }
    if not wanted:
        return {}
    arm = pose.limb(f"arm_{side}")
    if not isinstance(arm, ArmAngles):
        figure, angles = solve(pose), angles_of(pose)
        frames = figure.frames
        _, abduction, rotation = girdle_angles(frames["thorax"], frames[f"upper_arm_{side}"], side)
        arm = ArmAngles(angles[f"shoulder_{side}"], abduction, rotation, angles[f"elbow_{side}"])
    return {f"arm_{side}": arm._replace(**wanted)}


def ends_of(base: Movement) -> tuple[Pose, Pose]:
    """Start and end pose of a movement; for a cycle its beginning and its middle."""
    frames = base.keyframes
    last = next((one for one in frames if one.at >= 0.5), frames[-1]) if base.cyclic else frames[-1]
    return frames[0].pose, last.pose


def own_movement(base: Movement, own: OwnPose, slug: str) -> Movement:
    """The figure of an own exercise: that of `base`, with joints changed at both ends.

    What is held or worn stays; names of joints that must not move are dropped, because they may move now.
    """
    start, end = ends_of(base)
    frames = (
        Keyframe("start", 0.0, changed(start, own.start)),
        Keyframe("end", 1.0, changed(end, own.end)),
    )
    content = repr((base.digest, sorted(own.start.items()), sorted(own.end.items())))
    digest = blake2b(content.encode(), digest_size=12).hexdigest()
    return replace(base, slug=slug, keyframes=frames, cyclic=False, travel_cm=0.0, planted=(), digest=digest)


def pose_problems(own: OwnPose) -> list[tuple[str, str]]:
    """(field, reason) for unknown joints and for angles that no person reaches."""
    found: list[tuple[str, str]] = []
    for moment, changes in (("start", own.start), ("end", own.end)):
        for joint, degrees in changes.items():
            if joint not in JOINTS:
                found.append((f"{moment}.{joint}", "is not a joint that can be changed"))
                continue
            low, high = joint_range(joint)
            if not low <= degrees <= high:
                found.append((f"{moment}.{joint}", f"must be between {low} and {high} degrees"))
    return found


def sinks(movement: Movement) -> bool:
    """Whether a part of the figure is below the floor somewhere on the way."""
    return bool(above_floor(movement))


def is_planted(limb: Limb) -> bool:
    """Whether a limb stands or rests somewhere."""
    return isinstance(limb, FootContact | HandContact)
