"""What the player says about a pain rating: the reason first, in words and numbers, then what may help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.domain.item_changes import SwapKind
from facet_desktop.domain.pain import Zone
from facet_desktop.domain.traffic_light import Advice, Reason, ReasonKind, Verdict
from facet_desktop.services.wording.base import Wording
from facet_desktop.services.wording.dose_words import number

if TYPE_CHECKING:
    from facet_desktop.domain.dose import Dose
    from facet_desktop.domain.pain import Thresholds


class TrafficWords(Wording):
    """Short and calm; a verdict never stands as a colour alone."""

    def title(self, verdict: Verdict) -> str:
        """The verdict in a few words; empty for green."""
        if verdict.advice is Advice.STOP:
            return self.tr("Please stop for today")
        return {
            Zone.GREEN: "",
            Zone.AMBER: self.tr("Take a little care"),
            Zone.RED: self.tr("This is too much for now"),
        }[verdict.zone]

    def reasons(self, verdict: Verdict, limits: Thresholds) -> str:
        """Why, such as "You said 5. Up to 3 is fine. That is 2 more than before."."""
        kinds = {reason.kind for reason in verdict.reasons}
        shown = [
            reason
            for reason in verdict.reasons
            # "From 7 on it is best to stop" says all that "above 5" could say.
            if not (reason.kind is ReasonKind.LEVEL and ReasonKind.VERY_HIGH in kinds)
        ]
        return " ".join(self._reason(reason, limits) for reason in shown)

    def _reason(self, reason: Reason, limits: Thresholds) -> str:
        match reason.kind:
            case ReasonKind.NEW_SYMPTOM:
                return self.tr("New leg pain, numbness or weakness needs a doctor's eye before you go on.")
            case ReasonKind.VERY_HIGH:
                text = self.tr("You said %1. From %2 on it is better to stop.")
                return self._filled(text, reason.number, limits.stop_from)
            case ReasonKind.RISE:
                return self._filled(self.tr("That is %1 more than before."), reason.number)
            case _:
                limit = limits.green_max if reason.zone is Zone.AMBER else limits.amber_max
                text = self.tr("You said %1. Up to %2 is fine.")
                if reason.zone is Zone.RED:
                    text = self.tr("You said %1. Above %2 is more than your back should bear.")
                return self._filled(text, reason.number, limit)

    def now(self, advice: Advice) -> str:
        """What may help while the session goes on."""
        return {
            Advice.GO_ON: "",
            Advice.LOWER: self.tr("Doing less often helps. You choose."),
            Advice.CHANGE: self.tr("You choose how to go on."),
            Advice.STOP: self.tr("Let go, rest and breathe. What you have done is kept."),
        }[advice]

    def afterwards(self, advice: Advice) -> str:
        """What may help when the session is over."""
        return {
            Advice.GO_ON: "",
            Advice.LOWER: self.tr("Do a little less next time if it is still there tomorrow."),
            Advice.CHANGE: self.tr("Rest now. Start with less next time, and tell your therapist."),
            Advice.STOP: self.tr(
                "Rest now. If it does not settle by tomorrow, call your therapist or doctor."
            ),
        }[advice]

    def less(self, before: Dose, after: Dose) -> str:
        """What is taken away: "2 repetitions a set instead of 3"."""
        if before.reps is not None and after.reps is not None:
            text = self.tr("%1 repetitions a set instead of %2")
            return self._filled(text, after.reps.low, before.reps.low)
        if before.hold_s is not None and after.hold_s is not None:
            return self._filled(self.tr("%1 s instead of %2 s"), after.hold_s.low, before.hold_s.low)
        if before.distance_m is not None and after.distance_m is not None:
            return self._filled(self.tr("%1 m instead of %2 m"), after.distance_m.low, before.distance_m.low)
        return ""

    def do_less(self, name: str, less: str, *, is_next: bool) -> str:
        """What "Do less" does, to the letter."""
        text = self.tr("“Do less” means: %1 for the rest of %2.")
        if is_next:
            text = self.tr("“Do less” means: %1 in %2, which comes next.")
        return text.replace("%1", less).replace("%2", name)

    def lowered(self, name: str, less: str) -> str:
        """After "Do less"."""
        return self.tr("Changed. %2: %1.").replace("%1", less).replace("%2", name)

    def swapped(self, name: str) -> str:
        """After another exercise was taken for the next one."""
        return self.tr("Changed. %1 comes next.").replace("%1", name)

    def swap(self, kind: SwapKind) -> str:
        """Why another exercise is offered."""
        return {
            SwapKind.EASIER: self.tr("Easier"),
            SwapKind.HARDER: self.tr("Harder, as your plan allows"),
            SwapKind.SUBSTITUTE: self.tr("In its place"),
        }[kind]

    def swap_to(self, kind: SwapKind, name: str) -> str:
        """A button: "Easier: Pelvic tilt"."""
        text = self.tr("Easier: %1") if kind is SwapKind.EASIER else self.tr("Instead: %1")
        return text.replace("%1", name)

    def skip(self, name: str) -> str:
        """A button: "Skip Bridge"; without a name "Skip it", for the exercise under way."""
        return self.tr("Skip %1").replace("%1", name) if name else self.tr("Skip it")

    def _filled(self, text: str, *values: float) -> str:
        for place, value in enumerate(values, 1):
            text = text.replace(f"%{place}", number(value))
        return text
