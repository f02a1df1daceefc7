"""Small poses and movements for tests of the figure."""

from dataclasses import replace

from facet_desktop.domain.figure.movement import Keyframe, Movement
from facet_desktop.domain.figure.pose import (
    NEUTRAL,
    ArmAngles,
    FootContact,
    LegAngles,
    Pose,
    Trunk,
    mirror_leg,
)

PLANTED = FootContact(x=0.0, y=0.0, z=9.0)


def standing(height_cm: float = 89.0, **trunk: float) -> Pose:
    """Standing on both feet with the pelvis at a height."""
    return replace(
        NEUTRAL,
        trunk=Trunk(y=height_cm, **trunk),
        leg_right=PLANTED,
        leg_left=mirror_leg(PLANTED),
    )


def bent_every_way() -> Pose:
    """A pose in which left and right, and every joint, differ."""
    return Pose(
        Trunk(3, 88, 5, 12, 7, 21, 6, 20, 9, 4, 8, -6, 11, 15, -7, 22),
        FootContact(x=4, y=2, z=-12, heading=9, pitch=14, part="ball"),
        LegAngles(hip=44, abduction=12, rotation=8, knee=63, ankle=-9),
        ArmAngles(shoulder=71, abduction=21, rotation=13, elbow=44),
        ArmAngles(shoulder=-12, abduction=33, rotation=-9, elbow=88),
    )


def movement(*poses: Pose, **changes: object) -> Movement:
    """A movement through poses at even distances."""
    last = max(1, len(poses) - 1)
    frames = tuple(Keyframe(f"k{i}", i / last, pose) for i, pose in enumerate(poses))
    return Movement("test", frames, **changes)  # type: ignore[arg-type]
