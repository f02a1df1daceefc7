"""Programs as files: exact when they come back, and every fault told when they cannot."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain.library import Library
from facet_desktop.domain.problems import Problem
from facet_desktop.domain.program import Program
from facet_desktop.exchange.library_files import read_library
from facet_desktop.exchange.program_files import ProgramFiles, program_from_toml, program_to_toml
from facet_desktop.resources import resources_dir
from tests.domain.programs import programs


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(resources_dir()).library


@pytest.fixture
def early(library: Library) -> Program:
    ids = count(1)
    return library.template("early-phase").program(library, lambda: f"id-{next(ids)}")


def read(path: Path, library: Library) -> tuple[Program | None, list[Problem]]:
    return ProgramFiles().read(path, library, lambda: "new")


@given(programs)
def test_every_program_comes_back_from_its_file_as_it_was(program: Program) -> None:
    text = program_to_toml(program)
    read_again = program_from_toml(text)
    assert read_again == program
    assert program_to_toml(read_again) == text


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_a_note_of_any_signs_comes_back_letter_for_letter(note: str) -> None:
    program = Program("one", "Title", notes=note)
    assert program_from_toml(program_to_toml(program)).notes == note


def test_a_written_file_reads_as_the_same_program_and_leaves_nothing_beside_it(
    tmp_path: Path, library: Library, early: Program
) -> None:
    path = tmp_path / "early.toml"
    ProgramFiles().write(path, early)
    assert read(path, library) == (early, [])
    assert [one.name for one in tmp_path.iterdir()] == ["early.toml"]


def test_a_file_is_plain_enough_to_be_mended_by_hand(early: Program) -> None:
    text = program_to_toml(early)
    assert "[[phases.sessions.items]]" in text
    assert 'exercise = "diaphragmatic-breathing"' in text
    assert "dose = {sets = " in text


def test_templates_are_programs_too(library: Library) -> None:
    program, problems = read(resources_dir() / "programs" / "early-phase.toml", library)
    assert problems == []
    assert program is not None
    assert program.template == "early-phase"


def test_every_fault_of_a_file_is_listed_with_its_place(
    tmp_path: Path, library: Library, early: Program
) -> None:
    path = tmp_path / "mine.toml"
    text = program_to_toml(early)
    text = text.replace("exercise_version = 1", 'exercise_version = "one"', 1).replace("name = ", "nam = ", 1)
    path.write_text(text, encoding="utf-8")
    program, problems = read(path, library)
    assert program is None
    assert {(one.file, one.field) for one in problems} == {
        ("mine.toml", "phases.1.sessions.1.name"),
        ("mine.toml", "phases.1.sessions.1.nam"),
        ("mine.toml", "phases.1.sessions.1.items.1.exercise_version"),
    }
    assert all(one.reason for one in problems)


def test_a_dose_beyond_all_limits_is_refused_before_anything_computes_with_it(
    tmp_path: Path, library: Library, early: Program
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        program_to_toml(early).replace("dose = {sets = 1", "dose = {sets = 900000000", 1), encoding="utf-8"
    )
    program, problems = read(path, library)
    assert program is None
    assert [one.field.endswith("dose.sets") for one in problems] == [True]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"format = ", "not valid TOML"),
        (b"format = 99\n", "newer version"),
        (b"", "is missing"),
        (b'format = 1\nid = "a"\ntitle = "b"\nnotes = "c\\u0000d"\n', "NUL"),
        (b"#" * (4 * 1024 * 1024 + 1), "larger than"),
    ],
)
def test_odd_files_are_refused_with_a_reason(
    tmp_path: Path, library: Library, content: bytes, reason: str
) -> None:
    path = tmp_path / "odd.toml"
    path.write_bytes(content)
    program, problems = read(path, library)
    assert program is None
    assert any(reason in one.reason for one in problems)
