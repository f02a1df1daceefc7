"""Words of the page before a session."""

from __future__ import annotations

from collections.abc import Sequence

from facet_desktop.domain.pain import Thresholds
from facet_desktop.domain.traffic_light import Advice, Reason, ReasonKind
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.readiness.shortening import LeftOut


class ReadyWords(Wording):
    """Short and calm; every piece of advice names its reason."""

    def subtitle(self, minutes: str) -> str:
        """Under the name of the session."""
        return self.tr("%1 \N{MIDDLE DOT} a short look before you begin").replace("%1", minutes)

    def limit(self, minutes: int) -> str:
        """Such as "10 min"."""
        return self.tr("%1 min").replace("%1", str(minutes))

    def whole(self, minutes: str) -> str:
        """The whole session."""
        return self.tr("Full, %1").replace("%1", minutes)

    def nothing_left_out(self) -> str:
        """For the whole session."""
        return self.tr("Everything that is planned.")

    def left_out(self, minutes: str, rows: Sequence[LeftOut]) -> str:
        """Such as "About 9 min, without Plank, 1 set of Bridge"; whole exercises come first."""
        ordered = sorted(rows, key=lambda row: not row.is_all)
        text = self.tr("About %1, without %2").replace("%1", minutes)
        return text.replace("%2", ", ".join(self._row(row) for row in ordered))

    def _row(self, row: LeftOut) -> str:
        return row.name if row.is_all else self.tr("%n set(s) of %1", row.sets).replace("%1", row.name)

    def questions(self, count: int) -> str:
        """How many warning signs are asked about."""
        return self.tr("%n question(s)", count)

    def taken_over(self) -> str:
        """When pain was already rated today."""
        return self.tr("This was your last answer today. Change it if it is different now.")

    def pain(self, advice: Advice, reasons: Sequence[Reason], limits: Thresholds) -> str:
        """What pain before the session asks for, the reasons first; empty when nothing."""
        sentences = [*(self._reason(one, limits) for one in reasons), self._advice(advice)]
        return " ".join(one for one in sentences if one)

    def _reason(self, reason: Reason, limits: Thresholds) -> str:
        number = str(reason.number)
        if reason.kind is ReasonKind.RISE:
            return self.tr("Your pain is %n point(s) above what is usual for you.", reason.number)
        if reason.kind is ReasonKind.LEVEL and reason.number <= limits.amber_max:
            text = self.tr("Pain of %1 lies in the watch range, %2 to %3.").replace("%1", number)
            return text.replace("%2", str(limits.green_max + 1)).replace("%3", str(limits.amber_max))
        if reason.kind is ReasonKind.LEVEL and reason.number < limits.stop_from:
            text = self.tr("Pain of %1 lies above the watch range, which ends at %2.").replace("%1", number)
            return text.replace("%2", str(limits.amber_max))
        if reason.kind is ReasonKind.VERY_HIGH:
            text = self.tr("Your pain is %1. The limit for exercise is %2.")
            return text.replace("%1", number).replace("%2", str(limits.stop_from))
        return ""

    def _advice(self, advice: Advice) -> str:
        return {
            Advice.GO_ON: "",
            Advice.LOWER: self.tr("A shorter session may be enough today. You choose."),
            Advice.CHANGE: self.tr("Something short or gentle may suit you better today. You choose."),
            Advice.STOP: self.tr("Better not to start today. Something gentle may help more."),
        }[advice]

    def start(self, *, asked: bool, ticked: bool, anyway: bool) -> str:
        """The button: where all signs are on the page, pressing it answers them."""
        if ticked:
            return self.tr("Show what to do")
        if anyway:
            return self.tr("None of these. Start anyway") if asked else self.tr("Start anyway")
        return self.tr("None of these. Start") if asked else self.tr("Start")
