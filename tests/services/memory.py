"""Repositories in memory that can be told to fail, and services over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date

from facet_desktop.domain.condition import Condition
from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.domain.exercise import Phase, Precaution
from facet_desktop.domain.journal import Entry, EntryKind
from facet_desktop.domain.library import Library, LoadedLibrary
from facet_desktop.domain.program import PlannedSession, Program, ProgramPhase
from facet_desktop.domain.red_flags import RedFlag, Urgency
from facet_desktop.services.bus import EventBus
from facet_desktop.services.events import Event
from facet_desktop.services.library_service import LibraryService
from facet_desktop.services.person_limits import PersonLimits
from facet_desktop.services.play_service import PlayService
from facet_desktop.services.recording_tools import RecordingTools
from facet_desktop.services.records import (
    Clearance,
    Draft,
    PainRating,
    Patient,
    Revision,
    Screening,
    SessionRecord,
    SessionStatus,
    Stamp,
)
from facet_desktop.services.safety_service import SafetyService
from tests.domain.sessions import PACING
from tests.fakes import CountedIds, FakeClock

PATIENT = "patient-1"
DEVICE = "device-1"


@dataclass
class Disk:
    """Whether writing works."""

    trouble: Trouble | None = None

    def check(self) -> None:
        """Raises StorageError while there is trouble."""
        if self.trouble is not None:
            raise StorageError(self.trouble, "told to fail")


@dataclass
class Sessions:
    """Played sessions with their journals."""

    disk: Disk
    heads: dict[str, SessionRecord] = field(default_factory=dict)
    journals: dict[str, list[Entry]] = field(default_factory=dict)
    writes: int = 0

    def add(self, session: SessionRecord, entries: Iterable[Entry]) -> None:
        self.record(session, entries)

    def record(self, session: SessionRecord, entries: Iterable[Entry]) -> None:
        self.disk.check()
        self.writes += 1
        self.heads[session.id] = session
        self.journals.setdefault(session.id, []).extend(entries)

    def checkpoint(self, session_id: str, step: int, credited_ms: int) -> None:
        self.disk.check()
        head = self.heads[session_id]
        self.heads[session_id] = replace(head, checkpoint_step=step, credited_ms=credited_ms)

    def get(self, session_id: str) -> SessionRecord | None:
        return self.heads.get(session_id)

    def unfinished(self, patient_id: str) -> SessionRecord | None:
        running = [one for one in self._of(patient_id) if one.status is SessionStatus.RUNNING]
        return running[-1] if running else None

    def between(self, patient_id: str, first: date, last: date) -> Sequence[SessionRecord]:
        return [one for one in self._of(patient_id) if first <= one.local_day <= last]

    def first_day(self, patient_id: str) -> date | None:
        return min((one.local_day for one in self._of(patient_id)), default=None)

    def journal(self, session_id: str) -> Sequence[Entry]:
        return tuple(self.journals.get(session_id, ()))

    def _of(self, patient_id: str) -> list[SessionRecord]:
        return [one for one in self.heads.values() if one.patient_id == patient_id]


@dataclass
class Pain:
    """Pain ratings."""

    disk: Disk
    ratings: dict[str, PainRating] = field(default_factory=dict)

    def add(self, rating: PainRating) -> None:
        self.disk.check()
        self.ratings[rating.id] = rating

    def between(self, patient_id: str, first: date, last: date) -> Sequence[PainRating]:
        return [
            one
            for one in self.ratings.values()
            if one.patient_id == patient_id and first <= one.local_day <= last
        ]

    def first_day(self, patient_id: str) -> date | None:
        return min((one.local_day for one in self.ratings.values()), default=None)


@dataclass
class Programs:
    """Drafts and revisions."""

    revisions: dict[str, Revision] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)

    def save_draft(self, draft: Draft) -> None:
        self.drafts[draft.program.id] = draft

    def draft(self, program_id: str) -> Draft | None:
        return self.drafts.get(program_id)

    def drafts_of(self, patient_id: str) -> Sequence[Draft]:
        return [one for one in self.drafts.values() if one.patient_id == patient_id]

    def delete_draft(self, program_id: str) -> None:
        self.drafts.pop(program_id, None)

    def add_revision(self, revision: Revision) -> None:
        self.revisions[revision.id] = revision

    def revision(self, revision_id: str) -> Revision | None:
        return self.revisions.get(revision_id)

    def revisions_of(self, program_id: str) -> Sequence[Revision]:
        return [one for one in reversed(self.revisions.values()) if one.program.id == program_id]

    def latest_of(self, program_id: str) -> Revision | None:
        return next(iter(self.revisions_of(program_id)), None)

    def revisions_for(self, patient_id: str) -> Sequence[Revision]:
        return [one for one in reversed(self.revisions.values()) if one.patient_id == patient_id]

    def current_revision(self, patient_id: str) -> Revision | None:
        return next(iter(self.revisions_for(patient_id)), None)


@dataclass
class Unit:
    """Transactions that put everything back when something fails inside, or at the commit."""

    disk: Disk
    sessions: Sessions
    pain: Pain
    fail_at_commit: bool = False

    @contextmanager
    def transaction(self) -> Iterator[None]:
        heads = copy(self.sessions.heads)
        journals = {key: list(rows) for key, rows in self.sessions.journals.items()}
        ratings = copy(self.pain.ratings)
        try:
            yield
            self._commit()
        except StorageError:
            self.sessions.heads, self.sessions.journals, self.pain.ratings = heads, journals, ratings
            raise

    def _commit(self) -> None:
        if self.fail_at_commit:
            raise StorageError(Trouble.FULL, "told to fail at commit")


@dataclass
class People:
    """One person, whose conditions a test may set."""

    conditions: tuple[str, ...] = ()

    def all(self) -> list[Patient]:
        return [Patient(PATIENT, "Me", Stamp(0, DEVICE), conditions=self.conditions)]

    def get(self, patient_id: str) -> Patient | None:
        return next((one for one in self.all() if one.id == patient_id), None)

    def save(self, patient: Patient) -> None:
        self.conditions = patient.conditions


class FixedLibrary:
    """A library of two warning signs and one condition."""

    def read(self) -> LoadedLibrary:
        """The library."""
        flags = (
            RedFlag("numb", "Numb?", "cauda equina", Urgency.NOW, "Go now.", "source"),
            RedFlag("stiff", "Stiff?", "inflammation", Urgency.ROUTINE, "Ask.", "source"),
        )
        avoid = frozenset({Precaution.APNEA})
        tension = Condition("hypertension", "High blood pressure", avoid, frozenset(), "", False, "source")
        return LoadedLibrary(Library(red_flags=flags, conditions={tension.slug: tension}), ())


@dataclass
class Safety:
    """Screens for warning signs and clearances."""

    screenings: list[Screening] = field(default_factory=list)
    clearances: list[Clearance] = field(default_factory=list)

    def add_screening(self, screening: Screening) -> None:
        self.screenings.append(screening)

    def add_clearance(self, clearance: Clearance) -> None:
        self.clearances.append(clearance)

    def last_screening(self, patient_id: str) -> Screening | None:
        return next((one for one in reversed(self.screenings) if one.patient_id == patient_id), None)

    def last_at_ms(self, patient_id: str) -> int | None:
        kept: tuple[Screening | Clearance, ...] = (*self.screenings, *self.clearances)
        return max((one.stamp.at_ms for one in kept if one.patient_id == patient_id), default=None)

    def open_lock(self, patient_id: str) -> Screening | None:
        cleared = [one.stamp.at_ms for one in self.clearances if one.patient_id == patient_id]
        since = max(cleared, default=0)
        mine = [one for one in self.screenings if one.patient_id == patient_id and one.locks]
        return next((one for one in reversed(mine) if one.stamp.at_ms >= since), None)


class Room:
    """Everything a session is played with, and one published program of one session."""

    def __init__(self, planned: PlannedSession) -> None:
        self.clock = FakeClock()
        self.ids = CountedIds()
        self.disk = Disk()
        self.sessions = Sessions(self.disk)
        self.pain = Pain(self.disk)
        self.programs = Programs()
        self.unit = Unit(self.disk, self.sessions, self.pain)
        self.bus = EventBus()
        self.events: list[Event] = []
        self.bus.subscribe(self.events.append)
        self.tools = RecordingTools(self.sessions, self.pain, self.unit, self.clock, self.ids, self.bus)
        self.library = LibraryService(FixedLibrary(), self.bus)
        self.safety = SafetyService(Safety(), self.library, self.clock, self.ids, self.bus, DEVICE)
        self.people = People()
        self.planned = planned
        phase = ProgramPhase("phase-1", Phase.EARLY, "Early", (planned,))
        program = Program("program-1", "Back care", (phase,))
        stamp = Stamp(self.clock.wall_ms(), DEVICE)
        self.programs.add_revision(Revision("revision-1", PATIENT, 1, "", program, stamp))
        self.play = self.restarted()
        self.pacing = PACING

    def restarted(self) -> PlayService:
        """The service of a program that has just been started."""
        limits = PersonLimits(self.people, self.library)
        return PlayService(self.programs, self.tools, self.safety, limits, DEVICE)

    def kinds(self) -> list[EntryKind]:
        """Kinds of the entries of the only session, in order."""
        return [entry.kind for entry in self.journal()]

    def journal(self) -> list[Entry]:
        """The entries of the only session."""
        (rows,) = self.sessions.journals.values()
        return rows

    def of(self, kind: EntryKind) -> list[dict[str, object]]:
        """The data of the entries of one kind."""
        return [dict(entry.data) for entry in self.journal() if entry.kind is kind]

    def head(self) -> SessionRecord:
        """The head of the only session as it is stored."""
        (head,) = self.sessions.heads.values()
        return head
