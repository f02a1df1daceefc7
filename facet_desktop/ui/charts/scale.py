"""Where ticks and bars stand, worked out from a chart and the room it has. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from itertools import pairwise
from math import ceil

from facet_desktop.domain.chart import ChartSpec, Mark
from facet_desktop.domain.values import frozen

VALUE_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
POINT_MARGIN_SHARE = 0.035
"""Room above and below the limits, so that a point on a limit is not cut off."""
BAR_MARGIN_SHARE = 0.06
"""Room above the highest bar."""
SIDE_MARGIN = 0.7
"""Room beside the first and the last position, in positions."""


class Level(Enum):
    """How coarse the ticks of the days are, from fine to coarse; the value is the key of a period."""

    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half year"
    YEAR = "year"


_MONDAY_ORDINAL = 1
"""date(1, 1, 1) is a Monday with ordinal 1."""

_PERIODS: dict[Level, Callable[[date], int]] = {
    Level.DAY: lambda day: day.toordinal(),
    Level.WEEK: lambda day: (day.toordinal() - _MONDAY_ORDINAL) // 7,
    Level.FORTNIGHT: lambda day: (day.toordinal() - _MONDAY_ORDINAL) // 14,
    Level.MONTH: lambda day: day.year * 12 + day.month - 1,
    Level.QUARTER: lambda day: (day.year * 12 + day.month - 1) // 3,
    Level.HALF_YEAR: lambda day: (day.year * 12 + day.month - 1) // 6,
    Level.YEAR: lambda day: day.year,
}


@frozen
class View:
    """The part of the plane that is shown: positions from left to right, values from bottom to top."""

    left: float
    right: float
    bottom: float
    top: float


def view_of(spec: ChartSpec) -> View:
    """The plane of a chart with room for its marks."""
    height = (spec.high - spec.low) or 1.0
    bars = any(series.mark is Mark.BARS for series in spec.series)
    below = 0.0 if bars else height * POINT_MARGIN_SHARE
    above = height * (BAR_MARGIN_SHARE if bars else POINT_MARGIN_SHARE)
    last = max(0, len(spec.days) - 1)
    return View(-SIDE_MARGIN, last + SIDE_MARGIN, spec.low - below, spec.high + above)


def value_ticks(low: float, high: float, height_px: float, least_gap_px: float) -> tuple[int, ...]:
    """Whole values from low to high at the finest step that leaves `least_gap_px` between them."""
    span = max(1.0, high - low)
    for step in VALUE_STEPS:
        if height_px * step / span >= least_gap_px or step >= span:
            first = -int(-low // step) * step
            return tuple(range(first, int(high) + 1, step))
    return (round(low), round(high))


def day_ticks(
    days: Sequence[date], step_px: float, gaps_px: Mapping[Level, float]
) -> tuple[Level, tuple[int, ...]]:
    """Positions of labelled days at the finest level that leaves its gap between two of them.

    Where the days are too few for a coarser level, only some of the present one are labelled. A period that
    began before the first day has no tick of its own, so that a label never lies about its day.
    """
    level, ticks = Level.DAY, tuple(range(len(days)))
    for coarser in Level:
        starts = _starts(days, coarser)
        if not starts:
            break
        level, ticks = coarser, starts
        if _least_gap(ticks) * step_px >= gaps_px[level]:
            return level, ticks
    every = max(1, ceil(gaps_px[level] / (_least_gap(ticks) * step_px)))
    return level, ticks[::every]


def _starts(days: Sequence[date], level: Level) -> tuple[int, ...]:
    period = _PERIODS[level]
    every = (days[1] - days[0]).days if len(days) > 1 else 1
    starts = []
    for index, day in enumerate(days):
        before = days[index - 1] if index else date.fromordinal(max(1, day.toordinal() - every))
        if period(before) != period(day):
            starts.append(index)
    return tuple(starts)


def _least_gap(starts: Sequence[int]) -> float:
    gaps = [later - earlier for earlier, later in pairwise(starts)]
    return min(gaps, default=float("inf"))


def point_size_px(size_px: float, step_px: float) -> float:
    """A point that leaves its neighbour visible where days lie close: at most `size_px`, at least 3."""
    return max(3.0, min(size_px, step_px * 1.1))
