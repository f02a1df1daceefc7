"""A dose and times in plain words."""

from __future__ import annotations

from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.services.wording.base import Wording

MINUTES_FROM_S = 120
"""Holds of this length and more read better in minutes."""


def number(value: float) -> str:
    """A number without needless decimals: 3, 2.5."""
    return f"{value:g}"


def span(value: Span) -> str:
    """A range with an en dash, or the single value: "30–60", "3"."""
    if not value.is_range:
        return number(value.low)
    return f"{number(value.low)}\N{EN DASH}{number(value.high)}"


def clock_text(milliseconds: int) -> str:
    """Minutes and seconds, rounded up to whole seconds so that 0:00 means over: "1:05"."""
    seconds = max(0, -(-milliseconds // 1000))
    return f"{seconds // 60}:{seconds % 60:02d}"


class DoseWords(Wording):
    """Puts doses into words, long enough to be understood and short enough for a list."""

    def line(self, dose: Dose) -> str:
        """One line: "3 × 30 s each side", "10 × 5 s hold", "2 × 8"."""
        side = self.side(dose.side)
        return f"{self._amount(dose)} {side}".strip()

    def _amount(self, dose: Dose) -> str:
        sets, one_set = span(dose.sets), not dose.sets.is_range and dose.sets.low == 1
        prefix = "" if one_set else f"{sets} \N{MULTIPLICATION SIGN} "
        if dose.reps is not None and dose.hold_s is not None:
            hold = self.tr("%1 hold").replace("%1", self.seconds(dose.hold_s))
            return f"{prefix}{span(dose.reps)} \N{MULTIPLICATION SIGN} {hold}"
        if dose.reps is not None:
            times = self.tr("%1 times").replace("%1", span(dose.reps))
            return times if one_set else f"{prefix}{span(dose.reps)}"
        if dose.hold_s is not None:
            return f"{prefix}{self.seconds(dose.hold_s)}"
        if dose.distance_m is not None:
            return f"{prefix}{span(dose.distance_m)} m"
        return self.tr("as long as it feels right")

    def chips(self, dose: Dose) -> tuple[str, ...]:
        """The dose in small pieces for the editor: "3 sets", "30 s hold", "15 s rest", "each side"."""
        found = [self._count(self.tr("1 set"), self.tr("%1 sets"), dose.sets)]
        if dose.reps is not None:
            found.append(self._count(self.tr("1 rep"), self.tr("%1 reps"), dose.reps))
        if dose.hold_s is not None:
            found.append(self.tr("%1 hold").replace("%1", self.seconds(dose.hold_s)))
        if dose.distance_m is not None:
            found.append(f"{span(dose.distance_m)} m")
        if dose.tempo is not None and dose.reps is not None and dose.hold_s is None:
            found.append(self.tr("%1 tempo").replace("%1", self.tempo(dose.tempo)))
        if dose.rest_s and dose.sets.high > 1:
            found.append(self.tr("%1 rest").replace("%1", self.seconds(Span.of(dose.rest_s))))
        if dose.side is not Side.BOTH:
            found.append(self.side(dose.side))
        return tuple(found)

    def _count(self, one: str, many: str, value: Span) -> str:
        return one if value == Span(1, 1) else many.replace("%1", span(value))

    def seconds(self, value: Span) -> str:
        """Seconds, or minutes when they are many: "30 s", "5–10 min"."""
        if value.low >= MINUTES_FROM_S and value.low % 60 == 0 and value.high % 60 == 0:
            return self.tr("%1 min").replace("%1", span(Span(value.low / 60, value.high / 60)))
        return self.tr("%1 s").replace("%1", span(value))

    def side(self, side: Side) -> str:
        """Such as "each side", "alternating sides", or nothing for both."""
        return {
            Side.BOTH: "",
            Side.EACH: self.tr("each side"),
            Side.ALTERNATING: self.tr("each side, alternating"),
        }[side]

    def tempo(self, tempo: Tempo) -> str:
        """Such as "3-2-4", with the pause as a fourth number where there is one."""
        parts = [tempo.up_s, tempo.hold_s, tempo.down_s]
        if tempo.pause_s:
            parts.append(tempo.pause_s)
        return "-".join(number(part) for part in parts)

    def minutes(self, milliseconds: int) -> str:
        """Whole minutes, at least one: "18 min"."""
        return self.tr("%1 min").replace("%1", str(max(1, round(milliseconds / 60_000))))

    def frequency(self, dose: Dose) -> str:
        """How often: "once a day", "1–2 times a day, 3 days a week"."""
        once = dose.times_per_day == Span(1, 1)
        day = (
            self.tr("once a day")
            if once
            else self.tr("%1 times a day").replace("%1", span(dose.times_per_day))
        )
        if dose.days_per_week == Span(7, 7):
            return day
        week = self.tr("%1 days a week").replace("%1", span(dose.days_per_week))
        return f"{day}, {week}"
