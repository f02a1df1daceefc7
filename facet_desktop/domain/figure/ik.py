"""Two-bone inverse kinematics: the middle joint of an arm or leg whose both ends are known."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from facet_desktop.domain.figure.vectors import (
    Mat,
    Vec,
    along,
    cross,
    dot,
    unit,
)


class Bent(NamedTuple):
    """A solved limb: middle joint, end, the frames of both bones, and by how much the target was missed."""

    middle: Vec
    end: Vec
    upper: Mat
    lower: Mat
    miss_cm: float


def two_bone(
    start: Vec, target: Vec, lengths: tuple[float, float], pole: Vec, *, elbow: bool = False
) -> Bent:
    """Bend two bones from ``start`` so that they end at ``target``, the middle joint towards ``pole``.

    A target out of reach leaves the limb straight (or fully folded) and says so in ``miss_cm``, so that a
    check can refuse the pose; nothing is stretched. ``elbow`` says that the joint bends the other way round
    than a knee. Frames: y from the far end to the near end of a bone, z the axis of the joint.
    """
    first, second = lengths
    (x, y, z), (a, b, c) = start, target
    a, b, c = a - x, b - y, c - z
    far = sqrt(a * a + b * b + c * c)
    reach = min(max(far, abs(first - second) + 1e-6), first + second - 1e-6)
    a, b, c = ahead = (a / far, b / far, c / far) if far > 1e-9 else (0.0, -1.0, 0.0)
    p, q, r = side = _square_to(ahead, pole)
    ratio = (first * first + reach * reach - second * second) / (2.0 * reach)
    height = sqrt(max(0.0, first * first - ratio * ratio))
    middle = (x + a * ratio + p * height, y + b * ratio + q * height, z + c * ratio + r * height)
    # Exactly the target, so that whatever is planted is the same in every frame.
    end = target if reach == far else along(start, ahead, reach)
    axis = cross(side, ahead) if elbow else cross(ahead, side)
    upper, lower = _bone(start, middle, axis, first), _bone(middle, end, axis, second)
    return Bent(middle, end, upper, lower, abs(far - reach))


def _square_to(ahead: Vec, pole: Vec) -> Vec:
    """The part of the pole that stands square to the line; any square direction if they are parallel."""
    (x, y, z), (a, b, c) = pole, ahead
    share = x * a + y * b + z * c
    x, y, z = x - a * share, y - b * share, z - c * share
    size = sqrt(x * x + y * y + z * z)
    if size > 1e-6:
        return (x / size, y / size, z / size)
    spare = (1.0, 0.0, 0.0) if abs(ahead[0]) < 0.9 else (0.0, 0.0, 1.0)
    return unit(along(spare, ahead, -dot(spare, ahead)))


def _bone(near: Vec, far: Vec, axis: Vec, size: float) -> Mat:
    (x, y, z), (p, q, r), (a, b, c) = near, far, axis
    x, y, z = (x - p) / size, (y - q) / size, (z - r) / size
    return (y * c - z * b, x, a, z * a - x * c, y, b, x * b - y * a, z, c)
