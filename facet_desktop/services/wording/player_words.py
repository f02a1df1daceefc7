"""What the player says, from a frame: short, calm, one thing at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.domain.breathing import BreathPhase
from facet_desktop.domain.engine import PauseReason
from facet_desktop.domain.step import Part, PartSpan, Step, StepKind, StepSide
from facet_desktop.services.wording.base import Wording
from facet_desktop.services.wording.dose_words import number

if TYPE_CHECKING:
    from facet_desktop.domain.frame import Frame
    from facet_desktop.domain.program import Prescription


class PlayerWords(Wording):
    """Words of the player."""

    def where(self, step: Step) -> str:
        """Such as "Set 2 of 3 · repetition 5 of 8 · left side"; parts that say nothing are left out."""
        parts = []
        if step.sets > 1:
            parts.append(self._of(self.tr("Set %1 of %2"), step.set_no, step.sets))
        if step.kind is StepKind.REP and step.reps > 1:
            parts.append(self._of(self.tr("repetition %1 of %2"), step.rep_no, step.reps))
        if step.side is not StepSide.BOTH:
            parts.append(self.side(step.side))
        text = " \N{MIDDLE DOT} ".join(parts)
        return text[:1].upper() + text[1:]

    def _of(self, text: str, one: int, all_of: int) -> str:
        return text.replace("%1", str(one)).replace("%2", str(all_of))

    def side(self, side: StepSide) -> str:
        """Such as "left side"."""
        return {
            StepSide.LEFT: self.tr("left side"),
            StepSide.RIGHT: self.tr("right side"),
            StepSide.BOTH: self.tr("both sides"),
        }[side]

    def heading(self, frame: Frame) -> str:
        """The largest words of the screen."""
        step = frame.step
        if step.kind is StepKind.SWITCH:
            return self.tr("Change to the %1").replace("%1", self.side(step.side))
        return self.tr("Rest") if step.kind is StepKind.REST else step.name

    def kind(self, kind: StepKind) -> str:
        """What the step is, for screen readers and small labels."""
        return {
            StepKind.PREPARE: self.tr("Get ready"),
            StepKind.REP: self.tr("Repetition"),
            StepKind.HOLD: self.tr("Hold"),
            StepKind.SWITCH: self.tr("Change sides"),
            StepKind.REST: self.tr("Rest"),
        }[kind]

    def part(self, part: Part, item: Prescription) -> str:
        """Such as "lift", "hold", "lower" in the exercise's own words where it has them."""
        if part is Part.PAUSE:
            return self.tr("pause")
        usual = (self.tr("go"), self.tr("hold"), self.tr("return"))
        words = item.tempo_words or usual
        return words[(Part.UP, Part.HOLD, Part.DOWN).index(part)]

    def part_chip(self, span: PartSpan, item: Prescription) -> str:
        """Such as "lift 3 s"."""
        seconds = self.tr("%1 s").replace("%1", number(span.duration_ms / 1000))
        return f"{self.part(span.part, item)} {seconds}"

    def breath(self, phase: BreathPhase) -> str:
        """Such as "Breathe out"."""
        return {
            BreathPhase.IN: self.tr("Breathe in"),
            BreathPhase.FULL: self.tr("Wait"),
            BreathPhase.OUT: self.tr("Breathe out"),
            BreathPhase.EMPTY: self.tr("Pause, no air"),
            BreathPhase.FREE: self.tr("Keep breathing"),
        }[phase]

    def pause_reason(self, reason: PauseReason) -> str:
        """Why the session stands still, without blame."""
        return {
            PauseReason.USER: self.tr("Paused"),
            PauseReason.SLEEP: self.tr("The computer was asleep. The time was not counted."),
            PauseReason.RESUMED: self.tr("You are back where you stopped."),
            PauseReason.HURTS: self.tr("Paused. Take your time."),
            PauseReason.ERROR: self.tr("Paused, because something could not be saved."),
        }[reason]
