"""Files that are written as a whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from facet_desktop.domain.errors import UserError, mark


class WholeFiles:
    """Writes finished content; see `FileWriter`."""

    def write(self, path: Path, content: bytes) -> None:
        """Writes the whole file or leaves the old one. Raises UserError when that cannot be done."""
        write_whole(path, content)


def write_whole(path: Path, content: bytes) -> None:
    """Puts the content in the place of a file, or leaves the old one. Raises UserError."""
    try:
        _replace(path, content)
    except OSError as error:
        raise UserError(
            mark("The file {name} could not be saved."),
            mark("Close it where it is open, or choose another folder."),
            name=path.name,
        ) from error


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
