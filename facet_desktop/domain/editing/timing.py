"""Length of a session while it is being edited: the player's own number, computed piece by piece.

A session is a row of runs (an exercise alone, or a circuit), and the player puts the same rest between any
two runs. So the lengths of runs are added up from those of their sets, without making the timeline: an edit
of all of 300 exercises takes a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from facet_desktop.domain.dose import Dose
from facet_desktop.domain.program import PlannedSession, Prescription
from facet_desktop.domain.remembered import Remembered
from facet_desktop.domain.timeline import Pacing, set_ms, turns
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
        self._set_ms: Remembered[Dose, int] = Remembered(lambda dose: set_ms(dose, pacing))
        self._alone: Remembered[Prescription, _RunTimes] = Remembered(self._alone_times)
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

    def _alone_times(self, item: Prescription) -> _RunTimes:
        """Time to prepare, every set, and the rests between them."""
        sets, rest_ms = item.dose.played_sets, _ms(item.dose.rest_s)
        return _RunTimes((self._prepare_ms(item) + sets * (self._set_ms(item.dose) + rest_ms) - rest_ms,), 0)

    def _circuit(self, run: Run) -> _RunTimes:
        """Set by set: time to prepare where the exercise changes, the set, and the rest after it."""
        owned = [0] * len(run)
        before: int | None = None
        rest_ms = 0
        for place, _ in turns(run):
            item, rest_ms = run[place], _ms(run[place].dose.rest_s)
            prepare_ms = self._prepare_ms(item) if place != before else 0
            owned[place] += prepare_ms + self._set_ms(item.dose) + rest_ms
            before = place
        ended_by = before or 0
        owned[ended_by] -= rest_ms
        return _RunTimes(tuple(owned), ended_by)

    def _prepare_ms(self, item: Prescription) -> int:
        return _ms(self.pacing.prepare_s if item.prepare_s is None else item.prepare_s)


def _runs(items: tuple[Prescription, ...]) -> Iterator[Run]:
    for _, run in groupby(enumerate(items), key=lambda pair: pair[1].group or pair[0]):
        yield tuple(item for _, item in run)


def _ms(seconds: float) -> int:
    return max(0, round(seconds * 1000))
