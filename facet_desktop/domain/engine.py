"""The player engine: a pure state machine over a timeline.

Every function takes the timeline, a state and the present reading of the clocks, and returns a new state with
the events that happened. Time is banked as differences of a monotonic clock; ticks are never counted, so a
late or missing tick loses nothing. A gap above MAX_GAP_MS means that the machine slept: nothing is credited
and the session pauses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.step import Step
    from facet_desktop.domain.timeline import Timeline

MAX_GAP_MS = 5000
"""Longest silence between two ticks that still counts as exercise."""
BACK_TO_PREVIOUS_MS = 3000
"""Going back within this time from the start of a block means the block before."""


class Status(StrEnum):
    """State of a played session."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


class PauseReason(StrEnum):
    """Why a session stands still."""

    USER = "user"
    SLEEP = "sleep"
    """The machine slept, or its clock was changed."""
    RESUMED = "resumed"
    """The session was taken up again after the program had ended."""
    HURTS = "hurts"
    ERROR = "error"


@frozen
class Now:
    """One reading of both clocks in milliseconds: `mono_ms` for durations, `wall_ms` to notice sleep."""

    mono_ms: int
    wall_ms: int


@frozen
class EngineState:
    """Where the session stands.

    `elapsed_ms` is credited time in the present step, `extra_ms` what was added to its duration,
    `set_reps` and `set_ms` what was done in the present block, `credited_ms` the whole session.
    """

    status: Status = Status.READY
    step: int = 0
    elapsed_ms: int = 0
    extra_ms: int = 0
    set_reps: int = 0
    set_ms: int = 0
    credited_ms: int = 0
    last: Now = Now(0, 0)
    pause_reason: PauseReason | None = None


@frozen
class StepStarted:
    """A step began."""

    step: Step


@frozen
class StepEnded:
    """A step ended; `done` is False where it was skipped or left."""

    step: Step
    elapsed_ms: int
    done: bool


@frozen
class SetEnded:
    """A set (of one side, where sides are separate) ended, whole or in part."""

    step: Step
    reps_done: int
    work_ms: int
    completed: bool


@frozen
class Paused:
    """The session stands still."""

    reason: PauseReason


@frozen
class Resumed:
    """The session goes on."""


@frozen
class Extended:
    """Time was added to the present step."""

    step: Step
    by_ms: int


@frozen
class Jumped:
    """The person went to another place of the session."""

    from_step: int
    to_step: int


@frozen
class Finished:
    """The last step ended."""


@frozen
class Stopped:
    """The person ended the session early."""


EngineEvent = StepStarted | StepEnded | SetEnded | Paused | Resumed | Extended | Jumped | Finished | Stopped
Result = tuple[EngineState, tuple[EngineEvent, ...]]


def start(timeline: Timeline, now: Now) -> Result:
    """Begins at the first step. An empty timeline is finished at once."""
    if not timeline.steps:
        return EngineState(status=Status.FINISHED, last=now), (Finished(),)
    return EngineState(status=Status.RUNNING, last=now), (StepStarted(timeline.steps[0]),)


def restore(timeline: Timeline, step: int, credited_ms: int, now: Now) -> EngineState:
    """A paused state at the beginning of a step, for a session that was cut off there.

    Repetitions of the same set before that step were done before the interruption, and count.
    """
    index = min(max(step, 0), len(timeline.steps) - 1)
    there = timeline.steps[index]
    return EngineState(
        status=Status.PAUSED,
        step=index,
        set_reps=there.rep_no - 1 if there.is_work else 0,
        set_ms=there.block_offset_ms if there.is_work else 0,
        credited_ms=credited_ms,
        last=now,
        pause_reason=PauseReason.RESUMED,
    )


def tick(timeline: Timeline, state: EngineState, now: Now) -> Result:
    """Credits the time since the last reading and moves on as far as it reaches."""
    if state.status is not Status.RUNNING:
        return replace(state, last=now), ()
    gap = now.mono_ms - state.last.mono_ms
    wall_gap = now.wall_ms - state.last.wall_ms
    if gap < 0 or gap > MAX_GAP_MS or wall_gap - gap > MAX_GAP_MS:
        return _paused(state, now, PauseReason.SLEEP)
    return _credit(timeline, replace(state, last=now), gap)


def _credit(timeline: Timeline, state: EngineState, amount_ms: int) -> Result:
    events: list[EngineEvent] = []
    while state.status is Status.RUNNING:
        step = timeline.steps[state.step]
        left = step.duration_ms + state.extra_ms - state.elapsed_ms
        used = amount_ms if step.open_ended else min(amount_ms, left)
        state = replace(
            state,
            elapsed_ms=state.elapsed_ms + used,
            credited_ms=state.credited_ms + used,
            set_ms=state.set_ms + (used if step.is_work else 0),
        )
        amount_ms -= used
        if step.open_ended or used < left:
            break
        state, more = _complete(timeline, state)
        events.extend(more)
    return state, tuple(events)


def _complete(timeline: Timeline, state: EngineState) -> Result:
    """Ends the present step as done and begins the next one."""
    step = timeline.steps[state.step]
    events: list[EngineEvent] = [StepEnded(step, state.elapsed_ms, done=True)]
    if step.is_work:
        state = replace(state, set_reps=state.set_reps + 1)
    if step.ends_set:
        whole = state.set_reps >= step.reps
        events.append(SetEnded(step, state.set_reps, state.set_ms, completed=whole))
    state, more = _enter(timeline, state, state.step + 1)
    return state, (*events, *more)


