from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain import engine
from facet_desktop.domain.engine import (
    Extended,
    Finished,
    Jumped,
    Now,
    Paused,
    PauseReason,
    Resumed,
    SetEnded,
    Status,
    StepEnded,
    StepStarted,
    Stopped,
)
from facet_desktop.domain.program import PlannedSession
from facet_desktop.domain.step import StepKind
from facet_desktop.domain.timeline import Pacing, compile_session
from tests.domain.desk import Desk, desk
from tests.domain.sessions import (
    BRIDGE,
    BY_HAND,
    PACING,
    STRETCH,
    WALK,
    any_sessions,
    pacings,
    session,
    timed_sessions,
)


def test_a_session_left_alone_ends_at_its_planned_time() -> None:
    played = desk(BRIDGE)
    played.run(58_999)
    assert played.of(Finished) == []

    played.tick(1)

    assert played.state.status is Status.FINISHED
    assert played.state.credited_ms == played.timeline.total_ms == 59_000
    assert played.events[-1] == Finished()


def test_time_that_runs_over_a_step_counts_in_the_next_one() -> None:
    played = desk(BRIDGE)

    played.run(4900)
    played.tick(2100)

    assert (played.state.step, played.state.elapsed_ms) == (1, 2000)


def test_one_late_tick_may_pass_several_steps() -> None:
    played = desk(BRIDGE)
    played.run(10_900)

    played.tick(5000)

    assert (played.step.rep_no, played.state.elapsed_ms) == (2, 4900)


@pytest.mark.parametrize("gap_ms", [5001, 3_600_000])
def test_a_long_silence_is_sleep_and_is_not_credited(gap_ms: int) -> None:
    played = desk(BRIDGE)
    played.run(1000)

    played.tick(gap_ms)

    assert played.state.status is Status.PAUSED
    assert played.state.pause_reason is PauseReason.SLEEP
    assert played.state.credited_ms == 1000


def test_sleep_in_which_the_monotonic_clock_stood_still_is_seen_on_the_wall_clock() -> None:
    played = desk(BRIDGE)
    played.run(1000)

    played.tick(16, wall_ms=600_000)

    assert played.of(Paused) == [Paused(PauseReason.SLEEP)]
    assert played.state.credited_ms == 1000


def test_a_wall_clock_set_back_changes_nothing() -> None:
    played = desk(BRIDGE)

    played.tick(100, wall_ms=-3_600_000)

    assert (played.state.status, played.state.credited_ms) == (Status.RUNNING, 100)


def test_a_monotonic_clock_that_goes_back_credits_nothing_and_pauses() -> None:
    played = desk(BRIDGE)

    played.tick(-50)

    assert (played.state.status, played.state.credited_ms) == (Status.PAUSED, 0)


def test_a_pause_credits_the_time_before_it_and_nothing_of_itself() -> None:
    played = desk(BRIDGE)
    played.pass_time(700)

    played.pause()
    played.tick(90_000)
    played.resume()
    played.tick(300)

    assert played.state.credited_ms == 1000
    assert played.of(Paused) == [Paused(PauseReason.USER)]
    assert played.of(Resumed) == [Resumed()]


def test_pausing_twice_is_one_pause() -> None:
    played = desk(BRIDGE)

    played.pause()
    played.pause()

    assert len(played.of(Paused)) == 1


def test_resuming_what_runs_does_nothing() -> None:
    played = desk(BRIDGE)

    played.resume()

    assert played.of(Resumed) == []


def test_a_whole_set_ends_completed_with_its_time() -> None:
    played = desk(BRIDGE)

    played.run(22_000)

    (ended,) = played.of(SetEnded)
    assert (ended.step.set_no, ended.reps_done, ended.work_ms, ended.completed) == (1, 3, 17_000, True)


def test_a_skipped_set_is_kept_as_it_stood() -> None:
    played = desk(BRIDGE)
    played.run(13_000)

    played.skip()

    (ended,) = played.of(SetEnded)
    assert (ended.reps_done, ended.work_ms, ended.completed) == (1, 8000, False)
    assert played.step.kind is StepKind.REST
    assert played.of(Jumped) == [Jumped(2, 4)]


def test_a_set_skipped_before_it_began_leaves_no_trace() -> None:
    played = desk(BRIDGE)
    played.run(5000)

    played.skip()

    assert played.of(SetEnded) == []


def test_skipping_the_last_block_finishes_the_session() -> None:
    played = desk(BRIDGE)
    for _ in range(4):
        played.skip()

    assert played.state.status is Status.FINISHED


def test_back_goes_to_the_start_of_this_set() -> None:
    played = desk(BRIDGE)
    played.run(20_000)

    played.back()

    assert (played.step.set_no, played.step.rep_no, played.state.elapsed_ms) == (1, 1, 0)


