"""What one frame is drawn from: the solved figure, the projection, the inks, and an ordered list of parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtGui import QPainter, QPen

from facet_desktop.domain.figure.kinematics import Figure
from facet_desktop.domain.figure.regions import Region
from facet_desktop.domain.figure.vectors import Vec
from facet_desktop.ui.figure.colours import Inks
from facet_desktop.ui.figure.projection import Projection

_T = TypeVar("_T")

SPINE_POINTS = ("pelvis", "waist", "chest", "neck")


class Kept:
    """What was made for the frame before, by part: planted feet and resting limbs are not made again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[object, Any]] = {}

    def get(self, part: str, depends_on: object, make: Callable[[], _T]) -> _T:
        """What belongs to a part; made anew only if what it depends on has changed."""
        known = self._known.get(part)
        if known is None or known[0] != depends_on:
            known = self._known[part] = (depends_on, make())
        found: _T = known[1]
        return found


@dataclass(slots=True)
class Scene:
    """One frame.

    ``fast`` says that it goes to a screen or an image. ``joined`` names the joints already painted, so that
    later parts leave no ring there.
    """

    figure: Figure
    view: Projection
    inks: Inks
    kept: Kept = field(default_factory=Kept)
    fast: bool = True
    glows: Mapping[str, tuple[Region, ...]] = field(default_factory=dict)
    joined: set[str] = field(default_factory=set)
    hairline: QPen = field(init=False)
    spine: list[tuple[float, float, float, float]] = field(init=False)

    def __post_init__(self) -> None:
        """One pen for the light lines, and the depth of the spine, for the whole frame."""
        self.hairline = self.inks.ink(self.inks.outline).hairline
        joints, depth = self.figure.joints, self.view.depth
        self.spine = [(*joints[name], depth(joints[name])) for name in SPINE_POINTS]

    def round(self, point: Vec, radius: float) -> tuple[float, float, float]:
        """A projected sphere."""
        (r, u, _, scale, left, top), (x, y, z) = self.view, point
        return (
            left + scale * (x * r[0] + y * r[1] + z * r[2]),
            top - scale * (x * u[0] + y * u[1] + z * u[2]),
            radius * scale,
        )

    def far_share(self, near_joint: str, middle_joint: str, half_width: float) -> float:
        """0 for a limb on the near side of the body, 1 for one on the far side."""
        joints = self.figure.joints
        gap = self.view.depth(joints[near_joint]) - self.view.depth(joints[middle_joint])
        return 0.5 - gap / half_width * 0.55

    def before_trunk(self, point: Vec) -> float:
        """How far a point lies in front of the nearest place of the spine, in cm towards the viewer."""
        x, y, z = point
        nearest, depth = 1e18, 0.0
        for a, b, c, spine_depth in self.spine:
            away = (x - a) * (x - a) + (y - b) * (y - b) + (z - c) * (z - c)
            if away < nearest:
                nearest, depth = away, spine_depth
        return self.view.depth(point) - depth


Draw = Callable[[QPainter], None]


@dataclass(slots=True)
class Part:
    """Something to paint: its depth, and whether it lies in front of the trunk."""

    depth: float
    front: bool
    draw: Draw
