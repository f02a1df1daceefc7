"""A shorter version of a session for a day with little time: same order, fewer sets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facet_desktop.domain.dose import Span
from facet_desktop.domain.timeline import Pacing, session_ms

if TYPE_CHECKING:
    from facet_desktop.domain.program import PlannedSession, Prescription


def shorten(session: PlannedSession, limit_ms: int, pacing: Pacing) -> PlannedSession:
    """The session with just enough sets left out to fit `limit_ms`.

    Sets go first where most are left (the later exercise when two have as many); when every exercise is down
    to one set, exercises go from the end. One set of the first exercise always stays, even if it is longer.
    """
    while session_ms(session, pacing) > limit_ms:
        shorter = _one_less(session)
        if shorter is None:
            return session
        session = shorter
    return session


def _one_less(session: PlannedSession) -> PlannedSession | None:
    most = max((item.dose.played_sets for item in session.items), default=0)
    if most > 1:
        index = max(n for n, item in enumerate(session.items) if item.dose.played_sets == most)
        items = list(session.items)
        items[index] = _with_sets(items[index], most - 1)
        return replace(session, items=tuple(items))
    return replace(session, items=session.items[:-1]) if len(session.items) > 1 else None


def _with_sets(item: Prescription, sets: int) -> Prescription:
    return replace(item, dose=replace(item.dose, sets=Span.of(sets)))
