"""Pain ratings (NPRS 0 to 10): zones, daily values, seven-day mean, and the change that matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from math import fsum

from facet_desktop.domain.values import frozen

NPRS_MIN, NPRS_MAX = 0, 10
MIC_POINTS = 2.0
"""Smallest change on the NPRS that people call important: 2 points (Ostelo 2008)."""
MIC_SHARE = 0.30
"""... or 30 % of the first value (Ostelo 2008)."""
MEAN_DAYS = 7
MIN_RATED_DAYS = 3
"""Rated days that a seven-day mean needs (proposed default); with fewer it stays a gap."""


class Zone(StrEnum):
    """Traffic light of pain."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@frozen
class Thresholds:
    """Limits of the traffic light; a clinician may set others (clinical reference D1 and D4, as proposed).

    `green_max` and `amber_max` are the highest pain that is still green, and still amber. The rises are
    against the pain before the session. From a usual pain of `usual_high_from` only the rise counts. From
    `stop_from` the session ends.
    """

    green_max: int = 3
    amber_max: int = 5
    green_rise_max: int = 1
    amber_rise_max: int = 2
    usual_high_from: int = 5
    stop_from: int = 7

    @property
    def is_sound(self) -> bool:
        """Whether every zone has its place and the limits stand in their order."""
        return (
            NPRS_MIN <= self.green_max < self.amber_max < NPRS_MAX
            and 0 <= self.green_rise_max < self.amber_rise_max < NPRS_MAX
            and NPRS_MIN < self.usual_high_from <= NPRS_MAX
            and self.amber_max < self.stop_from <= NPRS_MAX
        )

    def zone(self, pain_nprs: float) -> Zone:
        """The zone of a rating."""
        if pain_nprs <= self.green_max:
            return Zone.GREEN
        return Zone.AMBER if pain_nprs <= self.amber_max else Zone.RED


class PainContext(StrEnum):
    """When a rating was given."""

    NOW = "now"
    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    MORNING = "morning"


RESTING = frozenset({PainContext.NOW, PainContext.BEFORE, PainContext.AFTER, PainContext.MORNING})
"""Contexts that count for the pain of a day; ratings during an exercise do not."""


def days_between(first: date, last: date) -> tuple[date, ...]:
    """Every day from first to last, both included."""
    return tuple(first + timedelta(days=offset) for offset in range((last - first).days + 1))


def daily_values(days: Sequence[date], ratings: Mapping[date, Sequence[int]]) -> tuple[float | None, ...]:
    """Mean of the ratings of each day; None for a day without any."""
    return tuple(_mean(ratings[day]) if ratings.get(day) else None for day in days)


def rolling_mean(values: Sequence[float | None]) -> tuple[float | None, ...]:
    """Mean of each day and the six before it, where at least MIN_RATED_DAYS of them are rated."""

    def mean_at(index: int) -> float | None:
        window = [value for value in values[max(0, index - MEAN_DAYS + 1) : index + 1] if value is not None]
        return _mean(window) if len(window) >= MIN_RATED_DAYS else None

    return tuple(mean_at(index) for index in range(len(values)))


@frozen
class PainChange:
    """From the first to the last seven-day mean; `points` is negative when pain went down."""

    first: float
    last: float

    @property
    def points(self) -> float:
        """Change in points between the two as they are shown, with one decimal, so that the sum comes out."""
        return round(round(self.last, 1) - round(self.first, 1), 1)

    @property
    def matters(self) -> bool:
        """Whether the change reaches 2 points or 30 % of the first value, up or down (Ostelo 2008)."""
        size = abs(self.points)
        return size >= MIC_POINTS or (self.first > 0 and size >= MIC_SHARE * self.first)


def change_of(means: Sequence[float | None]) -> PainChange | None:
    """The change over a row of seven-day means; None with fewer than two of them."""
    known = [value for value in means if value is not None]
    return PainChange(known[0], known[-1]) if len(known) > 1 else None


def _mean(values: Sequence[float]) -> float:
    """As `statistics.fmean`, which loads decimals and fractions at every start."""
    return fsum(values) / len(values)
