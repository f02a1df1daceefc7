"""A step made longer while it is played: the added time lengthens the hold, and the breath goes on in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from facet_desktop.domain.breathing import BreathPart, BreathPhase, fill
from facet_desktop.domain.step import Part, PartSpan, Step


@lru_cache(maxsize=8)
def extended(step: Step, extra_ms: int) -> Step:
    """The step with `extra_ms` more, added at the end of its hold (of its last part where it has none).

    Breath and parts still cover the same time, so figure, countdown and breath stay together.
    """
    if extra_ms <= 0:
        return step
    longer = replace(step, duration_ms=step.duration_ms + extra_ms)
    if not step.parts:
        return longer
    position = _longest_hold(step.parts)
    end_ms = sum(span.duration_ms for span in step.parts[: position + 1])
    return replace(
        longer,
        parts=tuple(_longer(step.parts, position, extra_ms)),
        breath=step.breath if step.breath_repeats else tuple(_breathed(step.breath, end_ms, extra_ms)),
    )


def _longest_hold(parts: tuple[PartSpan, ...]) -> int:
    holds = [index for index, span in enumerate(parts) if span.part is Part.HOLD]
    return max(holds, key=lambda index: parts[index].duration_ms, default=len(parts) - 1)


def _longer(parts: tuple[PartSpan, ...], position: int, extra_ms: int) -> Iterator[PartSpan]:
    for index, span in enumerate(parts):
        yield PartSpan(span.part, span.duration_ms + extra_ms) if index == position else span


def _breathed(breath: tuple[BreathPart, ...], at_ms: int, extra_ms: int) -> Iterator[BreathPart]:
    """The breath with whole breaths put in at `at_ms`, in the rhythm of the ones before."""
    passed = 0
    waiting = True
    for bit in breath:
        end = passed + bit.duration_ms
        if waiting and end >= at_ms:
            waiting = False
            if at_ms > passed:
                yield BreathPart(bit.phase, at_ms - passed)
            yield from _more(breath, extra_ms)
            if end > at_ms:
                yield BreathPart(bit.phase, end - at_ms)
        else:
            yield bit
        passed = end


def _more(breath: tuple[BreathPart, ...], extra_ms: int) -> tuple[BreathPart, ...]:
    phases = [bit.phase for bit in breath]
    for index in range(len(phases) - 1, 0, -1):
        if phases[index - 1 : index + 1] == [BreathPhase.IN, BreathPhase.OUT]:
            return fill(breath[index - 1 : index + 1], extra_ms)
    return (BreathPart(BreathPhase.FREE, extra_ms),)
