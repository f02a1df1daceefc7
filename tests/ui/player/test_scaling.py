"""The player at another scaling of the screen; in a process of its own, for Qt reads that once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
HERE = "tests/ui/player"
CHECKS = (
    f"{HERE}/test_player_page.py::test_targets_are_large_and_no_words_are_cut[1.0-size0]",
    f"{HERE}/test_names.py::test_the_heading_holds_each_name[size0-1.0]",
    f"{HERE}/test_mini.py::test_it_is_small_and_cuts_no_name[1.0]",
    f"{HERE}/test_room.py::test_name_count_time_and_cue_follow_the_session",
)


@pytest.mark.parametrize("factor", ["2.5"])
def test_nothing_is_cut_at_another_scaling(factor: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *CHECKS],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": factor},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert f"{len(CHECKS)} passed" in done.stdout
