"""Stored screens for warning signs, and clearances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.storage.rows import clearance_row, screening_from, screening_row
from facet_desktop.storage.sqlite_dialect import pack_id
from facet_desktop.storage.tables import CLEARANCE, SCREENING

if TYPE_CHECKING:
    from facet_desktop.services.records import Clearance, Screening
    from facet_desktop.storage.database import Database

_LAST = SCREENING.select("WHERE patient_id = ? ORDER BY at_ms DESC, id DESC LIMIT 1")
_OPEN_LOCK = SCREENING.select(
    "WHERE patient_id = ? AND locks = ? AND at_ms >= "
    "(SELECT coalesce(max(at_ms), 0) FROM clearance WHERE clearance.patient_id = screening.patient_id) "
    "ORDER BY at_ms DESC, id DESC LIMIT 1"
)
_LAST_AT = (
    "SELECT max(at_ms) FROM (SELECT at_ms FROM screening WHERE patient_id = ? "
    "UNION ALL SELECT at_ms FROM clearance WHERE patient_id = ?) AS safety"
)


class Safety:
    """Stored screens for warning signs, and clearances."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_screening(self, screening: Screening) -> None:
        """Adds an answered screen."""
        self._database.execute(SCREENING.insert, screening_row(screening))

    def add_clearance(self, clearance: Clearance) -> None:
        """Adds a clearance."""
        self._database.execute(CLEARANCE.insert, clearance_row(clearance))

    def last_screening(self, patient_id: str) -> Screening | None:
        """The screen answered last, or None."""
        return self._one(_LAST, (pack_id(patient_id),))

    def last_at_ms(self, patient_id: str) -> int | None:
        """The UTC milliseconds of the latest screen or clearance, or None."""
        key = pack_id(patient_id)
        row = self._database.row(_LAST_AT, (key, key))
        return row[0] if row is not None else None

    def open_lock(self, patient_id: str) -> Screening | None:
        """The latest locking screen that no later clearance lifts, or None."""
        return self._one(_OPEN_LOCK, (pack_id(patient_id), True))

    def _one(self, sql: str, values: tuple[object, ...]) -> Screening | None:
        row = self._database.row(sql, values)
        return screening_from(row) if row is not None else None