def test_back_again_at_once_goes_to_the_block_before() -> None:
    played = desk(BRIDGE)
    played.run(20_000)

    played.back()
    played.tick(2000)
    played.back()

    assert played.step.kind is StepKind.PREPARE


def test_back_at_the_very_beginning_stays_there() -> None:
    played = desk(BRIDGE)

    played.back()

    assert played.state.step == 0


def test_a_set_begun_again_counts_only_what_was_done_in_one_go() -> None:
    played = desk(BRIDGE)
    played.run(20_000)
    played.back()

    played.run(17_000)

    first, second = played.of(SetEnded)
    assert (first.reps_done, first.completed) == (2, False)
    assert (second.reps_done, second.work_ms, second.completed) == (3, 17_000, True)


def test_moving_about_in_a_pause_stays_a_pause() -> None:
    played = desk(BRIDGE)
    played.pause()

    played.skip()
    played.tick(1000)

    assert (played.state.status, played.state.step, played.state.elapsed_ms) == (Status.PAUSED, 1, 0)


def test_skipping_an_exercise_goes_to_the_preparation_of_the_next_one() -> None:
    played = desk(BRIDGE, STRETCH)
    played.run(6000)

    played.take(engine.skip_exercise(played.timeline, played.state, played.now))

    assert (played.step.kind, played.step.name) == (StepKind.PREPARE, "Stretch")


def test_skipping_the_last_exercise_finishes_the_session() -> None:
    played = desk(BRIDGE)

    played.take(engine.skip_exercise(played.timeline, played.state, played.now))

    assert played.state.status is Status.FINISHED


def test_fifteen_seconds_more_make_the_step_longer_and_nothing_else() -> None:
    played = desk(BRIDGE)

    played.take(engine.extend(played.timeline, played.state, played.now, 15_000))
    played.run(19_900)
    assert played.state.step == 0
    played.run(100)

    assert (played.state.step, played.state.extra_ms) == (1, 0)
    assert played.of(Extended) == [Extended(played.timeline.steps[0], 15_000)]


def test_an_open_ended_step_waits_for_the_person() -> None:
    played = desk(WALK)
    played.run(5000 + 300_000)
    assert played.step.open_ended

    played.complete()

    (ended,) = played.of(SetEnded)
    assert (ended.work_ms, ended.completed) == (300_000, True)
    assert played.state.status is Status.FINISHED


def test_repetitions_by_hand_are_counted_by_the_person() -> None:
    played = desk(BY_HAND)
    played.run(6000)

    played.complete()
    assert played.state.status is Status.RUNNING
    played.run(1000)
    played.complete()

    (ended,) = played.of(SetEnded)
    assert (ended.reps_done, ended.completed) == (2, True)


def test_a_timed_step_cannot_be_ended_by_hand() -> None:
    played = desk(BRIDGE)

    played.complete()

    assert played.state.step == 0


def test_stopping_keeps_the_set_that_was_begun() -> None:
    played = desk(BRIDGE)
    played.run(12_000)

    played.take(engine.stop(played.timeline, played.state, played.now))

    assert [(one.reps_done, one.work_ms, one.completed) for one in played.of(SetEnded)] == [(1, 7000, False)]
    assert played.events[-1] == Stopped()
    assert played.state.status is Status.STOPPED


def test_nothing_happens_after_the_end() -> None:
    played = desk(BRIDGE)
    played.take(engine.stop(played.timeline, played.state, played.now))
    before = len(played.events)

    played.tick(1000)
    played.skip()
    played.back()
    played.pause()
    played.resume()
    played.complete()
    played.take(engine.extend(played.timeline, played.state, played.now, 1000))
    played.take(engine.stop(played.timeline, played.state, played.now))

    assert len(played.events) == before


def test_a_jump_outside_the_session_is_refused() -> None:
    played = desk(BRIDGE)

    with pytest.raises(IndexError):
        engine.jump(played.timeline, played.state, played.now, len(played.timeline.steps))


def test_an_empty_session_is_over_at_once() -> None:
    state, events = engine.start(compile_session(session()), Now(0, 0))

    assert (state.status, events) == (Status.FINISHED, (Finished(),))


def test_a_session_taken_up_waits_at_the_step_it_had_reached() -> None:
    timeline = compile_session(session(BRIDGE), PACING)

    state = engine.restore(timeline, 2, 11_000, Now(7, 7))

    assert (state.status, state.pause_reason) == (Status.PAUSED, PauseReason.RESUMED)
    assert (state.step, state.elapsed_ms, state.credited_ms) == (2, 0, 11_000)


def test_repetitions_done_before_the_interruption_still_count_for_the_set() -> None:
    timeline = compile_session(session(BRIDGE), PACING)
    played = Desk(timeline)
    played.state = engine.restore(timeline, 2, 11_000, played.now)

    played.resume()
    played.run(11_000)

    (ended,) = played.of(SetEnded)
    assert (ended.reps_done, ended.work_ms, ended.completed) == (3, 17_000, True)


