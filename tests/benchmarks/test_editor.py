"""The editor: what an edit costs in a session of 300 exercises, stored and painted."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.measuring import child, report

EDIT_MS = 50.0


def test_an_edit_among_300_exercises_stays_below_50_ms(tmp_path: Path) -> None:
    answer = child("editor_edits", str(tmp_path / "data"))
    report("Edits among 300 exercises, stored and painted, ms", answer)
    medians = {name: value for name, value in answer.items() if name.endswith("_ms")}
    assert len(medians) > 5
    assert {name for name, value in medians.items() if value >= EDIT_MS} == set()
