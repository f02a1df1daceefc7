"""What pain during or after an exercise asks for: go on, lower the dose, change something, or stop.

Model and limits: clinical reference D1 and D4. The published models were made for knee and Achilles pain, so
their use for backs is extrapolated; the limits are settings, and every verdict names its reasons.
"""

from __future__ import annotations

from enum import StrEnum

from facet_desktop.domain.pain import Thresholds, Zone
from facet_desktop.domain.values import frozen


class Advice(StrEnum):
    """What the player suggests; the person always chooses."""

    GO_ON = "go-on"
    LOWER = "lower"
    """Fewer repetitions or less range for the rest of this exercise."""
    CHANGE = "change"
    """An easier exercise, skip this one, or stop."""
    STOP = "stop"
    """The session ends here."""


class ReasonKind(StrEnum):
    """Why a verdict was reached."""

    LEVEL = "level"
    """The rating itself."""
    RISE = "rise"
    """More pain than before the session."""
    VERY_HIGH = "very-high"
    NEW_SYMPTOM = "new-symptom"
    """New leg pain, numbness or weakness."""


@frozen
class Reason:
    """A reason with the number that it rests on."""

    kind: ReasonKind
    zone: Zone
    number: int = 0


@frozen
class Verdict:
    """The zone, what it asks for, and why; `reasons` is empty only for green."""

    zone: Zone
    advice: Advice
    reasons: tuple[Reason, ...] = ()


@frozen
class Reading:
    """What is known when a rating is given; ratings are NPRS 0 to 10, None where never given."""

    pain_nprs: int
    before_nprs: int | None = None
    usual_nprs: float | None = None
    new_symptom: bool = False


_ADVICE = {Zone.GREEN: Advice.GO_ON, Zone.AMBER: Advice.LOWER, Zone.RED: Advice.CHANGE}
_ORDER = (Zone.GREEN, Zone.AMBER, Zone.RED)


def judge(reading: Reading, limits: Thresholds) -> Verdict:
    """The verdict on a rating. The gravest reason decides."""
    reasons = _reasons(reading, limits)
    zone = max((reason.zone for reason in reasons), key=_ORDER.index, default=Zone.GREEN)
    grave = {ReasonKind.NEW_SYMPTOM, ReasonKind.VERY_HIGH}
    advice = Advice.STOP if any(reason.kind in grave for reason in reasons) else _ADVICE[zone]
    return Verdict(zone, advice, reasons)


def _reasons(reading: Reading, limits: Thresholds) -> tuple[Reason, ...]:
    found = []
    if reading.new_symptom:
        found.append(Reason(ReasonKind.NEW_SYMPTOM, Zone.RED))
    if reading.pain_nprs >= limits.stop_from:
        found.append(Reason(ReasonKind.VERY_HIGH, Zone.RED, reading.pain_nprs))
    level = Zone.GREEN if _by_change_only(reading, limits) else limits.zone(reading.pain_nprs)
    if level is not Zone.GREEN:
        found.append(Reason(ReasonKind.LEVEL, level, reading.pain_nprs))
    rise = 0 if reading.before_nprs is None else reading.pain_nprs - reading.before_nprs
    if rise > limits.green_rise_max:
        zone = Zone.AMBER if rise <= limits.amber_rise_max else Zone.RED
        found.append(Reason(ReasonKind.RISE, zone, rise))
    return tuple(found)


def _by_change_only(reading: Reading, limits: Thresholds) -> bool:
    """Who usually has much pain is judged by the change, where the pain before is known (D1)."""
    if reading.usual_nprs is None or reading.before_nprs is None:
        return False
    return reading.usual_nprs >= limits.usual_high_from


class MorningVerdict(StrEnum):
    """What the next morning says about the last session (clinical reference D2)."""

    READY = "ready"
    """At most one point above the rating before the session."""
    HOLD = "hold"
    """Two points above: keep the dose as it is."""
    REGRESS = "regress"
    """More than two points above: lower the dose."""


def judge_morning(morning_nprs: int, before_nprs: int, limits: Thresholds) -> MorningVerdict:
    """The 24-hour rule: next-morning pain against the rating before the session."""
    rise = morning_nprs - before_nprs
    if rise <= limits.green_rise_max:
        return MorningVerdict.READY
    return MorningVerdict.HOLD if rise <= limits.amber_rise_max else MorningVerdict.REGRESS
