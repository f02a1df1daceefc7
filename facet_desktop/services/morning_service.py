"""The 24-hour rule: how the back is on the morning after a session (clinical reference, D2)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from facet_desktop.domain.pain import PainContext
from facet_desktop.domain.traffic_light import MorningVerdict, judge_morning
from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.services.pain_service import PainService
    from facet_desktop.services.ports import Clock, PainRepository, SessionRepository
    from facet_desktop.services.records import PainRating, SessionRecord
    from facet_desktop.services.settings import SettingsService


@frozen
class MorningQuestion:
    """A session of yesterday whose next morning was not rated yet, and pain (NPRS 0 to 10) before it."""

    session: SessionRecord
    before_nprs: int


class MorningService:
    """Asks once on the day after a session, and says what the answer means."""

    def __init__(
        self,
        sessions: SessionRepository,
        ratings: PainRepository,
        pain: PainService,
        settings: SettingsService,
        clock: Clock,
    ) -> None:
        self._sessions = sessions
        self._ratings = ratings
        self._pain = pain
        self._settings = settings
        self._clock = clock

    def question(self, patient_id: str) -> MorningQuestion | None:
        """What to ask now; None without a session and a rating yesterday, or when it was answered."""
        today = self._clock.today()
        ratings = self._ratings.between(patient_id, today, today)
        if any(rating.context is PainContext.MORNING for rating in ratings):
            return None
        yesterday = today - timedelta(days=1)
        for session in reversed(self._sessions.between(patient_id, yesterday, yesterday)):
            if session.completion > 0 and session.pain_before_nprs is not None:
                return MorningQuestion(session, session.pain_before_nprs)
        return None

    def answer(
        self,
        patient_id: str,
        question: MorningQuestion,
        pain_nprs: int,
        *,
        corrects: PainRating | None = None,
    ) -> MorningVerdict:
        """Keeps the rating, in place of one it corrects, and compares it with that before the session."""
        self._pain.rate(patient_id, pain_nprs, PainContext.MORNING, corrects=corrects)
        return judge_morning(pain_nprs, question.before_nprs, self._settings.present.thresholds)
