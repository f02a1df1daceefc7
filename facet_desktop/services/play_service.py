"""Begins, previews, takes up and gives up sessions.

The first page asks here for a session that was cut off; what plays and records is imported when one begins.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.journal import Entry, EntryKind, Value
from facet_desktop.domain.pain import PainContext
from facet_desktop.domain.values import frozen
from facet_desktop.services.events import SessionChanged
from facet_desktop.services.records import Revision, SessionRecord, SessionStatus, Stamp

if TYPE_CHECKING:
    from facet_desktop.domain.play_plan import PlayPlan
    from facet_desktop.domain.program import PlannedSession
    from facet_desktop.domain.step import Step
    from facet_desktop.domain.timeline import Pacing
    from facet_desktop.services.person_limits import PersonLimits
    from facet_desktop.services.playing import PlayedSession
    from facet_desktop.services.ports import ProgramRepository
    from facet_desktop.services.recording_tools import RecordingTools
    from facet_desktop.services.safety_service import SafetyService

_RATED_AT_REST = frozenset({PainContext.NOW, PainContext.MORNING})


@frozen
class ResumeOffer:
    """A session that was cut off: its head and the step at which it goes on."""

    record: SessionRecord
    step: Step


class PlayService:
    """The ways into a played session."""

    def __init__(
        self,
        programs: ProgramRepository,
        tools: RecordingTools,
        safety: SafetyService,
        limits: PersonLimits,
        device_id: str,
    ) -> None:
        self._programs = programs
        self._tools = tools
        self._safety = safety
        self._limits = limits
        self._device_id = device_id

    def start(
        self, revision_id: str, planned_session_id: str, pacing: Pacing, limit_ms: int | None = None
    ) -> PlayedSession:
        """Stores a new session and begins it, shortened to `limit_ms` where that is given.

        Raises UserError when there is nothing to play, or when a warning sign locks sessions.
        """
        from facet_desktop.services.played_plan import begun_plan, pacing_data

        revision = self._revision(revision_id)
        self._safety.check(revision.patient_id)
        planned = revision.program.session(planned_session_id)
        pacing = self._limits.pacing(revision.patient_id, pacing)
        plan = begun_plan(planned, pacing, limit_ms)
        if not plan.session.items:
            raise UserError(
                mark("This session has no exercises yet."), mark("Add one to the plan, then publish it.")
            )
        record = self._new_record(revision, planned)
        data = pacing_data(pacing) | ({} if limit_ms is None else {"limit_ms": limit_ms})
        entries = [self._entry(record, 1, EntryKind.STARTED, data)]
        record, entries = self._with_pain_of_today(record, entries)
        self._tools.sessions.add(record, entries)
        played = self._played(record, plan, entries)
        played.begin()
        self._tools.bus.publish(SessionChanged(record.patient_id, record.id))
        return played

    def preview(
        self, planned: PlannedSession, pacing: Pacing, patient_id: str | None = None
    ) -> PlayedSession:
        """Plays a session without keeping anything, as that person would. Raises UserError if empty."""
        from facet_desktop.domain.play_plan import PlayPlan
        from facet_desktop.services.playing import PlayedSession
        from facet_desktop.services.recording import NoRecorder

        if not planned.items:
            raise UserError(mark("There is nothing to preview yet."), mark("Add an exercise first."))
        plan = PlayPlan(planned, self._limits.pacing(patient_id, pacing))
        played = PlayedSession(plan, NoRecorder(), self._tools.clock)
        played.begin()
        return played

    def offer(self, patient_id: str) -> ResumeOffer | None:
        """The session that was cut off, if there is one."""
        record = self._tools.sessions.unfinished(patient_id)
        if record is None:
            return None
        timeline = self._stored(record)[0].timeline()
        index = min(record.checkpoint_step, len(timeline.steps) - 1)
        return ResumeOffer(record, timeline.steps[index])

    def take_up(self, session_id: str) -> PlayedSession:
        """Opens a session that was cut off, paused at the step where it stopped.

        Raises UserError when it has ended, or when a warning sign locks sessions.
        """
        record = self._running(session_id)
        self._safety.check(record.patient_id)
        plan, entries = self._stored(record)
        # A condition noted since the session began counts from now on; no step becomes longer by it.
        plan = replace(plan, pacing=self._limits.pacing(record.patient_id, plan.pacing))
        played = self._played(record, plan, entries)
        played.take_up(record.checkpoint_step, record.credited_ms)
        return played

    def give_up(self, session_id: str) -> None:
        """Closes a session that was cut off; what was done in it stays."""
        record = self._running(session_id)
        entries = self._tools.sessions.journal(session_id)
        closed = replace(record, status=SessionStatus.STOPPED, ended_ms=self._tools.clock.wall_ms())
        last = self._entry(record, len(entries) + 1, EntryKind.STOPPED, {"given_up": True})
        self._tools.sessions.record(closed, [last])
        self._tools.bus.publish(SessionChanged(record.patient_id, record.id))

    def _with_pain_of_today(
        self, record: SessionRecord, entries: list[Entry]
    ) -> tuple[SessionRecord, list[Entry]]:
        """Takes over pain that was rated today outside a session, so that nobody is asked twice."""
        ratings = self._tools.pain.between(record.patient_id, record.local_day, record.local_day)
        if not ratings or ratings[-1].context not in _RATED_AT_REST:
            return record, entries
        pain = ratings[-1].pain_nprs
        data: dict[str, Value] = {"pain_nprs": pain, "context": PainContext.BEFORE.value, "taken_over": True}
        entry = self._entry(record, len(entries) + 1, EntryKind.PAIN, data)
        return replace(record, pain_before_nprs=pain), [*entries, entry]

    def _running(self, session_id: str) -> SessionRecord:
        record = self._tools.sessions.get(session_id)
        if record is None or record.status is not SessionStatus.RUNNING:
            raise UserError(mark("This session has already ended."))
        return record

    def _stored(self, record: SessionRecord) -> tuple[PlayPlan, list[Entry]]:
        from facet_desktop.services.played_plan import plan_from

        entries = list(self._tools.sessions.journal(record.id))
        planned = self._revision(record.revision_id).program.session(record.planned_session_id)
        return plan_from(entries, planned), entries

    def _played(self, record: SessionRecord, plan: PlayPlan, entries: list[Entry]) -> PlayedSession:
        from facet_desktop.services.playing import PlayedSession
        from facet_desktop.services.recording import JournalRecorder

        recorder = JournalRecorder(record, plan.timeline(), entries, self._tools)
        return PlayedSession(plan, recorder, self._tools.clock)

    def _revision(self, revision_id: str) -> Revision:
        revision = self._programs.revision(revision_id)
        if revision is None:
            raise UserError(mark("This plan is no longer here."), mark("Choose another plan."))
        return revision

    def _new_record(self, revision: Revision, planned: PlannedSession) -> SessionRecord:
        return SessionRecord(
            id=self._tools.ids.new(),
            patient_id=revision.patient_id,
            revision_id=revision.id,
            planned_session_id=planned.id,
            name=planned.name,
            local_day=self._tools.clock.today(),
            stamp=Stamp(self._tools.clock.wall_ms(), self._device_id),
            status=SessionStatus.RUNNING,
            planned_exercises=len(planned.items),
        )

    def _entry(self, record: SessionRecord, seq: int, kind: EntryKind, data: dict[str, Value]) -> Entry:
        return Entry(self._tools.ids.new(), record.id, seq, self._tools.clock.wall_ms(), kind, data)
