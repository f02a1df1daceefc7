"""Adds very many rows fast: for sample data and for large imports, never for live sessions.

Rows are the plain tuples that `rows` makes, or tuples of the same shape made by the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from facet_desktop.storage import sqlite_dialect
from facet_desktop.storage.database import Database
from facet_desktop.storage.tables import Table
from facet_desktop.storage.trouble import troubles_named

ROWS_PER_COMMIT = 200_000
"""Keeps the write-ahead log at some 100 MB."""


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
    while True:
        counted = _Counted(islice(iterator, ROWS_PER_COMMIT))
        with database.transaction():
            database.execute_many(table.insert, counted)
        added += counted.count
        if counted.count < ROWS_PER_COMMIT:
            return added


class _Counted:
    """Counts rows as they go by."""

    def __init__(self, rows: Iterator[Sequence[Any]]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Sequence[Any]]:
        for row in self._rows:
            self.count += 1
            yield row
