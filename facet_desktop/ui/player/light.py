"""The traffic light of the player: what the last rating at a place asks for, and what can be done there."""

from __future__ import annotations

from dataclasses import replace

from facet_desktop.domain.journal import Value
from facet_desktop.domain.pain import Zone
from facet_desktop.domain.step import Step
from facet_desktop.domain.timeline import Timeline
from facet_desktop.domain.traffic_light import Advice, Reading, Verdict, judge
from facet_desktop.services.app import AppServices
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.wording.traffic_words import TrafficWords
from facet_desktop.ui.player.models import VerdictModel
from facet_desktop.ui.player.remedies import Remedies, Remedy

Place = tuple[object, ...]


def place_of_rating(step: Step | None) -> Place:
    """Where a rating belongs, the same after a change of the session; None stands for its end."""
    return () if step is None else (step.item_id, step.set_no, step.kind)


class TrafficLight:
    """Judges ratings by the limits of the settings, the pain before, and what is usual for the person."""

    def __init__(
        self, services: AppServices, words: TrafficWords, session: PlayedSession, remedies: Remedies
    ) -> None:
        self._services = services
        self._words = words
        self._session = session
        self._remedies = remedies
        self._given: tuple[Place, int, Verdict] | None = None
        self._shown: tuple[Timeline, VerdictModel | None] | None = None
        self._settled = ""
        self._usual: tuple[float | None] | None = None

    def take(self, pain_nprs: int, step: Step | None) -> None:
        """A rating, 0 to 10, was given at this place."""
        record = self._session.recorder.record
        before = record.pain_before_nprs if record is not None else None
        limits, usual = self._services.settings.present.thresholds, self._usual_nprs()
        if before is None and usual is not None and usual >= limits.usual_high_from:
            before = round(usual)  # judged by the change alone (D1), so there must be something to compare
        reading = Reading(pain_nprs, before, usual)
        self._given = (place_of_rating(step), pain_nprs, judge(reading, limits))
        self._remedies.limits = replace(self._remedies.limits, pain_nprs=pain_nprs)
        self._shown, self._settled = None, ""

    def model(self, step: Step | None) -> VerdictModel | None:
        """What to show at this place; None while the light is green or nothing was rated here."""
        if self._given is None or not self._is_here(step):
            return None
        timeline = self._session.timeline
        if self._shown is None or self._shown[0] is not timeline:
            self._shown = (timeline, self._model(self._given[2], is_over=step is None))
        return self._shown[1]

    def asks_to_wait(self, step: Step | None) -> bool:
        """Whether the rating at this place is one after which the session should not go on by itself."""
        return self._is_here(step) and self._given is not None and self._given[2].zone is Zone.RED

    def asks_to_stop(self, step: Step | None) -> bool:
        """Whether the rating at this place is one with which nobody should go on."""
        return self._is_here(step) and self._given is not None and self._given[2].advice is Advice.STOP

    def why(self, step: Step | None) -> dict[str, Value]:
        """For the journal: the zone, the rating and the reasons that led to a choice here."""
        if self._given is None or not self._is_here(step):
            return {}
        _, pain, verdict = self._given
        reasons = "+".join(reason.kind.value for reason in verdict.reasons)
        return {"zone": verdict.zone.value, "pain_nprs": pain, "reason": reasons}

    def settle(self, text: str) -> None:
        """The person has chosen: say what was done, and offer nothing more here."""
        self._shown, self._settled = None, text

    def said_after(self, remedy: Remedy) -> str:
        """What is about to be done, as it is said afterwards where the place stays the same."""
        easier = self._remedies.easier()
        if remedy is Remedy.EASIER and easier is not None:
            return self._words.swapped(easier.item.name)
        target, lowered = self._remedies.target(), self._remedies.lowered()
        if target is None or lowered is None:
            return ""
        return self._words.lowered(target.name, self._words.less(target.dose, lowered.dose))

    def easier_words(self) -> str:
        """The button that takes the easier exercise, or a substitute; empty where there is none."""
        easier = self._remedies.easier()
        return self._words.swap_to(easier.kind, easier.item.name) if easier is not None else ""

    def less(self) -> str:
        """What "Do less" does here; empty where nothing can be taken away."""
        target, lowered = self._remedies.target(), self._remedies.lowered()
        if target is None or lowered is None:
            return ""
        less = self._words.less(target.dose, lowered.dose)
        return self._words.do_less(target.name, less, is_next=self._remedies.is_about_next)

    def _model(self, verdict: Verdict, *, is_over: bool) -> VerdictModel | None:
        if verdict.advice is Advice.GO_ON:
            return None
        if self._settled:
            return VerdictModel(verdict.zone, self._words.title(verdict), self._settled, ())
        limits = self._services.settings.present.thresholds
        says = self._words.afterwards if is_over else self._words.now
        less = self.less() if verdict.advice is Advice.LOWER else ""
        sentences = (self._words.reasons(verdict, limits), less or says(verdict.advice))
        actions = self._after_actions(verdict) if is_over else self._actions(verdict, can_lower=bool(less))
        return VerdictModel(verdict.zone, self._words.title(verdict), " ".join(sentences), actions)

    def _actions(self, verdict: Verdict, *, can_lower: bool) -> tuple[tuple[Remedy, str], ...]:
        if verdict.advice is Advice.LOWER:
            return ((Remedy.LOWER, ""),) if can_lower else ()
        if verdict.advice is Advice.STOP:
            return ((Remedy.STOP, ""), (Remedy.SIGNS, ""))
        found: list[tuple[Remedy, str]] = []
        easier, target = self.easier_words(), self._remedies.target()
        if easier:
            found.append((Remedy.EASIER, easier))
        if target is not None:
            name = target.name if self._remedies.is_about_next else ""
            found.append((Remedy.SKIP, self._words.skip(name)))
        return (*found, (Remedy.STOP, ""), (Remedy.SIGNS, ""))

    def _after_actions(self, verdict: Verdict) -> tuple[tuple[Remedy, str], ...]:
        """Red after the session: the warning signs are worth a look (clinical reference, E1)."""
        return ((Remedy.SIGNS, ""),) if verdict.zone is Zone.RED else ()

    def _is_here(self, step: Step | None) -> bool:
        return self._given is not None and self._given[0] == place_of_rating(step)

    def _usual_nprs(self) -> float | None:
        record = self._session.recorder.record
        if record is None:
            return None
        if self._usual is None:
            self._usual = (self._services.pain.usual(record.patient_id),)
        return self._usual[0]
