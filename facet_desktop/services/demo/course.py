"""A plausible, made-up course of pain and of sessions done for one person.

The numbers are invention, not evidence: a slow fall from a first level towards a last one, day-to-day noise,
flares of some days, gaps without ratings, and days on which nothing was done.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from random import Random

from facet_desktop.domain.values import frozen

FLARE_CHANCE = 0.012
"""Chance a day that a flare begins."""
FLARE_DAYS = (3, 8)
FLARE_POINTS = 3.0
GAP_CHANCE = 0.01
"""Chance a day that a stretch without any record begins."""
GAP_DAYS = (3, 10)
RATED_SHARE = 0.85


@frozen
class CourseDay:
    """One day: pain when rated (NPRS 0 to 10), whether it flares, and how willing the person is to train."""

    pain_nprs: int | None
    flares: bool
    trains: bool
    share: float
    """Part of a session that gets done, 0 to 1."""


def course(random: Random, days: int) -> tuple[CourseDay, ...]:
    """The course of one person over `days` days; the same random state gives the same course."""
    first = random.uniform(4.5, 7.5)
    last = random.uniform(0.5, min(4.5, first))
    speed = random.uniform(2.0, 5.0) / max(days, 1)
    willing = random.uniform(0.55, 0.97)
    flare = _Spell(FLARE_CHANCE, FLARE_DAYS)
    gap = _Spell(GAP_CHANCE, GAP_DAYS)
    found = []
    for day in range(days):
        flaring, absent = flare.next(random), gap.next(random)
        level = last + (first - last) * exp(-speed * day) + (FLARE_POINTS if flaring else 0.0)
        pain = min(10, max(0, round(random.gauss(level, 0.7))))
        rated = not absent and random.random() < RATED_SHARE
        trains = not absent and random.random() < willing * (0.5 if flaring else 1.0)
        share = 1.0 if random.random() < 0.85 else random.uniform(0.3, 0.9)
        found.append(CourseDay(pain if rated else None, flaring, trains, share))
    return tuple(found)


@dataclass(slots=True)
class _Spell:
    """Runs of days that begin by chance and last for a while."""

    chance: float
    length: tuple[int, int]
    left: int = 0

    def next(self, random: Random) -> bool:
        if self.left == 0 and random.random() < self.chance:
            self.left = random.randint(*self.length)
        going = self.left > 0
        self.left = max(0, self.left - 1)
        return going
