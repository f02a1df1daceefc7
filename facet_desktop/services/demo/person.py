"""Collects the records of one made-up person, day by day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from facet_desktop.domain.journal import Entry, EntryKind, Value
from facet_desktop.domain.pain import PainContext
from facet_desktop.domain.timeline import Pacing, compile_session
from facet_desktop.services.played_plan import pacing_data
from facet_desktop.services.played_sets import set_data
from facet_desktop.services.records import PainRating, Patient, Revision, SessionRecord, SessionStatus, Stamp

if TYPE_CHECKING:
    from facet_desktop.domain.program import PlannedSession
    from facet_desktop.services.demo.course import CourseDay
    from facet_desktop.services.demo.seeded_ids import SeededIds

MORNING_MS = 8 * 3_600_000


class Person:
    """Collects the records of one made-up person, day by day."""

    def __init__(
        self, patient: Patient, revision: Revision, random: Random, ids: SeededIds, device_id: str
    ) -> None:
        self.sessions: list[SessionRecord] = []
        self.entries: list[Entry] = []
        self.ratings: list[PainRating] = []
        self.sets = 0
        self._patient = patient
        self._revision = revision
        self._random = random
        self._ids = ids
        self._device_id = device_id
        phase = revision.program.active_phase()
        self._planned = [one for one in phase.sessions if one.items] if phase else []
        self._full = {one.id: _full_sets(one) for one in self._planned}

    def add_day(self, day: date, midnight_ms: int, how: CourseDay, *, is_today: bool) -> None:
        """Adds the rating and the sessions of one day; today is rated already, its sessions are still to do.

        Nothing is later than now: today's rating is from midnight.
        """
        at_ms = midnight_ms + MORNING_MS + self._random.randint(0, 3_600_000)
        if is_today:
            at_ms = midnight_ms
        if how.pain_nprs is not None:
            self._rate(day, at_ms, how.pain_nprs, PainContext.NOW, None)
        if is_today or not how.trains:
            return
        for planned in self._planned:
            if planned.schedule.planned_on(day.weekday()):
                at_ms = self._play(planned, day, at_ms + 600_000, how)

    def _play(self, planned: PlannedSession, day: date, at_ms: int, how: CourseDay) -> int:
        head = SessionRecord(
            id=self._ids.at(at_ms),
            patient_id=self._patient.id,
            revision_id=self._revision.id,
            planned_session_id=planned.id,
            name=planned.name,
            local_day=day,
            stamp=Stamp(at_ms, self._device_id),
            status=SessionStatus.STOPPED,
            planned_exercises=len(planned.items),
            done_exercises=round(how.share * len(planned.items)),
        )
        full = self._full[planned.id]
        self._entry(head.id, 1, at_ms, EntryKind.STARTED, _STARTED)
        seq = 2
        for item in planned.items[: head.done_exercises]:
            for data in full[item.id]:
                at_ms += int(data["work_ms"] or 0) + 20_000
                self._entry(head.id, seq, at_ms, EntryKind.SET_ENDED, data)
                seq += 1
        self.sets += seq - 2
        self._end(head, seq, at_ms, how)
        return at_ms

    def _end(self, head: SessionRecord, seq: int, ended_ms: int, how: CourseDay) -> None:
        whole = head.done_exercises == head.planned_exercises
        self._entry(head.id, seq, ended_ms, EntryKind.FINISHED if whole else EntryKind.STOPPED, {})
        head = replace(
            head,
            status=SessionStatus.FINISHED if whole else SessionStatus.STOPPED,
            credited_ms=ended_ms - head.stamp.at_ms,
            ended_ms=ended_ms,
        )
        if how.pain_nprs is not None:
            after = min(10, max(0, how.pain_nprs + self._random.choice((-1, -1, 0, 0, 1))))
            self._rate(head.local_day, ended_ms, after, PainContext.AFTER, head.id)
            head = replace(head, pain_before_nprs=how.pain_nprs, pain_after_nprs=after)
        self.sessions.append(head)

    def _entry(
        self, session_id: str, seq: int, at_ms: int, kind: EntryKind, data: Mapping[str, Value]
    ) -> None:
        self.entries.append(Entry(self._ids.at(at_ms), session_id, seq, at_ms, kind, data))

    def _rate(self, day: date, at_ms: int, pain: int, context: PainContext, session_id: str | None) -> None:
        stamp = Stamp(at_ms, self._device_id)
        self.ratings.append(
            PainRating(self._ids.at(at_ms), self._patient.id, stamp, day, pain, context, session_id)
        )


_STARTED = pacing_data(Pacing())


def _full_sets(session: PlannedSession) -> dict[str, list[Mapping[str, Value]]]:
    """Journal data of every set of a session done in full, by prescription; shared between sessions."""
    timeline = compile_session(session)
    sets: dict[str, list[Mapping[str, Value]]] = {}
    for step in timeline.steps:
        if step.ends_set:
            work_ms = sum(one.duration_ms for one in timeline.block_of(step.index))
            data = set_data(timeline, step, step.reps, work_ms, completed=True)
            sets.setdefault(step.item_id, []).append(data)
    return sets
