"""Replaces a small file so that, whatever happens, either the old or the new one is there as a whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


class FileNotKeptError(OSError):
    """The file read back differs from what was written: the disk cannot be trusted."""


def make_private_folder(folder: Path) -> None:
    """Makes a folder that only its owner can enter; one that exists is left as it is. Raises OSError."""
    if not folder.is_dir():
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def replace_file(path: Path, data: bytes) -> None:
    """Writes a file that only its owner can read, in place of any file of that name.

    The data goes to a new file beside it, to the disk, and is read back before it takes the old one's place.
    Raises OSError, and then the old file stands unchanged.
    """
    fresh = path.with_name(f"{path.name}.new")
    try:
        _write(fresh, data)
        if fresh.read_bytes() != data:
            raise FileNotKeptError(f"{fresh.name} reads back differently")
        os.replace(fresh, path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _write(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Makes the names of a folder durable, where the system knows how to."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
