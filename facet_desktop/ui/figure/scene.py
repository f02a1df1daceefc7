"""What one frame is drawn from: the solved figure, the projection, the inks, and an ordered list of parts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from facet_desktop.domain.figure.kinematics import Figure
from facet_desktop.domain.figure.regions import Region
from facet_desktop.domain.figure.vectors import Vec
from facet_desktop.ui.figure.colours import Inks
from facet_desktop.ui.figure.projection import Projection

_T = TypeVar("_T")

# Looked up once: Python 3.11 runs a function for every member of an enumeration that is asked for.
SMOOTH = QPainter.RenderHint.Antialiasing
WITHIN = Qt.ClipOperation.IntersectClip
ROUGH = False
"""Given by its place: an argument by name takes PySide twice the time."""

SPINE_POINTS = ("pelvis", "waist", "chest", "neck")


MOMENTS_KEPT = 600
"""Of every part: a repetition of ten seconds, sixty times a second."""


class Kept:
    """What was made for earlier frames, by part: a limb that rests, or does the same again, is kept."""

    def __init__(self) -> None:
        self._known: dict[str, dict[Hashable, Any]] = {}

    def get(self, part: str, depends_on: Hashable, make: Callable[[], _T]) -> _T:
        """What belongs to a part; made only if nothing was made yet for what it depends on."""
        known = self._known.get(part)
        if known is None:
            known = self._known[part] = {}
        found: _T | None = known.get(depends_on)
        if found is None:
            if len(known) >= MOMENTS_KEPT:
                known.clear()
            found = known[depends_on] = make()
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
    spine: list[tuple[float, float, float, float, float]] = field(init=False)

    def __post_init__(self) -> None:
        """One pen for the light lines, and the spine with its depth, for the whole frame."""
        self.hairline = self.inks.light.hairline
        joints, depth = self.figure.joints, self.view.depth
        self.spine = []
        for point in (joints[name] for name in SPINE_POINTS):
            x, y, z = point
            self.spine.append((2.0 * x, 2.0 * y, 2.0 * z, x * x + y * y + z * z, depth(point)))

    def round(self, point: Vec, radius: float) -> tuple[float, float, float]:
        """A projected sphere."""
        (left, top, ax, ay, bx, by, cx, cy), _, scale = self.view
        x, y, z = point
        return (left + x * ax + y * bx + z * cx, top + x * ay + y * by + z * cy, radius * scale)

    def before_trunk(self, point: Vec) -> float:
        """How far a point lies in front of the nearest place of the spine, in cm towards the viewer."""
        x, y, z = point
        nearest, depth = 1e18, 0.0
        for a, b, c, square, spine_depth in self.spine:
            # The square of the distance, less that of the point itself.
            away = square - a * x - b * y - c * z
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
