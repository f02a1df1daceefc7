"""One open database: statements, transactions, trouble by name.

Nobody runs an event loop inside a transaction: what another part of the program stores meanwhile would be
rolled back with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facet_desktop.storage import sqlite_dialect
from facet_desktop.storage.trouble import troubles_named

if TYPE_CHECKING:
    from facet_desktop.storage.sqlite_dialect import Connection

Row = tuple[Any, ...]


class Database:
    """An open connection. Every method raises StorageError for known trouble.

    It belongs to the thread that opened it.
    """

    def __init__(self, path: Path, raw_key: str) -> None:
        self.path = path
        self._open = False
        self._part_failed = False
        with troubles_named:
            self.connection: Connection = sqlite_dialect.connect(path, raw_key)
        self._open = True

    def execute(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Runs one statement; returns the number of rows that it changed."""
        with troubles_named:
            return int(self.connection.execute(sql, values).rowcount)

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Runs one statement for many rows, inside the transaction of the caller."""
        with troubles_named:
            self.connection.executemany(sql, rows)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows that a statement finds."""
        with troubles_named:
            found: list[Row] = self.connection.execute(sql, values).fetchall()
        return found

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row that a statement finds, or None."""
        with troubles_named:
            found: Row | None = self.connection.execute(sql, values).fetchone()
        return found

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is stored together or not at all; durable when the outermost block has ended.

        An inner block joins the outer one. Where an inner block fails, the outer one cannot be stored any
        more, even if it catches the error.
        """
        if self.connection.in_transaction:
            with self._joined():
                yield
            return
        self._part_failed = False
        self.execute(sqlite_dialect.BEGIN)
        try:
            yield
            self._commit()
        except BaseException:
            self._roll_back()
            raise

    @contextmanager
    def _joined(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._part_failed = True
            raise

    def _commit(self) -> None:
        if self._part_failed:
            raise RuntimeError("A part of this transaction failed; nothing of it is stored.")
        self.execute("COMMIT")

    def _roll_back(self) -> None:
        # A full disk has ended the transaction already; a second end would hide the cause.
        if self.connection.in_transaction:
            self.execute("ROLLBACK")

    def checkpoint(self) -> bool:
        """Empties the write-ahead log into the file; False where another connection holds on to it."""
        with troubles_named:
            return sqlite_dialect.checkpoint(self.connection)

    def close(self) -> None:
        """Empties the log and closes; closing twice does no harm."""
        if not self._open:
            return
        self._open = False
        try:
            self._roll_back()
            self.checkpoint()
        finally:
            self.connection.close()
