"""Peewee on the connection that is open already: for models and migrations.

Importing it takes time that a start does not have, so it is imported by the function that needs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.storage.sqlite_dialect import LOCK

if TYPE_CHECKING:
    # Playhouse ships no types; its class is this one with another driver.
    from peewee import SqliteDatabase as SqlCipherDatabase

    from facet_desktop.storage.database import Database
    from facet_desktop.storage.sqlite_dialect import Connection
else:
    from playhouse.sqlcipher_ext import SqlCipherDatabase

COLUMN_TYPES = {"UUID": "BLOB"}
"""SQLite has no UUID; PostgreSQL keeps the native type."""


class SharedDatabase(SqlCipherDatabase):
    """Peewee's view of an open `Database`, which alone opens, closes and sets it up."""

    def __init__(self, database: Database) -> None:
        self._shared = database
        super().__init__(str(database.path), lock_type=LOCK, autoconnect=False, field_types=COLUMN_TYPES)
        self.connect()

    def _connect(self) -> Connection:
        return self._shared.connection

    def _close(self, conn: Connection) -> None:
        """The owner closes it."""

    def rollback(self) -> None:
        """Ends the transaction. A full disk has ended it already; a second end would hide the cause."""
        if self._shared.connection.in_transaction:
            super().rollback()
