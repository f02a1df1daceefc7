"""The soft body around the skeleton: ellipsoids of the trunk and round cross-sections of the limbs.

The painter draws these and the floor check measures them, so what is checked is what is seen.
All numbers are drawing measures in centimetres, chosen by eye for an adult of average build.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from facet_desktop.domain.figure.skeleton import BELLY_FRONT, CHEST_FRONT, HEAD_RADIUS, SIDES
from facet_desktop.domain.figure.vectors import Mat, Vec, place

if TYPE_CHECKING:
    from facet_desktop.domain.figure.kinematics import Figure


class Ellipsoid(NamedTuple):
    """A rounded body: centre, frame, and its half sizes along the frame's front, head and right axes."""

    centre: Vec
    frame: Mat
    radii: Vec

    def lowest(self) -> float:
        """Height of its lowest point."""
        a, b, c = self.radii
        x, y, z = self.frame[3] * a, self.frame[4] * b, self.frame[5] * c
        return self.centre[1] - sqrt(x * x + y * y + z * z)


class Ball(NamedTuple):
    """A round cross-section of a limb."""

    centre: Vec
    radius: float


HIP_R, KNEE_R, CALF_R, ANKLE_R = 8.6, 5.7, 5.5, 3.7
SHOULDER_R, ELBOW_R, FOREARM_R, WRIST_R = 5.6, 4.1, 4.0, 2.7
HEEL_R, BALL_R, TOE_R = 3.3, 2.4, 1.8
NECK_R = 5.2
CALF = (-1.4, -11.0, 0.0)
FOREARM_BULGE = (0.0, -6.0, 0.0)
"""The thickest places of shank and forearm, in the frames of these."""

_TRUNK = (
    # name, frame, centre in that frame, half sizes (front, up, right)
    ("pelvis", "pelvis", (-1.0, 2.5, 0.0), (10.6, 9.5, 15.6)),
    ("waist", "lumbar", (0.0, 1.0, 0.0), (BELLY_FRONT, 7.5, 13.0)),
    ("ribs", "ribs", (0.3, 5.0, 0.0), (10.6, 8.5, 14.3)),
    ("chest", "thorax", (0.2, 0.5, 0.0), (CHEST_FRONT, 8.0, 15.6)),
    ("yoke", "thorax", (-0.6, 6.8, 0.0), (6.4, 4.6, 18.6)),
)

TRUNK_FRAMES = ("pelvis", "lumbar", "ribs", "thorax")
"""The segments that the trunk's shapes lie in."""

LIMB_RADII = tuple(
    (f"{name}_{side}", radius)
    for side in SIDES
    for name, radius in (
        *(("hip", HIP_R), ("knee", KNEE_R), ("ankle", ANKLE_R), ("heel", HEEL_R), ("ball", BALL_R)),
        *(("toe", TOE_R), ("shoulder", SHOULDER_R), ("elbow", ELBOW_R)),
        *(("wrist", WRIST_R), ("grip", WRIST_R)),
    )
)
"""Radius of the limbs at their joints, by the joint's name."""


def trunk_shapes(figure: Figure) -> list[tuple[str, str, Vec, Vec]]:
    """Pelvis, waist, ribs, chest and the yoke of the shoulders, grown by breath.

    Each with the frame that it lies in, its centre in that frame, and its half sizes.
    """
    grown = {"waist": figure.belly, "ribs": figure.ribs, "chest": figure.ribs}
    found = []
    for name, frame, (x, y, z), (front, up, right) in _TRUNK:
        more = grown.get(name, 1.0) - 1.0
        # A deeper breath lifts the front of the body, not the side that may lie on the floor.
        forward = more * front
        found.append((name, frame, (x + forward, y, z), (front + forward, up, right * (1.0 + more / 2))))
    return found


def trunk_bodies(figure: Figure) -> dict[str, Ellipsoid]:
    """The shapes of the trunk as bodies in the world."""
    origins, frames = figure.origins, figure.frames
    return {
        name: Ellipsoid(place(origins[frame], frames[frame], centre), frames[frame], radii)
        for name, frame, centre, radii in trunk_shapes(figure)
    }


def head_body(figure: Figure) -> Ellipsoid:
    """The skull."""
    return Ellipsoid(figure.joints["head"], figure.frames["head"], (HEAD_RADIUS, 11.4, 8.0))


def limb_balls(figure: Figure) -> list[tuple[str, Ball]]:
    """Round cross-sections at the joints of all limbs, each with the joint's name."""
    return [(name, Ball(figure.joints[name], radius)) for name, radius in LIMB_RADII]


def calf(figure: Figure, side: str) -> Vec:
    """The thickest place of the lower leg, a little behind the line from knee to ankle."""
    frame = figure.frames[f"shank_{side}"]
    return place(figure.joints[f"knee_{side}"], frame, CALF)


def forearm_bulge(figure: Figure, side: str) -> Vec:
    """The thickest place of the forearm."""
    frame = figure.frames[f"forearm_{side}"]
    return place(figure.joints[f"elbow_{side}"], frame, FOREARM_BULGE)


def lowest_points(figure: Figure) -> list[tuple[str, float]]:
    """Height of the lowest point of every part of the body."""
    found = [(name, body.lowest()) for name, body in trunk_bodies(figure).items()]
    found.append(("head", head_body(figure).lowest()))
    found.extend((name, ball.centre[1] - ball.radius) for name, ball in limb_balls(figure))
    return found
