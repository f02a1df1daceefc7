"""Stored sessions with their journals.

The live path, `record` and `checkpoint`, runs ready-made statements: one completed set is one UPDATE, one
INSERT and one durable commit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from facet_desktop.services.records import SessionRecord, SessionStatus
from facet_desktop.storage.rows import (
    PROGRESS,
    entry_from,
    entry_row,
    session_from,
    session_progress,
    session_row,
)
from facet_desktop.storage.sqlite_dialect import pack_id
from facet_desktop.storage.tables import EVENT, SESSION

if TYPE_CHECKING:
    from facet_desktop.domain.journal import Entry
    from facet_desktop.storage.database import Database

_SET_PROGRESS = SESSION.update(*PROGRESS)
_SET_CHECKPOINT = SESSION.update("checkpoint_step", "credited_ms")


class Sessions:
    """Played sessions with their journals."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, session: SessionRecord, entries: Iterable[Entry]) -> None:
        """Stores a new session with its first entries."""
        row = session_row(session)
        with self._database.transaction():
            self._database.execute(SESSION.insert, row)
            self._append(session, entries)

    def record(self, session: SessionRecord, entries: Iterable[Entry]) -> None:
        """Stores the present head of a session and adds entries to its journal, in one transaction.

        Raises KeyError for a session that was never added.
        """
        values = session_progress(session)
        with self._database.transaction():
            self._update(_SET_PROGRESS, values, session.id)
            self._append(session, entries)

    def checkpoint(self, session_id: str, step: int, credited_ms: int) -> None:
        """Stores only where the session stands. Raises KeyError for a session that was never added."""
        self._update(_SET_CHECKPOINT, (step, credited_ms, pack_id(session_id)), session_id)

    def _update(self, sql: str, values: Sequence[object], session_id: str) -> None:
        if self._database.execute(sql, values) != 1:
            raise KeyError(session_id)

    def _append(self, session: SessionRecord, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if entry.session_id != session.id:
                raise ValueError(f"entry {entry.id} belongs to another session")
            self._database.execute(EVENT.insert, entry_row(entry, session.stamp.device_id))

    def get(self, session_id: str) -> SessionRecord | None:
        """One session, or None."""
        row = self._database.row(SESSION.select("WHERE id = ?"), (pack_id(session_id),))
        return session_from(row) if row is not None else None

    def unfinished(self, patient_id: str) -> SessionRecord | None:
        """The latest session of a patient that is still running, or None."""
        sql = SESSION.select("WHERE patient_id = ? AND status = ? ORDER BY at_ms DESC, id DESC LIMIT 1")
        row = self._database.row(sql, (pack_id(patient_id), SessionStatus.RUNNING.value))
        return session_from(row) if row is not None else None

    def between(self, patient_id: str, first: date, last: date) -> Sequence[SessionRecord]:
        """Sessions begun on days from first to last, in order of time."""
        sql = SESSION.select("WHERE patient_id = ? AND local_day BETWEEN ? AND ? ORDER BY at_ms, id")
        values = (pack_id(patient_id), first.isoformat(), last.isoformat())
        return [session_from(row) for row in self._database.rows(sql, values)]

    def first_day(self, patient_id: str) -> date | None:
        """Day of the first session, or None."""
        row = self._database.row(
            "SELECT min(local_day) FROM session WHERE patient_id = ?", (pack_id(patient_id),)
        )
        return date.fromisoformat(row[0]) if row is not None and row[0] is not None else None

    def journal(self, session_id: str) -> Sequence[Entry]:
        """All entries of a session in order."""
        sql = EVENT.select("WHERE session_id = ? ORDER BY seq")
        return [entry_from(row) for row in self._database.rows(sql, (pack_id(session_id),))]
