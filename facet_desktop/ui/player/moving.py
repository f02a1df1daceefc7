"""Where the figure stands in a frame, also in steps that have no tempo of their own."""

from __future__ import annotations

from math import cos, tau

from facet_desktop.domain.frame import Frame, shown_ms
from facet_desktop.domain.step import Part, StepKind

DEMONSTRATION_MS = 8000
"""Once there and back, slowly, where the person sets the pace."""
CYCLE_MS = 2400
"""One round of a cyclic movement where the dose gives no tempo: two unhurried steps of walking."""


def position_of(frame: Frame) -> float:
    """Position of a movement with an end, 0 to 1.

    A step without a tempo shows the movement slowly, again and again, as a reminder.
    """
    if frame.step.is_work and frame.part is None:
        return (1 - cos(tau * shown_ms(frame.elapsed_ms) / DEMONSTRATION_MS)) / 2
    return frame.position


def cycles_of(frame: Frame) -> float:
    """How often a cyclic movement has gone round: once a repetition, else at an easy pace."""
    if not frame.step.is_work:
        return 0.0
    moving = any(span.part in (Part.UP, Part.DOWN) for span in frame.step.parts)
    if frame.step.kind is StepKind.REP and moving:
        return min(1.0, shown_ms(frame.elapsed_ms) / frame.step.duration_ms)
    return shown_ms(frame.elapsed_ms) / CYCLE_MS
