"""Programs from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facet_desktop import commands
from facet_desktop.bootstrap import open_folder
from facet_desktop.resources import resources_dir

TEMPLATE = resources_dir() / "programs" / "early-phase.toml"


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = commands.run(list(argv))
    out, err = capsys.readouterr()
    return code, out, err


def test_a_template_goes_in_and_the_program_comes_out_and_plays_the_same(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    data, file = str(tmp_path / "data"), tmp_path / "out.toml"
    code, out, _ = run(capsys, "program", "import", str(TEMPLATE), "--data-dir", data, "--patient", "Ana")
    assert code == 0
    assert "Ana" in out
    code, out, _ = run(capsys, "program", "export", "--data-dir", data, "--out", str(file), "--json")
    assert (code, json.loads(out)["patient"]) == (0, "Ana")
    _, of_template, _ = run(capsys, "timeline", str(TEMPLATE), "--json")
    _, of_export, _ = run(capsys, "timeline", str(file), "--json")
    assert json.loads(of_export) == json.loads(of_template)


def test_a_faulty_file_adds_neither_patient_nor_draft(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "odd.toml"
    file.write_text('format = 1\nid = "a"\nphases = 3\n', encoding="utf-8")
    code, _, err = run(
        capsys, "program", "import", str(file), "--data-dir", str(tmp_path / "d"), "--patient", "Ana"
    )
    assert code == 1
    assert "odd.toml, title: is missing; odd.toml, phases: must be a list of tables" in err
    with open_folder(tmp_path / "d") as folder:
        assert folder.services.patients.all() == ()


@pytest.mark.parametrize(
    ("argv", "reason"),
    [
        (["export", "--out", "x.toml"], "no patient yet"),
        (["export", "--out", "x.toml", "--patient", "Bo"], "no patient named"),
        (["import", str(TEMPLATE)], "no patient yet"),
    ],
)
def test_what_is_missing_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, argv: list[str], reason: str
) -> None:
    open_folder(tmp_path / "d").store.close()
    code, _, err = run(capsys, "program", *argv, "--data-dir", str(tmp_path / "d"))
    assert code == 1
    assert reason in err
