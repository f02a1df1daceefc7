"""Breathing: codes that bind breath to movement, and free-standing patterns.

Everything here is a pure function of elapsed time, so that disc, sound and figure cannot drift apart.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import cycle, pairwise
from math import cos, pi

from facet_desktop.domain.values import frozen

MIN_CYCLE_S = 6.0
"""Shortest breathing cycle offered, in and out together (clinical reference, section H)."""


class BreathCode(StrEnum):
    """How breath is bound to an exercise (clinical reference, section A)."""

    EXHALE_ON_EFFORT = "exhale-on-effort"
    """Out on the way up, in on the way down."""
    EXHALE_ON_RETURN = "exhale-on-return"
    """In on the way down, out on the way back: for squats, hinges and lunges, whose effort is the return."""
    STRETCH = "stretch"
    """Out while easing in, then in 4 s, out 6 s during the hold."""
    WAVE = "wave"
    """Out into flexion, in towards extension."""
    ENGAGE_HOLD = "engage-hold"
    """Out to engage, then quiet breathing; the breath is never held."""
    PACED = "paced-4-6"
    """In 4 s, out 6 s throughout."""
    FREE = "free"
    """Normal breathing; talking stays possible."""
    HYPOPRESSIVE = "hypopressive"
    """In, out to the end, a short pause without air, normal breaths; never where APNEA must be avoided."""


class BreathPhase(StrEnum):
    """What to do with the breath now."""

    IN = "in"
    FULL = "full"
    """Pause after breathing in."""
    OUT = "out"
    EMPTY = "empty"
    """Pause after breathing out."""
    FREE = "free"


@frozen
class BreathPart:
    """One phase of breath with its length in milliseconds."""

    phase: BreathPhase
    duration_ms: int


@frozen
class BreathPattern:
    """A free-standing pattern: in, hold, out, hold in seconds, with the length of a practice.

    `range_s` limits the adjustment of each part where the reference gives a range.
    """

    slug: str
    name: str
    in_s: float
    full_s: float
    out_s: float
    empty_s: float
    session_s: tuple[int, int]
    max_cycles: int | None
    holds_breath: bool
    purpose: str
    safety: str
    source: str

    @property
    def cycle_s(self) -> float:
        """Seconds of one whole breath."""
        return self.in_s + self.full_s + self.out_s + self.empty_s

    def without_holds(self) -> BreathPattern:
        """The same pattern with both pauses left out, slowed to MIN_CYCLE_S where that is needed."""
        return self._with_parts(self.in_s, 0.0, self.out_s, 0.0)

    def adjusted(self, delta_s: float) -> BreathPattern:
        """Every part of the breath longer or shorter by `delta_s`, never below a cycle of MIN_CYCLE_S."""

        def moved(part_s: float) -> float:
            return max(1.0, part_s + delta_s) if part_s else 0.0

        return self._with_parts(moved(self.in_s), moved(self.full_s), moved(self.out_s), moved(self.empty_s))

    def _with_parts(self, in_s: float, full_s: float, out_s: float, empty_s: float) -> BreathPattern:
        short_s = MIN_CYCLE_S - (in_s + full_s + out_s + empty_s)
        out_s += max(0.0, short_s)
        return BreathPattern(
            self.slug, self.name, in_s, full_s, out_s, empty_s, self.session_s, self.max_cycles,
            bool(full_s or empty_s), self.purpose, self.safety, self.source,
        )  # fmt: skip

    def parts(self) -> tuple[BreathPart, ...]:
        """The phases of one cycle, without those of no length."""
        raw = (
            (BreathPhase.IN, self.in_s),
            (BreathPhase.FULL, self.full_s),
            (BreathPhase.OUT, self.out_s),
            (BreathPhase.EMPTY, self.empty_s),
        )
        return tuple(BreathPart(phase, round(seconds * 1000)) for phase, seconds in raw if seconds > 0)


@frozen
class BreathMoment:
    """Breath at one instant.

    `volume` is 0 (empty) to 1 (full) and drives the disc and the belly of the figure; `remaining_ms` is the
    time left in this phase.
    """

    phase: BreathPhase
    volume: float
    elapsed_ms: int
    remaining_ms: int


FREE_BREATH = BreathMoment(BreathPhase.FREE, 0.5, 0, 0)

PACED_PARTS = (BreathPart(BreathPhase.IN, 4000), BreathPart(BreathPhase.OUT, 6000))
"""In 4 s, out 6 s: the paced breath of the reference (code P46), also used inside stretches."""
QUIET_PARTS = (BreathPart(BreathPhase.IN, 3000), BreathPart(BreathPhase.OUT, 3000))
"""Quiet breathing while a muscle is held on; a cycle of MIN_CYCLE_S."""


def moved(parts: tuple[BreathPart, ...], delta_s: int) -> tuple[BreathPart, ...]:
    """Every part longer or shorter by `delta_s`, with the last one long enough for a cycle of MIN_CYCLE_S."""
    if not delta_s:
        return parts
    spans = [max(1000, part.duration_ms + delta_s * 1000) for part in parts]
    spans[-1] += max(0, round(MIN_CYCLE_S * 1000) - sum(spans))
    return tuple(BreathPart(part.phase, span) for part, span in zip(parts, spans, strict=True))


def breath_in_parts(parts: tuple[BreathPart, ...], elapsed_ms: int, *, repeat: bool = True) -> BreathMoment:
    """Where the breath stands after `elapsed_ms` in a row of parts, repeated for ever or held at the end."""
    total = sum(part.duration_ms for part in parts)
    if total <= 0:
        return FREE_BREATH
    at = elapsed_ms % total if repeat else min(max(elapsed_ms, 0), total - 1)
    for part in parts:
        if at < part.duration_ms:
            return _moment(part, at)
        at -= part.duration_ms
    return _moment(parts[-1], parts[-1].duration_ms - 1)


def _moment(part: BreathPart, elapsed_ms: int) -> BreathMoment:
    if part.phase is BreathPhase.FREE:
        return BreathMoment(BreathPhase.FREE, 0.5, elapsed_ms, part.duration_ms - elapsed_ms)
    share = _ease(elapsed_ms / part.duration_ms) if part.duration_ms else 1.0
    volume = {
        BreathPhase.IN: share,
        BreathPhase.FULL: 1.0,
        BreathPhase.OUT: 1.0 - share,
        BreathPhase.EMPTY: 0.0,
    }[part.phase]
    return BreathMoment(part.phase, volume, elapsed_ms, part.duration_ms - elapsed_ms)


def _ease(share: float) -> float:
    """Slow at both ends, as breath and movement are."""
    return (1 - cos(pi * share)) / 2


def fill(parts: tuple[BreathPart, ...], duration_ms: int) -> tuple[BreathPart, ...]:
    """Whole cycles of `parts` stretched evenly so that they fill `duration_ms` exactly.

    The number of cycles is the nearest that keeps each cycle at MIN_CYCLE_S or above; a span too short for
    one cycle is left to free breathing. Ends fall on whole milliseconds and add up exactly.
    """
    cycle = sum(part.duration_ms for part in parts)
    shortest = min(cycle, round(MIN_CYCLE_S * 1000))
    if cycle <= 0 or duration_ms < shortest:
        return (BreathPart(BreathPhase.FREE, duration_ms),) if duration_ms > 0 else ()
    count = max(1, min(round(duration_ms / cycle), int(duration_ms // shortest)))
    edges = [0]
    for part in parts * count:
        edges.append(edges[-1] + part.duration_ms)
    scaled = [round(edge * duration_ms / edges[-1]) for edge in edges]
    spans = [end - start for start, end in pairwise(scaled)]
    return tuple(BreathPart(part.phase, span) for part, span in zip(parts * count, spans, strict=True))


def cut(parts: tuple[BreathPart, ...], start_ms: int, duration_ms: int) -> tuple[BreathPart, ...]:
    """The `duration_ms` from `start_ms` on of a row of parts that repeats for ever."""
    cycle_ms = sum(part.duration_ms for part in parts)
    if cycle_ms <= 0:
        return ()
    found = []
    at_ms, end_ms = start_ms - start_ms % cycle_ms, start_ms + duration_ms
    for part in cycle(parts):
        if at_ms >= end_ms:
            break
        inside_ms = min(end_ms, at_ms + part.duration_ms) - max(start_ms, at_ms)
        if inside_ms > 0:
            found.append(BreathPart(part.phase, inside_ms))
        at_ms += part.duration_ms
    return tuple(found)
