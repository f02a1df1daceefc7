"""Shorter versions of a session, and what is left out of them. No widgets here."""

from __future__ import annotations

from facet_desktop.domain.program import PlannedSession
from facet_desktop.domain.shorten import shorten
from facet_desktop.domain.timeline import Pacing, session_ms
from facet_desktop.domain.values import frozen

LIMITS_MIN = (15, 10, 5)
MINUTE_MS = 60_000


@frozen
class LeftOut:
    """Sets of one exercise that are left out; `is_all` when none of it stays."""

    name: str
    sets: int
    is_all: bool


@frozen
class Shorter:
    """A session made to fit `limit_ms`, with the time it really takes."""

    limit_ms: int
    duration_ms: int
    left_out: tuple[LeftOut, ...]


def shorter_versions(session: PlannedSession, pacing: Pacing) -> tuple[Shorter, ...]:
    """Versions for less time than the session takes, the longest first."""
    whole_ms = session_ms(session, pacing)
    limits = (minutes * MINUTE_MS for minutes in LIMITS_MIN)
    return tuple(_shorter(session, pacing, limit) for limit in limits if limit < whole_ms)


def _shorter(session: PlannedSession, pacing: Pacing, limit_ms: int) -> Shorter:
    short = shorten(session, limit_ms, pacing)
    return Shorter(limit_ms, session_ms(short, pacing), _left_out(session, short))


def _left_out(whole: PlannedSession, short: PlannedSession) -> tuple[LeftOut, ...]:
    kept = {item.id: item.dose.played_sets for item in short.items}
    rows = ((item.name, item.dose.played_sets, kept.get(item.id, 0)) for item in whole.items)
    return tuple(LeftOut(name, sets - left, left == 0) for name, sets, left in rows if left < sets)
