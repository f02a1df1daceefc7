"""A clock that starts now and moves only when the tour says so."""

from __future__ import annotations

from datetime import date

from facet_desktop.clock import SystemClock


class TourClock:
    """Stands still between pictures, so that a player can be painted at a chosen moment."""

    def __init__(self) -> None:
        self._system = SystemClock()
        self._wall_ms = self._system.wall_ms()
        self._monotonic_ms = 0

    def monotonic_ms(self) -> int:
        """Milliseconds that only `advance` moves."""
        return self._monotonic_ms

    def wall_ms(self) -> int:
        """UTC in milliseconds."""
        return self._wall_ms

    def today(self) -> date:
        """The day on which the tour began."""
        return self.day_of(self._wall_ms)

    def day_of(self, at_ms: int) -> date:
        """Calendar day of a moment."""
        return self._system.day_of(at_ms)

    def hour(self) -> int:
        """A morning, so that pictures of different hours are alike."""
        return 9

    def advance(self, milliseconds: int) -> None:
        """Lets time go by."""
        self._monotonic_ms += milliseconds
        self._wall_ms += milliseconds
