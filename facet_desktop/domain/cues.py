"""When to sound what: cues are data derived from a step, to be tested, translated and switched off."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from facet_desktop.domain.breathing import BreathPhase
from facet_desktop.domain.extension import extended
from facet_desktop.domain.step import Step, StepKind
from facet_desktop.domain.values import frozen

HALFWAY_FROM_MS = 20_000
"""Holds of this length and more get a cue in the middle."""
COUNTDOWN_MS = (3000, 2000, 1000)
COUNTDOWN_FROM_MS = 5000
"""Shorter steps are not counted down; the numbers would drown the movement."""


class CueKind(StrEnum):
    """Kinds of cue; each can be switched off by itself."""

    PREPARE = "prepare"
    START = "start"
    HALFWAY = "halfway"
    COUNTDOWN = "countdown"
    SWITCH = "switch"
    REST = "rest"
    DONE = "done"
    BREATHE_IN = "breathe-in"
    BREATHE_OUT = "breathe-out"


@frozen
class Cue:
    """A cue at `at_ms` of a step; `number` is the count of a countdown, else 0."""

    at_ms: int
    kind: CueKind
    number: int = 0


_BEGINNING = {
    StepKind.PREPARE: CueKind.PREPARE,
    StepKind.SWITCH: CueKind.SWITCH,
    StepKind.REST: CueKind.REST,
}
_BREATHS = {BreathPhase.IN: CueKind.BREATHE_IN, BreathPhase.OUT: CueKind.BREATHE_OUT}


def cues_of(step: Step, extra_ms: int = 0) -> tuple[Cue, ...]:
    """Every cue of a step in order of time; `extra_ms` is what was added to its length."""
    longer = extended(step, extra_ms)
    return tuple(sorted(_cues(longer, longer.duration_ms), key=lambda cue: cue.at_ms))


def cues_between(cues: tuple[Cue, ...], after_ms: int, until_ms: int) -> tuple[Cue, ...]:
    """Cues with after_ms < at_ms <= until_ms. Use -1 for `after_ms` at the beginning of a step."""
    return tuple(cue for cue in cues if after_ms < cue.at_ms <= until_ms)


def _cues(step: Step, duration_ms: int) -> Iterator[Cue]:
    if step.kind in _BEGINNING:
        yield Cue(0, _BEGINNING[step.kind])
    elif step.rep_no == 1:
        yield Cue(0, CueKind.START)
    if step.is_work:
        yield from _breath_cues(step)
    if step.open_ended:
        return
    if step.kind is StepKind.HOLD and duration_ms >= HALFWAY_FROM_MS:
        yield Cue(duration_ms // 2, CueKind.HALFWAY)
    if step.kind is not StepKind.REP and duration_ms >= COUNTDOWN_FROM_MS:
        for left_ms in COUNTDOWN_MS:
            yield Cue(duration_ms - left_ms, CueKind.COUNTDOWN, left_ms // 1000)


def _breath_cues(step: Step) -> Iterator[Cue]:
    cycle = sum(part.duration_ms for part in step.breath)
    if cycle <= 0:
        return
    at_ms = -step.breath_offset_ms % cycle if step.breath_repeats else 0
    at_ms -= cycle if step.breath_repeats and at_ms else 0
    while at_ms < step.duration_ms:
        for part in step.breath:
            if 0 <= at_ms < step.duration_ms and part.phase in _BREATHS:
                yield Cue(at_ms, _BREATHS[part.phase])
            at_ms += part.duration_ms
        if not step.breath_repeats:
            return
