"""Start to the first painted Today page, against an empty PySide6 window in the same run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests.benchmarks.measuring import child, compare, report

SAMPLE_LIMIT = 1.6
LARGE_LIMIT = 2.0
MEMORY_LIMIT = 1.95
GAP_MS = 50.0
GAP_RUNS = 5
LARGE_FOLDER = "FACET_LARGE_FOLDER"
"""Names a data folder with ten million sets; made with `facet-desktop demo` (see docs/benchmarks.md)."""


def starting(script: str, *arguments: str, seen: list[dict[str, Any]]) -> Callable[[], float]:
    def run() -> float:
        answer = child(script, *arguments)
        seen.append(answer)
        return float(answer["painted_s"] - answer["spawned_s"]) * 1000

    return run


def measure(folder: Path, title: str) -> tuple[float, float, set[str]]:
    bare: list[dict[str, Any]] = []
    facet: list[dict[str, Any]] = []
    variants = {
        "bare": starting("bare_window", seen=bare),
        "facet": starting("facet_window", str(folder), seen=facet),
    }
    child(
        "warm_up", str(folder)
    )  # a program that was used before, and keeps what it loaded for its next start
    for warm_up in variants.values():
        warm_up()
    compared = compare(variants)
    memory = median(one["mb"] for one in facet) / median(one["mb"] for one in bare)
    loaded = {name for one in facet for name in one["loaded"]}
    report(
        title,
        {
            "bare ms": compared.medians["bare"],
            "facet ms": compared.medians["facet"],
            "ratio": compared.ratios["facet"],
            "memory ratio": memory,
            "loaded": sorted(loaded),
        },
    )
    return compared.ratios["facet"], memory, loaded


def test_the_sample_database_starts_within_the_limit(sample_folder: Path) -> None:
    ratio, memory, loaded = measure(sample_folder, "Start, sample database")
    assert not loaded & {"numpy", "pyqtgraph", "matplotlib", "scipy", "PIL"}
    assert ratio <= SAMPLE_LIMIT
    assert memory <= MEMORY_LIMIT


@pytest.mark.skipif(LARGE_FOLDER not in os.environ, reason=f"{LARGE_FOLDER} names no folder")
def test_ten_million_sets_start_within_the_limit() -> None:
    ratio, memory, loaded = measure(Path(os.environ[LARGE_FOLDER]), "Start, ten million sets")
    assert not loaded & {"numpy", "pyqtgraph", "matplotlib", "scipy", "PIL"}
    assert ratio <= LARGE_LIMIT
    assert memory <= MEMORY_LIMIT


def test_the_window_answers_while_heavy_libraries_are_imported(sample_folder: Path) -> None:
    answers = [child("warm_up", str(sample_folder)) for _ in range(GAP_RUNS)]
    gaps_ms = [float(one["longest_gap_ms"]) for one in answers]
    report("Imports after the first paint", {"longest gaps ms": [round(one, 1) for one in sorted(gaps_ms)]})
    assert all(one["loaded"] == ["numpy", "pyqtgraph"] for one in answers)
    assert median(gaps_ms) <= GAP_MS
