"""Looks over a whole database: every page, every reference, every journal, every program, every draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from facet_desktop.domain.errors import StorageError
from facet_desktop.domain.own_form import form_from_text
from facet_desktop.domain.values import frozen
from facet_desktop.storage import sqlite_dialect
from facet_desktop.storage.rows import program_of
from facet_desktop.storage.sqlite_dialect import unpack_id
from facet_desktop.storage.tables import ALL_TABLES
from facet_desktop.storage.trouble import troubles_named

if TYPE_CHECKING:
    from facet_desktop.storage.database import Database


@frozen
class IntegrityReport:
    """What was found. `problems` is empty for a sound database; `counts` are rows by table."""

    problems: tuple[str, ...]
    counts: dict[str, int]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def check_integrity(database: Database) -> IntegrityReport:
    """Reads the whole database. Damage is reported, never raised."""
    problems: list[str] = []
    counts: dict[str, int] = {}
    try:
        with troubles_named:
            problems += sqlite_dialect.page_problems(database.connection)
        if not problems:
            counts |= {table.name: _count(database, table.name) for table in ALL_TABLES}
            problems += _journals(database)
            problems += _documents(database, "program_draft", "program_id", program_of)
            problems += _documents(database, "program_revision", "id", program_of)
            problems += _documents(database, "own_template", "id", program_of)
            problems += _documents(database, "own_draft", "id", form_from_text)
    except StorageError as error:
        problems.append(str(error))
    return IntegrityReport(tuple(problems), counts)


def _count(database: Database, table: str) -> int:
    row = database.row(f"SELECT count(*) FROM {table}")
    return int(row[0]) if row is not None else 0


def _journals(database: Database) -> Iterator[str]:
    """A journal counts from 1 without a gap."""
    gaps = database.rows(
        "SELECT session_id, count(*), min(seq), max(seq) FROM session_event"
        " GROUP BY session_id HAVING min(seq) <> 1 OR max(seq) <> count(*)"
    )
    for session, count, first, last in gaps:
        yield f"journal of session {unpack_id(session)}: {count} entries, numbered {first} to {last}"


def _documents(database: Database, table: str, key: str, read: Callable[[str], object]) -> Iterator[str]:
    for packed, document in database.rows(f"SELECT {key}, document FROM {table}"):
        try:
            read(document)
        except ValueError as error:
            yield f"{table} {unpack_id(packed)}: {error}"
