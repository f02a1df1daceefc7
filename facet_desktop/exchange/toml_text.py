"""Reading and writing TOML text. Nothing is raised for a bad file: it comes back as a Problem."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from facet_desktop.domain.problems import Problem

MAX_BYTES = 256 * 1024
"""Larger files are refused unread; the largest that ships has about 10 kB."""

Table = dict[str, Any]


def read_toml(path: Path, file: str, max_bytes: int = MAX_BYTES) -> Table | Problem:
    """The content of a file, or the one problem that keeps it from being read."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(max_bytes + 1)
    except OSError as error:
        return Problem(file, "", f"cannot be read: {error.strerror or error}")
    if len(raw) > max_bytes:
        return Problem(file, "", f"is larger than {max_bytes // 1024} kB")
    return parse_toml(raw, file)


def parse_toml(raw: bytes, file: str) -> Table | Problem:
    """The table in some bytes of TOML, or the one problem that keeps it from being parsed."""
    import tomllib

    try:
        return tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Problem(file, "", "is not a text in UTF-8")
    except RecursionError:
        return Problem(file, "", "is not valid TOML: nested too deeply")
    except ValueError as error:
        return Problem(file, "", f"is not valid TOML: {error}")


def write_toml(table: Mapping[str, Any]) -> str:
    """TOML text for a table of plain values. Entries that are None are left out."""
    import tomlkit

    document = tomlkit.document()
    nested: list[tuple[str, Mapping[str, Any]]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            nested.append((key, value))
        elif value is not None:
            document.add(key, _item(value))
    for key, value in nested:
        inner = tomlkit.table()
        for name, one in value.items():
            if one is not None:
                inner.add(name, tomlkit.item(one))
        document.add(key, inner)
    return tomlkit.dumps(document)


def _item(value: object) -> Any:
    """A value as TOML; lists of sentences get a line for each."""
    import tomlkit

    if isinstance(value, (list, tuple)):
        array = tomlkit.array()
        array.extend(value)
        array.multiline(sum(len(str(one)) for one in value) > 80)
        return array
    return tomlkit.item(value)
