"""Stand-ins for the outside world: a clock that moves when told to, ids that are the same in every run."""

from __future__ import annotations

from datetime import UTC, date, datetime

NOON_MS = 1_767_614_400_000
"""Monday, 5 January 2026, 12:00 UTC."""


class FakeClock:
    """A clock that stands still until a test moves it. The person lives in UTC."""

    def __init__(self, wall_ms: int = NOON_MS, monotonic_ms: int = 1_000_000) -> None:
        self._wall_ms = wall_ms
        self._monotonic_ms = monotonic_ms

    def monotonic_ms(self) -> int:
        """Milliseconds that only `advance` moves."""
        return self._monotonic_ms

    def wall_ms(self) -> int:
        """UTC in milliseconds since 1970."""
        return self._wall_ms

    def today(self) -> date:
        """Calendar day in UTC."""
        return self.day_of(self._wall_ms)

    def day_of(self, at_ms: int) -> date:
        """Calendar day of a moment in UTC."""
        return _moment(at_ms).date()

    def hour(self) -> int:
        """Hour of the day in UTC."""
        return _moment(self._wall_ms).hour

    def advance(self, ms: int) -> None:
        """Time goes by while the program runs."""
        self._monotonic_ms += ms
        self._wall_ms += ms

    def sleep(self, ms: int) -> None:
        """The computer sleeps: the wall clock goes on, the monotonic one stands, as on Linux."""
        self._wall_ms += ms

    def jump(self, ms: int) -> None:
        """Somebody sets the wall clock forward or back."""
        self._wall_ms += ms


def _moment(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, UTC)


class CountedIds:
    """UUIDs that count up from 1: version 7 in shape, the same in every run, sorted as they are made."""

    def __init__(self, start: int = 0) -> None:
        self._made = start

    def new(self) -> str:
        """The next id."""
        self._made += 1
        digits = f"{self._made:012x}"
        return f"{digits[:8]}-{digits[8:]}-7000-8000-000000000000"
