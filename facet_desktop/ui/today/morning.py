"""The question on the morning after a session, and what the answer means. No widgets here.

Rule and limits: clinical reference D2; see `judge_morning`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.domain.pain import Zone
from facet_desktop.domain.traffic_light import MorningVerdict
from facet_desktop.domain.values import frozen
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.translation import translate

if TYPE_CHECKING:
    from datetime import date

    from facet_desktop.domain.pain import Thresholds
    from facet_desktop.services.morning_service import MorningQuestion
    from facet_desktop.services.records import PainRating
    from facet_desktop.services.today_service import TodayView
    from facet_desktop.ui.context import UiContext

_TONES = {
    MorningVerdict.READY: Tone.GOOD,
    MorningVerdict.HOLD: Tone.CAUTION,
    MorningVerdict.REGRESS: Tone.ALERT,
}
_NOON = 12


@frozen
class MorningModel:
    """The card. `verdict` is empty and `answer_nprs` None before the answer."""

    question: str
    answer_nprs: int | None
    verdict: str
    tone: Tone
    thresholds: Thresholds


@frozen
class _Answered:
    question: MorningQuestion
    pain_nprs: int
    verdict: MorningVerdict
    rating: PainRating | None


class MorningDesk:
    """Asks once a day; the answer can be changed until the person has done with the card."""

    def __init__(self, context: UiContext) -> None:
        self._services = context.services
        self._words = MorningWords(translate)
        self._key: tuple[str, date] | None = None
        self._question: MorningQuestion | None = None
        self._answered: _Answered | None = None
        self._done_with: tuple[str, date] | None = None

    def model(self, view: TodayView) -> MorningModel | None:
        """The card of this day; None when there is nothing to ask, or when it was put away."""
        key = (view.patient.id, view.today)
        if key != self._key:
            self._key, self._answered = key, None
        if key == self._done_with:
            return None
        answered = self._answered
        self._question = answered.question if answered else self._services.morning.question(view.patient.id)
        if self._question is None:
            return None
        limits = self._services.settings.present.thresholds
        is_early = view.hour < _NOON
        return MorningModel(
            question=self._words.question(self._question.session.name, is_early=is_early),
            answer_nprs=answered.pain_nprs if answered else None,
            verdict=self._said(answered, limits) if answered else "",
            tone=_TONES[answered.verdict] if answered else Tone.NEUTRAL,
            thresholds=limits,
        )

    def answer(self, pain_nprs: int) -> None:
        """Keeps the answer, in place of an earlier one to the same question. Raises StorageError."""
        if self._key is None or self._question is None:
            return
        patient_id, question = self._key[0], self._question
        first = self._answered.rating if self._answered else None
        verdict = self._services.morning.answer(patient_id, question, pain_nprs, corrects=first)
        rating = first or self._services.pain.latest_today(patient_id)
        self._answered = _Answered(question, pain_nprs, verdict, rating)

    def put_away(self) -> None:
        """No more about it today."""
        self._done_with, self._answered = self._key, None

    def _said(self, answered: _Answered, limits: Thresholds) -> str:
        before, now = answered.question.before_nprs, answered.pain_nprs
        is_high = limits.zone(now) is Zone.RED
        return self._words.verdict(answered.verdict, (before, now), is_high=is_high)


class MorningWords(Wording):
    """Words of the card: the numbers first, then what they mean for the next session."""

    def question(self, session: str, *, is_early: bool) -> str:
        """Asked in the morning, or later about the morning."""
        early = self.tr("Yesterday you did %1. How is your back this morning?")
        late = self.tr("Yesterday you did %1. How was your back this morning?")
        return (early if is_early else late).replace("%1", session)

    def verdict(self, verdict: MorningVerdict, pains: tuple[int, int], *, is_high: bool) -> str:
        """`pains` are before the session and this morning; `is_high` when the latter is above the limits."""
        before, now = pains
        return f"{self._change(before, now)} {self._meaning(verdict, is_high=is_high)}"

    def _change(self, before: int, now: int) -> str:
        rise = now - before
        if rise == 0:
            return self.tr("%1, the same as before the session.").replace("%1", str(now))
        text = self.tr("%1, %n point(s) more than before the session.", rise)
        if rise < 0:
            text = self.tr("%1, %n point(s) less than before the session.", -rise)
        return text.replace("%1", str(now))

    def _meaning(self, verdict: MorningVerdict, *, is_high: bool) -> str:
        if verdict is MorningVerdict.READY and is_high:
            return self.tr(
                "The session did not make it worse, but it is a lot. Start shows you what may suit you today."
            )
        return {
            MorningVerdict.READY: self.tr("Your back took it well. Do your next session as planned."),
            MorningVerdict.HOLD: self.tr(
                "That is a little much. Keep your next session as it is, and add nothing yet."
            ),
            MorningVerdict.REGRESS: self.tr(
                "That was too much. Do less next time: a shorter session, or easier versions. If it goes on "
                "like this, ask your clinician."
            ),
        }[verdict]
