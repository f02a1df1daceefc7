"""The cache of checked library tables: one file, thrown away whenever anything about the library changes.

Two lines of JSON: a header (format, version of Facet, folder, size and time of every file, checksum), then
the tables. A header that differs in any way means that the files are read again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from facet_desktop import __version__
from facet_desktop.domain.problems import Problem
from facet_desktop.domain.values import frozen

FORMAT = 1
"""Counts up whenever schemas or checks change, so that old verdicts are not trusted."""


@frozen
class CheckedTables:
    """Every sound table by kind ("exercises", "ladders", ...), and the problems of the others."""

    entries: dict[str, list[dict[str, Any]]]
    problems: tuple[Problem, ...]


@frozen
class Stamp:
    """The state of the library's files: path, size in bytes and time of change in nanoseconds."""

    root: str
    files: tuple[tuple[str, int, int], ...]

    def header(self, checksum: int) -> bytes:
        """The first line of the cache file."""
        head = {
            "format": FORMAT,
            "version": __version__,
            "root": self.root,
            "files": self.files,
            "crc32": checksum,
        }
        return json.dumps(head).encode()


def stamp_of(root: Path, folders: Iterable[str], singles: Iterable[str]) -> Stamp:
    """The present state of all library files below `root`; missing ones are simply not named."""
    files: list[tuple[str, int, int]] = []
    for folder in folders:
        files.extend(_scan(root, folder))
    for name in singles:
        path = root / f"{name}.toml"
        try:
            state = path.stat()
        except OSError:
            continue
        files.append((path.name, state.st_size, state.st_mtime_ns))
    return Stamp(str(root), tuple(files))


def _scan(root: Path, folder: str) -> list[tuple[str, int, int]]:
    try:
        with os.scandir(root / folder) as entries:
            return sorted(
                (f"{folder}/{entry.name}", entry.stat().st_size, entry.stat().st_mtime_ns)
                for entry in entries
                if entry.name.endswith(".toml")
            )
    except OSError:
        return []


def load(cache_file: Path, stamp: Stamp) -> CheckedTables | None:
    """The tables of a cache that fits `stamp` exactly; None when it is missing, stale or damaged."""
    try:
        header, _, body = cache_file.read_bytes().partition(b"\n")
        if header != stamp.header(crc32(body)):
            return None
        content = json.loads(body)
        problems = tuple(Problem(*fields) for fields in content["problems"])
        return CheckedTables(content["entries"], problems)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def store(cache_file: Path, stamp: Stamp, tables: CheckedTables) -> None:
    """Writes the cache whole or not at all. A disk that refuses only costs the next start some time."""
    problems = [(one.file, one.field, one.reason) for one in tables.problems]
    body = json.dumps({"entries": tables.entries, "problems": problems}, separators=(",", ":")).encode()
    temporary = cache_file.with_name(f"{cache_file.name}.{os.getpid()}.tmp")
    try:
        cache_file.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as stream:
            stream.write(stamp.header(crc32(body)) + b"\n" + body)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(cache_file)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
