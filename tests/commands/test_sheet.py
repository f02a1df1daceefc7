"""`library sheet` in a process of its own, as authors of figures run it."""

import subprocess
import sys
from pathlib import Path

from facet_desktop.ui.figure.sheet import CAPTION, CELL_HEIGHT, CELL_WIDTH


def sheet(out: Path, *only: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "facet_desktop", "library", "sheet", "--out", str(out), "--only", *only]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_a_sheet_shows_start_middle_and_end_and_makes_its_folder(tmp_path: Path) -> None:
    out = tmp_path / "new" / "sheet.png"
    done = sheet(out, "bird-dog", "cat-cow", "clamshell")
    assert (done.returncode, done.stderr) == (0, "")
    head = out.read_bytes()[:24]
    width, height = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    assert (width, height) == (6 * CELL_WIDTH, 2 * (CELL_HEIGHT + CAPTION))


def test_a_sheet_that_cannot_be_written_is_one_line_and_a_failure(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("not a folder")
    done = sheet(taken / "sheet.png", "bird-dog")
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
