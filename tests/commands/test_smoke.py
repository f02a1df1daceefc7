"""`--smoke` in a process of its own, as IT staff run it."""

import json
import subprocess
import sys
from pathlib import Path


def smoke(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "facet_desktop", "--smoke", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_it_answers_versions_and_milliseconds_and_says_nothing_else(tmp_path: Path) -> None:
    done = smoke("--json", "--data-dir", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert answer["exercises"] == 60
    assert {"facet", "python", "qt", "database_ms", "library_ms", "window_ms"} <= answer.keys()
    assert (tmp_path / "facet.db").exists()


def test_a_folder_that_cannot_be_used_is_one_line_and_a_failure(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("not a folder")
    done = smoke("--data-dir", str(taken))
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