@pytest.mark.parametrize(("asked", "found"), [(-3, 0), (99, 7)])
def test_a_step_that_is_not_there_is_brought_inside(asked: int, found: int) -> None:
    timeline = compile_session(session(BRIDGE), PACING)

    assert engine.restore(timeline, asked, 0, Now(0, 0)).step == found


# A play of the clocks: milliseconds between ticks, pauses, sleep seen by either clock, a wall clock set.
small_gaps = st.integers(0, engine.MAX_GAP_MS)
happenings = st.lists(
    st.one_of(
        st.tuples(st.just("tick"), small_gaps),
        st.tuples(st.just("pause"), st.integers(0, 10_000_000)),
        st.tuples(st.just("sleep"), st.integers(engine.MAX_GAP_MS + 1, 10_000_000)),
        st.tuples(st.just("suspend"), st.integers(engine.MAX_GAP_MS + 1, 10_000_000)),
        st.tuples(st.just("set back"), st.integers(1, 10_000_000)),
    ),
    max_size=60,
)


def _happen(played: Desk, what: str, ms: int) -> int:
    """Lets one thing happen; returns how much of it is exercise."""
    if what == "pause":
        played.pause()
        played.tick(ms)
        played.resume()
    elif what in ("sleep", "suspend"):
        played.tick(ms if what == "sleep" else 0, wall_ms=ms)
        played.resume()
    else:
        played.tick(0 if what == "set back" else ms, wall_ms=-ms if what == "set back" else ms)
        return 0 if what == "set back" else ms
    return 0


@given(timed_sessions, pacings, happenings)
def test_exactly_the_time_awake_and_not_paused_is_credited(
    planned: PlannedSession, pacing: Pacing, course: list[tuple[str, int]]
) -> None:
    played = Desk(compile_session(planned, pacing))
    exercised = 0

    for what, ms in course:
        exercised += _happen(played, what, ms)
        assert played.state.credited_ms == min(exercised, played.timeline.total_ms)

    assert (played.state.status is Status.FINISHED) == (exercised >= played.timeline.total_ms)


@given(any_sessions, pacings, happenings)
def test_every_step_happens_once_and_in_order(
    planned: PlannedSession, pacing: Pacing, course: list[tuple[str, int]]
) -> None:
    played = Desk(compile_session(planned, pacing))

    for what, ms in course:
        _happen(played, what, ms)
    played.finish()

    every = list(range(len(played.timeline.steps)))
    assert [event.step.index for event in played.of(StepStarted)] == every
    assert [event.step.index for event in played.of(StepEnded)] == every
    assert all(event.done for event in played.of(StepEnded))
    assert all(event.completed for event in played.of(SetEnded))
    assert played.of(Finished) == [Finished()]


@given(timed_sessions, pacings, st.lists(small_gaps, max_size=30))
def test_the_rhythm_of_the_ticks_does_not_matter(
    planned: PlannedSession, pacing: Pacing, gaps: list[int]
) -> None:
    timeline = compile_session(planned, pacing)
    coarse, fine = Desk(timeline), Desk(timeline)

    for gap in gaps:
        coarse.tick(gap)
        for _ in range(gap // 16):
            fine.tick(16)
        fine.tick(gap % 16)

    assert replace(coarse.state, last=fine.state.last) == fine.state
    assert coarse.events == fine.events


moves = st.lists(
    st.tuples(
        st.sampled_from(("tick", "skip", "back", "exercise", "extend", "jump", "pause", "complete")),
        st.integers(0, 5000),
    ),
    max_size=40,
)


@given(any_sessions, pacings, moves)
def test_going_about_freely_never_leaves_the_session_and_pairs_every_step(
    planned: PlannedSession, pacing: Pacing, course: list[tuple[str, int]]
) -> None:
    played = Desk(compile_session(planned, pacing))

    for what, number in course:
        _move(played, what, number)
        played.tick(50)
        played.resume()
        step = played.step
        assert step.open_ended or played.state.elapsed_ms <= step.duration_ms + played.state.extra_ms
        ended = played.state.status is Status.FINISHED
        assert len(played.of(StepStarted)) - len(played.of(StepEnded)) == (0 if ended else 1)
    for one in played.of(SetEnded):
        assert one.completed == (one.reps_done >= one.step.reps)


def _move(played: Desk, what: str, number: int) -> None:
    timeline, state, now = played.timeline, played.state, played.now
    match what:
        case "tick":
            played.tick(number)
        case "exercise":
            played.take(engine.skip_exercise(timeline, state, now))
        case "extend":
            played.take(engine.extend(timeline, state, now, number))
        case "jump":
            played.take(engine.jump(timeline, state, now, number % len(timeline.steps)))
        case _:
            getattr(played, what)()
