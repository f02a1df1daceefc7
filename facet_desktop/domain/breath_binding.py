"""Breath bound to the parts of a repetition, by the codes of the clinical reference (section A)."""

from __future__ import annotations

from collections.abc import Callable

from facet_desktop.domain.breathing import (
    PACED_PARTS,
    QUIET_PARTS,
    BreathCode,
    BreathPart,
    BreathPhase,
    fill,
)
from facet_desktop.domain.step import Part, PartSpan

MIN_BOUND_CYCLE_MS = 4000
"""A repetition shorter than this is not bound to the breath: adults at rest breathe 12 to 20 times a minute
(common physiological range), and nobody should be hurried beyond that by a pacer."""
CARRIED_HOLD_MS = 2000
"""A hold up to this long is covered by the same out-breath; a longer one gets breaths of its own, because
the breath is never held."""

Parts = tuple[PartSpan, ...]
Breath = tuple[BreathPart, ...]


def bind_breath(code: BreathCode, parts: Parts, *, allow_pauses: bool = True) -> Breath:
    """The breath for one repetition or hold made of `parts`.

    The result covers the parts exactly, to the millisecond. Without `allow_pauses` no part asks to stay
    without air, whatever the code says.
    """
    total = sum(span.duration_ms for span in parts)
    if total <= 0:
        return ()
    if code is BreathCode.FREE or (code in _MOVEMENT and total < MIN_BOUND_CYCLE_MS):
        return (BreathPart(BreathPhase.FREE, total),)
    if code is BreathCode.PACED:
        return PACED_PARTS
    binder = _BINDERS[code]
    breath = [bit for span in parts for bit in binder(span)]
    if not allow_pauses:
        breath = [_without_pause(bit) for bit in breath]
    return _merged(breath)


def _without_pause(bit: BreathPart) -> BreathPart:
    held = bit.phase in (BreathPhase.EMPTY, BreathPhase.FULL)
    return BreathPart(BreathPhase.FREE, bit.duration_ms) if held else bit


def _on_effort(span: PartSpan) -> Breath:
    if span.part is Part.UP or (span.part is Part.HOLD and span.duration_ms <= CARRIED_HOLD_MS):
        return (BreathPart(BreathPhase.OUT, span.duration_ms),)
    if span.part is Part.HOLD:
        return fill(QUIET_PARTS, span.duration_ms)
    return (BreathPart(BreathPhase.IN, span.duration_ms),)


def _on_return(span: PartSpan) -> Breath:
    """The effort is the way back: in while lowering, out while rising; short holds are carried by either."""
    if span.part in (Part.HOLD, Part.PAUSE) and span.duration_ms > CARRIED_HOLD_MS:
        return fill(QUIET_PARTS, span.duration_ms)
    lowering = span.part in (Part.UP, Part.HOLD)
    return (BreathPart(BreathPhase.IN if lowering else BreathPhase.OUT, span.duration_ms),)


def _stretch(span: PartSpan) -> Breath:
    if span.part is Part.HOLD:
        return fill(PACED_PARTS, span.duration_ms)
    return _edges(span)


def _engage(span: PartSpan) -> Breath:
    if span.part is Part.HOLD:
        return fill(QUIET_PARTS, span.duration_ms)
    return _edges(span)


def _hypopressive(span: PartSpan) -> Breath:
    if span.part is Part.HOLD:
        return (BreathPart(BreathPhase.EMPTY, span.duration_ms),)
    return _edges(span)


def _edges(span: PartSpan) -> Breath:
    phase = {Part.UP: BreathPhase.OUT, Part.DOWN: BreathPhase.IN}.get(span.part, BreathPhase.FREE)
    return (BreathPart(phase, span.duration_ms),)


_BINDERS: dict[BreathCode, Callable[[PartSpan], Breath]] = {
    BreathCode.EXHALE_ON_EFFORT: _on_effort,
    BreathCode.EXHALE_ON_RETURN: _on_return,
    BreathCode.WAVE: _on_effort,
    BreathCode.STRETCH: _stretch,
    BreathCode.ENGAGE_HOLD: _engage,
    BreathCode.HYPOPRESSIVE: _hypopressive,
}
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
