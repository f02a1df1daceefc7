"""Pose files: TOML in, movements out, and every problem listed with file, field and reason.

The checks are plain Python so that the first page can show figures without loading a validation library.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.problems import Problem
from facet_desktop.exchange.pose_reader import MovementReader

BASES_FILE = "_bases.toml"


class PoseFileError(Exception):
    """A pose file that cannot be used; ``problems`` lists everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(slots=True)
class PoseFolder:
    """The pose files of one folder, read one by one when asked for.

    Reading all of them at the start would cost more than the first page needs.
    """

    folder: Path
    _bases: dict[str, Any] | None = field(default=None, init=False)
    _bases_bytes: bytes = field(default=b"", init=False)
    _known: dict[str, Movement] = field(default_factory=dict, init=False)

    def slugs(self) -> list[str]:
        """Names of all movements, sorted."""
        return sorted(path.stem for path in self.folder.glob("*.toml") if not path.name.startswith("_"))

    def movement(self, slug: str) -> Movement:
        """One movement.

        Raises:
            KeyError: there is no such file.
            PoseFileError: the file has problems.
        """
        if slug not in self._known:
            path = self.folder / f"{slug}.toml"
            if "/" in slug or "\\" in slug or not path.is_file():
                raise KeyError(slug)
            self._known[slug] = self._read(path)
        return self._known[slug]

    def all(self) -> tuple[list[Movement], list[Problem]]:
        """Every movement that can be read, and every problem of the others."""
        movements, problems = [], []
        for slug in self.slugs():
            try:
                movements.append(self.movement(slug))
            except PoseFileError as error:
                problems.extend(error.problems)
        return movements, problems

    def _read(self, path: Path) -> Movement:
        if self._bases is None:
            self._bases, self._bases_bytes = self._read_bases()
        return read_movement(path.read_bytes(), path.name, self._bases, self._bases_bytes)

    def _read_bases(self) -> tuple[dict[str, Any], bytes]:
        path = self.folder / BASES_FILE
        if not path.is_file():
            return {}, b""
        content = path.read_bytes()
        return _parse(content, BASES_FILE), content


def read_movement(content: bytes, name: str, bases: dict[str, Any], salt: bytes = b"") -> Movement:
    """One movement from the text of a pose file.

    Args:
        content: the TOML text in UTF-8.
        name: the file's name; its stem is the movement's slug.
        bases: the parsed file of bases.
        salt: whatever else the picture depends on; it goes into the digest.

    Raises:
        PoseFileError: the file has problems; all of them are listed.
    """
    data = _parse(content, name)
    digest = hashlib.blake2b(salt + content, digest_size=12).hexdigest()
    reader = MovementReader(name, bases)
    movement = reader.movement(data, digest)
    if movement is None or reader.problems:
        raise PoseFileError(reader.problems)
    return movement


def _parse(content: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PoseFileError([Problem(name, "", str(error))]) from error
