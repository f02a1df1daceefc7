"""What is asked before a session, what the answers mean, and how the session begins. No widgets here."""

from __future__ import annotations

from collections.abc import Collection

from facet_desktop.domain.chart import ChartSpec, Role
from facet_desktop.domain.pain import PainContext, Thresholds
from facet_desktop.domain.red_flags import RedFlag, ScreenResult
from facet_desktop.domain.traffic_light import Advice, Reading, judge
from facet_desktop.domain.values import frozen
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.today_service import TodayView
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.readiness.shortening import MINUTE_MS, Shorter, shorter_versions
from facet_desktop.ui.readiness.words import ReadyWords
from facet_desktop.ui.today.presenter import FLARE_TEMPLATE
from facet_desktop.ui.translation import translate

WHOLE = "full"
_AT_REST = frozenset({PainContext.NOW, PainContext.MORNING})


@frozen
class Length:
    """One choice of "Shorter today"; `limit_ms` is None for the whole session."""

    key: str
    text: str
    limit_ms: int | None
    left_out: str


@frozen
class PainNote:
    """What pain before the session asks for, in words."""

    advice: Advice
    text: str


@frozen
class ReadyModel:
    """The page. `asks_all` is true when every warning sign has to be answered now."""

    session_name: str
    subtitle: str
    equipment: tuple[str, ...]
    lengths: tuple[Length, ...]
    pain_today: int | None
    pain_note: str
    thresholds: Thresholds
    signs: tuple[RedFlag, ...]
    asks_all: bool
    has_flare_help: bool


@frozen
class Told:
    """What the person told about this session; None where nothing was said."""

    pain_nprs: int | None = None
    stiffness: int | None = None
    sleep_h: float | None = None
    limit_ms: int | None = None


class ReadyPresenter:
    """Prepares the next session of the current patient."""

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self._services = context.services
        self._words = ReadyWords(translate)
        self._view: TodayView | None = None

    def is_locked(self) -> bool:
        """Whether a warning sign locks the sessions of the current patient."""
        patient = self._services.patients.current()
        return patient is not None and self._services.safety.lock(patient.id) is not None

    def model(self) -> ReadyModel | None:
        """The page; None when there is nothing to play."""
        settings, safety = self._services.settings.present, self._services.safety
        patient = self._services.patients.current()
        self._view = view = self._services.today.view(patient, settings.pacing) if patient else None
        following = view.any_session if view else None
        if patient is None or following is None:
            return None
        minutes = self._context.words.dose.minutes(following.duration_ms)
        whole = Length(WHOLE, self._words.whole(minutes), None, self._words.nothing_left_out())
        shorter = shorter_versions(following.session, settings.pacing)
        pain = self._pain_at_rest(patient.id)
        return ReadyModel(
            session_name=following.session.name,
            subtitle=self._words.subtitle(minutes),
            equipment=following.equipment,
            lengths=(whole, *(self._length(one) for one in shorter)),
            pain_today=pain,
            pain_note=self._words.taken_over() if pain is not None else "",
            thresholds=settings.thresholds,
            signs=safety.questions(),
            asks_all=safety.is_due(patient.id),
            has_flare_help=FLARE_TEMPLATE in self._services.library.library.templates,
        )

    def note(self, pain_nprs: int | None) -> PainNote:
        """What this pain asks for. From a usual pain of `usual_high_from` on, the change decides (D1)."""
        limits = self._services.settings.present.thresholds
        if pain_nprs is None:
            return PainNote(Advice.GO_ON, "")
        usual = _usual(self._view.pain_chart) if self._view else None
        is_high = usual is not None and usual >= limits.usual_high_from
        before = round(usual) if usual is not None and is_high else None
        verdict = judge(Reading(pain_nprs, before, usual), limits)
        return PainNote(verdict.advice, self._words.pain(verdict.advice, verdict.reasons, limits))

    def screen(self, ticked: Collection[str]) -> ScreenResult:
        """Keeps the answers to all signs and says what they ask for. Raises StorageError."""
        patient = self._services.patients.current()
        if patient is None:
            return ScreenResult(())
        safety = self._services.safety
        answers = {flag.slug: flag.slug in ticked for flag in safety.questions()}
        return safety.answer(patient.id, answers, safety.context(patient.id))

    def start(self, told: Told) -> PlayedSession | None:
        """Begins the session. Raises UserError when sessions are locked or there is nothing to play."""
        view = self._view
        if view is None or view.revision is None or view.any_session is None:
            return None
        pacing = self._services.settings.present.pacing
        session_id = view.any_session.session.id
        return self._services.play.start(view.revision.id, session_id, pacing, told.limit_ms)

    def keep(self, session: PlayedSession, told: Told) -> None:
        """Keeps in a begun session how the person came to it. Raises StorageError."""
        record = session.recorder.record
        taken_over = record.pain_before_nprs if record else None
        if told.pain_nprs is not None and told.pain_nprs != taken_over:
            session.rate_pain(told.pain_nprs, PainContext.BEFORE)
        if told.stiffness is not None or told.sleep_h is not None:
            session.note_readiness(told.stiffness, told.sleep_h)

    def keep_pain(self, pain_nprs: int | None) -> None:
        """Keeps pain as a rating of now, when the session does not begin. Raises StorageError."""
        patient = self._services.patients.current()
        if patient is not None and pain_nprs is not None and pain_nprs != self._pain_at_rest(patient.id):
            self._services.pain.rate(patient.id, pain_nprs)

    def button(self, *, asked: bool, ticked: bool, anyway: bool) -> str:
        """What the button says."""
        return self._words.start(asked=asked, ticked=ticked, anyway=anyway)

    def _pain_at_rest(self, patient_id: str) -> int | None:
        rating = self._services.pain.latest_today(patient_id)
        return rating.pain_nprs if rating is not None and rating.context in _AT_REST else None

    def _length(self, shorter: Shorter) -> Length:
        number = shorter.limit_ms // MINUTE_MS
        minutes = self._context.words.dose.minutes(shorter.duration_ms)
        left_out = self._words.left_out(minutes, shorter.left_out)
        return Length(str(number), self._words.limit(number), shorter.limit_ms, left_out)


def _usual(chart: ChartSpec) -> float | None:
    """The last seven-day mean of a pain chart."""
    means = next((series.values for series in chart.series if series.role is Role.MEAN), ())
    return next((value for value in reversed(means) if value is not None), None)
