"""The player at other scalings of the screen; in a process of its own, for Qt reads them once."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
HERE = "tests/ui/player"
RATIOS = (2.5, 1.0, 1.25, 1.5, 2.0)
"""Of five screens of 3840 x 2160. The first is the one on which windows come up."""
CHECKS = (
    f"{HERE}/test_near_sizes.py",
    f"{HERE}/test_names.py::test_the_heading_holds_each_name[size0-1.0]",
    f"{HERE}/test_mini.py::test_it_is_small_and_cuts_no_name[1.0]",
    f"{HERE}/test_room.py::test_name_count_time_and_cue_follow_the_session",
)


def test_nothing_is_cut_at_other_scalings(tmp_path: Path) -> None:
    screens = [
        {"name": f"at {ratio}", "x": index * 3840, "y": 0, "width": 3840, "height": 2160}
        for index, ratio in enumerate(RATIOS)
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *CHECKS],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "QT_SCREEN_SCALE_FACTORS": ";".join(map(str, RATIOS)),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert f"{len(CHECKS)} passed" in done.stdout
