"""Adds very many rows fast: for sample data and for large imports, never for live sessions.

Rows are the plain tuples that `rows` makes, or tuples of the same shape made by the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from facet_desktop.storage import sqlite_dialect
from facet_desktop.storage.trouble import troubles_named

if TYPE_CHECKING:
    from facet_desktop.storage.database import Database
    from facet_desktop.storage.tables import Table

ROWS_PER_COMMIT = 200_000
"""Keeps the write-ahead log at some 100 MB."""
ROWS_PER_STATEMENT = 20
"""A statement of many rows is a fifth faster than as many statements of one row."""


@contextmanager
def bulk_settings(database: Database) -> Iterator[None]:
    """More memory for pages inside; afterwards the planner learns the new sizes and the log is emptied."""
    with troubles_named:
        sqlite_dialect.quicken_bulk(database.connection)
        try:
            yield
        finally:
            sqlite_dialect.end_bulk(database.connection)
            database.checkpoint()


def add_rows(database: Database, table: Table, rows: Iterable[Sequence[Any]]) -> int:
    """Adds all rows and returns their number. A failure keeps the parts of ROWS_PER_COMMIT before it."""
    iterator = iter(rows)
    added = 0
    while part := list(islice(iterator, ROWS_PER_COMMIT)):
        with database.transaction():
            _insert(database, table, part)
        added += len(part)
    return added


def _insert(database: Database, table: Table, part: list[Sequence[Any]]) -> None:
    whole = len(part) - len(part) % ROWS_PER_STATEMENT
    groups = (
        tuple(chain.from_iterable(part[at : at + ROWS_PER_STATEMENT]))
        for at in range(0, whole, ROWS_PER_STATEMENT)
    )
    database.execute_many(table.insert_rows(ROWS_PER_STATEMENT), groups)
    database.execute_many(table.insert, part[whole:])
