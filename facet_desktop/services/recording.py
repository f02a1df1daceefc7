"""Keeps what happens in a played session: durably in the journal, or not at all for a preview."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from facet_desktop.domain.engine import EngineEvent, EngineState, Finished, Status
from facet_desktop.domain.errors import StorageError
from facet_desktop.domain.journal import Entry, EntryKind, exercises_done, set_results
from facet_desktop.domain.pain import PainContext
from facet_desktop.services.events import PainRated, SessionChanged
from facet_desktop.services.played_sets import EntryDraft, entry_for, place_of, required_sets
from facet_desktop.services.records import PainRating, SessionRecord, SessionStatus, Stamp

if TYPE_CHECKING:
    from facet_desktop.domain.step import Step
    from facet_desktop.domain.timeline import Timeline
    from facet_desktop.services.recording_tools import RecordingTools

Written = tuple[SessionRecord, list[Entry]]
_STATUS = {Status.FINISHED: SessionStatus.FINISHED, Status.STOPPED: SessionStatus.STOPPED}


class Recorder(Protocol):
    """What a played session tells about itself."""

    @property
    def record(self) -> SessionRecord | None:
        """The stored head of the session; None in a preview."""
        ...

    @property
    def sets_done(self) -> int:
        """Sets (of one side, where sides are separate) completed and kept so far."""
        ...

    def store(self, state: EngineState, events: Sequence[EngineEvent], *, moved: bool) -> None:
        """Keeps what an engine step ended; durable when it returns."""
        ...

    def add(self, kind: EntryKind, data: dict[str, str | int | float | bool | None]) -> None:
        """Keeps one more entry."""
        ...

    def rate(self, pain_nprs: int, context: PainContext, step: Step | None) -> None:
        """Keeps a pain rating."""
        ...

    def change(
        self, state: EngineState, events: Sequence[EngineEvent], timeline: Timeline, draft: EntryDraft
    ) -> None:
        """Keeps that the session goes on along another timeline, with the entry that says why."""
        ...


class NoRecorder:
    """Keeps nothing: for previews."""

    @property
    def record(self) -> SessionRecord | None:
        """Always None."""
        return None

    @property
    def sets_done(self) -> int:
        """Always 0."""
        return 0

    def store(self, state: EngineState, events: Sequence[EngineEvent], *, moved: bool) -> None:
        """Does nothing."""

    def add(self, kind: EntryKind, data: dict[str, str | int | float | bool | None]) -> None:
        """Does nothing."""

    def rate(self, pain_nprs: int, context: PainContext, step: Step | None) -> None:
        """Does nothing."""

    def change(
        self, state: EngineState, events: Sequence[EngineEvent], timeline: Timeline, draft: EntryDraft
    ) -> None:
        """Does nothing."""


class JournalRecorder:
    """Keeps everything in the journal of one stored session, one transaction a call."""

    def __init__(
        self, record: SessionRecord, timeline: Timeline, entries: Iterable[Entry], tools: RecordingTools
    ) -> None:
        self._record = record
        self._timeline = timeline
        self._required = required_sets(timeline)
        self._entries = list(entries)
        self._tools = tools
        self._rating_ids: dict[tuple[object, ...], str] = {}

    @property
    def record(self) -> SessionRecord | None:
        """The head of the session as it is stored."""
        return self._record

    @property
    def sets_done(self) -> int:
        """Completed sets in the journal, each counted once."""
        return sum(1 for result in set_results(self._entries).values() if result.completed)

    def store(self, state: EngineState, events: Sequence[EngineEvent], *, moved: bool) -> None:
        """Writes the entries of these events with the new head; without any, only the checkpoint."""
        drafts = self._drafts(events)
        if not drafts and not moved:
            return
        head = replace(self._record, checkpoint_step=state.step, credited_ms=state.credited_ms)
        if drafts:
            self._write(self._closed(head, state), drafts)
            if any(isinstance(event, Finished) for event in events) or state.status in _STATUS:
                self._tell()
        else:
            self._tools.sessions.checkpoint(head.id, head.checkpoint_step, head.credited_ms)
            self._record = head

    def _drafts(self, events: Sequence[EngineEvent]) -> list[EntryDraft]:
        return [draft for event in events if (draft := entry_for(self._timeline, event)) is not None]

    def change(
        self, state: EngineState, events: Sequence[EngineEvent], timeline: Timeline, draft: EntryDraft
    ) -> None:
        """Goes over to another timeline; what ended before, the change and the new place are one write."""
        drafts = [*self._drafts(events), draft]
        before, self._timeline = self._timeline, timeline
        required, self._required = self._required, required_sets(timeline)
        try:
            self._write(
                replace(self._record, checkpoint_step=state.step, credited_ms=state.credited_ms), drafts
            )
        except StorageError:
            self._timeline, self._required = before, required
            raise

    def add(self, kind: EntryKind, data: dict[str, str | int | float | bool | None]) -> None:
        """Adds one entry."""
        self._write(self._record, [(kind, data)])

    def rate(self, pain_nprs: int, context: PainContext, step: Step | None) -> None:
        """Adds a pain rating to the journal, the head and the ratings of the day, all or nothing.

        An answer changed at the same place replaces the rating of the day; the journal keeps both.
        """
        head = self._record
        if context is PainContext.BEFORE:
            head = replace(head, pain_before_nprs=pain_nprs)
        elif context is PainContext.AFTER:
            head = replace(head, pain_after_nprs=pain_nprs)
        place = place_of(step) if step is not None else {}
        draft = (EntryKind.PAIN, {"pain_nprs": pain_nprs, "context": context.value, **place})
        # Not the number of the step: that changes when the session is changed on the way.
        key = (context, *((step.item_id, step.set_no, step.side, step.rep_no) if step is not None else ()))
        rating = self._rating(self._rating_ids.get(key) or self._tools.ids.new(), pain_nprs, context)
        with self._tools.unit.transaction():
            written = self._stored(head, [draft])
            self._tools.pain.add(rating)
        self._adopt(written)
        self._rating_ids[key] = rating.id
        self._tools.bus.publish(PainRated(head.patient_id))

    def _rating(self, rating_id: str, pain_nprs: int, context: PainContext) -> PainRating:
        return PainRating(
            id=rating_id,
            patient_id=self._record.patient_id,
            stamp=Stamp(self._tools.clock.wall_ms(), self._record.stamp.device_id),
            local_day=self._tools.clock.today(),
            pain_nprs=pain_nprs,
            context=context,
            session_id=self._record.id,
        )

    def _closed(self, head: SessionRecord, state: EngineState) -> SessionRecord:
        status = _STATUS.get(state.status)
        if status is None:
            return head
        return replace(head, status=status, ended_ms=self._tools.clock.wall_ms())

    def _write(self, head: SessionRecord, drafts: Sequence[EntryDraft]) -> None:
        self._adopt(self._stored(head, drafts))

    def _adopt(self, written: Written) -> None:
        """Remembers what is stored; only after the transaction, so that nothing rolled back is remembered."""
        self._record, entries = written
        self._entries.extend(entries)

    def _stored(self, head: SessionRecord, drafts: Sequence[EntryDraft]) -> Written:
        at_ms = self._tools.clock.wall_ms()
        seq = len(self._entries)
        entries = [
            Entry(self._tools.ids.new(), head.id, seq + number, at_ms, kind, data)
            for number, (kind, data) in enumerate(drafts, start=1)
        ]
        results = set_results((*self._entries, *entries))
        head = replace(head, done_exercises=exercises_done(self._required, results))
        self._tools.sessions.record(head, entries)
        return head, entries

    def _tell(self) -> None:
        self._tools.bus.publish(SessionChanged(self._record.patient_id, self._record.id))
