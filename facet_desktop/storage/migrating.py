"""Brings a database to the version of this program: a verified backup first, then every missing migration."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from playhouse.migrations import Runner

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage import sqlite_dialect
from facet_desktop.storage.backups import back_up
from facet_desktop.storage.orm import SharedDatabase
from facet_desktop.storage.schema import SCHEMA_VERSION
from facet_desktop.storage.trouble import troubles_named

if TYPE_CHECKING:
    from facet_desktop.storage.database import Database
    from facet_desktop.storage.keys import DataKey

MIGRATIONS = Path(__file__).parent / "migrations"
BACKUPS = "backups"


def migrate(
    database: Database, data_key: DataKey, migrations: Path = MIGRATIONS, version: int = SCHEMA_VERSION
) -> None:
    """Runs every migration that the database has not seen; each one happens whole or not at all.

    Raises StorageError(TOO_NEW) where the database has seen one that this program does not know.
    """
    with troubles_named:
        runner = Runner(SharedDatabase(database), str(migrations))
        _refuse_newer(runner)
        missing = [one.name for one in runner.status() if not one.applied]
        if missing and not sqlite_dialect.is_empty(database.connection):
            back_up(database, database.path.parent / BACKUPS / f"before-{missing[0]}.facet.db", data_key)
        runner.up()
        sqlite_dialect.set_schema_version(database.connection, version)


def _refuse_newer(runner: Runner) -> None:
    unknown = [one.name for one in runner.status() if one.path is None]
    if unknown:
        raise StorageError(Trouble.TOO_NEW, f"unknown migrations: {', '.join(unknown)}")
