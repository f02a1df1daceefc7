"""The moving figures: a frame at 800 x 600, and sixty thumbnails."""

from __future__ import annotations

from tests.benchmarks.measuring import child, report

FRAME_MS = 1.5
THUMBNAILS_MS = 400.0


def test_frames_and_thumbnails_stay_within_the_limits() -> None:
    answer = child("figures")
    report("Figures, 800 x 600, offscreen", answer)
    assert answer["exercises"] == 60
    assert answer["frames"] > 60 * 3 * 60
    assert answer["median_ms"] < FRAME_MS
    assert answer["thumbnails_cold_ms"] < THUMBNAILS_MS
    assert answer["thumbnails_cached_ms"] < answer["thumbnails_cold_ms"]
