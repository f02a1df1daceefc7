"""Breath bound to the parts of a repetition, by the codes of the clinical reference (section A)."""

from __future__ import annotations

from collections.abc import Callable

from facet_desktop.domain.breathing import (
    MIN_CYCLE_S,
    PACED_PARTS,
    QUIET_PARTS,
    BreathCode,
    BreathPart,
    BreathPhase,
    fill,
    moved,
)
from facet_desktop.domain.step import Part, PartSpan
from facet_desktop.domain.values import frozen

MIN_BOUND_CYCLE_MS = round(MIN_CYCLE_S * 1000)
"""A repetition shorter than this is not bound to the breath: nobody should be hurried by a pacer."""
CARRIED_HOLD_MS = 2000
"""A hold up to this long is covered by the same out-breath; a longer one gets breaths of its own, because
the breath is never held."""

Parts = tuple[PartSpan, ...]
Breath = tuple[BreathPart, ...]


@frozen
class Rhythm:
    """The breath that belongs to the person: slow and quiet breaths, and whether it may be held at all."""

    paced: Breath = PACED_PARTS
    quiet: Breath = QUIET_PARTS
    allow_pauses: bool = True


USUAL = Rhythm()


def rhythm(delta_s: int = 0, *, allow_pauses: bool = True) -> Rhythm:
    """Every part of a breath that does not follow the movement longer or shorter by `delta_s` seconds."""
    return Rhythm(moved(PACED_PARTS, delta_s), moved(QUIET_PARTS, delta_s), allow_pauses)


def bind_breath(
    code: BreathCode, parts: Parts, rhythm: Rhythm = USUAL, *, cycle_ms: int | None = None
) -> Breath:
    """The breath for one repetition or hold made of `parts`.

    The result covers the parts exactly, to the millisecond. Where the rhythm allows no pauses no part asks
    to stay without air, whatever the code says. `cycle_ms` is how long a repetition takes where `parts` are
    not the whole of it.
    """
    total = sum(span.duration_ms for span in parts)
    if total <= 0:
        return ()
    if code is BreathCode.FREE or (code in _MOVEMENT and (cycle_ms or total) < MIN_BOUND_CYCLE_MS):
        return (BreathPart(BreathPhase.FREE, total),)
    if code is BreathCode.PACED:
        return rhythm.paced
    if code is BreathCode.HYPOPRESSIVE and not rhythm.allow_pauses:
        code = BreathCode.ENGAGE_HOLD
    binder = _BINDERS[code]
    return _merged([bit for span in parts for bit in binder(span, rhythm)])


def holds_breath(breath: Breath) -> bool:
    """Whether it asks to stay without a breath."""
    return any(bit.phase in (BreathPhase.EMPTY, BreathPhase.FULL) for bit in breath)


def _on_effort(span: PartSpan, rhythm: Rhythm) -> Breath:
    if span.part is Part.UP or (span.part is Part.HOLD and span.duration_ms <= CARRIED_HOLD_MS):
        return (BreathPart(BreathPhase.OUT, span.duration_ms),)
    if span.part is Part.HOLD:
        return fill(rhythm.quiet, span.duration_ms)
    return (BreathPart(BreathPhase.IN, span.duration_ms),)


def _on_return(span: PartSpan, rhythm: Rhythm) -> Breath:
    """The effort is the way back: in while lowering, out while rising; short holds are carried by either."""
    if span.part in (Part.HOLD, Part.PAUSE) and span.duration_ms > CARRIED_HOLD_MS:
        return fill(rhythm.quiet, span.duration_ms)
    lowering = span.part in (Part.UP, Part.HOLD)
    return (BreathPart(BreathPhase.IN if lowering else BreathPhase.OUT, span.duration_ms),)


def _stretch(span: PartSpan, rhythm: Rhythm) -> Breath:
    if span.part is Part.HOLD:
        return fill(rhythm.paced, span.duration_ms)
    return _edges(span)


def _engage(span: PartSpan, rhythm: Rhythm) -> Breath:
    if span.part is Part.HOLD:
        return fill(rhythm.quiet, span.duration_ms)
    return _edges(span)


def _hypopressive(span: PartSpan, _rhythm: Rhythm) -> Breath:
    if span.part is Part.HOLD:
        return (BreathPart(BreathPhase.EMPTY, span.duration_ms),)
    return _edges(span)


def _edges(span: PartSpan) -> Breath:
    phase = {Part.UP: BreathPhase.OUT, Part.DOWN: BreathPhase.IN}.get(span.part, BreathPhase.FREE)
    return (BreathPart(phase, span.duration_ms),)


_BINDERS: dict[BreathCode, Callable[[PartSpan, Rhythm], Breath]] = {
    BreathCode.EXHALE_ON_EFFORT: _on_effort,
    BreathCode.EXHALE_ON_RETURN: _on_return,
    BreathCode.WAVE: _on_effort,
    BreathCode.STRETCH: _stretch,
    BreathCode.ENGAGE_HOLD: _engage,
    BreathCode.HYPOPRESSIVE: _hypopressive,
}
OWN_RHYTHM = frozenset({BreathCode.PACED, BreathCode.STRETCH, BreathCode.ENGAGE_HOLD})
"""Codes whose breaths, or most of them, do not follow the movement."""
_MOVEMENT = frozenset({BreathCode.EXHALE_ON_EFFORT, BreathCode.EXHALE_ON_RETURN, BreathCode.WAVE})


def _merged(breath: list[BreathPart]) -> Breath:
    """Neighbours of the same phase as one, except whole breaths, so that one cue sounds for one breath."""
    merged: list[BreathPart] = []
    for bit in breath:
        if bit.duration_ms <= 0:
            continue
        if merged and merged[-1].phase is bit.phase:
            merged[-1] = BreathPart(bit.phase, merged[-1].duration_ms + bit.duration_ms)
        else:
            merged.append(bit)
    return tuple(merged)
