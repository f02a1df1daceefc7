"""Length of a session while it is being edited: the player's own number, computed piece by piece.

A session is a row of runs (an exercise alone, or a circuit), and the player puts the same rest between any
two runs. So each run can be compiled by itself and kept: after an edit only the changed run is compiled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from facet_desktop.domain.program import PlannedSession, Prescription
from facet_desktop.domain.timeline import Pacing, compile_session

MAX_KEPT_RUNS = 2000

Run = tuple[Prescription, ...]


@dataclass(frozen=True, slots=True)
class SessionTimes:
    """Planned length of a session, and how much of it belongs to each exercise, in milliseconds.

    An exercise owns its preparation, its sets and the rests that follow them; all parts add up to the total.
    """

    total_ms: int
    item_ms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _RunTimes:
    """Milliseconds of each exercise of a run, and the position of the one that ends it."""

    item_ms: tuple[int, ...]
    ended_by: int


class SessionTimer:
    """Answers `times` quickly for sessions that share most of their exercises."""

    def __init__(self, pacing: Pacing) -> None:
        self.pacing = pacing
        self._kept: dict[Run, _RunTimes] = {}

    def times(self, session: PlannedSession) -> SessionTimes:
        """The times of a session; the total equals `timeline.session_ms`."""
        between_ms = max(0, round(self.pacing.between_exercises_s * 1000))
        owned: list[int] = []
        ended_by = 0
        for run in _runs(session.items):
            if owned:
                owned[ended_by] += between_ms
            times = self._run(run)
            ended_by = len(owned) + times.ended_by
            owned.extend(times.item_ms)
        return SessionTimes(sum(owned), tuple(owned))

    def _run(self, run: Run) -> _RunTimes:
        found = self._kept.get(run)
        if found is None:
            if len(self._kept) >= MAX_KEPT_RUNS:
                self._kept.clear()
            found = self._kept[run] = _compiled(run, self.pacing)
        return found


def _runs(items: tuple[Prescription, ...]) -> Iterator[Run]:
    numbered = enumerate(items)
    for _, run in groupby(numbered, key=lambda pair: pair[1].group or f"#{pair[0]}"):
        yield tuple(item for _, item in run)


def _compiled(run: Run, pacing: Pacing) -> _RunTimes:
    timeline = compile_session(PlannedSession("", "", items=run), pacing)
    owned = [0] * len(run)
    ended_by = 0
    for step in timeline.steps:
        owned[step.item] += step.duration_ms
        ended_by = step.item
    return _RunTimes(tuple(owned), ended_by)
