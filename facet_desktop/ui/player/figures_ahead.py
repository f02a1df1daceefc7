"""Reads the figures of a session before they are wanted."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from facet_desktop.domain.figure_names import versioned
from facet_desktop.domain.program import Prescription
from facet_desktop.services.figures import FigureSource


class FiguresAhead:
    """One figure a frame, in the first frames of a session: reading one takes as long as painting some.

    The source keeps what it has read. A figure that is wanted earlier is read then.
    """

    def __init__(self, figures: FigureSource) -> None:
        self._figures = figures
        self._names: deque[str] = deque()

    def begin(self, items: Iterable[Prescription]) -> None:
        """These exercises are about to be played."""
        self._names = deque(dict.fromkeys(versioned(one.exercise, one.exercise_version) for one in items))

    def go_on(self) -> None:
        """Reads the next figure; nothing once all are read."""
        if self._names:
            self._figures.find(self._names.popleft())
