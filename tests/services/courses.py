"""A made-up course of one person: plans published, sessions played and pain rated on chosen days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from facet_desktop.domain.dose import Dose
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.library import Library, LoadedLibrary
from facet_desktop.domain.pain import PainContext
from facet_desktop.domain.program import PlannedSession, Program, ProgramPhase, Schedule
from facet_desktop.services.bus import EventBus
from facet_desktop.services.library_service import LibraryService
from facet_desktop.services.planned_days import PlannedDays
from facet_desktop.services.progress_service import ProgressService
from facet_desktop.services.records import (
    PainRating,
    Patient,
    Revision,
    SessionRecord,
    SessionStatus,
    Stamp,
)
from facet_desktop.services.settings import Settings, SettingsService
from facet_desktop.services.today_service import TodayService, TodaySources
from facet_desktop.services.wording.progress_words import ProgressWords
from tests.domain.sessions import item
from tests.fakes import NOON_MS, CountedIds, FakeClock
from tests.services.memory import DEVICE, PATIENT, Disk, Pain, Programs, Sessions

DAY_MS = 86_400_000
MONDAY = date(2026, 1, 5)
FRIDAY = date(2026, 1, 9)
"""Today of every course."""
EXERCISES = 5


class MemorySettings:
    """Settings that are kept nowhere."""

    def __init__(self) -> None:
        self.kept = Settings()

    def load(self) -> Settings:
        return self.kept

    def save(self, settings: Settings) -> None:
        self.kept = settings


class _NoLibrary:
    def read(self) -> LoadedLibrary:
        return LoadedLibrary(Library.of([]), ())


class Course:
    """Stores what happened and holds the services that tell of it. Today is Friday, 9 January 2026, noon."""

    def __init__(self) -> None:
        self.clock = FakeClock(NOON_MS + (FRIDAY - MONDAY).days * DAY_MS)
        self.ids = CountedIds()
        self.bus = EventBus()
        self.words = ProgressWords()
        self.pain = Pain(Disk())
        self.sessions = Sessions(Disk())
        self.programs = Programs()
        self.settings = SettingsService(MemorySettings(), self.bus)
        self.days = PlannedDays(self.programs, self.sessions, self.clock)
        self.progress = ProgressService(
            self.pain, self.programs, self.days, self.settings, self.clock, self.words
        )
        library = LibraryService(_NoLibrary(), self.bus)
        self.today = TodayService(
            TodaySources(
                self.programs,
                self.sessions,
                self.pain,
                self.days,
                self.progress,
                library.library.as_prescribed,
                self.clock,
            )
        )
        self.patient = Patient(PATIENT, "Ana", self._stamp(FRIDAY))

    def rate(self, day: date, *values: int, context: PainContext = PainContext.NOW) -> None:
        """Rates pain on a day, several times if several values are given."""
        for value in values:
            key = self.ids.new()
            self.pain.add(PainRating(key, PATIENT, self._stamp(day), day, value, context))

    def play(self, day: date, done: int = EXERCISES, session: str = "morning") -> None:
        """Plays a session of five exercises on a day, `done` of them to the end."""
        key = self.ids.new()
        record = SessionRecord(
            id=key,
            patient_id=PATIENT,
            revision_id="any",
            planned_session_id=session,
            name=session.title(),
            local_day=day,
            stamp=self._stamp(day),
            status=SessionStatus.FINISHED,
            planned_exercises=EXERCISES,
            done_exercises=done,
        )
        self.sessions.add(record, ())

    def publish(self, day: date, *sessions: PlannedSession, title: str = "Back care") -> Revision:
        """Publishes a program with these sessions at noon of a day; call it in order of days."""
        phase = ProgramPhase("phase", Phase.EARLY, "Early", sessions)
        number = len(self.programs.revisions) + 1
        program = Program("program", title, (phase,))
        revision = Revision(f"revision-{number}", PATIENT, number, "", program, self._stamp(day))
        self.programs.add_revision(revision)
        return revision

    def _stamp(self, day: date) -> Stamp:
        return Stamp(NOON_MS + (day - MONDAY).days * DAY_MS, DEVICE)


def planned(
    name: str = "Morning", weekdays: Iterable[int] = range(7), times: int = 1, *, exercises: int = 1
) -> PlannedSession:
    """A session on some weekdays (0 is Monday)."""
    items = tuple(item(f"{name} exercise {number}", Dose()) for number in range(exercises))
    return PlannedSession(name.lower(), name, Schedule(frozenset(weekdays), times), items)


def days_back(days: int) -> date:
    """So many days before today."""
    return FRIDAY - timedelta(days=days)
