"""One step of a compiled session, and the parts of a repetition inside it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.breathing import BreathPart


class StepKind(StrEnum):
    """What a step asks for."""

    PREPARE = "prepare"
    """Time to get into position before an exercise."""
    REP = "rep"
    """One repetition by tempo."""
    HOLD = "hold"
    """One hold, or one timed bout."""
    SWITCH = "switch"
    """Time to change sides."""
    REST = "rest"
    """Rest between sets or exercises."""


WORK = frozenset({StepKind.REP, StepKind.HOLD})
"""Kinds of step in which the exercise itself is done."""


class StepSide(StrEnum):
    """The side that works in a step."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> StepSide:
        """The opposite side; BOTH stays BOTH."""
        return {StepSide.LEFT: StepSide.RIGHT, StepSide.RIGHT: StepSide.LEFT}.get(self, self)


class Part(StrEnum):
    """Part of a repetition or stretch."""

    UP = "up"
    HOLD = "hold"
    DOWN = "down"
    PAUSE = "pause"


@frozen
class PartSpan:
    """A part with its length in milliseconds."""

    part: Part
    duration_ms: int


@frozen
class Step:
    """One step of the flat timeline.

    `item` is the position of the prescription in the session; `block` numbers the runs of steps that belong
    together (the repetitions of one set and side, one rest, ...). `start_ms` is planned from the start of
    the session. An `open_ended` step ends when the person says so; its duration is only an estimate.
    """

    index: int
    block: int
    kind: StepKind
    item: int
    item_id: str
    exercise: str
    name: str
    set_no: int
    sets: int
    rep_no: int
    reps: int
    side: StepSide
    start_ms: int
    duration_ms: int
    block_offset_ms: int
    parts: tuple[PartSpan, ...] = ()
    breath: tuple[BreathPart, ...] = ()
    breath_repeats: bool = False
    breath_offset_ms: int = 0
    open_ended: bool = False
    ends_set: bool = False
    ends_exercise: bool = False

    @property
    def is_work(self) -> bool:
        """Whether the exercise itself is done in this step."""
        return self.kind in WORK

    @property
    def end_ms(self) -> int:
        """Planned end from the start of the session."""
        return self.start_ms + self.duration_ms
