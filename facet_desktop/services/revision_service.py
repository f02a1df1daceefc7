"""The revisions of a program with what was played from each; a session always names its revision."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.services.ports import Clock, ProgramRepository, SessionRepository
    from facet_desktop.services.records import Revision


@frozen
class PlayedRevision:
    """A revision, the day on which it was published, and the sessions begun from it."""

    revision: Revision
    day: date
    sessions: int
    last_played: date | None


class RevisionService:
    """Answers what was published and what came of it."""

    def __init__(self, programs: ProgramRepository, sessions: SessionRepository, clock: Clock) -> None:
        self._programs = programs
        self._sessions = sessions
        self._clock = clock

    def of(self, patient_id: str, program_id: str) -> tuple[PlayedRevision, ...]:
        """All revisions of a program of a patient, the latest first."""
        days = self._days(patient_id)
        return tuple(
            PlayedRevision(
                one,
                self._clock.day_of(one.stamp.at_ms),
                len(days[one.id]),
                max(days[one.id], default=None),
            )
            for one in self._programs.revisions_of(program_id)
        )

    def _days(self, patient_id: str) -> defaultdict[str, list[date]]:
        """Days of the sessions by the id of their revision."""
        found: defaultdict[str, list[date]] = defaultdict(list)
        first = self._sessions.first_day(patient_id)
        if first is not None:
            for session in self._sessions.between(patient_id, first, self._clock.today()):
                found[session.revision_id].append(session.local_day)
        return found
