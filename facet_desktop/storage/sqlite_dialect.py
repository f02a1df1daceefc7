"""Everything that is said in the dialect of SQLite and SQLCipher. The other modules speak plain SQL only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from facet_desktop.domain.errors import Trouble

OLDEST_SQLITE = (3, 51, 3)
"""Versions before it may damage a database in WAL mode (the "WAL reset" bug of SQLite)."""
BUSY_MS = 3000
"""How long a statement waits for another connection before it is LOCKED."""

# Silence comes first: a wrong key would otherwise print to stderr. Without FULL, a power cut loses commits;
# with temporary files on disk, plain text would lie outside the encrypted database.
PRAGMAS = (
    "cipher_log_level = NONE",
    f"busy_timeout = {BUSY_MS}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "secure_delete = ON",
)

LOCK = "IMMEDIATE"
"""Transactions take the lock for writing as they begin: asked for later, it is refused without a wait."""
BEGIN = f"BEGIN {LOCK}"

DriverError: type[Exception] = driver.Error
Connection = Any
"""A connection of the driver, which ships no types."""

_BUSY, _LOCKED, _READ_ONLY, _DISK, _CORRUPT, _FULL, _CANNOT_OPEN, NO_DATABASE = 5, 6, 8, 10, 11, 13, 14, 26
TROUBLE_BY_CODE = {
    _BUSY: Trouble.LOCKED,
    _LOCKED: Trouble.LOCKED,
    _READ_ONLY: Trouble.READ_ONLY,
    _DISK: Trouble.DISK,
    _CANNOT_OPEN: Trouble.READ_ONLY,
    _CORRUPT: Trouble.CORRUPT,
    _FULL: Trouble.FULL,
    NO_DATABASE: Trouble.CORRUPT,
}


def error_code(error: BaseException) -> int | None:
    """The primary result code of an error of the driver; None for other errors."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def connect(path: Path, raw_key: str) -> Connection:
    """A connection with all settings. Raises DriverError: NO_DATABASE for a wrong key or a damaged start.

    `raw_key` is x'...' with the digits of key and salt: no derivation, so opening takes a millisecond.
    """
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {driver.sqlite_version} is too old")
    connection = driver.connect(str(path), isolation_level=None, cached_statements=256)
    try:
        connection.execute(f'PRAGMA key = "{raw_key}"')
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def pack_id(text: str) -> bytes:
    """A UUID as 16 bytes. Raises ValueError for what is no UUID."""
    packed = bytes.fromhex(text.replace("-", ""))
    if len(packed) != 16:
        raise ValueError(f"not a UUID: {text!r}")
    return packed


def unpack_id(packed: bytes) -> str:
    """The text of a UUID."""
    digits = packed.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def schema_version(connection: Connection) -> int:
    """The number of the last migration, as the file says; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def set_schema_version(connection: Connection, version: int) -> None:
    """Writes the number of the last migration."""
    connection.execute(f"PRAGMA user_version = {version:d}")


def is_empty(connection: Connection) -> bool:
    """Whether there is no table yet."""
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def checkpoint(connection: Connection) -> bool:
    """Moves all from the write-ahead log into the file and empties the log; False where somebody reads it.

    A damaged log loses commits in silence, so it should be short-lived.
    """
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return int(busy) == 0


def write_without_journal(connection: Connection) -> None:
    """For a new file that counts only when it is whole: a journal would write everything a second time."""
    connection.execute("PRAGMA journal_mode = OFF")


def copy_problems(connection: Connection) -> list[str]:
    """What is wrong with the pages of a fresh copy; empty for a sound one.

    Every page is read and held against its checksum. Whether indexes and references fit is a question to the
    original, and takes four times as long.
    """
    found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    return found + [str(row[0]) for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]


def page_problems(connection: Connection) -> list[str]:
    """What the checks of SQLCipher and SQLite find; empty for a sound file. Reads every page."""
    found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    found += [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        found.append(f"{table}: row {row_id} refers to a missing {parent}")
    return found


def quicken_bulk(connection: Connection) -> None:
    """More memory for pages while very many rows are added."""
    connection.execute("PRAGMA cache_size = -65536")


def end_bulk(connection: Connection) -> None:
    """Back to the usual memory for pages; what the planner knows of the tables is brought up to date."""
    connection.execute("PRAGMA cache_size = -2000")
    connection.execute("PRAGMA optimize = 0x10002")
