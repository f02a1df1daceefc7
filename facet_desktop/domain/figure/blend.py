"""Blending between keyframes: smooth curves through every number, planted contacts untouched.

A curve is a cubic Hermite spline with the monotone slopes of Fritsch and Carlson (1980): it never
overshoots a keyframe, and a number that two neighbouring keyframes share stays exactly the same between
them. That is why a planted foot cannot slide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from facet_desktop.domain.figure.pose import Limb, LimbTurns
from facet_desktop.domain.figure.skeleton import FINGERTIP, FIST
from facet_desktop.domain.figure.vectors import distance, matmul, quaternion, slerp, transpose
from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.figure.kinematics import Figure

Numbers = tuple[float, ...]


@frozen
class Curve:
    """One stretch between two keyframes: end values and end slopes (already times the stretch)."""

    start: Numbers
    end: Numbers
    slope_start: Numbers
    slope_end: Numbers

    def at(self, t: float) -> list[float]:
        """All numbers at ``t``, 0 at the first keyframe and 1 at the next."""
        t2 = t * t
        t3 = t2 * t
        a, b, c, d = 2 * t3 - 3 * t2 + 1, t3 - 2 * t2 + t, 3 * t2 - 2 * t3, t3 - t2
        if not self.slope_start:
            return [p + (q - p) * t for p, q in zip(self.start, self.end, strict=True)]
        columns = zip(self.start, self.slope_start, self.end, self.slope_end, strict=True)
        return [a * p + b * m + c * q + d * n if p != q else p for p, m, q, n in columns]


def curves(times: Numbers, rows: list[Numbers], *, loop: bool) -> list[Curve]:
    """One curve for every stretch between neighbouring rows.

    With two rows the curve is a straight line: the easing of a plain movement belongs to the tempo. ``loop``
    says that the last row equals the first one cycle later, so slopes run through the seam.
    """
    if len(rows) == 2 and not loop:
        return [Curve(rows[0], rows[1], (), ())]
    slopes = _slopes(times, rows, loop=loop)
    found = []
    for index in range(len(rows) - 1):
        span = times[index + 1] - times[index]
        left = tuple(span * value for value in slopes[index])
        right = tuple(span * value for value in slopes[index + 1])
        found.append(Curve(rows[index], rows[index + 1], left, right))
    return found


def _slopes(times: Numbers, rows: list[Numbers], *, loop: bool) -> list[Numbers]:
    spans = [b - a for a, b in pairwise(times)]
    rises = [
        tuple((q - p) / span for p, q in zip(low, high, strict=True))
        for span, (low, high) in zip(spans, pairwise(rows), strict=True)
    ]
    inner = [_between(rises[i], rises[i + 1], spans[i], spans[i + 1]) for i in range(len(rises) - 1)]
    if loop:
        seam = _between(rises[-1], rises[0], spans[-1], spans[0])
        return [seam, *inner, seam]
    return [rises[0], *inner, rises[-1]]


def _between(before: Numbers, after: Numbers, span_before: float, span_after: float) -> Numbers:
    """Slope at a keyframe: zero at a turning point, else the weighted harmonic mean of both sides."""
    first, second = 2 * span_after + span_before, span_after + 2 * span_before
    total = first + second
    return tuple(
        0.0 if p * q <= 0.0 else total / (first / p + second / q) for p, q in zip(before, after, strict=True)
    )


def numbers_of(limb: Limb) -> Numbers:
    """The numbers of a limb that may be blended."""
    return tuple(value for value in limb if isinstance(value, int | float))


def alike(first: Limb, second: Limb) -> bool:
    """Whether two limbs can be blended number by number."""
    same_kind = type(first) is type(second) and not isinstance(first, LimbTurns)
    return same_kind and _names(first) == _names(second)


def with_numbers(limb: Limb, numbers: list[float]) -> Limb:
    """The limb with other numbers and the same names."""
    make: Callable[[Iterable[object]], Limb] = type(limb)._make
    # The names of a limb come after its numbers.
    return make((*numbers, *limb[len(numbers) :]))


def _names(limb: Limb) -> tuple[str, ...]:
    return tuple(value for value in limb if isinstance(value, str))


def turns_of(figure: Figure, name: str) -> LimbTurns:
    """The turns of a solved limb, each segment in the one before it."""
    kind, side = name.split("_")
    leg, arm = ("thigh", "shank", "foot"), ("upper_arm", "forearm", "hand")
    frames = [figure.frames["pelvis" if kind == "leg" else "thorax"]]
    frames += [figure.frames[f"{part}_{side}"] for part in (leg if kind == "leg" else arm)]
    upper, lower, end = (quaternion(matmul(transpose(near), far)) for near, far in pairwise(frames))
    return LimbTurns(upper, lower, end, _closed(figure, name))


def _closed(figure: Figure, name: str) -> float:
    kind, side = name.split("_")
    if kind == "leg":
        return 0.0
    open_by = distance(figure.joints[f"wrist_{side}"], figure.joints[f"finger_{side}"]) - FIST
    return 1.0 - open_by / (FINGERTIP - FIST)


def turned_between(first: LimbTurns, second: LimbTurns, t: float) -> LimbTurns:
    """The limb part of the way from one set of turns to another."""
    upper, lower, end = (slerp(a, b, t) for a, b in zip(first[:3], second[:3], strict=True))
    return LimbTurns(upper, lower, end, first.closed + (second.closed - first.closed) * t)
