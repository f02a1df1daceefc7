"""Reads the figures of a session before they are wanted."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from facet_desktop.domain.exercise import Exercise
from facet_desktop.domain.figure_names import versioned
from facet_desktop.domain.program import Prescription
from facet_desktop.services.figures import FigureSource


class FiguresAhead:
    """One figure a frame, in the first frames of a session: reading one takes as long as painting some.

    The source keeps what it has read. A figure that is wanted earlier is read then.
    """

    def __init__(self, figures: FigureSource, prescribed: Callable[[str, int], Exercise | None]) -> None:
        self._figures = figures
        self._prescribed = prescribed
        self._names: deque[str] = deque()

    def begin(self, items: Iterable[Prescription]) -> None:
        """These exercises are about to be played."""
        self._names = deque(dict.fromkeys(name for item in items for name in self._names_of(item)))

    def go_on(self) -> None:
        """Reads the next figure; nothing once all are read."""
        if self._names:
            self._figures.find(self._names.popleft())

    def _names_of(self, item: Prescription) -> tuple[str, ...]:
        exercise = self._prescribed(item.exercise, item.exercise_version)
        turns = exercise.turns[1:] if exercise is not None and exercise.turn(1) is not None else ()
        return versioned(item.exercise, item.exercise_version), *(turn.figure for turn in turns)
