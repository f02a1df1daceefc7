"""Brings key file and database file of a folder together, and tells what is wrong where they do not fit."""

from __future__ import annotations

import os
from pathlib import Path

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage.database import Database
from facet_desktop.storage.files import PRIVATE_FILE
from facet_desktop.storage.keys import KEY_FILE, SALT_BYTES, DataKey, KeyFile, create_key, read_key_file

DATABASE_FILE = "facet.db"


def open_database(folder: Path) -> tuple[Database, DataKey]:
    """The database of a folder with its key; a new one, with a new key, where the folder has neither.

    Raises StorageError. A database without its key file stays as it is: a new key could never open it. A key
    file without a database is a folder that lost one: the file of a new database is made before its key.
    """
    path = folder / DATABASE_FILE
    key_file = read_key_file(folder)
    if has_data(path):
        if key_file is None:
            raise StorageError(Trouble.KEY_MISSING, f"{DATABASE_FILE} is here, {KEY_FILE} is not")
        return _open(path, key_file), key_file.open()
    if key_file is None:
        _make_file(path)
        key_file = create_key(folder)
    key_file.verify()
    if not path.exists():
        raise StorageError(Trouble.DATA_MISSING, f"{KEY_FILE} is here, {DATABASE_FILE} is not")
    return _open(path, key_file), key_file.open()


def has_data(path: Path) -> bool:
    """Whether there is anything that only its own key can open, be it still in the write-ahead log."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return any(file.exists() and file.stat().st_size > 0 for file in files)


def _make_file(path: Path) -> None:
    """Makes an empty file that only its owner can read; the log beside it takes over its permissions."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE))


def _open(path: Path, key_file: KeyFile) -> Database:
    try:
        return Database(path, key_file.open().sqlcipher)
    except StorageError as error:
        if error.trouble is not Trouble.CORRUPT:
            raise
        # SQLCipher says the same of a wrong key and of a damaged first page; the key file knows better.
        key_file.verify()
        with path.open("rb") as file:
            salt = file.read(SALT_BYTES)
        if salt != key_file.salt:
            raise StorageError(Trouble.WRONG_KEY, "the key file belongs to another database") from error
        raise
