"""What the services need from outside. Adapters implement these protocols; tests use fakes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from facet_desktop.domain.journal import Entry
    from facet_desktop.services.own_records import OwnDraftRepository, OwnRepository
    from facet_desktop.services.records import (
        Clearance,
        Draft,
        PainRating,
        Patient,
        Revision,
        Screening,
        SessionRecord,
    )
    from facet_desktop.services.template_records import TemplateRepository


class Clock(Protocol):
    """The only source of time."""

    def monotonic_ms(self) -> int:
        """Milliseconds of a clock that never goes back; for durations only."""
        ...

    def wall_ms(self) -> int:
        """UTC in milliseconds since 1970; for records."""
        ...

    def today(self) -> date:
        """Calendar day of the person."""
        ...

    def day_of(self, at_ms: int) -> date:
        """Calendar day of the person at a moment given in UTC milliseconds."""
        ...

    def hour(self) -> int:
        """Hour of the person's day, 0 to 23."""
        ...


class Ids(Protocol):
    """The only source of new ids."""

    def new(self) -> str:
        """A new UUID as text, ordered by time (version 7)."""
        ...


class Transactions(Protocol):
    """Groups several calls of the repositories into one durable transaction."""

    def transaction(self) -> AbstractContextManager[None]:
        """Everything inside is stored together or not at all; durable when the block has ended."""
        ...


class PatientRepository(Protocol):
    """Stored patients."""

    def save(self, patient: Patient) -> None:
        """Adds a patient, or replaces the one of the same id."""
        ...

    def get(self, patient_id: str) -> Patient | None:
        """One patient, or None."""
        ...

    def all(self) -> Sequence[Patient]:
        """Every patient, ordered by name."""
        ...


class ProgramRepository(Protocol):
    """Drafts and published revisions."""

    def save_draft(self, draft: Draft) -> None:
        """Adds or replaces the draft of a program."""
        ...

    def draft(self, program_id: str) -> Draft | None:
        """The draft of a program, or None."""
        ...

    def drafts_of(self, patient_id: str) -> Sequence[Draft]:
        """Drafts of a patient, the latest first."""
        ...

    def delete_draft(self, program_id: str) -> None:
        """Removes a draft; published revisions stay."""
        ...

    def add_revision(self, revision: Revision) -> None:
        """Adds a published revision. Raises ValueError when its program already has that number."""
        ...

    def revision(self, revision_id: str) -> Revision | None:
        """One revision, or None."""
        ...

    def revisions_of(self, program_id: str) -> Sequence[Revision]:
        """Revisions of a program, the latest first."""
        ...

    def latest_of(self, program_id: str) -> Revision | None:
        """The latest revision of a program, or None."""
        ...

    def revisions_for(self, patient_id: str) -> Sequence[Revision]:
        """Every revision published for a patient, the latest first."""
        ...

    def current_revision(self, patient_id: str) -> Revision | None:
        """The revision published last for a patient, or None."""
        ...


class SessionRepository(Protocol):
    """Played sessions with their journals."""

    def add(self, session: SessionRecord, entries: Iterable[Entry]) -> None:
        """Stores a new session with its first entries."""
        ...

    def record(self, session: SessionRecord, entries: Iterable[Entry]) -> None:
        """Stores the present head of a session and adds entries to its journal, in one transaction."""
        ...

    def checkpoint(self, session_id: str, step: int, credited_ms: int) -> None:
        """Stores only where the session stands."""
        ...

    def get(self, session_id: str) -> SessionRecord | None:
        """One session, or None."""
        ...

    def unfinished(self, patient_id: str) -> SessionRecord | None:
        """The latest session of a patient that is still running, or None."""
        ...

    def between(self, patient_id: str, first: date, last: date) -> Sequence[SessionRecord]:
        """Sessions begun on days from first to last, in order of time."""
        ...

    def first_day(self, patient_id: str) -> date | None:
        """Day of the first session, or None."""
        ...

    def journal(self, session_id: str) -> Sequence[Entry]:
        """All entries of a session in order."""
        ...


class PainRepository(Protocol):
    """Stored pain ratings."""

    def add(self, rating: PainRating) -> None:
        """Adds a rating, or replaces the one of the same id."""
        ...

    def between(self, patient_id: str, first: date, last: date) -> Sequence[PainRating]:
        """Ratings of days from first to last, in order of time."""
        ...

    def first_day(self, patient_id: str) -> date | None:
        """Day of the first rating, or None."""
        ...


class SafetyRepository(Protocol):
    """Stored screens for warning signs, and clearances."""

    def add_screening(self, screening: Screening) -> None:
        """Adds an answered screen."""
        ...

    def add_clearance(self, clearance: Clearance) -> None:
        """Adds a clearance."""
        ...

    def last_screening(self, patient_id: str) -> Screening | None:
        """The screen answered last, or None."""
        ...

    def last_at_ms(self, patient_id: str) -> int | None:
        """The UTC milliseconds of the latest screen or clearance, or None."""
        ...

    def open_lock(self, patient_id: str) -> Screening | None:
        """The latest locking screen that no later clearance lifts, or None."""
        ...


class Storage(Transactions, Protocol):
    """Everything of an open data folder that is stored."""

    @property
    def device_id(self) -> str:
        """The id of this computer, which every record carries."""
        ...

    @property
    def patients(self) -> PatientRepository:
        """Stored patients."""
        ...

    @property
    def programs(self) -> ProgramRepository:
        """Drafts and published revisions."""
        ...

    @property
    def sessions(self) -> SessionRepository:
        """Played sessions with their journals."""
        ...

    @property
    def pain(self) -> PainRepository:
        """Stored pain ratings."""
        ...

    @property
    def safety(self) -> SafetyRepository:
        """Stored screens for warning signs, and clearances."""
        ...

    @property
    def own_exercises(self) -> OwnRepository:
        """Exercises of the clinic's own."""
        ...

    @property
    def own_drafts(self) -> OwnDraftRepository:
        """Forms for own exercises that are filled in and not saved yet."""
        ...

    @property
    def own_templates(self) -> TemplateRepository:
        """Program templates of the clinic's own."""
        ...