def _enter(timeline: Timeline, state: EngineState, index: int) -> Result:
    if index >= len(timeline.steps):
        done = replace(state, status=Status.FINISHED, extra_ms=0, pause_reason=None)
        return done, (Finished(),)
    same_block = index == state.step + 1 and timeline.steps[index].block == timeline.steps[state.step].block
    state = replace(
        state,
        step=index,
        elapsed_ms=0,
        extra_ms=0,
        set_reps=state.set_reps if same_block else 0,
        set_ms=state.set_ms if same_block else 0,
    )
    return state, (StepStarted(timeline.steps[index]),)


def complete(timeline: Timeline, state: EngineState, now: Now) -> Result:
    """Ends an open-ended step as done: the person counted a repetition or reached the end of the walk."""
    state, events = tick(timeline, state, now)
    if state.status is not Status.RUNNING or not timeline.steps[state.step].open_ended:
        return state, events
    state, more = _complete(timeline, state)
    return state, (*events, *more)


def pause(timeline: Timeline, state: EngineState, now: Now, reason: PauseReason = PauseReason.USER) -> Result:
    """Stands still, after crediting the time up to now."""
    state, events = tick(timeline, state, now)
    if state.status is not Status.RUNNING:
        return state, events
    state, more = _paused(state, now, reason)
    return state, (*events, *more)


def _paused(state: EngineState, now: Now, reason: PauseReason) -> Result:
    return replace(state, status=Status.PAUSED, last=now, pause_reason=reason), (Paused(reason),)


def resume(state: EngineState, now: Now) -> Result:
    """Goes on from where the session stood still; nothing of the pause is credited."""
    if state.status is not Status.PAUSED:
        return state, ()
    return replace(state, status=Status.RUNNING, last=now, pause_reason=None), (Resumed(),)


def skip(timeline: Timeline, state: EngineState, now: Now) -> Result:
    """Leaves the rest of this block (set, rest, preparation) and goes to the next one."""
    return _leave(timeline, state, now, lambda at: timeline.block_of(at)[-1].index + 1)


def skip_exercise(timeline: Timeline, state: EngineState, now: Now) -> Result:
    """Leaves the rest of this exercise and goes to the first step of another one."""

    def target(at: int) -> int:
        item = timeline.steps[at].item
        later = (step.index for step in timeline.steps[at:] if step.item != item)
        return next(later, len(timeline.steps))

    return _leave(timeline, state, now, target)


def back(timeline: Timeline, state: EngineState, now: Now) -> Result:
    """Goes to the start of this block, or to the block before when this one has only just begun."""

    def target(at: int) -> int:
        first = timeline.block_of(at)[0]
        inside = timeline.steps[at].start_ms - first.start_ms + state.elapsed_ms
        if inside < BACK_TO_PREVIOUS_MS and first.index > 0:
            return timeline.block_of(first.index - 1)[0].index
        return first.index

    return _leave(timeline, state, now, target)


def jump(timeline: Timeline, state: EngineState, now: Now, step: int) -> Result:
    """Goes to the step with that index. Raises IndexError when there is none."""
    if not 0 <= step < len(timeline.steps):
        raise IndexError(step)
    return _leave(timeline, state, now, lambda _at: step)


def replan(timelines: tuple[Timeline, Timeline], state: EngineState, now: Now, step: int) -> Result:
    """Goes over from the first timeline to the second, and stands at `step` of it.

    What was begun is recorded as it stands. A session that ran goes on running there.
    Raises IndexError when there is no such step.
    """
    before, after = timelines
    if not 0 <= step < len(after.steps):
        raise IndexError(step)
    state, events = tick(before, state, now)
    if state.status not in (Status.RUNNING, Status.PAUSED):
        return state, events
    left = (*_left_set(before, state), StepEnded(before.steps[state.step], state.elapsed_ms, done=False))
    moved = replace(state, step=step, elapsed_ms=0, extra_ms=0, set_reps=0, set_ms=0)
    return moved, (*events, *left, StepStarted(after.steps[step]))


def extend(timeline: Timeline, state: EngineState, now: Now, by_ms: int) -> Result:
    """Adds time to the present step."""
    state, events = tick(timeline, state, now)
    if state.status not in (Status.RUNNING, Status.PAUSED):
        return state, events
    step = timeline.steps[state.step]
    return replace(state, extra_ms=state.extra_ms + by_ms), (*events, Extended(step, by_ms))


def stop(timeline: Timeline, state: EngineState, now: Now) -> Result:
    """Ends the session early; what was done so far stays credited."""
    state, events = tick(timeline, state, now)
    if state.status in (Status.FINISHED, Status.STOPPED):
        return state, events
    left = _left_set(timeline, state)
    return replace(state, status=Status.STOPPED, last=now), (*events, *left, Stopped())


def _leave(timeline: Timeline, state: EngineState, now: Now, target: Callable[[int], int]) -> Result:
    """Moves to another step; a pause stays a pause, and a set that was begun is recorded as it stands."""
    state, events = tick(timeline, state, now)
    if state.status not in (Status.RUNNING, Status.PAUSED):
        return state, events
    origin = state.step
    destination = target(origin)
    left = (*_left_set(timeline, state), StepEnded(timeline.steps[origin], state.elapsed_ms, done=False))
    state, entered = _enter(timeline, replace(state, set_reps=0, set_ms=0), destination)
    return state, (*events, *left, Jumped(origin, destination), *entered)


def _left_set(timeline: Timeline, state: EngineState) -> tuple[EngineEvent, ...]:
    step = timeline.steps[state.step]
    if not step.is_work or state.set_ms == 0:
        return ()
    return (SetEnded(step, state.set_reps, state.set_ms, completed=False),)
