"""Checks over a movement, as pure functions. Each returns what is wrong; an empty list means all is well."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from facet_desktop.domain.figure.body import lowest_points
from facet_desktop.domain.figure.kinematics import Figure, solve
from facet_desktop.domain.figure.pose import FootContact, HandContact, Limb, Pose, mirror, mirror_point
from facet_desktop.domain.figure.ranges import out_of_range
from facet_desktop.domain.figure.skeleton import (
    FOOT_PARTS,
    FOREARM,
    LIMBS,
    SHANK,
    SIDES,
    THIGH,
    UPPER_ARM,
    WRIST_HEIGHT,
    other_side,
)
from facet_desktop.domain.figure.vectors import Vec, add, along, distance, place, unit
from facet_desktop.domain.step import StepSide
from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.figure.movement import Movement

SAMPLES = 25
CONTACT_CM = 0.5
BELOW_FLOOR_CM = 3.0
EXACT_CM = 1e-6
SYMMETRY_CM = 0.5


@frozen
class Finding:
    """Something wrong with a movement: which check, where in the movement (0 to 1), and what."""

    check: str
    position: float
    text: str

    def __str__(self) -> str:
        return f"{self.check} at {self.position:.2f}: {self.text}"


def check_movement(movement: Movement) -> list[Finding]:
    """Every check over one movement; a limb or joint is reported once, where it is worst."""
    found = [
        *contacts_stay(movement),
        *limbs_reach(movement),
        *joints_human(movement),
        *above_floor(movement),
        *bones_constant(movement),
        *sides_mirror(movement),
        *start_symmetric(movement),
    ]
    return sorted(found, key=lambda one: (one.check, one.position))


def samples(movement: Movement) -> Iterator[tuple[float, Pose, Figure]]:
    """At least 21 evenly spread moments of a movement with their solved figures."""
    count = SAMPLES if len(movement.keyframes) > 1 else 1
    for index in range(count):
        position = min(index / max(1, count - 1), 0.999999 if movement.cyclic else 1.0)
        pose = movement.pose_at(position)
        yield position, pose, solve(pose)


def contacts_stay(movement: Movement) -> list[Finding]:
    """Planted hands, feet, anchors and named joints stay within 0.5 cm."""
    worst: dict[str, tuple[float, float]] = {}
    first: dict[str, Vec] = {}
    for position, pose, figure in samples(movement):
        for name, error in _planted_errors(movement, position, pose, figure):
            _note(worst, name, position, error)
        for joint in movement.planted:
            place_now = add(figure.point(joint), (movement.travel_cm * position, 0.0, 0.0))
            _note(worst, joint, position, distance(first.setdefault(joint, place_now), place_now))
    return [
        Finding("contact", position, f"{name} slides {error:.1f} cm")
        for name, (position, error) in worst.items()
        if error > CONTACT_CM
    ]


def limbs_reach(movement: Movement) -> list[Finding]:
    """No contact lies out of a limb's reach: the solver must not clamp silently."""
    worst: dict[str, tuple[float, float]] = {}
    for position, _, figure in samples(movement):
        for name, miss in figure.misses:
            _note(worst, name, position, miss)
    return [
        Finding("reach", position, f"{name} misses its contact by {miss:.1f} cm")
        for name, (position, miss) in worst.items()
        if miss > 0.05
    ]


def joints_human(movement: Movement) -> list[Finding]:
    """Every joint stays in its human range."""
    worst: dict[str, tuple[float, float]] = {}
    texts: dict[str, str] = {}
    for position, pose, figure in samples(movement):
        for joint, angle, (low, high) in out_of_range(figure, pose.trunk):
            if _note(worst, joint, position, max(low - angle, angle - high)):
                texts[joint] = f"{joint} at {angle:.0f} degrees, human range {low:.0f} to {high:.0f}"
    return [Finding("range", worst[joint][0], text) for joint, text in texts.items()]


def above_floor(movement: Movement) -> list[Finding]:
    """Nothing sinks more than 3 cm below the floor."""
    worst: dict[str, tuple[float, float]] = {}
    for position, _, figure in samples(movement):
        for name, height in lowest_points(figure):
            _note(worst, name, position, -height)
    return [
        Finding("floor", position, f"{name} is {depth:.1f} cm below the floor")
        for name, (position, depth) in worst.items()
        if depth > BELOW_FLOOR_CM
    ]


_BONES = (
    ("hip", "knee", THIGH),
    ("knee", "ankle", SHANK),
    ("shoulder", "elbow", UPPER_ARM),
    ("elbow", "wrist", FOREARM),
)


