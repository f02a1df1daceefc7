"""What the first page shows: the next session, the week, and pain over three weeks."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from facet_desktop.domain.adherence import DayCount, best_run
from facet_desktop.domain.pain import RESTING
from facet_desktop.domain.timeline import Pacing, session_ms
from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from facet_desktop.domain.chart import ChartSpec
    from facet_desktop.domain.exercise import Exercise
    from facet_desktop.domain.pain import PainChange
    from facet_desktop.domain.program import PlannedSession, ProgramPhase
    from facet_desktop.services.planned_days import PlannedDays
    from facet_desktop.services.ports import Clock, PainRepository, ProgramRepository, SessionRepository
    from facet_desktop.services.progress_service import ProgressService
    from facet_desktop.services.records import Patient, Revision

PAIN_DAYS = 21
RUN_DAYS = 56
"""How far back the best run is looked for."""


@frozen
class NextSession:
    """A session to play: what it holds, how long it takes, and which one of the day it is."""

    session: PlannedSession
    duration_ms: int
    equipment: tuple[str, ...]
    number_today: int
    planned_today: int


@frozen
class TodayView:
    """Everything on the first page. `next` is None when today's plan is done or today is free.

    `any_session` is then still there for people who want to do one. `week` runs from Monday.
    """

    patient: Patient
    today: date
    hour: int
    revision: Revision | None
    phase: ProgramPhase | None
    week_number: int
    next: NextSession | None
    any_session: NextSession | None
    done_today: int
    next_day: date | None
    week: tuple[DayCount, ...]
    best_run: int
    pain_today: int | None
    pain_chart: ChartSpec
    pain_change: PainChange | None


@frozen
class TodaySources:
    """Where the first page gets its answers."""

    programs: ProgramRepository
    sessions: SessionRepository
    pain: PainRepository
    days: PlannedDays
    progress: ProgressService
    prescribed: Callable[[str, int], Exercise | None]
    clock: Clock


class TodayService:
    """Answers what to do today."""

    def __init__(self, sources: TodaySources) -> None:
        self._from = sources

    def view(self, patient: Patient, pacing: Pacing) -> TodayView:
        """The first page of a patient."""
        today = self._from.clock.today()
        revision = self._from.programs.current_revision(patient.id)
        phase = revision.program.active_phase() if revision else None
        planned = _planned_today(phase, today)
        played = self._from.sessions.between(patient.id, today, today)
        waiting = _without(planned, Counter(one.planned_session_id for one in played if one.completion > 0))
        following = self._described(waiting[0], planned, waiting, pacing) if waiting else None
        history = self._from.days.counts(patient.id, today - timedelta(days=RUN_DAYS), today)
        monday = today - timedelta(days=today.weekday())
        rated = self._from.pain.between(patient.id, today, today)
        pain = [one for one in rated if one.context in RESTING]
        chart, change = self._from.progress.pain(patient.id, today - timedelta(days=PAIN_DAYS - 1), today)
        return TodayView(
            patient=patient,
            today=today,
            hour=self._from.clock.hour(),
            revision=revision,
            phase=phase,
            week_number=self._week_number(patient, today),
            next=following,
            any_session=following or self._any(phase, pacing),
            done_today=len(planned) - len(waiting),
            next_day=_next_day(phase, today),
            week=self._from.days.counts(patient.id, monday, monday + timedelta(days=6)),
            best_run=best_run(history),
            pain_today=pain[-1].pain_nprs if pain else None,
            pain_chart=chart,
            pain_change=change,
        )

    def _any(self, phase: ProgramPhase | None, pacing: Pacing) -> NextSession | None:
        sessions = [one for one in phase.sessions if one.items] if phase else []
        return self._described(sessions[0], sessions[:1], sessions[:1], pacing) if sessions else None

    def _described(
        self,
        session: PlannedSession,
        planned: list[PlannedSession],
        waiting: list[PlannedSession],
        pacing: Pacing,
    ) -> NextSession:
        return NextSession(
            session=session,
            duration_ms=session_ms(session, pacing),
            equipment=equipment_of(session, self._from.prescribed),
            number_today=len(planned) - len(waiting) + 1,
            planned_today=len(planned),
        )

    def _week_number(self, patient: Patient, today: date) -> int:
        first = self._from.days.first_day(patient.id)
        return (today - first).days // 7 + 1 if first else 1


def equipment_of(
    session: PlannedSession, prescribed: Callable[[str, int], Exercise | None]
) -> tuple[str, ...]:
    """Everything needed for a session, each thing once, in order of first use."""
    needed: dict[str, None] = {}
    for item in session.items:
        exercise = prescribed(item.exercise, item.exercise_version)
        for thing in exercise.equipment if exercise else ():
            needed[thing] = None
    return tuple(needed)


def _planned_today(phase: ProgramPhase | None, today: date) -> list[PlannedSession]:
    if phase is None:
        return []
    sessions = [one for one in phase.sessions if one.items]
    return [one for one in sessions for _ in range(one.schedule.planned_on(today.weekday()))]


def _without(planned: list[PlannedSession], played: Counter[str]) -> list[PlannedSession]:
    waiting = []
    for session in planned:
        if played[session.id]:
            played[session.id] -= 1
        else:
            waiting.append(session)
    return waiting


def _next_day(phase: ProgramPhase | None, today: date) -> date | None:
    for ahead in range(1, 8):
        day = today + timedelta(days=ahead)
        if _planned_today(phase, day):
            return day
    return None
