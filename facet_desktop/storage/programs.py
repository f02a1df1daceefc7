"""Stored drafts and published revisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from facet_desktop.domain.program_writing import ProgramWriter
from facet_desktop.storage.rows import draft_from, draft_row, program_text, revision_from, revision_row
from facet_desktop.storage.sqlite_dialect import pack_id
from facet_desktop.storage.tables import DRAFT, REVISION

if TYPE_CHECKING:
    from facet_desktop.domain.program import Program
    from facet_desktop.domain.program_document import KnownItems
    from facet_desktop.services.records import Draft, Revision
    from facet_desktop.storage.database import Database, Row

_LATEST_FIRST = "ORDER BY at_ms DESC, id DESC"
_KEPT = 64
"""Revisions of a few patients: one page asks for the same ones several times over."""


class Programs:
    """Drafts and published revisions."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._writer = ProgramWriter()
        self._written: tuple[str, Program] | None = None
        """The draft written last: an editor looks at it before every save, and it may hold 300 exercises."""
        self._known: dict[bytes, Revision] = {}
        """Revisions that were read; they never change."""
        self._items: KnownItems = {}
        """Their exercises, of which one revision shares most with the next."""

    def save_draft(self, draft: Draft) -> None:
        """Adds or replaces the draft of a program."""
        document = program_text(draft.program, self._writer)
        self._database.execute(DRAFT.upsert, draft_row(draft, document))
        self._written = (document, draft.program)

    def draft(self, program_id: str) -> Draft | None:
        """The draft of a program, or None."""
        row = self._database.row(DRAFT.select("WHERE program_id = ?"), (pack_id(program_id),))
        return draft_from(row, self._written) if row is not None else None

    def drafts_of(self, patient_id: str) -> Sequence[Draft]:
        """Drafts of a patient, the latest first."""
        sql = DRAFT.select("WHERE patient_id = ? ORDER BY at_ms DESC, program_id DESC")
        rows = self._database.rows(sql, (pack_id(patient_id),))
        return [draft_from(row, self._written) for row in rows]

    def delete_draft(self, program_id: str) -> None:
        """Removes a draft; published revisions stay."""
        self._database.execute("DELETE FROM program_draft WHERE program_id = ?", (pack_id(program_id),))

    def add_revision(self, revision: Revision) -> None:
        """Adds a published revision. Raises ValueError when its program already has that number."""
        with self._database.transaction():
            if self._has_number(revision):
                raise ValueError(f"revision {revision.number} of {revision.program.id} exists already")
            self._database.execute(REVISION.insert, revision_row(revision))

    def _has_number(self, revision: Revision) -> bool:
        sql = "SELECT 1 FROM program_revision WHERE program_id = ? AND number = ?"
        return self._database.row(sql, (pack_id(revision.program.id), revision.number)) is not None

    def revision(self, revision_id: str) -> Revision | None:
        """One revision, or None."""
        return self._first("WHERE id = ?", revision_id)

    def revisions_of(self, program_id: str) -> Sequence[Revision]:
        """Revisions of a program, the latest first."""
        return self._all("WHERE program_id = ? ORDER BY number DESC", program_id)

    def latest_of(self, program_id: str) -> Revision | None:
        """The latest revision of a program, or None."""
        return self._first("WHERE program_id = ? ORDER BY number DESC LIMIT 1", program_id)

    def revisions_for(self, patient_id: str) -> Sequence[Revision]:
        """Every revision published for a patient, the latest first."""
        return self._all(f"WHERE patient_id = ? {_LATEST_FIRST}", patient_id)

    def current_revision(self, patient_id: str) -> Revision | None:
        """The revision published last for a patient, or None."""
        return self._first(f"WHERE patient_id = ? {_LATEST_FIRST} LIMIT 1", patient_id)

    def _first(self, rest: str, key: str) -> Revision | None:
        row = self._database.row(REVISION.select(rest), (pack_id(key),))
        return self._revision(row) if row is not None else None

    def _all(self, rest: str, key: str) -> list[Revision]:
        return [self._revision(row) for row in self._database.rows(REVISION.select(rest), (pack_id(key),))]

    def _revision(self, row: Row) -> Revision:
        known = self._known.get(row[0])
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
                self._items.clear()
            known = self._known[row[0]] = revision_from(row, self._items)
        return known
