"""Programs as TOML files that people can read, mend and pass on.

A file is one of two kinds: a whole program (it has `format`), which holds copied doses and ids and comes back
exactly as it was, or a template (it has `slug`), which names only what differs from the library. Authors find
both in docs/library.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.library import Library
from facet_desktop.domain.problems import Problem
from facet_desktop.domain.program import Program
from facet_desktop.domain.program_document import (
    ProgramDocumentError,
    program_from_document,
    program_to_document,
)
from facet_desktop.exchange.toml_text import Table, read_toml
from facet_desktop.exchange.whole_files import write_whole

if TYPE_CHECKING:
    from tomlkit.items import Array, InlineTable
    from tomlkit.items import Table as TomlTable

MAX_PROGRAM_BYTES = 4 * 1024 * 1024
"""A program of several thousand exercises stays below this; larger files are refused unread."""
ONE_LINE = 80
"""Lists of texts longer than this get a line for each."""


class ProgramFiles:
    """Reads and writes program files; see `ProgramFileStore`."""

    def read(
        self, path: Path, library: Library, new_id: Callable[[], str]
    ) -> tuple[Program | None, list[Problem]]:
        """The program of a file, of either kind; None with every problem where it is not sound."""
        table = read_toml(path, path.name, MAX_PROGRAM_BYTES)
        if isinstance(table, Problem):
            return None, [table]
        if "format" in table:
            return _whole(table, path.name)
        return _from_template(path, library, new_id)

    def write(self, path: Path, program: Program) -> None:
        """Writes the whole file or leaves the old one. Raises UserError when that cannot be done."""
        write_whole(path, program_to_toml(program).encode())


def _whole(table: Table, file: str) -> tuple[Program | None, list[Problem]]:
    try:
        program = program_from_document(table)
    except ProgramDocumentError as error:
        return None, [Problem(file, *one) for one in error.problems]
    found = [Problem(file, *one) for one in (*_unkeepable(table), *program.problems())]
    return (None if found else program), found


def _unkeepable(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Texts that a database cannot compare rightly, because it takes their first NUL for their end."""
    if isinstance(value, str) and "\0" in value:
        yield place, "holds a sign that is not text (NUL)"
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _unkeepable(one, f"{place}.{name}".strip("."))
    if isinstance(value, list):
        for number, one in enumerate(value, 1):
            yield from _unkeepable(one, f"{place}.{number}")


def _from_template(
    path: Path, library: Library, new_id: Callable[[], str]
) -> tuple[Program | None, list[Problem]]:
    from facet_desktop.exchange.library_reader import read_program

    template, problems = read_program(path, library)
    return (template.program(library, new_id) if template is not None else None), problems


def program_from_toml(text: str) -> Program:
    """The program of a text, finished or not. Raises ProgramDocumentError, or ValueError for no TOML."""
    import tomllib

    return program_from_document(tomllib.loads(text))


def program_to_toml(program: Program) -> str:
    """The file of a program; reading it gives an equal program.

    Raises UserError for a text that no file can hold (half of a surrogate pair).
    """
    import tomlkit

    document = tomlkit.document()
    document.add(
        tomlkit.comment("A program of Facet. Times are in seconds; docs/library.md names the fields.")
    )
    _fill(document, program_to_document(program))
    text = tomlkit.dumps(document)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UserError(
            mark("A text of the program holds a broken sign and cannot be saved."),
            mark("Type the text once more, then save again."),
        ) from error
    return text


def _fill(table: Any, fields: Mapping[str, Any]) -> None:
    """Plain fields first, because TOML gives everything below a heading to that heading."""
    import tomlkit

    nested = {name: value for name, value in fields.items() if _is_tables(value)}
    for name, value in fields.items():
        if name not in nested:
            table.add(name, _item(value))
    for name, rows in nested.items():
        several = tomlkit.aot()
        for row in rows:
            several.append(_table(row))
        table.add(name, several)


def _table(fields: Mapping[str, Any]) -> TomlTable:
    import tomlkit

    table = tomlkit.table()
    _fill(table, fields)
    return table


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _item(value: object) -> Any:
    import tomlkit

    if isinstance(value, Mapping):
        return _inline(value)
    if isinstance(value, list):
        return _array(value)
    return tomlkit.item(value)


def _inline(fields: Mapping[str, Any]) -> InlineTable:
    import tomlkit

    table = tomlkit.inline_table()
    for name, value in fields.items():
        table.append(name, _item(value))
    return table


def _array(values: list[Any]) -> Array:
    import tomlkit

    array = tomlkit.array()
    array.extend(values)
    array.multiline(sum(len(str(one)) for one in values) > ONE_LINE)
    return array
