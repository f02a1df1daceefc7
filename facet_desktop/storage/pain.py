"""Stored pain ratings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from facet_desktop.storage.rows import rating_from, rating_row
from facet_desktop.storage.sqlite_dialect import pack_id
from facet_desktop.storage.tables import PAIN

if TYPE_CHECKING:
    from facet_desktop.services.records import PainRating
    from facet_desktop.storage.database import Database


class PainRatings:
    """Stored pain ratings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, rating: PainRating) -> None:
        """Adds a rating, or replaces the one of the same id."""
        self._database.execute(PAIN.upsert, rating_row(rating))

    def between(self, patient_id: str, first: date, last: date) -> Sequence[PainRating]:
        """Ratings of days from first to last, in order of time."""
        sql = PAIN.select("WHERE patient_id = ? AND local_day BETWEEN ? AND ? ORDER BY at_ms, id")
        values = (pack_id(patient_id), first.isoformat(), last.isoformat())
        return [rating_from(row) for row in self._database.rows(sql, values)]

    def first_day(self, patient_id: str) -> date | None:
        """Day of the first rating, or None."""
        row = self._database.row(
            "SELECT min(local_day) FROM pain_rating WHERE patient_id = ?", (pack_id(patient_id),)
        )
        return date.fromisoformat(row[0]) if row is not None and row[0] is not None else None
