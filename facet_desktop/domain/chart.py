"""One description of a chart, for the screen and for paper alike."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from facet_desktop.domain.values import frozen


class Role(StrEnum):
    """What a part of a chart means; the painters choose the look by role from one style table."""

    DAILY = "daily"
    MEAN = "mean"
    GOOD = "good"
    CAUTION = "caution"
    ALERT = "alert"
    DONE = "done"
    PARTLY = "partly"
    PLANNED = "planned"
    FLARE = "flare"
    PROGRAM = "program"


class Mark(StrEnum):
    """How a series is drawn."""

    POINTS = "points"
    LINE = "line"
    BARS = "bars"


@frozen
class Series:
    """Values by position on the x axis; a missing value is None and stays a gap."""

    name: str
    role: Role
    mark: Mark
    values: tuple[float | None, ...]


@frozen
class Band:
    """A zone between two values of the y axis."""

    name: str
    role: Role
    low: float
    high: float


@frozen
class Marker:
    """A vertical line at a position of the x axis, with a label."""

    index: int
    label: str
    role: Role


@frozen
class ChartSpec:
    """A chart: what is on it, never how it is painted.

    `days` are the positions of the x axis (single days, or the Mondays of weeks when `by_week`).
    `summary` is one sentence for people who cannot see the chart.
    """

    title: str
    unit: str
    days: tuple[date, ...]
    series: tuple[Series, ...]
    low: float
    high: float
    bands: tuple[Band, ...] = ()
    markers: tuple[Marker, ...] = ()
    by_week: bool = False
    summary: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no series holds any value."""
        return all(value is None for series in self.series for value in series.values)
