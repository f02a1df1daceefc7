"""The clock and the maker of ids of this computer: the only place that reads the time of the system."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facet_desktop.services.ports import Clock


class SystemClock:
    """The time of this computer."""

    def monotonic_ms(self) -> int:
        """Milliseconds of a clock that never goes back; for durations only."""
        return time.monotonic_ns() // 1_000_000

    def wall_ms(self) -> int:
        """UTC in milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    def today(self) -> date:
        """Calendar day where this computer stands."""
        return self._local_now().date()

    def day_of(self, at_ms: int) -> date:
        """Calendar day, where the person is now, of a moment in UTC milliseconds."""
        return datetime.fromtimestamp(at_ms / 1_000, UTC).astimezone().date()

    def hour(self) -> int:
        """Hour of the person's day, 0 to 23."""
        return self._local_now().hour

    @staticmethod
    def _local_now() -> datetime:
        return datetime.now(UTC).astimezone()


_RANDOM_BITS = 74
_TOP = 1 << _RANDOM_BITS


class Uuid7Ids:
    """UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then chance, so that they sort by time.

    Two ids made by one object are always in order, also within a millisecond and when the clock is set back:
    then the later one counts on from the one before (RFC 9562, section 6.2, method 2).
    """

    def __init__(self, clock: Clock, random_bytes: Callable[[int], bytes] = os.urandom) -> None:
        self._clock = clock
        self._random_bytes = random_bytes
        self._lock = Lock()
        self._ms = -1
        self._tail = 0

    def new(self) -> str:
        """A new UUID as text."""
        with self._lock:
            self._step()
            value = (self._ms << 80) | (0x7 << 76) | (self._tail >> 62 << 64)
            value |= (0b10 << 62) | (self._tail & ((1 << 62) - 1))
        digits = f"{value:032x}"
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

    def _step(self) -> None:
        now_ms = self._clock.wall_ms()
        chance = int.from_bytes(self._random_bytes(10), "big")
        if now_ms > self._ms:
            # One bit stays free, so that a busy millisecond has room to count on.
            self._ms, self._tail = now_ms, chance % (_TOP >> 1)
            return
        self._tail += 1 + (chance & 0xFFFFFFFF)
        if self._tail >= _TOP:
            self._ms, self._tail = self._ms + 1, self._tail - _TOP
