"""A pose: where the trunk is and how each limb is bent or planted.

Limbs are NamedTuples with the numbers first and the names last, so that two of the same kind can be
blended number by number. Angles are degrees, lengths centimetres.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from facet_desktop.domain.figure.skeleton import other_side
from facet_desktop.domain.values import changed, frozen

if TYPE_CHECKING:
    from facet_desktop.domain.figure.vectors import Quat, Vec

WORLD = ""


class LegAngles(NamedTuple):
    """A leg by its joints: hip flexion, abduction and outward rotation, knee flexion, ankle (+ toes up)."""

    hip: float = 0.0
    abduction: float = 0.0
    rotation: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0


class ArmAngles(NamedTuple):
    """An arm by its joints: shoulder flexion, abduction and outward rotation, elbow flexion."""

    shoulder: float = 0.0
    abduction: float = 0.0
    rotation: float = 0.0
    elbow: float = 0.0


class FootContact(NamedTuple):
    """A foot at a fixed point, solved by inverse kinematics.

    ``(x, y, z)`` is the place of ``part`` (sole, ball, heel or ankle), in the world or, with ``on``, in a
    segment of the body. ``pole`` is the side the knee points to, in the pelvis frame. ``heading`` turns the
    toes about the vertical (0 = world x, + to the right), ``pitch`` lifts the heel (-: lifts the toes).
    With the part ``ankle`` the foot follows the shank and ``pitch`` is plantar flexion.
    """

    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    pole_x: float = 1.0
    pole_y: float = 0.0
    pole_z: float = 0.0
    heading: float = 0.0
    pitch: float = 0.0
    part: str = "sole"
    on: str = WORLD


class HandContact(NamedTuple):
    """A hand at a fixed point, solved by inverse kinematics.

    ``(x, y, z)`` is the place of the palm's heel (``part`` palm) or of the closed hand's middle (``part``
    grip), in the world or, with ``on``, in a segment of the body. ``pole`` is the side the elbow points to,
    in the thorax frame. A palm lies on a surface with the given normal and points along ``fingers``.
    """

    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    pole_x: float = -1.0
    pole_y: float = -0.5
    pole_z: float = 0.0
    normal_x: float = 0.0
    normal_y: float = 1.0
    normal_z: float = 0.0
    fingers_x: float = 1.0
    fingers_y: float = 0.0
    fingers_z: float = 0.0
    part: str = "palm"
    on: str = WORLD


class LimbTurns(NamedTuple):
    """A limb by the turn of each segment in the one before it; used between poses of different kinds.

    ``closed`` is how far a hand is closed, 0 open to 1 gripping.
    """

    upper: Quat
    lower: Quat
    end: Quat
    closed: float = 0.0


Leg = LegAngles | FootContact | LimbTurns
Arm = ArmAngles | HandContact | LimbTurns
Limb = LegAngles | ArmAngles | FootContact | HandContact | LimbTurns


class Trunk(NamedTuple):
    """Root and spine as plain numbers, in the order in which they are blended.

    ``(x, y, z)`` is the place of the anchor joint. ``pitch`` leans forward (90 face down, -90 face up),
    ``roll`` turns about the body's long axis to its right, ``yaw`` turns the whole figure to its right,
    ``lean`` tilts it sideways to its right. Lumbar, thorax and neck: flexion, side-bend to the right,
    rotation to the right. ``belly`` and ``ribs`` are scales of girth.
    """

    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    yaw: float = 0.0
    lean: float = 0.0
    lumbar: float = 0.0
    lumbar_side: float = 0.0
    lumbar_turn: float = 0.0
    thorax: float = 0.0
    thorax_side: float = 0.0
    thorax_turn: float = 0.0
    neck: float = 0.0
    neck_side: float = 0.0
    neck_turn: float = 0.0
    belly: float = 1.0
    ribs: float = 1.0


_SPINE_FLIPPED = (f"{part}_{way}" for part in ("lumbar", "thorax", "neck") for way in ("side", "turn"))
_TRUNK_FLIPPED = frozenset(("z", "roll", "yaw", "lean", *_SPINE_FLIPPED))
_TRUNK_SIGNS = tuple(-1.0 if name in _TRUNK_FLIPPED else 1.0 for name in Trunk._fields)


@frozen
class Pose:
    """One position of the whole body.

    ``anchor`` names the joint (or pair, such as ``knees``) that the trunk's place fixes; ``upright`` names
    the segment (pelvis, thorax or head) whose direction the root angles give.
    """

    trunk: Trunk
    leg_left: Leg
    leg_right: Leg
    arm_left: Arm
    arm_right: Arm
    anchor: str = "pelvis"
    upright: str = "pelvis"

    def limb(self, name: str) -> Limb:
        """One of ``leg_left``, ``leg_right``, ``arm_left``, ``arm_right``."""
        found: Limb = getattr(self, name)
        return found

    def limbs(self) -> tuple[Leg, Leg, Arm, Arm]:
        """All four, left before right and legs before arms."""
        return (self.leg_left, self.leg_right, self.arm_left, self.arm_right)

    def with_limbs(self, limbs: dict[str, Limb]) -> Pose:
        """The pose with some limbs changed, by name."""
        changes: dict[str, Any] = dict(limbs)
        return changed(self, **changes)


NEUTRAL = Pose(Trunk(), LegAngles(), LegAngles(), ArmAngles(), ArmAngles())


def mirror(pose: Pose) -> Pose:
    """The same pose with left and right exchanged, exactly."""
    trunk = Trunk._make(a * b for a, b in zip(pose.trunk, _TRUNK_SIGNS, strict=True))
    return changed(
        pose,
        trunk=trunk,
        leg_left=mirror_leg(pose.leg_right),
        leg_right=mirror_leg(pose.leg_left),
        arm_left=mirror_arm(pose.arm_right),
        arm_right=mirror_arm(pose.arm_left),
        anchor=other_side(pose.anchor),
    )


def mirror_leg(leg: Leg) -> Leg:
    """A leg as the other leg would hold it; joint angles mean the same on both sides."""
    if isinstance(leg, FootContact):
        return leg._replace(z=-leg.z, pole_z=-leg.pole_z, heading=-leg.heading, on=other_side(leg.on))
    return _mirror_turns(leg) if isinstance(leg, LimbTurns) else leg


def mirror_arm(arm: Arm) -> Arm:
    """An arm as the other arm would hold it; joint angles mean the same on both sides."""
    if isinstance(arm, HandContact):
        return arm._replace(
            z=-arm.z,
            pole_z=-arm.pole_z,
            normal_z=-arm.normal_z,
            fingers_z=-arm.fingers_z,
            on=other_side(arm.on),
        )
    return _mirror_turns(arm) if isinstance(arm, LimbTurns) else arm


def _mirror_turns(turns: LimbTurns) -> LimbTurns:
    upper, lower, end = ((w, -x, -y, z) for w, x, y, z in turns[:3])
    return LimbTurns(upper, lower, end, turns.closed)


def mirror_point(point: Vec) -> Vec:
    """The point on the other side of the body's middle plane at rest (z = 0)."""
    return (point[0], point[1], -point[2])
