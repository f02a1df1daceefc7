"""The prescribed amount of an exercise: sets, repetitions, holds, tempo, rest and side.

A dose keeps ranges where its source gives a range ("30 to 60 s"). The player always plays the low end;
moving up inside a range is a decision of the clinician or of a progression rule, never of the program alone.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from facet_desktop.domain.values import changed, frozen

# Widest values that a program may hold. They keep typing slips ("300 sets") out of a plan; they are
# limits of this program, not clinical advice.
MAX_SETS = 20
MAX_REPS = 200
MAX_HOLD_S = 3600.0
MAX_REST_S = 900.0
MAX_TEMPO_S = 120.0
MAX_DISTANCE_M = 10_000.0
MAX_TIMES_PER_DAY = 12


class Side(StrEnum):
    """How the two sides of the body share a set."""

    BOTH = "both"
    """Both sides work together; nothing is repeated."""
    EACH = "each"
    """The full dose for one side, a pause to change, then the full dose for the other."""
    ALTERNATING = "alternating"
    """Repetitions change sides one by one; the count is per side."""


@frozen
class Span:
    """An inclusive range `low` to `high`; a single value has both equal."""

    low: float
    high: float

    @classmethod
    def of(cls, value: float, high: float | None = None) -> Span:
        """A span from one value, or from a low and a high value."""
        return cls(value, value if high is None else high)

    @property
    def is_range(self) -> bool:
        """Whether low and high differ."""
        return self.low != self.high

    def scaled(self, factor: float, *, least: float, whole: bool) -> Span:
        """Both ends times `factor`, not below `least`, rounded to whole numbers where asked."""

        def scale(value: float) -> float:
            scaled = value * factor
            return max(least, float(round(scaled)) if whole else round(scaled, 1))

        return Span(scale(self.low), scale(self.high))


@frozen
class Tempo:
    """Seconds for the four parts of one repetition: up, hold, down, pause.

    For a stretch they read: ease in, hold, ease out, pause.
    """

    up_s: float
    hold_s: float
    down_s: float
    pause_s: float

    @property
    def total_s(self) -> float:
        """Seconds from the start of one repetition to the start of the next."""
        return self.up_s + self.hold_s + self.down_s + self.pause_s


DEFAULT_TEMPO = Tempo(2, 1, 2, 1)
"""Used where repetitions are prescribed without a tempo; a plain, slow movement (proposed default)."""


@frozen
class Dose:
    """What is prescribed for one exercise.

    Exactly one of these shapes is meant:

    * `reps` given: counted repetitions, each lasting `tempo` (or DEFAULT_TEMPO); a given `hold_s` replaces
      the hold of the tempo ("10 x 5 s");
    * `reps` absent, `hold_s` given: one hold (or one timed bout) a set;
    * `distance_m` given: a walked or carried distance a set, ended by hand;
    * none of the three: the source names no amount; the player lets the person go on by hand.
    """

    sets: Span = Span(1, 1)
    reps: Span | None = None
    hold_s: Span | None = None
    distance_m: Span | None = None
    rest_s: float = 30.0
    tempo: Tempo | None = None
    side: Side = Side.BOTH
    times_per_day: Span = Span(1, 1)
    days_per_week: Span = Span(7, 7)
    by_hand: bool = False
    """Repetitions are counted by the person (one key a repetition), not by the clock."""

    @property
    def played_sets(self) -> int:
        """Sets that the player plays: the low end of the range."""
        return int(self.sets.low)

    @property
    def played_reps(self) -> int:
        """Repetitions a set (a side, where sides are separate) that the player plays; 1 for holds."""
        return int(self.reps.low) if self.reps is not None else 1

    def repetition_tempo(self) -> Tempo:
        """The tempo of one repetition, with a prescribed hold put in its place."""
        base = self.tempo
        if self.hold_s is None:
            return base or DEFAULT_TEMPO
        if base is None:
            return Tempo(0, self.hold_s.low, 0, 0)
        return changed(base, hold_s=self.hold_s.low)

    def problems(self) -> list[tuple[str, str]]:
        """Every (field, reason) that keeps this dose from being prescribed; empty when it is sound."""
        found: list[tuple[str, str]] = []
        _check_span(found, "sets", self.sets, 1, MAX_SETS, whole=True)
        _check_span(found, "reps", self.reps, 1, MAX_REPS, whole=True)
        _check_span(found, "hold_s", self.hold_s, 0.5, MAX_HOLD_S)
        _check_span(found, "distance_m", self.distance_m, 1, MAX_DISTANCE_M)
        _check_span(found, "times_per_day", self.times_per_day, 1, MAX_TIMES_PER_DAY, whole=True)
        _check_span(found, "days_per_week", self.days_per_week, 1, 7, whole=True)
        if not 0 <= self.rest_s <= MAX_REST_S:
            found.append(("rest_s", f"must be between 0 and {MAX_REST_S:g} seconds"))
        if self.distance_m is not None and (self.reps is not None or self.hold_s is not None):
            found.append(("distance_m", "cannot be combined with repetitions or a hold"))
        found.extend(_tempo_problems(self.tempo))
        if self.reps is not None and not _tempo_problems(self.tempo) and self.repetition_tempo().total_s < 1:
            found.append(("tempo", "a repetition must last at least 1 second"))
        return found


def _tempo_problems(tempo: Tempo | None) -> list[tuple[str, str]]:
    if tempo is None:
        return []
    parts = (tempo.up_s, tempo.hold_s, tempo.down_s, tempo.pause_s)
    if any(not 0 <= part <= MAX_TEMPO_S for part in parts):
        return [("tempo", f"each part must be between 0 and {MAX_TEMPO_S:g} seconds")]
    return []


def _check_span(
    found: list[tuple[str, str]],
    name: str,
    span: Span | None,
    low: float,
    high: float,
    *,
    whole: bool = False,
) -> None:
    if span is None:
        return
    if not (low <= span.low <= high and low <= span.high <= high):
        found.append((name, f"must be between {low:g} and {high:g}"))
    elif span.low > span.high:
        found.append((name, "the low end is above the high end"))
    elif whole and (span.low != int(span.low) or span.high != int(span.high)):
        found.append((name, "must be a whole number"))


def carried_over(prescribed: Dose, usual: Dose) -> Dose:
    """The prescribed dose for another exercise, whose own usual dose is `usual`.

    Sets, rest and frequency are carried over. The amount is too where both count the same thing
    (repetitions, or seconds); otherwise the usual amount stands. Tempo and side belong to the movement and
    come from the other exercise. The lower of two holds is taken, so that a swap never asks for more.
    """
    dose = replace(
        usual,
        sets=prescribed.sets,
        rest_s=prescribed.rest_s,
        times_per_day=prescribed.times_per_day,
        days_per_week=prescribed.days_per_week,
        by_hand=prescribed.by_hand,
    )
    if prescribed.reps is not None and usual.reps is not None:
        dose = replace(dose, reps=prescribed.reps)
    if prescribed.hold_s is not None and usual.hold_s is not None:
        low = min(prescribed.hold_s.low, usual.hold_s.low)
        dose = replace(dose, hold_s=Span(low, max(low, min(prescribed.hold_s.high, usual.hold_s.high))))
    return dose


LOWERED_SHARE = 0.7
"""What is left of the amount when a dose is lowered: 30 % less (clinical reference, D4)."""


def lowered(dose: Dose) -> Dose:
    """The dose with 30 % less to do: fewer repetitions, else shorter holds, else a shorter way (D4)."""
    if dose.reps is not None:
        return replace(dose, reps=dose.reps.scaled(LOWERED_SHARE, least=1, whole=True))
    if dose.hold_s is not None:
        return replace(dose, hold_s=dose.hold_s.scaled(LOWERED_SHARE, least=1, whole=True))
    if dose.distance_m is not None:
        return replace(dose, distance_m=dose.distance_m.scaled(LOWERED_SHARE, least=1, whole=True))
    return dose
