"""What the player shows at one instant: a pure function of timeline and engine state.

Countdown, repetition, movement of the figure and breath are read from the same elapsed time here and nowhere
else, so they agree at every frame.
"""

from __future__ import annotations

from math import cos, pi
from typing import TYPE_CHECKING

from facet_desktop.domain.breathing import FREE_BREATH, BreathMoment, breath_in_parts
from facet_desktop.domain.engine import EngineState, PauseReason, Status
from facet_desktop.domain.extension import extended
from facet_desktop.domain.step import Part, PartSpan, Step
from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.timeline import Timeline

SHOWN_A_SECOND = 60
"""Pictures of a figure a second."""


@frozen
class PartMoment:
    """Where a repetition stands: the part, its length, and what is left of it."""

    part: Part
    duration_ms: int
    remaining_ms: int

    @property
    def share(self) -> float:
        """How much of the part has passed, 0 to 1."""
        return 1.0 - self.remaining_ms / self.duration_ms if self.duration_ms else 1.0

    @property
    def shown_share(self) -> float:
        """How much of it a figure shows: the same in every repetition."""
        done_ms = shown_ms(self.duration_ms - self.remaining_ms)
        return min(1.0, done_ms / self.duration_ms) if self.duration_ms else 1.0


@frozen
class Frame:
    """One picture of the player.

    `position` is the movement of the figure, 0 at the start position and 1 at the end position.
    `block_share` is how much of the present set, rest or preparation has passed, 0 to 1.
    `remaining_ms` is what is left of the step; None in a step that the person ends.
    `block_remaining_ms` likewise for the block. `session_remaining_ms` includes estimates.
    """

    status: Status
    pause_reason: PauseReason | None
    step: Step
    next_work: Step | None
    elapsed_ms: int
    remaining_ms: int | None
    block_share: float
    block_remaining_ms: int | None
    part: PartMoment | None
    position: float
    breath: BreathMoment
    session_remaining_ms: int
    session_share: float


def frame_of(timeline: Timeline, state: EngineState) -> Frame:
    """The frame for a state. Raises IndexError for an empty timeline."""
    step = timeline.steps[state.step]
    moving = extended(step, state.extra_ms) if state.extra_ms else step
    part = part_at(moving.parts, state.elapsed_ms) if step.is_work else None
    duration_ms = step.duration_ms + state.extra_ms
    left_ms = max(0, duration_ms - state.elapsed_ms)
    last = timeline.block_of(state.step)[-1]
    after_step_ms = last.end_ms - step.end_ms
    block_ms = step.block_offset_ms + duration_ms + after_step_ms
    done_ms = min(block_ms, step.block_offset_ms + state.elapsed_ms)
    open_block = any(one.open_ended for one in timeline.block_of(state.step))
    ended = state.status in (Status.FINISHED, Status.STOPPED)
    return Frame(
        status=state.status,
        pause_reason=state.pause_reason,
        step=step,
        next_work=timeline.next_work(state.step),
        elapsed_ms=state.elapsed_ms,
        remaining_ms=None if step.open_ended else left_ms,
        block_share=done_ms / block_ms if block_ms else 1.0,
        block_remaining_ms=None if open_block else left_ms + after_step_ms,
        part=part,
        position=position_at(part),
        breath=_breath(moving, state.elapsed_ms),
        session_remaining_ms=0 if ended else timeline.total_ms - step.end_ms + left_ms,
        session_share=_session_share(timeline, step, left_ms),
    )


def _session_share(timeline: Timeline, step: Step, left_ms: int) -> float:
    if not timeline.total_ms:
        return 1.0
    return min(1.0, max(0.0, (step.end_ms - left_ms) / timeline.total_ms))


def part_at(parts: tuple[PartSpan, ...], elapsed_ms: int) -> PartMoment | None:
    """The part of a repetition after `elapsed_ms`; the last one lasts for ever. None without parts."""
    at = elapsed_ms
    for span in parts:
        if at < span.duration_ms:
            return PartMoment(span.part, span.duration_ms, span.duration_ms - at)
        at -= span.duration_ms
    return PartMoment(parts[-1].part, parts[-1].duration_ms, 0) if parts else None


def shown_ms(elapsed_ms: int) -> float:
    """The nearest sixtieth of a second, at most 8.4 ms away: figures move in these steps.

    Frames come a little earlier or later each time; so every repetition still shows the same pictures, which
    need not be made again.
    """
    return round(elapsed_ms * SHOWN_A_SECOND / 1000) * 1000 / SHOWN_A_SECOND


def position_at(part: PartMoment | None) -> float:
    """Movement of the figure in a part: eased up, held, eased down, at rest."""
    if part is None:
        return 0.0
    share = (1 - cos(pi * part.shown_share)) / 2
    return {Part.UP: share, Part.HOLD: 1.0, Part.DOWN: 1.0 - share, Part.PAUSE: 0.0}[part.part]


def _breath(step: Step, elapsed_ms: int) -> BreathMoment:
    waiting = step.open_ended and not step.breath_repeats and elapsed_ms >= step.duration_ms
    if waiting or not step.breath:
        return FREE_BREATH
    return breath_in_parts(step.breath, step.breath_offset_ms + elapsed_ms, repeat=step.breath_repeats)
