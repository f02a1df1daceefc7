"""What was planned on each day, from the revision that was in force then, and what was done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from facet_desktop.domain.adherence import DayCount, day_count, planned_sessions
from facet_desktop.domain.pain import days_between

if TYPE_CHECKING:
    from facet_desktop.services.ports import Clock, ProgramRepository, SessionRepository
    from facet_desktop.services.records import Revision


class PlannedDays:
    """Answers how days went for a patient."""

    def __init__(self, programs: ProgramRepository, sessions: SessionRepository, clock: Clock) -> None:
        self._programs = programs
        self._sessions = sessions
        self._clock = clock

    def counts(self, patient_id: str, first: date, last: date) -> tuple[DayCount, ...]:
        """Planned and done for every day from first to last; nothing is planned before the first plan."""
        in_force = _InForce(self._programs.revisions_for(patient_id), self._clock)
        played: dict[date, list[float]] = {}
        for session in self._sessions.between(patient_id, first, last):
            played.setdefault(session.local_day, []).append(session.completion)
        return tuple(
            day_count(day, in_force.planned(day), played.get(day, ())) for day in days_between(first, last)
        )

    def first_day(self, patient_id: str) -> date | None:
        """Day of the first published plan, or None."""
        revisions = self._programs.revisions_for(patient_id)
        return self._clock.day_of(revisions[-1].stamp.at_ms) if revisions else None


class _InForce:
    """Finds the revision of a day; the latest published on or before it."""

    def __init__(self, revisions: Sequence[Revision], clock: Clock) -> None:
        self._by_day = [(clock.day_of(one.stamp.at_ms), one) for one in revisions]

    def planned(self, day: date) -> int:
        for since, revision in self._by_day:
            if since <= day:
                return planned_sessions(revision.program.active_phase(), day)
        return 0
