"""How large and where: one scale for a whole movement, so that the figure never jumps while it moves."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facet_desktop.domain.figure.body import LIMB_RADII, trunk_shapes
from facet_desktop.domain.figure.kinematics import Figure, solve
from facet_desktop.domain.figure.movement import Camera, Movement
from facet_desktop.domain.figure.props import DEFAULT_SIZE, Prop, PropKind
from facet_desktop.domain.figure.vectors import ORIGIN, Vec, add, place
from facet_desktop.domain.step import StepSide
from facet_desktop.ui.figure.projection import Projection, projection

_RADII = (*LIMB_RADII, ("finger_left", 1.5), ("finger_right", 1.5), ("head", 11.4))
"""Whatever is measured of a figure besides its trunk."""

Bounds = tuple[float, float, float, float]

#: The picture never shows less than this, so that a curled-up figure is not drawn as a giant.
LEAST_WIDTH_CM = 135.0
LEAST_HEIGHT_CM = 105.0
MARGIN = 0.05

_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Moments that are measured of a movement with more keyframes; of others the keyframes tell as much."""

_LOOSE = frozenset({PropKind.WALL, PropKind.MAT, PropKind.SHELF, PropKind.WORKTOP})
"""Large things that the edge of the picture may cut."""


def framed(movement: Movement, camera: Camera, side: StepSide, rect: QRectF) -> Projection:
    """The projection that fits the whole movement into a rectangle of pixels."""
    view = projection(camera)
    left, right, low, high = _bounds(movement, view, side)
    width, height = max(right - left, LEAST_WIDTH_CM), max(high - low, LEAST_HEIGHT_CM)
    scale = min(rect.width() / width, rect.height() / height) * (1.0 - 2 * MARGIN)
    middle_x, middle_y = (left + right) / 2, (low + high) / 2
    if high - low < LEAST_HEIGHT_CM:
        # A low figure rests in the lower half, where a floor is expected, but never leaves at the top.
        middle_y = max(low + 0.42 * LEAST_HEIGHT_CM, high - 0.5 * LEAST_HEIGHT_CM)
    centre = rect.center()
    return view.scaled(scale, centre.x() - middle_x * scale, centre.y() + middle_y * scale)


def _bounds(movement: Movement, view: Projection, side: StepSide) -> Bounds:
    rounds: list[tuple[Vec, float]] = []
    times = tuple(frame.at for frame in movement.keyframes)
    for position in times if len(times) <= len(_QUARTERS) else _QUARTERS:
        rounds += _figure_rounds(solve(movement.pose_at(position, 0.0, side)))
    for prop in movement.props_for(side):
        if prop.kind not in _LOOSE and not prop.path and not prop.spot.joint:
            rounds += _prop_corners(prop)
    # Without the scale of the projection: centimetres, and upward counts.
    _, _, a, p, b, q, c, r = view.world
    across = [(x * a + y * b + z * c, radius) for (x, y, z), radius in rounds]
    upward = [(-x * p - y * q - z * r, radius) for (x, y, z), radius in rounds]
    return (
        min([at - radius for at, radius in across]),
        max([at + radius for at, radius in across]),
        min([at - radius for at, radius in upward]),
        max([at + radius for at, radius in upward]),
    )


def _figure_rounds(figure: Figure) -> list[tuple[Vec, float]]:
    joints, origins, frames = figure.joints, figure.origins, figure.frames
    found = [(joints[name], radius) for name, radius in _RADII]
    for _, frame, centre, radii in trunk_shapes(figure):
        found.append((place(origins[frame], frames[frame], centre), radii[1]))
    return found


def _prop_corners(prop: Prop) -> list[tuple[Vec, float]]:
    length, height, width = prop.size if prop.size != ORIGIN else DEFAULT_SIZE[prop.kind]
    corners = ((x * length / 2, y * height, z * width / 2) for x in (-1, 1) for y in (0, 1) for z in (-1, 1))
    return [(add(prop.spot.offset, corner), 0.0) for corner in corners]
