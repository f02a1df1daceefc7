"""Words of the breathing page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facet_desktop.domain.breathing import BreathPart, BreathPattern, BreathPhase
from facet_desktop.services.wording.base import Wording
from facet_desktop.services.wording.dose_words import clock_text, number

if TYPE_CHECKING:
    from facet_desktop.domain.breath_practice import BreathPractice, PracticeMoment
    from facet_desktop.domain.condition import Condition

DOT = " \N{MIDDLE DOT} "


class BreathingWords(Wording):
    """Patterns, lengths and what to do now."""

    def part(self, part: BreathPart) -> str:
        """Such as "in 4 s"."""
        text = {
            BreathPhase.IN: self.tr("in %1 s"),
            BreathPhase.FULL: self.tr("wait %1 s"),
            BreathPhase.OUT: self.tr("out %1 s"),
            BreathPhase.EMPTY: self.tr("pause %1 s"),
            BreathPhase.FREE: self.tr("free %1 s"),
        }[part.phase]
        return text.replace("%1", number(part.duration_ms / 1000))

    def numbers(self, pattern: BreathPattern) -> str:
        """Such as "In 4 s · out 6 s"."""
        text = DOT.join(self.part(part) for part in pattern.parts())
        return text[:1].upper() + text[1:]

    def span(self, pattern: BreathPattern) -> str:
        """How long it is practised, such as "5–20 min", "60–120 s" or "up to 4 breaths"."""
        if pattern.max_cycles == 1:
            return self.tr("one breath at a time")
        if pattern.max_cycles is not None:
            return self.tr("up to %1 breaths").replace("%1", str(pattern.max_cycles))
        low, high = (number(round(part_s / 60, 1)) for part_s in pattern.session_s)
        minutes = low if low == high else f"{low}\N{EN DASH}{high}"
        return self.tr("%1 min").replace("%1", minutes)

    def length(self, practice: BreathPractice) -> str:
        """A length to choose: minutes, or breaths where the pattern counts them."""
        if practice.pattern.max_cycles is not None:
            return self.breaths(practice.cycles)
        return self.tr("%1 min").replace("%1", str(max(1, round(practice.breathing_ms / 60_000))))

    def breaths(self, count: int) -> str:
        """Such as "30 breaths"."""
        return self.tr("%n breath(s)", count)

    def total(self, practice: BreathPractice) -> str:
        """Such as "30 breaths in 5:00"."""
        text = self.tr("%1 in %2").replace("%1", self.breaths(practice.cycles))
        return text.replace("%2", clock_text(practice.breathing_ms))

    def reason(self, conditions: Iterable[Condition]) -> str:
        """Why the breath must not be held, naming the conditions; empty without any."""
        names = ", ".join(one.name for one in conditions)
        text = self.tr("%1: do not hold the breath. Leave out the pauses to practise this pattern.")
        return text.replace("%1", names) if names else ""

    def where(self, practice: BreathPractice, moment: PracticeMoment) -> str:
        """Such as "Breath 3 of 30"."""
        text = self.tr("Breath %1 of %2").replace("%1", str(max(1, moment.cycle_no)))
        return text.replace("%2", str(practice.cycles))

    def left(self, moment: PracticeMoment) -> str:
        """Such as "4:20 left"."""
        return self.tr("%1 left").replace("%1", clock_text(moment.remaining_ms))

    def settle(self) -> str:
        """Before the first breath."""
        return self.tr("Get ready")
