"""Sessions done against sessions planned, without blame (clinical reference, D7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.program import ProgramPhase

ADHERENT_SHARE = 0.8
"""From this share of planned sessions a week counts as kept up (cut-off of a BMJ Open protocol)."""
DONE_SHARE = 0.8
"""From this share of its exercises a session counts as done (same cut-off)."""


class DayState(StrEnum):
    """How a day went."""

    DONE = "done"
    PARTLY = "partly"
    MISSED = "missed"
    FREE = "free"
    """Nothing was planned."""
    AHEAD = "ahead"
    """Planned, but still to come."""


@frozen
class DayCount:
    """Planned sessions of a day and the credit earned for them; credit never exceeds the plan."""

    day: date
    planned: int
    credit: float

    @property
    def share(self) -> float | None:
        """Credit by plan, or None when nothing was planned."""
        return self.credit / self.planned if self.planned else None

    def state(self, today: date) -> DayState:
        """How the day went, seen from `today`."""
        if self.credit and self.credit >= self.planned * DONE_SHARE:
            return DayState.DONE
        if self.credit:
            return DayState.PARTLY
        if not self.planned:
            return DayState.FREE
        return DayState.AHEAD if self.day >= today else DayState.MISSED


def planned_sessions(phase: ProgramPhase | None, day: date) -> int:
    """How many sessions of a phase are planned on a day; sessions without exercises do not count."""
    if phase is None:
        return 0
    return sum(one.schedule.planned_on(day.weekday()) for one in phase.sessions if one.items)


def day_count(day: date, planned: int, completions: Iterable[float]) -> DayCount:
    """Counts a day from the completion (0 to 1) of each session played on it; extra sessions add nothing.

    A session on a day without a plan is credited as planned, so that nobody loses by doing it another day.
    """
    played = sorted(completions, reverse=True)
    room = planned or (1 if played else 0)
    credit = sum(1.0 if share >= DONE_SHARE else share for share in played[:room])
    return DayCount(day, planned, credit)


def adherence(days: Sequence[DayCount]) -> float | None:
    """Credit by plan over several days, at most 1; None when nothing was planned."""
    planned = sum(day.planned for day in days)
    return min(1.0, sum(day.credit for day in days) / planned) if planned else None


def weeks(days: Mapping[date, DayCount]) -> dict[date, list[DayCount]]:
    """Days grouped by the Monday of their week, in order."""
    grouped: dict[date, list[DayCount]] = {}
    for day in sorted(days):
        grouped.setdefault(day - timedelta(days=day.weekday()), []).append(days[day])
    return grouped


def lived(days: Sequence[DayCount], today: date) -> tuple[DayCount, ...]:
    """The days that can be judged: those before today, and today itself once anything is done."""
    return tuple(one for one in days if one.day < today or (one.day == today and one.credit))


def weeks_kept_up(days: Sequence[DayCount], today: date) -> tuple[int, int]:
    """How many of the planned weeks that are over reached ADHERENT_SHARE, and how many there were."""
    shares = [
        adherence(week)
        for monday, week in weeks({one.day: one for one in days}).items()
        if monday + timedelta(days=7) <= today
    ]
    planned = [share for share in shares if share is not None]
    return sum(1 for share in planned if share >= ADHERENT_SHARE), len(planned)


def best_run(days: Sequence[DayCount]) -> int:
    """Longest run of planned days with anything done; days without a plan neither help nor break it."""
    best = run = 0
    for day in days:
        if day.credit:
            run += 1
        elif day.planned:
            run = 0
        best = max(best, run)
    return best
