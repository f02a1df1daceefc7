"""Joint ranges that a drawn person may use, and the angles read back from a solved figure.

Ranges follow the normal values of the American Academy of Orthopaedic Surgeons as tabulated in Norkin and
White, *Measurement of Joint Motion*; where the body's own weight or the hands push further (deep kneeling,
knees hugged to the chest, arms overhead with the shoulder blade) the limit is the passive end of range given
there. Lumbar and thoracic figures: White and Panjabi, *Clinical Biomechanics of the Spine*. Degrees.
"""

from __future__ import annotations

from math import asin, atan2, degrees
from typing import TYPE_CHECKING

from facet_desktop.domain.figure.pose import Trunk
from facet_desktop.domain.figure.skeleton import SIDES, sign
from facet_desktop.domain.figure.vectors import (
    IDENTITY,
    Mat,
    angle_between,
    column,
    cross,
    dot,
    matmul,
    transpose,
    turn_x,
    turn_z,
)

if TYPE_CHECKING:
    from facet_desktop.domain.figure.kinematics import Figure

Range = tuple[float, float]

RANGES: dict[str, Range] = {
    "hip flexion": (-30.0, 145.0),
    "hip abduction": (-35.0, 60.0),
    "hip rotation": (-50.0, 65.0),
    "knee flexion": (-1.0, 162.0),
    "ankle": (-70.0, 40.0),
    "shoulder flexion": (-65.0, 190.0),
    "shoulder abduction": (-60.0, 91.0),
    "elbow flexion": (-1.0, 155.0),
    "lumbar": (-35.0, 65.0),
    "lumbar_side": (-30.0, 30.0),
    "lumbar_turn": (-15.0, 15.0),
    "thorax": (-25.0, 45.0),
    "thorax_side": (-30.0, 30.0),
    "thorax_turn": (-45.0, 45.0),
    "neck": (-70.0, 60.0),
    "neck_side": (-45.0, 45.0),
    "neck_turn": (-80.0, 80.0),
}
_SPINE = tuple(name for name in RANGES if name in Trunk._fields)


def joint_angles(figure: Figure, trunk: Trunk) -> list[tuple[str, str, float]]:
    """Every angle of a figure as (joint for the reader, key of ``RANGES``, degrees)."""
    found = [(name, name, float(getattr(trunk, name))) for name in _SPINE]
    for side in SIDES:
        found += _leg_angles(figure, side)
        found += _arm_angles(figure, side)
    return found


def out_of_range(figure: Figure, trunk: Trunk) -> list[tuple[str, float, Range]]:
    """Joints outside their human range: (joint, degrees, range)."""
    return [
        (joint, angle, RANGES[key])
        for joint, key, angle in joint_angles(figure, trunk)
        if not RANGES[key][0] - 0.5 <= angle <= RANGES[key][1] + 0.5
    ]


def _leg_angles(figure: Figure, side: str) -> list[tuple[str, str, float]]:
    frames = figure.frames
    thigh, shank, foot = (frames[f"{part}_{side}"] for part in ("thigh", "shank", "foot"))
    flexion, abduction, rotation = girdle_angles(frames["pelvis"], thigh, side)
    found = [
        (f"hip_{side} abduction", "hip abduction", abduction),
        (f"knee_{side}", "knee flexion", -_bend(thigh, shank)),
        (f"ankle_{side}", "ankle", _hinge(shank, foot)),
    ]
    if abs(abduction) < 70.0:
        found.append((f"hip_{side} flexion", "hip flexion", flexion))
        found.append((f"hip_{side} rotation", "hip rotation", rotation))
    return found


def _arm_angles(figure: Figure, side: str) -> list[tuple[str, str, float]]:
    frames = figure.frames
    upper, lower = frames[f"upper_arm_{side}"], frames[f"forearm_{side}"]
    flexion, abduction, _ = girdle_angles(frames["thorax"], upper, side)
    found = [
        (f"shoulder_{side} abduction", "shoulder abduction", abduction),
        (f"elbow_{side}", "elbow flexion", _bend(upper, lower)),
    ]
    if abs(abduction) < 50.0:
        # An arm lifted overhead is +170, not -190: nobody reaches that far behind.
        found.append((f"shoulder_{side} flexion", "shoulder flexion", flexion + 360.0 * (flexion < -90.0)))
    return found


def girdle_angles(parent: Mat, limb: Mat, side: str) -> tuple[float, float, float]:
    """Flexion, abduction and outward rotation of a thigh or upper arm in its girdle."""
    turn = matmul(transpose(parent), limb)
    hand = sign(side)
    x, y, z = (-value for value in column(turn, 1))
    flexion, abduction = degrees(atan2(x, -y)), degrees(asin(max(-1.0, min(1.0, hand * z))))
    left = matmul(transpose(turn_x(turn_z(IDENTITY, flexion), -hand * abduction)), turn)
    return flexion, abduction, -hand * degrees(atan2(left[2], left[0]))


def _bend(near: Mat, far: Mat) -> float:
    """Angle between two bones, positive as an elbow bends and negative as a knee does."""
    bone, bent = column(near, 1), column(far, 1)
    angle = angle_between(bone, bent)
    return angle if dot(cross(bone, bent), column(near, 2)) >= 0.0 else -angle


def _hinge(near: Mat, far: Mat) -> float:
    """Turn of ``far`` in ``near`` about their common z axis."""
    turn = matmul(transpose(near), far)
    return degrees(atan2(turn[3], turn[0]))
