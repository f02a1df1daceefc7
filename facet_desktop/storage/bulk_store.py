"""Very many records at once, for made-up caseloads."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from facet_desktop.storage.bulk import add_rows, bulk_settings
from facet_desktop.storage.rows import entry_row, patient_row, rating_row, revision_row, session_row
from facet_desktop.storage.tables import EVENT, PAIN, PATIENT, REVISION, SESSION

if TYPE_CHECKING:
    from facet_desktop.domain.journal import Entry
    from facet_desktop.services.records import PainRating, Patient, Revision, SessionRecord
    from facet_desktop.storage.store import Store


class BulkRecords:
    """Adds records by the thousand. Open `quick` around all of it."""

    def __init__(self, store: Store) -> None:
        self._database = store.database
        self._device_id = store.device_id

    def quick(self) -> AbstractContextManager[None]:
        """Settings that suit a bulk of rows, for as long as the block lasts."""
        return bulk_settings(self._database)

    def transaction(self) -> AbstractContextManager[None]:
        """Everything inside is stored together."""
        return self._database.transaction()

    def add_patients(self, patients: Iterable[Patient]) -> None:
        """Adds patients."""
        add_rows(self._database, PATIENT, map(patient_row, patients))

    def add_revisions(self, revisions: Iterable[Revision]) -> None:
        """Adds published revisions."""
        add_rows(self._database, REVISION, map(revision_row, revisions))

    def add_sessions(self, sessions: Iterable[SessionRecord]) -> None:
        """Adds heads of sessions."""
        add_rows(self._database, SESSION, map(session_row, sessions))

    def add_entries(self, entries: Iterable[Entry]) -> None:
        """Adds entries of journals, all made by the device of this store."""
        add_rows(self._database, EVENT, (entry_row(entry, self._device_id) for entry in entries))

    def add_ratings(self, ratings: Iterable[PainRating]) -> None:
        """Adds pain ratings."""
        add_rows(self._database, PAIN, map(rating_row, ratings))
