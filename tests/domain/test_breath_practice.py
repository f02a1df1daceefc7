"""Practising a pattern: only time that was breathed counts, and breaths are whole."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain.breath_practice import (
    LEAD_MS,
    BreathPractice,
    PracticeState,
    lengths_of,
    moment_of,
    pause,
    resume,
    start,
    stop,
    tick,
)
from facet_desktop.domain.breathing import MIN_CYCLE_S, BreathPattern, BreathPhase
from facet_desktop.domain.engine import MAX_GAP_MS, Now, PauseReason, Status

seconds = st.integers(0, 12)


def pattern_of(
    times: tuple[int, int, int, int], span: tuple[int, int], max_cycles: int | None
) -> BreathPattern:
    in_s, full_s, out_s, empty_s = times
    holds = bool(full_s or empty_s)
    limits = (min(span), max(span))
    return BreathPattern("one", "One", in_s, full_s, out_s, empty_s, limits, max_cycles, holds, "", "", "")


patterns = st.builds(
    pattern_of,
    st.tuples(st.integers(1, 12), seconds, st.integers(1, 12), seconds),
    st.tuples(st.integers(10, 1200), st.integers(10, 1200)),
    st.none() | st.integers(1, 6),
)
deltas = st.sampled_from((-1.0, 0.0, 1.0))


@st.composite
def chosen(draw: st.DrawFn) -> BreathPattern:
    """A pattern as somebody may have set it."""
    pattern = draw(patterns)
    return (pattern.without_holds() if draw(st.booleans()) else pattern).adjusted(draw(deltas))


practices = st.builds(BreathPractice, chosen(), st.integers(1, 40))
PAIRED = BreathPattern("even", "Even", 5, 0, 5, 0, (60, 180), None, False, "", "", "")
BOX = BreathPattern("box", "Box", 4, 4, 4, 4, (60, 240), None, True, "", "", "")
CAPPED = BreathPattern("4-7-8", "478", 4, 7, 8, 0, (19, 76), 4, True, "", "", "")


def at(ms: int) -> Now:
    return Now(ms, 1_700_000_000_000 + ms)


def played(practice: BreathPractice, gaps: list[int]) -> PracticeState:
    state = start(at(0))
    for moment in accumulate(gaps):
        state = tick(practice, state, at(moment))
    return state


@given(chosen())
def test_no_setting_makes_a_breath_shorter_than_six_seconds(pattern: BreathPattern) -> None:
    assert BreathPractice(pattern, 1).cycle_ms >= MIN_CYCLE_S * 1000


@given(chosen())
def test_lengths_stay_within_what_the_pattern_allows(pattern: BreathPattern) -> None:
    lengths = lengths_of(pattern)
    longest_ms = BreathPractice(pattern, lengths[-1]).breathing_ms
    assert lengths == tuple(sorted(set(lengths)))
    assert lengths[0] >= 1
    if pattern.max_cycles is not None:
        assert lengths[-1] == pattern.max_cycles
    else:
        assert longest_ms <= max(pattern.session_s[1], pattern.cycle_s) * 1000
        assert BreathPractice(pattern, lengths[0] + 1).breathing_ms > pattern.session_s[0] * 1000


def test_lengths_are_whole_minutes_or_single_breaths() -> None:
    assert lengths_of(PAIRED) == (6, 12, 18)
    assert lengths_of(BOX) == (4, 8, 11, 15)
    assert lengths_of(CAPPED) == (1, 2, 3, 4)


@given(practices, st.lists(st.integers(0, MAX_GAP_MS), max_size=60))
def test_it_does_not_matter_how_often_the_clock_is_read(practice: BreathPractice, gaps: list[int]) -> None:
    state = played(practice, gaps)
    assert state.elapsed_ms == min(sum(gaps), practice.total_ms)
    assert (state.status is Status.FINISHED) == (sum(gaps) >= practice.total_ms)
    assert (state.status is Status.FINISHED) == moment_of(practice, state.elapsed_ms).finished


@given(practices, st.integers(-5_000, 600_000))
def test_every_instant_is_sound(practice: BreathPractice, elapsed_ms: int) -> None:
    moment = moment_of(practice, elapsed_ms)
    breathed = moment.share * practice.breathing_ms
    assert 0.0 <= moment.breath.volume <= 1.0
    assert 0.0 <= moment.share <= 1.0
    assert moment.remaining_ms + round(breathed) == practice.breathing_ms
    assert 0 <= moment.cycles_done <= practice.cycles
    assert moment.cycles_done == breathed // practice.cycle_ms or moment.settling
    assert moment.finished == (moment.cycles_done == practice.cycles) == (moment.remaining_ms == 0)
    assert moment.settling == (elapsed_ms < LEAD_MS)
    allowed = {part.phase for part in practice.pattern.parts()}
    assert moment.breath.phase in ({BreathPhase.FREE} if moment.settling else allowed)


@given(
    practices,
    st.lists(
        st.tuples(st.sampled_from(("tick", "pause", "resume", "sleep")), st.integers(0, MAX_GAP_MS)),
        max_size=50,
    ),
)
def test_pauses_and_sleep_are_never_credited(practice: BreathPractice, story: list[tuple[str, int]]) -> None:
    now, awake_ms, state = 0, 0, start(at(0))
    for verb, gap in story:
        running = state.status is Status.RUNNING
        before = state.elapsed_ms
        if verb == "sleep":
            now += MAX_GAP_MS + 1 + gap
            state = tick(practice, state, at(now))
            assert state.elapsed_ms == before
            assert state.status is not Status.RUNNING
            continue
        now += gap
        awake_ms += gap if running else 0
        state = {"tick": tick, "pause": pause, "resume": resume}[verb](practice, state, at(now))
        assert state.elapsed_ms <= awake_ms
        assert not (state.status is Status.RUNNING and moment_of(practice, state.elapsed_ms).finished)


@pytest.mark.parametrize("gap", [Now(MAX_GAP_MS + 1, MAX_GAP_MS + 1), Now(10, MAX_GAP_MS + 11), Now(-1, 0)])
def test_sleep_and_changed_clocks_pause_the_practice(gap: Now) -> None:
    state = tick(BreathPractice(PAIRED, 6), start(Now(0, 0)), gap)
    assert (state.status, state.pause_reason, state.elapsed_ms) == (Status.PAUSED, PauseReason.SLEEP, 0)


def test_a_practice_goes_on_at_the_start_of_the_breath() -> None:
    practice = BreathPractice(PAIRED, 6)
    state = pause(practice, played(practice, [LEAD_MS, 5000, 5000, 4000]), at(LEAD_MS + 14_100))
    assert state.elapsed_ms == LEAD_MS + 14_100
    state = resume(practice, state, at(90_000))
    assert state.elapsed_ms == LEAD_MS + 10_000
    assert moment_of(practice, state.elapsed_ms).cycle_no == 2


def test_time_to_settle_goes_on_where_it_was() -> None:
    practice = BreathPractice(PAIRED, 6)
    state = resume(practice, pause(practice, start(at(0)), at(1000)), at(2000))
    assert state.elapsed_ms == 1000


def test_what_is_over_stays_over() -> None:
    practice = BreathPractice(PAIRED, 1)
    done = played(practice, [LEAD_MS, 5000, 5000])
    assert done.status is Status.FINISHED
    assert stop(practice, done, at(20_000)).status is Status.FINISHED
    assert resume(practice, done, at(20_000)).status is Status.FINISHED
    assert stop(practice, start(at(0)), at(10)).status is Status.STOPPED
