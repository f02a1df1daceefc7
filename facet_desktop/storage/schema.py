"""Which version of the tables this program knows. Only a database of another version loads the migrations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage import sqlite_dialect
from facet_desktop.storage.trouble import troubles_named

if TYPE_CHECKING:
    from facet_desktop.storage.database import Database

SCHEMA_VERSION = 5
"""The number of the newest migration."""


def needs_migration(database: Database) -> bool:
    """Whether the tables are older than this program. Raises StorageError(TOO_NEW) where they are newer."""
    with troubles_named:
        version = sqlite_dialect.schema_version(database.connection)
    if version > SCHEMA_VERSION:
        raise StorageError(Trouble.TOO_NEW, f"database of version {version}, program of {SCHEMA_VERSION}")
    return version < SCHEMA_VERSION
