"""Ids that are the same in every run."""

from __future__ import annotations

from random import Random


class SeededIds:
    """UUIDs of version 7 from a seeded source: ordered by time, the same in every run."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._count = 0

    def at(self, at_ms: int) -> str:
        """A new id for a record of that moment."""
        self._count += 1
        high = (at_ms << 16) | 0x7000 | (self._count & 0x0FFF)
        low = (0b10 << 62) | self._random.getrandbits(62)
        text = f"{high:016x}{low:016x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
