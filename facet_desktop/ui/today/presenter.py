"""What the first page shows, and what its buttons do. No widgets here."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from facet_desktop.domain.adherence import DayCount
from facet_desktop.domain.adherence import DayState as DayOutcome
from facet_desktop.domain.values import frozen
from facet_desktop.ui.dates import day_letter
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.today.morning import MorningDesk
from facet_desktop.ui.today.words import TodayWords
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.day_strip import DayMark, DayState

if TYPE_CHECKING:
    from facet_desktop.domain.chart import ChartSpec
    from facet_desktop.domain.pain import PainChange, Thresholds
    from facet_desktop.domain.program import Prescription
    from facet_desktop.domain.red_flags import ScreenResult
    from facet_desktop.services.play_service import ResumeOffer
    from facet_desktop.services.playing import PlayedSession
    from facet_desktop.services.records import PainRating, Patient
    from facet_desktop.services.today_service import NextSession, TodayView
    from facet_desktop.ui.context import UiContext
    from facet_desktop.ui.today.locked_card import LockedModel
    from facet_desktop.ui.today.morning import MorningModel

FLARE_TEMPLATE = "flare-relief"
CHANGE_MS = 20_000
"""Within this time another answer corrects the one before: a slip, or the 1 of a typed 10."""
_MARKS = {
    DayOutcome.DONE: DayState.DONE,
    DayOutcome.PARTLY: DayState.PART,
    DayOutcome.MISSED: DayState.NONE,
    DayOutcome.FREE: DayState.REST,
    DayOutcome.AHEAD: DayState.PLANNED,
}


class CardKind(StrEnum):
    """What the large card is about."""

    PLAY = "play"
    DONE = "done"
    FREE = "free"
    REST = "rest"
    NO_PLAN = "no-plan"


@frozen
class SessionCard:
    """The large card. `items` and `session_id` are there whenever something can be played."""

    kind: CardKind
    title: str = ""
    text: str = ""
    minutes: str = ""
    equipment: tuple[str, ...] = ()
    counter: str = ""
    items: tuple[Prescription, ...] = ()
    session_id: str = ""


@frozen
class Change:
    """The chip beside the pain chart."""

    text: str
    tone: Tone
    icon: str


@frozen
class TodayModel:
    """Everything on the page, in words."""

    greeting: str
    subtitle: str
    card: SessionCard
    resume: str
    week: tuple[DayMark, ...]
    week_text: str
    pain_chart: ChartSpec
    pain_change: Change | None
    pain_text: str
    pain_today: int | None
    pain_note: str
    thresholds: Thresholds
    has_flare_help: bool
    locked: LockedModel | None
    morning: MorningModel | None


class TodayPresenter:
    """Asks the services for the current patient and does what the page's buttons say."""

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self._services = context.services
        self._words = TodayWords(translate)
        self._view: TodayView | None = None
        self._offer: ResumeOffer | None = None
        self._resting: tuple[str, date] | None = None
        self._rated: tuple[PainRating, int] | None = None
        self.morning = MorningDesk(context)

    def model(self) -> TodayModel | None:
        """The page of the current patient; None while there is no patient."""
        patient = self._services.patients.current()
        if patient is None:
            self._view = self._offer = None
            return None
        self._view = view = self._services.today.view(patient, self._services.settings.present.pacing)
        lock = self._services.safety.lock(patient.id)
        self._offer = None if lock else self._services.play.offer(patient.id)
        words = self._words
        return TodayModel(
            greeting=words.greeting(view.hour),
            subtitle=words.subtitle(view, self._context.words.terms),
            card=self._card(view),
            resume=words.resume(self._offer.step.name) if self._offer else "",
            week=tuple(self._mark(one, view.today) for one in view.week),
            week_text=words.week(view.week, view.best_run),
            pain_chart=view.pain_chart,
            pain_change=self._change(view.pain_change),
            pain_text=self._context.words.progress.change(view.pain_change),
            pain_today=view.pain_today,
            pain_note=words.rated(view.pain_today),
            thresholds=self._services.settings.present.thresholds,
            has_flare_help=lock is None and FLARE_TEMPLATE in self._services.library.library.templates,
            locked=self._locked(lock) if lock else None,
            morning=self.morning.model(view) if lock is None else None,
        )

    def take_up(self) -> PlayedSession | None:
        """Opens the session that was cut off, where it stopped."""
        return self._services.play.take_up(self._offer.record.id) if self._offer else None

    def is_locked(self) -> bool:
        """Whether a warning sign keeps sessions locked."""
        return self._view is not None and self._services.safety.lock(self._view.patient.id) is not None

    def end_it(self) -> None:
        """Closes the session that was cut off; what was done stays."""
        if self._offer:
            self._services.play.give_up(self._offer.record.id)

    def rate(self, pain_nprs: int) -> None:
        """Keeps pain of now, 0 to 10. An answer changed within moments takes the place of the first."""
        if self._view is None:
            return
        patient_id, now_ms = self._view.patient.id, self._services.clock.monotonic_ms()
        last, rated_ms = self._rated or (None, 0)
        is_change = last is not None and last.patient_id == patient_id and now_ms - rated_ms <= CHANGE_MS
        rating = self._services.pain.rate(patient_id, pain_nprs, corrects=last if is_change else None)
        self._rated = (rating, now_ms)

    def rest(self) -> None:
        """Puts today's session out of sight until tomorrow; nothing is recorded."""
        if self._view:
            self._resting = (self._view.patient.id, self._view.today)

    def unrest(self) -> None:
        """Shows today's session again."""
        self._resting = None

    def next_day_text(self) -> str:
        """When the next session after today is planned, as a sentence; empty when none is."""
        view = self._view
        return self._words.next_day(view.next_day, view.today) if view else ""

    def _locked(self, lock: ScreenResult) -> LockedModel:
        from facet_desktop.domain.red_flags import Urgency
        from facet_desktop.ui.advice.words import AdviceWords
        from facet_desktop.ui.today.locked_card import LockedModel

        words = AdviceWords(translate)
        headline = words.headline(lock.urgency or Urgency.NOW)
        advice = tuple(dict.fromkeys(flag.advice for flag in lock.raised))
        return LockedModel(words.locked_title(), headline, words.locked_text(), advice)

    def _card(self, view: TodayView) -> SessionCard:
        words, session = self._words, view.any_session
        if view.revision is None or session is None:
            return SessionCard(CardKind.NO_PLAN)
        if view.next is None:
            done = view.done_today > 0
            title = words.done_title() if done else words.free_title()
            text = (words.done_text if done else words.free_text)(self.next_day_text())
            return self._filled(CardKind.DONE if done else CardKind.FREE, session, title, text)
        if self._is_resting(view.patient, view.today):
            text = words.rest_text(self.next_day_text())
            return self._filled(CardKind.REST, session, words.rest_title(), text)
        return self._filled(CardKind.PLAY, session, session.session.name, "")

    def _filled(self, kind: CardKind, session: NextSession, title: str, text: str) -> SessionCard:
        return SessionCard(
            kind=kind,
            title=title,
            text=text,
            minutes=self._context.words.dose.minutes(session.duration_ms),
            equipment=session.equipment,
            counter=self._words.counter(session) if kind is CardKind.PLAY else "",
            items=session.session.items,
            session_id=session.session.id,
        )

    def _is_resting(self, patient: Patient, today: date) -> bool:
        return self._resting == (patient.id, today)

    def _mark(self, count: DayCount, today: date) -> DayMark:
        waits = count.state(today) is DayOutcome.AHEAD and count.day == today
        state = DayState.TODAY if waits else _MARKS[count.state(today)]
        return DayMark(day_letter(count.day.weekday()), state, self._words.day(count, today))

    def _change(self, change: PainChange | None) -> Change | None:
        if change is None:
            return None
        if not change.points:
            return Change(self._words.same(), Tone.NEUTRAL, "minus")
        went_down = change.points < 0
        tone = (Tone.GOOD if went_down else Tone.CAUTION) if change.matters else Tone.NEUTRAL
        return Change(self._words.points(change.points), tone, "arrow-down" if went_down else "arrow-up")
