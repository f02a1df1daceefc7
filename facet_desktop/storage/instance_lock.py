"""Keeps a second program away from a data folder.

The system frees the lock when the program ends, even by a crash, so that nobody is locked out by a stale one.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage.files import PRIVATE_FILE

LOCK_FILE = "facet.lock"


class InstanceLock:
    """Held from the moment it is made until `release`. Raises StorageError(IN_USE) where somebody has it."""

    def __init__(self, folder: Path) -> None:
        self._descriptor: int | None = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        if not _lock(self._descriptor):
            self.release()
            raise StorageError(Trouble.IN_USE, f"another program holds {LOCK_FILE}")

    def release(self) -> None:
        """Lets the next program in; releasing twice does no harm."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
