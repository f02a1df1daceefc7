"""A made-up caseload, written in bulk: the same seed, day and size give the same records."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Protocol

from facet_desktop.domain.values import frozen
from facet_desktop.services.demo.ailments import ailments
from facet_desktop.services.demo.course import course
from facet_desktop.services.demo.person import Person
from facet_desktop.services.demo.seeded_ids import SeededIds
from facet_desktop.services.records import (
    PainRating,
    Patient,
    Revision,
    SessionRecord,
    Stamp,
)

if TYPE_CHECKING:
    from facet_desktop.domain.journal import Entry
    from facet_desktop.domain.library import Library
    from facet_desktop.domain.program import Program
    from facet_desktop.services.ports import Clock

DAY_MS = 86_400_000
LONGEST_DAY_MS = 25 * 3_600_000
"""The day on which clocks are set back."""
TEMPLATES = ("ask-doctor-jo-six", "early-phase", "rehab-science-four", "no-kneeling-older-adult")


class BulkStore(Protocol):
    """Writes many records fast."""

    def transaction(self) -> AbstractContextManager[None]:
        """Everything inside is stored together."""
        ...

    def add_patients(self, patients: Iterable[Patient]) -> None:
        """Adds patients."""
        ...

    def add_revisions(self, revisions: Iterable[Revision]) -> None:
        """Adds published revisions."""
        ...

    def add_sessions(self, sessions: Iterable[SessionRecord]) -> None:
        """Adds heads of sessions."""
        ...

    def add_entries(self, entries: Iterable[Entry]) -> None:
        """Adds entries of journals."""
        ...

    def add_ratings(self, ratings: Iterable[PainRating]) -> None:
        """Adds pain ratings."""
        ...


@frozen
class DemoSize:
    """How much to make up."""

    patients: int = 8
    days: int = 84
    seed: int = 1


@dataclass(slots=True)
class DemoCounts:
    """What was made up."""

    patients: int = 0
    sessions: int = 0
    sets: int = 0
    ratings: int = 0


class Caseload:
    """Makes up patients with programs, sessions and ratings that end today."""

    def __init__(self, store: BulkStore, library: Library, clock: Clock, device_id: str) -> None:
        self._store = store
        self._library = library
        self._today = clock.today()
        self._midnight_ms = _midnight_ms(clock)
        self._device_id = device_id

    def fill(self, size: DemoSize, told: Callable[[int], None] = lambda _done: None) -> DemoCounts:
        """Writes the whole caseload, one transaction a patient; `told` hears how many are done."""
        counts = DemoCounts()
        for number in range(1, size.patients + 1):
            with self._store.transaction():
                self._patient(number, size, counts)
            told(number)
        return counts

    def _patient(self, number: int, size: DemoSize, counts: DemoCounts) -> None:
        random = Random(f"{size.seed}/{number}")
        ids = SeededIds(random)
        began_ms = self._at_ms(self._today - timedelta(days=size.days - 1))
        stamp = Stamp(began_ms, self._device_id)
        patient = Patient(
            ids.at(began_ms), f"Demo patient {number}", stamp, random.randint(1941, 1996), is_sample=True
        )
        program = self._program(number, lambda: ids.at(began_ms))
        patient = replace(patient, conditions=self._conditions(number, size, patient, program))
        revision = Revision(ids.at(began_ms), patient.id, 1, "", program, stamp)
        self._store.add_patients([patient])
        self._store.add_revisions([revision])
        counts.patients += 1
        made = Person(patient, revision, random, ids, self._device_id)
        days = course(random, size.days)
        for offset, day in enumerate(days):
            when = self._today - timedelta(days=size.days - 1 - offset)
            made.add_day(when, self._at_ms(when), day, is_today=when == self._today)
        counts.sessions += len(made.sessions)
        counts.sets += made.sets
        counts.ratings += len(made.ratings)
        self._store.add_sessions(made.sessions)
        self._store.add_entries(made.entries)
        self._store.add_ratings(made.ratings)

    def _conditions(self, number: int, size: DemoSize, patient: Patient, program: Program) -> tuple[str, ...]:
        """Chosen by a random source of their own: records of the same seed stay what they were."""
        age = self._today.year - (patient.birth_year or self._today.year)
        return ailments(number, age, program, self._library, Random(f"{size.seed}/{number}/ailments"))

    def _program(self, number: int, new_id: Callable[[], str]) -> Program:
        known = [slug for slug in TEMPLATES if slug in self._library.templates]
        return self._library.template(known[number % len(known)]).program(self._library, new_id)

    def _at_ms(self, day: date) -> int:
        return self._midnight_ms - (self._today - day).days * DAY_MS


def _midnight_ms(clock: Clock) -> int:
    """When today began where the person is, in UTC milliseconds."""
    now_ms = clock.wall_ms()
    recent = range(now_ms - LONGEST_DAY_MS, now_ms + 1)
    return recent[bisect_left(recent, clock.today(), key=clock.day_of)]
