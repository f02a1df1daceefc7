"""Words of charts and of what their changes mean; careful, and never a promise."""

from __future__ import annotations

from collections.abc import Sequence

from facet_desktop.domain.adherence import DayState
from facet_desktop.domain.chart import Role
from facet_desktop.domain.pain import MIC_POINTS, PainChange
from facet_desktop.services.wording.base import Wording


class ProgressWords(Wording):
    """Words of the page of charts."""

    def pain_title(self) -> str:
        """Title of the pain chart."""
        return self.tr("Pain (0\N{EN DASH}10)")

    def nprs(self) -> str:
        """Unit of pain."""
        return self.tr("pain, 0 to 10")

    def daily(self) -> str:
        """Name of the daily values."""
        return self.tr("each day")

    def seven_day_mean(self) -> str:
        """Name of the mean."""
        return self.tr("7-day average")

    def zone(self, role: Role) -> str:
        """Name of a band."""
        return {
            Role.GOOD: self.tr("comfortable"),
            Role.CAUTION: self.tr("watch"),
            Role.ALERT: self.tr("ease off"),
        }[role]

    def program_marker(self, title: str, number: int) -> str:
        """Label of a published program."""
        return self.tr("plan %1: %2").replace("%1", str(number)).replace("%2", title)

    def sessions_title(self) -> str:
        """Title of the chart of sessions."""
        return self.tr("Sessions")

    def sessions_unit(self) -> str:
        """Unit of sessions."""
        return self.tr("sessions a week")

    def planned(self) -> str:
        """Name of the planned sessions."""
        return self.tr("planned")

    def done(self) -> str:
        """Name of the sessions done."""
        return self.tr("done")

    def change(self, change: PainChange | None) -> str:
        """What the change means, in one sentence."""
        if change is None:
            return self.tr("Rate your pain on a few days to see how it changes.")
        if not change.points:
            return self.tr("Your 7-day average has stayed the same.")
        moved = self.tr("down") if change.points < 0 else self.tr("up")
        text = self.tr("Your 7-day average went %1 by %2 points.")
        text = text.replace("%1", moved).replace("%2", f"{abs(change.points):g}")
        return f"{text} {self._meaning(change)}"

    def _meaning(self, change: PainChange) -> str:
        if change.matters:
            return self.tr("Most people notice a change of this size.")
        return self.tr("A change of 2 points or more is one that most people notice.")

    def pain_summary(self, daily: Sequence[float | None], change: PainChange | None) -> str:
        """The pain chart in a sentence, for people who cannot see it."""
        known = [value for value in daily if value is not None]
        if not known:
            return self.tr("No pain ratings yet.")
        text = self.tr("%n day(s) with a rating, from %1 to %2.", len(known))
        text = text.replace("%1", f"{min(known):.3g}").replace("%2", f"{max(known):.3g}")
        return f"{text} {self.change(change)}"

    def sessions_summary(self, done: float, planned: float) -> str:
        """The chart of sessions in a sentence."""
        if not planned:
            return self.tr("No sessions were planned in this time.")
        text = self.tr("%1 of %2 planned sessions done.")
        return text.replace("%1", f"{done:.0f}").replace("%2", f"{planned:.0f}")

    def change_chip(self, change: PainChange) -> str:
        """The change in a few words: "6.2 to 3.1 · more than the 2-point change that matters"."""
        size = abs(change.points)
        if size > MIC_POINTS:
            meaning = self.tr("more than the 2-point change that matters")
        elif change.matters:
            meaning = self.tr("a change that matters")
        elif size:
            meaning = self.tr("a small change")
        else:
            meaning = self.tr("no change")
        return f"{self.change_ends(change)} \N{MIDDLE DOT} {meaning}"

    def change_ends(self, change: PainChange) -> str:
        """First and last mean: "6.2 to 3.1"."""
        text = self.tr("%1 to %2")
        return text.replace("%1", f"{change.first:.1f}").replace("%2", f"{change.last:.1f}")

    def day_state(self, state: DayState) -> str:
        """How a day went, in a word or two; never a reproach."""
        return {
            DayState.DONE: self.tr("done"),
            DayState.PARTLY: self.tr("part"),
            DayState.MISSED: self.tr("none"),
            DayState.FREE: self.tr("free"),
            DayState.AHEAD: self.tr("ahead"),
        }[state]

    def day_heads(self) -> tuple[str, ...]:
        """Heads of a table with a row for each day."""
        return (
            self.tr("Date"),
            self.tr("Pain (0\N{EN DASH}10)"),
            self.tr("Pain, 7-day average"),
            self.tr("Plan published"),
            self.tr("Sessions planned"),
            self.tr("Sessions done"),
            self.tr("Day"),
        )
