"""Programs of patients to and from files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facet_desktop.bootstrap import open_folder
from facet_desktop.domain.program import Program
from facet_desktop.services.app import AppServices
from facet_desktop.services.program_files import ProgramFileError, fresh_program


@pytest.fixture
def services(tmp_path: Path) -> Iterator[AppServices]:
    with open_folder(tmp_path / "data") as folder:
        yield folder.services


def without_ids(program: Program) -> Program:
    ids = iter(range(10_000))
    return fresh_program(program, lambda: f"id-{next(ids)}")


def test_an_exported_program_becomes_a_draft_of_another_patient_under_ids_of_its_own(
    services: AppServices, tmp_path: Path
) -> None:
    one, other = services.patients.add("Ana"), services.patients.add("Bo")
    draft = services.programs.begin_from_template(one.id, "post-procedure")
    program = replace(draft.program, current_phase=draft.program.phases[1].id)
    services.program_files.export_program(program, tmp_path / "one.toml")

    taken = services.program_files.import_program(other.id, tmp_path / "one.toml").program

    assert without_ids(taken) == without_ids(program)
    assert taken.id != program.id
    active = taken.active_phase()
    assert active is not None
    assert active.title == program.phases[1].title
    stored = services.programs.open_draft(other.id)
    assert stored is not None
    assert stored.program == taken
    mine = services.programs.open_draft(one.id)
    assert mine is not None
    assert mine.program == draft.program


def test_a_file_with_a_fault_changes_nothing(services: AppServices, tmp_path: Path) -> None:
    patient = services.patients.add("Ana")
    path = tmp_path / "odd.toml"
    path.write_text("format = 1\ntitle = 3\n", encoding="utf-8")
    with pytest.raises(ProgramFileError) as caught:
        services.program_files.import_program(patient.id, path)
    assert {one.field for one in caught.value.problems} == {"id", "title"}
    assert services.programs.open_draft(patient.id) is None
