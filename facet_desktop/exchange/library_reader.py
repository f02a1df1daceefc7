"""Reads and checks every file of a library. Imports pydantic: load it late."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from facet_desktop.domain.exercise import Exercise
from facet_desktop.domain.library import Library
from facet_desktop.domain.library_checks import (
    exercise_problems,
    library_problems,
    pattern_problems,
    template_problems,
)
from facet_desktop.domain.problems import Problem
from facet_desktop.domain.templates import ProgramTemplate
from facet_desktop.exchange import library_schema as schema
from facet_desktop.exchange.library_build import build_exercise, build_pattern
from facet_desktop.exchange.library_cache import CheckedTables
from facet_desktop.exchange.library_files import FOLDERS, SINGLE_FILES, assemble
from facet_desktop.exchange.program_build import build_template
from facet_desktop.exchange.schema_base import Strict, schema_problems
from facet_desktop.exchange.toml_text import Table, parse_toml, read_toml

Check = Callable[[Table], Iterable[tuple[str, str]]]

_MODELS: dict[str, type[Strict]] = {
    "exercises": schema.ExerciseFile,
    "breathing": schema.BreathFile,
    "programs": schema.ProgramFile,
    "ladders": schema.LaddersFile,
    "conditions": schema.ConditionsFile,
    "red_flags": schema.RedFlagsFile,
    "plan_advice": schema.PlanAdviceFile,
}


def _no_more(_table: Table) -> Iterable[tuple[str, str]]:
    return ()


_CHECKS: dict[str, Check] = {
    "exercises": lambda table: exercise_problems(build_exercise(table)),
    "breathing": lambda table: pattern_problems(build_pattern(table)),
}


def read_tables(root: Path) -> CheckedTables:
    """Every sound table below `root`, and every problem of every file. Never raises for what a file holds."""
    problems: list[Problem] = []
    entries: dict[str, list[Table]] = {}
    for folder in FOLDERS:
        entries[folder] = list(_read_folder(root, folder, problems))
    for name in SINGLE_FILES:
        entries[name] = _read_single(root, name, problems)
    library = assemble(CheckedTables(entries, ()))
    problems.extend(library_problems(library))
    _leave_out_unusable(entries, library, problems)
    return CheckedTables(entries, tuple(sorted(set(problems), key=str)))


def read_exercise(raw: bytes, file: str) -> tuple[Exercise | None, list[Problem]]:
    """One exercise from TOML (a clinic's own, perhaps); None with every problem where it is not sound."""
    table, problems = _checked(parse_toml(raw, file), "exercises", file)
    return (build_exercise(table) if table is not None else None), problems


def exercise_table_problems(table: Table, file: str) -> list[Problem]:
    """Everything that schema and domain find wrong with the table of one exercise."""
    return _checked(table, "exercises", file)[1]


def read_program(path: Path, library: Library) -> tuple[ProgramTemplate | None, list[Problem]]:
    """One program file from anywhere; None with every problem where it is not sound."""
    table, problems = _checked(read_toml(path, path.name), "programs", path.name)
    if table is None:
        return None, problems
    template = build_template(table)
    found = [Problem(path.name, *one) for one in template_problems(template, library)]
    return (None if found else template), found


def _checked(content: Table | Problem, kind: str, file: str) -> tuple[Table | None, list[Problem]]:
    """The table where schema and domain agree to it, otherwise every problem."""
    if isinstance(content, Problem):
        return None, [content]
    problems = schema_problems(_MODELS[kind], content, file)
    if not problems:
        check = _CHECKS.get(kind, _no_more)
        problems = [Problem(file, field, reason) for field, reason in check(content)]
    return (None if problems else content), problems


def _read_folder(root: Path, folder: str, problems: list[Problem]) -> Iterator[Table]:
    directory = root / folder
    if not directory.is_dir():
        problems.append(Problem(folder, "", "the folder is missing"))
        return
    for path in sorted(directory.glob("*.toml")):
        file = f"{folder}/{path.name}"
        content = read_toml(path, file)
        table, found = _checked(content, folder, file)
        found.extend(_name_problem(content, path, file))
        problems.extend(found)
        if table is not None and not found:
            yield table


def _name_problem(content: Table | Problem, path: Path, file: str) -> Iterator[Problem]:
    slug = None if isinstance(content, Problem) else content.get("slug")
    if isinstance(slug, str) and slug != path.stem:
        yield Problem(file, "slug", f"must be the name of the file without its ending: '{path.stem}'")


def _read_single(root: Path, name: str, problems: list[Problem]) -> list[Table]:
    file = f"{name}.toml"
    table, found = _checked(read_toml(root / file, file), name, file)
    problems.extend(found)
    if table is None:
        return []
    kept: dict[str, Table] = {}
    for number, entry in enumerate(table[name], 1):
        if entry["slug"] in kept:
            problems.append(Problem(file, f"{name}.{number}.slug", f"is used twice: '{entry['slug']}'"))
        else:
            kept[entry["slug"]] = entry
    return list(kept.values())


def _leave_out_unusable(entries: dict[str, list[Any]], library: Library, problems: list[Problem]) -> None:
    """Templates that name unknown exercises go as a whole; a ladder only loses the rungs."""
    for table in list(entries["programs"]):
        found = list(template_problems(library.template(table["slug"]), library))
        if found:
            file = f"programs/{table['slug']}.toml"
            problems.extend(Problem(file, field, reason) for field, reason in found)
            entries["programs"].remove(table)
    for ladder in entries["ladders"]:
        ladder["rungs"] = [
            _known_rung(rung, library) for rung in ladder["rungs"] if rung["exercise"] in library
        ]


def _known_rung(rung: Table, library: Library) -> Table:
    others = [slug for slug in rung.get("alternatives", ()) if slug in library]
    return {**rung, "alternatives": others}
