"""Charts for the tests of charts."""

from __future__ import annotations

from datetime import date, timedelta

from facet_desktop.domain.chart import Band, ChartSpec, Mark, Marker, Role, Series

FIRST = date(2026, 1, 5)
"""A Monday."""


def pain_chart(
    daily: tuple[float | None, ...], mean: tuple[float | None, ...] | None = None, *markers: Marker
) -> ChartSpec:
    """Pain by day from Monday, 5 January 2026, with three zones."""
    return ChartSpec(
        title="Pain",
        unit="pain, 0 to 10",
        days=tuple(FIRST + timedelta(days=offset) for offset in range(len(daily))),
        series=(
            Series("each day", Role.DAILY, Mark.POINTS, daily),
            Series("7-day average", Role.MEAN, Mark.LINE, mean or (None,) * len(daily)),
        ),
        low=0,
        high=10,
        bands=(
            Band("comfortable", Role.GOOD, 0, 3.5),
            Band("watch", Role.CAUTION, 3.5, 5.5),
            Band("ease off", Role.ALERT, 5.5, 10),
        ),
        markers=markers,
        summary="Pain in a sentence.",
    )


def weeks_chart(planned: tuple[float, ...], done: tuple[float, ...]) -> ChartSpec:
    """Sessions by week."""
    return ChartSpec(
        title="Sessions",
        unit="sessions a week",
        days=tuple(FIRST + timedelta(weeks=offset) for offset in range(len(planned))),
        series=(
            Series("planned", Role.PLANNED, Mark.BARS, planned),
            Series("done", Role.DONE, Mark.BARS, done),
        ),
        low=0,
        high=max(1.0, *planned, *done),
        by_week=True,
        summary="Sessions in a sentence.",
    )
