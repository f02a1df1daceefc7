"""Length of a session while it is being edited: the player's own number, computed piece by piece.

A session is a row of runs (an exercise alone, or a circuit), and the player puts the same rest between any
two runs. So the player's timeline is asked for one set of each exercise, or for a whole circuit, and the
answers are kept: an edit compiles only what is new, and 300 exercises take a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Span
from facet_desktop.domain.program import PlannedSession, Prescription
from facet_desktop.domain.remembered import MAX_KEPT, Remembered
from facet_desktop.domain.timeline import Pacing, compile_session
from facet_desktop.domain.values import frozen

Run = tuple[Prescription, ...]


@frozen
class SessionTimes:
    """Planned length of a session, and how much of it belongs to each exercise, in milliseconds.

    An exercise owns its preparation, its sets and the rests that follow them; all parts add up to the total.
    """

    total_ms: int
    item_ms: tuple[int, ...]


@frozen
class _RunTimes:
    """Milliseconds of each exercise of a run, and the position of the one that ends it."""

    item_ms: tuple[int, ...]
    ended_by: int


class SessionTimer:
    """Answers `times` quickly for sessions that share most of their exercises."""

    def __init__(self, pacing: Pacing) -> None:
        self.pacing = pacing
        self._circuits: dict[Run, _RunTimes] = {}
        self._sets: dict[Dose, int] = {}
        self._doses_ms: Remembered[Dose, int] = Remembered(self._dose_ms)
        self._sessions: dict[str, tuple[Run, SessionTimes]] = {}

    def times(self, session: PlannedSession) -> SessionTimes:
        """The times of a session; the total equals `timeline.session_ms`."""
        kept = self._sessions.get(session.id)
        if kept is None or kept[0] is not session.items:
            kept = self._sessions[session.id] = (session.items, self._times(session))
        return kept[1]

    def _times(self, session: PlannedSession) -> SessionTimes:
        between_ms = _ms(self.pacing.between_exercises_s)
        owned: list[int] = []
        ended_by = 0
        for run in _runs(session.items):
            if owned:
                owned[ended_by] += between_ms
            times = self._alone(run[0]) if len(run) == 1 else self._circuit(run)
            ended_by = len(owned) + times.ended_by
            owned.extend(times.item_ms)
        return SessionTimes(sum(owned), tuple(owned))

    def _alone(self, item: Prescription) -> _RunTimes:
        """Time to prepare, every set, and the rests between them."""
        prepare_s = self.pacing.prepare_s if item.prepare_s is None else item.prepare_s
        return _RunTimes((_ms(prepare_s) + self._doses_ms(item.dose),), 0)

    def _dose_ms(self, dose: Dose) -> int:
        sets = dose.played_sets
        return sets * self._set_ms(dose) + (sets - 1) * _ms(dose.rest_s)

    def _set_ms(self, dose: Dose) -> int:
        one = replace(dose, sets=Span(1, 1), rest_s=0)
        found = self._sets.get(one)
        if found is None:
            if len(self._sets) >= MAX_KEPT:
                self._sets.clear()
            bare = Prescription("", "", 0, "", one, BreathCode.FREE, prepare_s=0)
            found = self._sets[one] = sum(_compiled((bare,), self.pacing).item_ms)
        return found

    def _circuit(self, run: Run) -> _RunTimes:
        found = self._circuits.get(run)
        if found is None:
            if len(self._circuits) >= MAX_KEPT:
                self._circuits.clear()
            found = self._circuits[run] = _compiled(run, self.pacing)
        return found


def _runs(items: tuple[Prescription, ...]) -> Iterator[Run]:
    for _, run in groupby(enumerate(items), key=lambda pair: pair[1].group or pair[0]):
        yield tuple(item for _, item in run)


def _compiled(run: Run, pacing: Pacing) -> _RunTimes:
    timeline = compile_session(PlannedSession("", "", items=run), pacing)
    owned = [0] * len(run)
    ended_by = 0
    for step in timeline.steps:
        owned[step.item] += step.duration_ms
        ended_by = step.item
    return _RunTimes(tuple(owned), ended_by)


def _ms(seconds: float) -> int:
    return max(0, round(seconds * 1000))
