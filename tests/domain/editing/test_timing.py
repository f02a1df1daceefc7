"""Minutes while editing are the minutes of the player."""

from __future__ import annotations

from hypothesis import given

from facet_desktop.domain.editing.summary import equipment, load_s, week_ms
from facet_desktop.domain.editing.timing import SessionTimer
from facet_desktop.domain.exercise import Exercise, Load, Phase
from facet_desktop.domain.program import PlannedSession, ProgramPhase, Schedule
from facet_desktop.domain.timeline import Pacing, compile_session, session_ms
from tests.domain.editing.exercises import exercise
from tests.domain.sessions import BRIDGE, PACING, STRETCH, WALK, any_sessions, pacings, session


@given(any_sessions, pacings)
def test_the_length_is_the_one_that_the_player_takes(planned: PlannedSession, pacing: Pacing) -> None:
    timeline = compile_session(planned, pacing)
    spent_ms = [0] * len(planned.items)
    for step in timeline.steps:
        spent_ms[step.item] += step.duration_ms
    timer = SessionTimer(pacing)
    for _ in range(2):
        times = timer.times(planned)
        assert times.total_ms == timeline.total_ms
        assert list(times.item_ms) == spent_ms


@given(any_sessions, pacings)
def test_loads_add_up_to_the_whole_session(planned: PlannedSession, pacing: Pacing) -> None:
    times = SessionTimer(pacing).times(planned)
    shares = load_s(planned, times, _mixed)
    assert sum(shares.values()) == -(-times.total_ms // 1000)


def test_two_directions_count_half_each() -> None:
    planned = session(BRIDGE)
    times = SessionTimer(PACING).times(planned)
    shares = load_s(planned, times, _mixed)
    assert set(shares) == {Load.FLEXION, Load.ROTATION}
    assert abs(shares[Load.FLEXION] - shares[Load.ROTATION]) <= 1


def test_an_unknown_exercise_counts_as_neutral() -> None:
    planned = session(WALK)
    assert set(load_s(planned, SessionTimer(PACING).times(planned), lambda _: None)) == {Load.NEUTRAL}


def test_an_empty_session_takes_no_time_and_no_load() -> None:
    times = SessionTimer(PACING).times(session())
    assert times.total_ms == 0
    assert load_s(session(), times, _mixed) == {}


def test_a_week_counts_every_planned_day_and_time() -> None:
    planned = PlannedSession("one", "Morning", Schedule(frozenset({0, 2, 4}), 2), (BRIDGE,))
    phase = ProgramPhase("p", Phase.EARLY, "Early", (planned,))
    assert week_ms(phase, SessionTimer(PACING)) == 6 * session_ms(planned, PACING)


def test_equipment_is_listed_once_in_order_of_use() -> None:
    assert equipment(session(BRIDGE, STRETCH, BRIDGE), _mixed) == ("mat", "chair")


def _mixed(slug: str) -> Exercise:
    if slug == "stretch":
        return exercise(slug, loads=(Load.EXTENSION,), equipment=("chair", "mat"))
    return exercise(slug, loads=(Load.FLEXION, Load.ROTATION), equipment=("mat",))
