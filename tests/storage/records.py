"""Makes records for the tests of the storage, with counted ids and a clock that stands still."""

from __future__ import annotations

from datetime import date

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Span
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.journal import Entry, EntryKind, Value
from facet_desktop.domain.pain import PainContext
from facet_desktop.domain.program import PlannedSession, Prescription, Program, ProgramPhase
from facet_desktop.services.records import (
    Draft,
    PainRating,
    Patient,
    Revision,
    SessionRecord,
    SessionStatus,
    Stamp,
)
from facet_desktop.storage.store import Store
from tests.fakes import CountedIds, FakeClock

MONDAY = date(2026, 1, 5)


class Maker:
    """Makes records of the device of a store; what it makes is not stored yet."""

    def __init__(self, clock: FakeClock, ids: CountedIds, device_id: str) -> None:
        self.clock = clock
        self.ids = ids
        self.device_id = device_id

    def stamp(self) -> Stamp:
        """Now, later than any stamp before."""
        self.clock.advance(1)
        return Stamp(self.clock.wall_ms(), self.device_id)

    def patient(self, name: str = "Alex") -> Patient:
        """A patient."""
        return Patient(self.ids.new(), name, self.stamp(), 1971, ("spondylolisthesis",))

    def program(self, title: str = "Back to it") -> Program:
        """A program with one session of one exercise."""
        dose = Dose(Span(2, 3), Span.of(10))
        item = Prescription(self.ids.new(), "bridge", 1, "Bridge", dose, BreathCode.EXHALE_ON_EFFORT)
        session = PlannedSession(self.ids.new(), "Morning", items=(item,))
        phase = ProgramPhase(self.ids.new(), Phase.EARLY, "Start", (session,))
        return Program(self.ids.new(), title, (phase,))

    def draft(self, patient_id: str) -> Draft:
        """A draft of a new program."""
        return Draft(self.program(), patient_id, self.stamp())

    def revision(self, patient_id: str, program: Program | None = None, number: int = 1) -> Revision:
        """A published revision."""
        stamp = self.stamp()
        return Revision(self.ids.new(), patient_id, number, "As agreed", program or self.program(), stamp)

    def session(self, revision: Revision, local_day: date = MONDAY) -> SessionRecord:
        """A session that has just begun."""
        _, planned = next(revision.program.sessions())
        return SessionRecord(
            id=self.ids.new(),
            patient_id=revision.patient_id,
            revision_id=revision.id,
            planned_session_id=planned.id,
            name=planned.name,
            local_day=local_day,
            stamp=self.stamp(),
            status=SessionStatus.RUNNING,
            planned_exercises=len(planned.items),
        )

    def entry(
        self, session: SessionRecord, seq: int, kind: EntryKind = EntryKind.SET_ENDED, **data: Value
    ) -> Entry:
        """An entry of a session's journal."""
        return Entry(self.ids.new(), session.id, seq, self.stamp().at_ms, kind, data)

    def rating(
        self, patient_id: str, pain_nprs: int = 4, local_day: date = MONDAY, session_id: str | None = None
    ) -> PainRating:
        """A pain rating."""
        stamp = self.stamp()
        return PainRating(
            self.ids.new(), patient_id, stamp, local_day, pain_nprs, PainContext.NOW, session_id
        )


def stored_session(store: Store, make: Maker) -> SessionRecord:
    """A running session in the store, with its patient, its program and the first entry of its journal."""
    patient = make.patient()
    store.patients.save(patient)
    revision = make.revision(patient.id)
    store.programs.add_revision(revision)
    session = make.session(revision)
    store.sessions.add(session, [make.entry(session, 1, EntryKind.STARTED)])
    return session
