"""The whole session as a row of segments: one for each set and side, one for the time between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from facet_desktop.domain.step import Step, StepKind
from facet_desktop.domain.timeline import Timeline
from facet_desktop.domain.values import frozen

PAUSE_PX, LEAST_PX, GAP_PX = 34.0, 9.0, 4.0
"""Widest pause, narrowest segment and the gap between two, in pixels."""


@frozen
class Segment:
    """A run of steps that is drawn as one piece.

    `jump_to` is the step to go to when it is chosen: for the first set of an exercise its preparation, so
    that there is time to get into position.
    """

    first: int
    last: int
    jump_to: int
    start_ms: int
    duration_ms: int
    step: Step

    @property
    def is_work(self) -> bool:
        """Whether the exercise is done here; otherwise it is time to rest, change or prepare."""
        return self.step.is_work

    def share_at(self, step: Step, block_share: float, block_ms: int) -> float:
        """How much of this segment has passed, 0 to 1, at a share of the present block."""
        if step.index > self.last:
            return 1.0
        if step.index < self.first or not self.duration_ms:
            return 0.0
        block_start_ms = step.start_ms - step.block_offset_ms
        done_ms = block_start_ms - self.start_ms + block_share * block_ms
        return min(1.0, max(0.0, done_ms / self.duration_ms))


def segments_of(timeline: Timeline) -> tuple[Segment, ...]:
    """The segments of a session, in order; they cover every step once."""
    found = []
    before: Step | None = None
    for _, run in groupby(timeline.steps, key=lambda step: (step.is_work, step.is_work and step.block)):
        steps = list(run)
        found.append(_segment(steps, before))
        before = steps[-1]
    return tuple(found)


def _segment(steps: Sequence[Step], before: Step | None) -> Segment:
    first, last = steps[0], steps[-1]
    prepared = before is not None and first.is_work and before.kind is StepKind.PREPARE
    return Segment(
        first=first.index,
        last=last.index,
        jump_to=before.index if prepared and before is not None else first.index,
        start_ms=first.start_ms,
        duration_ms=last.end_ms - first.start_ms,
        step=first,
    )


def widths(segments: Sequence[Segment], total_px: float) -> tuple[tuple[float, float], ...]:
    """(left, width) of every segment: sets in proportion to their time, pauses narrow.

    The row fills `total_px` exactly; where there are very many segments, gaps and widths shrink evenly.
    """
    if not segments:
        return ()
    gap = GAP_PX if len(segments) * (GAP_PX + LEAST_PX) < total_px else 0.0
    room = total_px - gap * (len(segments) - 1)
    whole_ms = sum(one.duration_ms for one in segments) or 1
    raw = [_width(one, room / whole_ms) for one in segments]
    work = sum(width for one, width in zip(segments, raw, strict=True) if one.is_work)
    pauses = sum(raw) - work
    stretch = (room - pauses) / work if work and pauses < room / 2 else room / sum(raw)
    even = not (work and pauses < room / 2)
    found, left = [], 0.0
    for one, width in zip(segments, raw, strict=True):
        scaled = width * stretch if one.is_work or even else width
        found.append((left, scaled))
        left += scaled + gap
    return tuple(found)


def _width(segment: Segment, px_per_ms: float) -> float:
    width = max(LEAST_PX, segment.duration_ms * px_per_ms)
    return width if segment.is_work else min(PAUSE_PX, width)
