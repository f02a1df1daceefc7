"""Ratios of medians from interleaved rounds in one run: the machine's mood hits every variant alike."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ROUNDS = 11


@dataclass(frozen=True, slots=True)
class Compared:
    """Medians by variant, and medians of the ratios of the same round to the first variant."""

    medians: Mapping[str, float]
    ratios: Mapping[str, float]


def compare(variants: Mapping[str, Callable[[], float]], rounds: int = ROUNDS) -> Compared:
    """Runs every variant once a round, in turn; the first variant is the yardstick."""
    seen: dict[str, list[float]] = {name: [] for name in variants}
    for number in range(rounds):
        names = list(variants)
        for name in names if number % 2 == 0 else reversed(names):
            seen[name].append(variants[name]())
    first = next(iter(variants))
    ratios = {
        name: statistics.median(one / base for one, base in zip(values, seen[first], strict=True))
        for name, values in seen.items()
    }
    return Compared({name: statistics.median(values) for name, values in seen.items()}, ratios)


def child(script: str, *arguments: str) -> dict[str, Any]:
    """Runs a script of `children` in a fresh process with compiled modules; its last line is JSON.

    `spawned_s` in the answer is the reading of the monotonic clock when the process was started.
    """
    spawned_s = time.clock_gettime(time.CLOCK_MONOTONIC)
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.children.{script}", *arguments],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{script} ended with {done.returncode}: {done.stderr[-2000:]}")
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return {**answer, "spawned_s": spawned_s}


def report(title: str, lines: Mapping[str, object]) -> None:
    """Prints one measurement."""
    print(f"\n{title}")
    for name, value in lines.items():
        shown = f"{value:.3f}" if isinstance(value, float) else value
        print(f"  {name:42} {shown}")
