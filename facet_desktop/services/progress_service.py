"""What the charts show: pain over time, and sessions done against planned."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from facet_desktop.domain.adherence import (
    DayCount,
    adherence,
    best_run,
    lived,
    weeks,
    weeks_kept_up,
)
from facet_desktop.domain.chart import Band, ChartSpec, Mark, Marker, Role, Series
from facet_desktop.domain.pain import (
    NPRS_MAX,
    NPRS_MIN,
    RESTING,
    PainChange,
    Thresholds,
    change_of,
    daily_values,
    days_between,
    rolling_mean,
)
from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.services.planned_days import PlannedDays
    from facet_desktop.services.ports import Clock, PainRepository, ProgramRepository
    from facet_desktop.services.settings import SettingsService
    from facet_desktop.services.wording.progress_words import ProgressWords


class Range(Enum):
    """How far back a chart looks, in days; None means all."""

    FOUR_WEEKS = 28
    TWELVE_WEEKS = 84
    ALL = None


@frozen
class SessionCounts:
    """Sessions of the days that can be judged: all before today, and today once anything is done.

    `share` is done by planned, 0 to 1, or None without a plan. Of `weeks_over` planned weeks that have ended,
    `weeks_kept` were kept up. `best_run` is in days.
    """

    done: float
    planned: int
    share: float | None
    weeks_kept: int
    weeks_over: int
    best_run: int


@frozen
class ProgressView:
    """Everything on the page of charts.

    `days` are whole weeks from a Monday to the Sunday of this week, so the last ones may lie ahead.
    """

    pain: ChartSpec
    change: PainChange | None
    sessions: ChartSpec
    days: tuple[DayCount, ...]
    counts: SessionCounts
    today: date

    @property
    def is_empty(self) -> bool:
        """Whether there is no rating, no plan and no session."""
        return self.pain.is_empty and not any(one.planned or one.credit for one in self.days)


class ProgressService:
    """Answers what the charts show."""

    def __init__(
        self,
        pain: PainRepository,
        programs: ProgramRepository,
        days: PlannedDays,
        settings: SettingsService,
        clock: Clock,
        words: ProgressWords,
    ) -> None:
        self._pain = pain
        self._programs = programs
        self._days = days
        self._settings = settings
        self._clock = clock
        self._words = words

    def view(self, patient_id: str, chosen: Range) -> ProgressView:
        """The page of charts for a patient and a range that ends today."""
        today = self._clock.today()
        first = self._first_day(patient_id, chosen, today)
        chart, change = self.pain(patient_id, first, today)
        days = self._days.counts(patient_id, *_whole_weeks(first, chosen, today))
        counts = _counted(days, today)
        return ProgressView(chart, change, self._sessions(days, counts), days, counts, today)

    def pain(self, patient_id: str, first: date, last: date) -> tuple[ChartSpec, PainChange | None]:
        """Pain by day with its seven-day mean, and the change between the first and the last mean.

        Ratings of the six days before `first` are read too, so that the mean does not start blind.
        """
        lead = timedelta(days=6)
        days = days_between(first - lead, last)
        ratings: dict[date, list[int]] = {}
        for rating in self._pain.between(patient_id, days[0], last):
            if rating.context in RESTING:
                ratings.setdefault(rating.local_day, []).append(rating.pain_nprs)
        daily = daily_values(days, ratings)
        means = rolling_mean(daily)[lead.days :]
        change = change_of(means)
        chart = ChartSpec(
            title=self._words.pain_title(),
            unit=self._words.nprs(),
            days=days[lead.days :],
            series=(
                Series(self._words.daily(), Role.DAILY, Mark.POINTS, daily[lead.days :]),
                Series(self._words.seven_day_mean(), Role.MEAN, Mark.LINE, means),
            ),
            low=NPRS_MIN,
            high=NPRS_MAX,
            bands=self._bands(self._settings.present.thresholds),
            markers=self._published(patient_id, first, last),
            summary=self._words.pain_summary(daily[lead.days :], change),
        )
        return chart, change

    def _bands(self, limits: Thresholds) -> tuple[Band, ...]:
        """Zones meet half-way between whole ratings, so that every rating lies inside its own zone."""
        green, amber = limits.green_max + 0.5, limits.amber_max + 0.5
        return (
            Band(self._words.zone(Role.GOOD), Role.GOOD, NPRS_MIN, green),
            Band(self._words.zone(Role.CAUTION), Role.CAUTION, green, amber),
            Band(self._words.zone(Role.ALERT), Role.ALERT, amber, NPRS_MAX),
        )

    def _published(self, patient_id: str, first: date, last: date) -> tuple[Marker, ...]:
        found = []
        for revision in reversed(self._programs.revisions_for(patient_id)):
            day = self._clock.day_of(revision.stamp.at_ms)
            if first <= day <= last:
                label = self._words.program_marker(revision.program.title, revision.number)
                found.append(Marker((day - first).days, label, Role.PROGRAM))
        return tuple(found)

    def _sessions(self, days: tuple[DayCount, ...], counts: SessionCounts) -> ChartSpec:
        by_week = weeks({one.day: one for one in days})
        planned = tuple(float(sum(one.planned for one in week)) for week in by_week.values())
        done = tuple(sum(one.credit for one in week) for week in by_week.values())
        return ChartSpec(
            title=self._words.sessions_title(),
            unit=self._words.sessions_unit(),
            days=tuple(by_week),
            series=(
                Series(self._words.planned(), Role.PLANNED, Mark.BARS, planned),
                Series(self._words.done(), Role.DONE, Mark.BARS, done),
            ),
            low=0,
            high=max(1.0, *planned, *done) if planned else 1.0,
            by_week=True,
            summary=self._words.sessions_summary(min(counts.done, counts.planned), counts.planned),
        )

    def _first_day(self, patient_id: str, chosen: Range, today: date) -> date:
        if chosen.value is not None:
            return today - timedelta(days=chosen.value - 1)
        known = [self._pain.first_day(patient_id), self._days.first_day(patient_id)]
        return min((day for day in known if day is not None), default=today)


def _whole_weeks(first: date, chosen: Range, today: date) -> tuple[date, date]:
    """From a Monday to the Sunday of this week: as many weeks as the range names, or all."""
    monday = today - timedelta(days=today.weekday())
    start = first - timedelta(days=first.weekday())
    if chosen.value is not None:
        start = monday - timedelta(days=chosen.value - 7)
    return start, monday + timedelta(days=6)


def _counted(days: tuple[DayCount, ...], today: date) -> SessionCounts:
    past = lived(days, today)
    kept, over = weeks_kept_up(days, today)
    return SessionCounts(
        done=sum(one.credit for one in past),
        planned=sum(one.planned for one in past),
        share=adherence(past),
        weeks_kept=kept,
        weeks_over=over,
        best_run=best_run(past),
    )