def bones_constant(movement: Movement) -> list[Finding]:
    """No bone changes its length."""
    worst: dict[str, tuple[float, float]] = {}
    for position, _, figure in samples(movement):
        for near, far, size in _BONES:
            for side in SIDES:
                now = distance(figure.joints[f"{near}_{side}"], figure.joints[f"{far}_{side}"])
                _note(worst, f"{near}_{side}", position, abs(now - size))
    return [
        Finding("bone", position, f"the bone from {name} changes by {error:.2f} cm")
        for name, (position, error) in worst.items()
        if error > 1e-3
    ]


def sides_mirror(movement: Movement) -> list[Finding]:
    """The left version is the exact mirror image of the right one."""
    found = []
    for position in (0.0, 0.37, 1.0):
        right = solve(movement.pose_at(position, 0.5, StepSide.RIGHT))
        left = solve(movement.pose_at(position, 0.5, StepSide.LEFT))
        for name, point in right.joints.items():
            error = distance(mirror_point(point), left.joints[other_side(name)])
            if error > EXACT_CM:
                found.append(Finding("mirror", position, f"{name} differs by {error:.3f} cm"))
    return found


def start_symmetric(movement: Movement) -> list[Finding]:
    """An alternating movement starts from a position that both sides share, so the change is seamless."""
    if not movement.alternating or movement.cyclic:
        return []
    pose = movement.pose_at(0.0)
    here, there = solve(pose), solve(mirror(pose))
    return [
        Finding("symmetry", 0.0, f"{name} is {error:.1f} cm from where the other side starts")
        for name, point in here.joints.items()
        if (error := distance(point, there.joints[name])) > SYMMETRY_CM
    ]


def _note(worst: dict[str, tuple[float, float]], name: str, position: float, error: float) -> bool:
    """Keep the largest error of a name; True when this is the new largest."""
    if name in worst and worst[name][1] >= error:
        return False
    worst[name] = (position, error)
    return True


def _planted_errors(
    movement: Movement, position: float, pose: Pose, figure: Figure
) -> Iterator[tuple[str, float]]:
    """How far every contact that this stretch keeps in place is from its place."""
    before, after = _around(movement, position)
    for name in LIMBS:
        limb, goal = pose.limb(name), _goal(movement, before, after, name, position)
        if goal is not None and isinstance(limb, FootContact | HandContact):
            yield name, distance(contact_point(limb, name, figure), goal)
    if before.trunk[:3] == after.trunk[:3] and before.anchor == after.anchor:
        yield f"anchor {pose.anchor}", distance(figure.point(pose.anchor), before.trunk[:3])


def _around(movement: Movement, position: float) -> tuple[Pose, Pose]:
    frames = movement.keyframes
    for before, after in pairwise(frames):
        if before.at <= position <= after.at:
            return before.pose, after.pose
    return frames[-1].pose, frames[-1].pose


def _goal(movement: Movement, before: Pose, after: Pose, name: str, position: float) -> Vec | None:
    """The world point that the limb keeps between two keyframes; None when it moves or is free."""
    first, second = _world_contact(before.limb(name)), _world_contact(after.limb(name))
    if first is None or second is None:
        return None
    times = {id(frame.pose): frame.at for frame in movement.keyframes}
    shift = movement.travel_cm * (times[id(after)] - times[id(before)])
    a, b = _xyz(first), _xyz(second)
    if distance(add(b, (shift, 0.0, 0.0)), a) > 1e-6 or first.part != second.part:
        return None
    return add(a, (-movement.travel_cm * (position - times[id(before)]), 0.0, 0.0))


def _world_contact(limb: Limb) -> FootContact | HandContact | None:
    return limb if isinstance(limb, FootContact | HandContact) and not limb.on else None


def _xyz(limb: FootContact | HandContact) -> Vec:
    return (limb.x, limb.y, limb.z)


def contact_point(limb: FootContact | HandContact, name: str, figure: Figure) -> Vec:
    """Where the solved figure really has the point that a contact fixes."""
    side = name.split("_")[1]
    if isinstance(limb, FootContact):
        return place(figure.joints[f"ankle_{side}"], figure.frames[f"foot_{side}"], FOOT_PARTS[limb.part])
    if limb.part == "grip":
        return figure.joints[f"grip_{side}"]
    normal = unit((limb.normal_x, limb.normal_y, limb.normal_z))
    return along(figure.joints[f"wrist_{side}"], normal, -WRIST_HEIGHT)
