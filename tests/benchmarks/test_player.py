"""The player: what a frame costs, how many there are, and that its clock does not drift.

In all measurements of frames tones are played, a helper is told every sentence, and every set is stored.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.measuring import child, report

MEDIAN_MS, P95_MS, WORST_MS = 4.0, 8.0, 33.0
CPU_SHARE = 0.25
"""Of one core, at 60 pictures a second."""
DRIFT_S = 120.0
DRIFT_MS = 20.0
LIVE_S = 20.0
TRIES = 3
"""What else the machine does only makes frames longer, so the best of some tries is nearest to the truth."""
HOG = "import time; end = time.monotonic() + 200\nwhile time.monotonic() < end: pass"
"""Keeps a core busy, and ends by itself should the measurement be cut off."""
RATE = 60.0
"""Pictures a second asked for; the timer of 16 ms allows 62.5."""


def best_frames(folder: Path, mode: str) -> dict[str, Any]:
    """The try with the shortest longest frame; no more tries than are needed."""
    best: dict[str, Any] = {}
    for _ in range(TRIES):
        answer = child("player_frames", str(folder), "0", mode)
        if not best or answer["worst_ms"] < best["worst_ms"]:
            best = answer
        if best["worst_ms"] <= WORST_MS:
            break
    return best


@pytest.mark.parametrize("mode", ["near", "far", "mini"])
def test_a_frame_at_full_hd_stays_within_the_limits(sample_folder: Path, mode: str) -> None:
    answer = best_frames(sample_folder, mode)
    report(f"Player frames, {mode}, 1920 x 1080, offscreen", answer)
    assert answer["sets_stored"] > 0
    assert answer["median_ms"] < MEDIAN_MS
    assert answer["p95_ms"] < P95_MS
    assert answer["worst_ms"] <= WORST_MS


@pytest.mark.parametrize("mode", ["hold", "move"])
def test_the_player_paints_sixty_times_a_second_on_a_quarter_of_a_core(
    sample_folder: Path, mode: str
) -> None:
    answer = child("player_frames", str(sample_folder), str(LIVE_S), mode)
    report(f"Player live, {mode}, 1920 x 1080, offscreen", answer)
    assert answer["paints_per_s"] >= 0.97 * RATE
    assert answer["cpu_share"] < CPU_SHARE


def test_twenty_minutes_do_not_drift(sample_folder: Path) -> None:
    answer = child("drift_simulated", str(sample_folder))
    report("Twenty minutes by a clock that stalls", answer)
    assert answer["minutes"] >= 20
    assert answer["worst_error_ms"] <= DRIFT_MS


def test_elapsed_time_is_right_with_stalls_and_busy_cores(sample_folder: Path) -> None:
    hogs = [subprocess.Popen([sys.executable, "-c", HOG]) for _ in range(2)]
    try:
        answer = child("drift", str(sample_folder), str(DRIFT_S))
    finally:
        for hog in hogs:
            hog.kill()
            hog.wait()
    report(f"Elapsed time over {DRIFT_S:g} s with 300 ms stalls and busy cores", answer)
    assert abs(answer["error_ms"]) <= DRIFT_MS
