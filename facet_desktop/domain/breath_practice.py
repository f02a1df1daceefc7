"""Practising a breathing pattern by itself: a pure state machine over elapsed time, like the player's engine.

A practice is a few seconds to settle, then whole breaths. Differences of a monotonic clock are banked, ticks
are never counted, and a gap that means sleep is credited to nobody.
"""

from __future__ import annotations

from dataclasses import replace

from facet_desktop.domain.breathing import BreathMoment, BreathPattern, BreathPhase, breath_in_parts
from facet_desktop.domain.engine import MAX_GAP_MS, Now, PauseReason, Status
from facet_desktop.domain.values import frozen

LEAD_MS = 3000
"""Time to settle before the first breath."""
MINUTE_S = 60


@frozen
class BreathPractice:
    """What is practised: a pattern and a number of whole breaths, at least 1."""

    pattern: BreathPattern
    cycles: int

    @property
    def cycle_ms(self) -> int:
        """Milliseconds of one breath."""
        return sum(part.duration_ms for part in self.pattern.parts())

    @property
    def breathing_ms(self) -> int:
        """Milliseconds of all breaths."""
        return self.cycles * self.cycle_ms

    @property
    def total_ms(self) -> int:
        """Milliseconds from the start to the end, with the time to settle."""
        return LEAD_MS + self.breathing_ms


@frozen
class PracticeState:
    """Where a practice stands; `elapsed_ms` is credited time."""

    status: Status = Status.READY
    elapsed_ms: int = 0
    last: Now = Now(0, 0)
    pause_reason: PauseReason | None = None


@frozen
class PracticeMoment:
    """One instant of a practice.

    `cycle_no` is the present breath from 1, 0 while settling; `cycles_done` counts whole breaths.
    `remaining_ms` is what is left of all breaths, `share` how much of them has passed, 0 to 1.
    """

    breath: BreathMoment
    cycle_no: int
    cycles_done: int
    remaining_ms: int
    share: float
    finished: bool

    @property
    def settling(self) -> bool:
        """Whether the first breath has not begun yet."""
        return self.cycle_no == 0


def lengths_of(pattern: BreathPattern) -> tuple[int, ...]:
    """The lengths offered, in whole breaths: whole minutes of `session_s`, or 1 to `max_cycles` breaths.

    A length is the number of whole breaths nearest to its minutes, and never beyond the longest of them.
    """
    if pattern.max_cycles is not None:
        return tuple(range(1, pattern.max_cycles + 1))
    shortest_s, longest_s = pattern.session_s
    spans_s = {*range(shortest_s, longest_s + 1, MINUTE_S), longest_s}
    most = max(1, int(longest_s / pattern.cycle_s + 1e-9))
    return tuple(sorted({min(most, max(1, round(span_s / pattern.cycle_s))) for span_s in spans_s}))


def start(now: Now) -> PracticeState:
    """Begins with the time to settle."""
    return PracticeState(Status.RUNNING, 0, now)


def tick(practice: BreathPractice, state: PracticeState, now: Now) -> PracticeState:
    """Credits the time since the last reading; a gap above MAX_GAP_MS means sleep, and pauses instead."""
    if state.status is not Status.RUNNING:
        return replace(state, last=now)
    gap = now.mono_ms - state.last.mono_ms
    wall_gap = now.wall_ms - state.last.wall_ms
    if gap < 0 or gap > MAX_GAP_MS or wall_gap - gap > MAX_GAP_MS:
        return replace(state, status=Status.PAUSED, last=now, pause_reason=PauseReason.SLEEP)
    elapsed_ms = min(practice.total_ms, state.elapsed_ms + gap)
    over = elapsed_ms >= practice.total_ms
    return PracticeState(Status.FINISHED if over else Status.RUNNING, elapsed_ms, now)


def pause(practice: BreathPractice, state: PracticeState, now: Now) -> PracticeState:
    """Stands still, after crediting the time up to now."""
    state = tick(practice, state, now)
    if state.status is not Status.RUNNING:
        return state
    return replace(state, status=Status.PAUSED, pause_reason=PauseReason.USER)


def resume(practice: BreathPractice, state: PracticeState, now: Now) -> PracticeState:
    """Goes on at the start of the breath that was broken off, so that nobody has to join in mid-breath."""
    if state.status is not Status.PAUSED:
        return state
    into_ms = max(0, state.elapsed_ms - LEAD_MS) % practice.cycle_ms
    return PracticeState(Status.RUNNING, state.elapsed_ms - into_ms, now)


def stop(practice: BreathPractice, state: PracticeState, now: Now) -> PracticeState:
    """Ends early."""
    state = tick(practice, state, now)
    return state if state.status is Status.FINISHED else replace(state, status=Status.STOPPED)


def moment_of(practice: BreathPractice, elapsed_ms: int) -> PracticeMoment:
    """The practice after `elapsed_ms`; before the start and after the end it stands at either."""
    at_ms = min(max(elapsed_ms, 0), practice.total_ms)
    if at_ms < LEAD_MS:
        settling = BreathMoment(BreathPhase.FREE, 0.0, at_ms, LEAD_MS - at_ms)
        return PracticeMoment(settling, 0, 0, practice.breathing_ms, 0.0, finished=False)
    breathed_ms = at_ms - LEAD_MS
    finished = breathed_ms >= practice.breathing_ms
    inside_ms = min(breathed_ms, practice.breathing_ms - 1)
    return PracticeMoment(
        breath=breath_in_parts(practice.pattern.parts(), inside_ms),
        cycle_no=inside_ms // practice.cycle_ms + 1,
        cycles_done=breathed_ms // practice.cycle_ms,
        remaining_ms=practice.breathing_ms - breathed_ms,
        share=breathed_ms / practice.breathing_ms,
        finished=finished,
    )
