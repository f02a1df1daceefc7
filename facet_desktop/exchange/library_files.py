"""Reads the library from its files, or from the cache of what was read and checked before."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from facet_desktop.domain.library import Label, Library, LoadedLibrary
from facet_desktop.domain.shelf import Shelf
from facet_desktop.exchange import library_cache
from facet_desktop.exchange.library_build import (
    Data,
    build_condition,
    build_exercise,
    build_ladder,
    build_pattern,
    build_plan_advice,
    build_red_flag,
)
from facet_desktop.exchange.program_build import build_template

if TYPE_CHECKING:
    from facet_desktop.exchange.library_cache import CheckedTables

FOLDERS = ("exercises", "breathing", "programs")
"""One file an entry."""
SINGLE_FILES = ("ladders", "conditions", "red_flags", "plan_advice")
"""All entries in one file, as [[ladders]], [[conditions]] and so on."""


def read_library(root: Path, cache_file: Path | None = None) -> LoadedLibrary:
    """The library below `root`, with every problem of every file. Bad files are left out; nothing is raised.

    With `cache_file`, a later read of unchanged files needs neither tomllib nor pydantic and takes a few
    milliseconds. A missing, old or damaged cache is made anew without a word.
    """
    stamp = library_cache.stamp_of(root, FOLDERS, SINGLE_FILES)
    tables = library_cache.load(cache_file, stamp) if cache_file is not None else None
    if tables is None:
        tables = _read_files(root)
        if cache_file is not None:
            library_cache.store(cache_file, stamp, tables)
    return LoadedLibrary(assemble(tables), tables.problems)


def _read_files(root: Path) -> CheckedTables:
    # Imported here: pydantic costs tens of milliseconds that a start with a good cache must not pay.
    from facet_desktop.exchange.library_reader import read_tables

    return read_tables(root)


def assemble(tables: CheckedTables) -> Library:
    """A library from checked tables. Exercises and templates are built when they are first asked for."""
    entries = tables.entries
    return Library(
        labels={table["slug"]: _label(table) for table in entries["exercises"]},
        shelf=Shelf({table["slug"]: partial(build_exercise, table) for table in entries["exercises"]}),
        ladders=tuple(map(build_ladder, entries["ladders"])),
        patterns={table["slug"]: build_pattern(table) for table in entries["breathing"]},
        conditions={table["slug"]: build_condition(table) for table in entries["conditions"]},
        red_flags=tuple(map(build_red_flag, entries["red_flags"])),
        plan_advice={table["slug"]: build_plan_advice(table) for table in entries["plan_advice"]},
        templates=Shelf({table["slug"]: partial(build_template, table) for table in entries["programs"]}),
    )


def _label(table: Data) -> Label:
    return Label(table["slug"], table["name"], tuple(table.get("aliases", ())))
