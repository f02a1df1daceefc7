"""Copies of the database that are known to open: made by the backup interface, read back in full."""

from __future__ import annotations

from pathlib import Path

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage import sqlite_dialect
from facet_desktop.storage.database import Database
from facet_desktop.storage.files import make_private_folder, replace_file, sync_folder
from facet_desktop.storage.keys import DataKey, KeyFile
from facet_desktop.storage.trouble import troubles_named

KEY_SUFFIX = ".key.json"


def back_up(database: Database, target: Path, data_key: DataKey) -> None:
    """Copies the database as it stands to `target`, with its key file beside it, in place of any older copy.

    The copy is a whole, checked database before it takes the name. Raises StorageError; then `target` stands
    as it was.
    """
    fresh = target.with_name(f"{target.name}.new")
    with troubles_named:
        make_private_folder(target.parent)
        try:
            _copy(database, fresh, data_key)
            replace_file(Path(f"{target}{KEY_SUFFIX}"), KeyFile.unlocked(data_key).to_bytes())
            fresh.replace(target)
        finally:
            fresh.unlink(missing_ok=True)
        sync_folder(target.parent)


def _copy(database: Database, fresh: Path, data_key: DataKey) -> None:
    fresh.unlink(missing_ok=True)
    copy = Database(fresh, data_key.sqlcipher)
    try:
        sqlite_dialect.write_without_journal(copy.connection)
        database.connection.backup(copy.connection)
        problems = sqlite_dialect.copy_problems(copy.connection)
    finally:
        copy.close()
    if problems:
        raise StorageError(Trouble.CORRUPT, f"the backup is damaged: {problems[0]}")
