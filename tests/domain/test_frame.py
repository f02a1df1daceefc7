import pytest
from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain import engine
from facet_desktop.domain.breathing import BreathCode, BreathPhase
from facet_desktop.domain.dose import Dose, Span, Tempo
from facet_desktop.domain.engine import Status
from facet_desktop.domain.extension import extended
from facet_desktop.domain.frame import Frame, frame_of, shown_ms
from facet_desktop.domain.program import PlannedSession
from facet_desktop.domain.step import Part, PartSpan
from facet_desktop.domain.timeline import Pacing, compile_session
from tests.domain.desk import Desk, desk
from tests.domain.sessions import BRIDGE, BY_HAND, PACING, STRETCH, WALK, any_sessions, item, pacings, session


def frame_at(played: Desk, ms: int) -> Frame:
    played.run(ms)
    return frame_of(played.timeline, played.state)


def test_the_beginning_shows_the_preparation_and_what_comes() -> None:
    frame = frame_at(desk(BRIDGE), 1000)

    assert (frame.remaining_ms, frame.block_remaining_ms, frame.part) == (4000, 4000, None)
    assert frame.block_share == pytest.approx(0.2)
    assert frame.next_work is not None
    assert frame.next_work.name == "Bridge"
    assert frame.session_remaining_ms == 58_000
    assert frame.position == 0


@pytest.mark.parametrize(
    ("at_ms", "part", "position", "remaining_ms"),
    [
        (0, Part.UP, 0.0, 2000),
        (1000, Part.UP, 0.5, 1000),
        (2500, Part.HOLD, 1.0, 500),
        (4000, Part.DOWN, 0.5, 1000),
        (5500, Part.PAUSE, 0.0, 500),
    ],
)
def test_the_figure_moves_with_the_tempo(at_ms: int, part: Part, position: float, remaining_ms: int) -> None:
    frame = frame_at(desk(BRIDGE), 5000 + at_ms)

    assert frame.part is not None
    assert (frame.part.part, frame.part.remaining_ms) == (part, remaining_ms)
    assert frame.position == pytest.approx(position)


@given(st.integers(0, 3_600_000))
def test_a_figure_is_shown_within_less_than_a_frame_of_its_time(elapsed_ms: int) -> None:
    assert abs(shown_ms(elapsed_ms) - elapsed_ms) <= 8.4
    assert shown_ms(elapsed_ms) * 60 / 1000 == pytest.approx(round(shown_ms(elapsed_ms) * 60 / 1000))


def test_frames_that_come_early_or_late_show_the_same_pictures_in_every_repetition() -> None:
    repetition = [frame_at(desk(BRIDGE), 5000 + round(n * 1000 / 60)).position for n in range(120)]
    next_one = [
        frame_at(desk(BRIDGE), 5000 + 6000 + round(n * 1000 / 60) + n % 7).position for n in range(120)
    ]

    assert set(next_one) <= set(repetition)


def test_breath_and_movement_come_from_the_same_time() -> None:
    going_up = frame_at(desk(BRIDGE), 5000 + 1000)
    going_down = frame_at(desk(BRIDGE), 5000 + 4500)

    assert going_up.breath.phase is BreathPhase.OUT
    assert going_down.breath.phase is BreathPhase.IN


def test_the_ring_counts_the_whole_set_not_the_repetition() -> None:
    frame = frame_at(desk(BRIDGE), 5000 + 8500)

    assert frame.block_share == pytest.approx(0.5)
    assert frame.block_remaining_ms == 8500


def test_an_open_ended_step_has_no_countdown() -> None:
    frame = frame_at(desk(WALK), 5000 + 200_000)

    assert (frame.remaining_ms, frame.block_remaining_ms, frame.elapsed_ms) == (None, None, 200_000)


def test_free_breathing_follows_when_a_repetition_by_hand_takes_longer() -> None:
    by_hand = item("Squat", Dose(reps=Span.of(1), by_hand=True), BreathCode.EXHALE_ON_RETURN)

    assert frame_at(desk(by_hand), 5000 + 1000).breath.phase is BreathPhase.IN
    assert frame_at(desk(by_hand), 5000 + 60_000).breath.phase is BreathPhase.FREE


def test_a_longer_step_is_a_longer_hold() -> None:
    played = desk(STRETCH)
    played.run(5000 + 20_000)
    played.take(engine.extend(played.timeline, played.state, played.now, 15_000))

    later = frame_at(played, 20_000)

    assert later.part is not None
    assert later.part.part is Part.HOLD
    assert later.part.remaining_ms == 8000
    assert later.position == 1.0
    assert later.remaining_ms == 11_000
    assert later.breath.phase in (BreathPhase.IN, BreathPhase.OUT)


@given(st.integers(1, 60_000))
def test_a_lengthened_step_keeps_parts_and_breath_together(extra_ms: int) -> None:
    step = compile_session(session(STRETCH), PACING).steps[1]

    longer = extended(step, extra_ms)

    whole = step.duration_ms + extra_ms
    assert longer.duration_ms == whole
    assert sum(span.duration_ms for span in longer.parts) == whole
    assert sum(bit.duration_ms for bit in longer.breath) == whole


def test_a_step_without_a_hold_is_lengthened_at_its_end() -> None:
    lift = item("Lift", Dose(reps=Span.of(1), tempo=Tempo(2, 0, 2, 0)), BreathCode.EXHALE_ON_EFFORT)
    step = compile_session(session(lift), PACING).steps[1]

    assert extended(step, 1000).parts == (PartSpan(Part.UP, 2000), PartSpan(Part.DOWN, 3000))


def test_nothing_more_to_do_is_shown_after_the_last_set() -> None:
    played = desk(BRIDGE)
    played.finish()

    frame = frame_of(played.timeline, played.state)

    assert (frame.status, frame.next_work, frame.session_remaining_ms) == (Status.FINISHED, None, 0)


def test_a_repetition_by_hand_shows_where_it_stands_in_its_set() -> None:
    played = desk(BY_HAND)
    played.run(6000)
    played.complete()

    frame = frame_of(played.timeline, played.state)

    assert (frame.step.rep_no, frame.step.reps, frame.remaining_ms) == (2, 2, None)


@given(any_sessions, pacings, st.lists(st.integers(0, 5000), max_size=20))
def test_every_share_stays_between_nothing_and_all(
    planned: PlannedSession, pacing: Pacing, gaps: list[int]
) -> None:
    played = Desk(compile_session(planned, pacing))
    for gap in gaps:
        played.tick(gap)
        frame = frame_of(played.timeline, played.state)
        for share in (frame.block_share, frame.position, frame.breath.volume, frame.session_share):
            assert 0 <= share <= 1
        assert 0 <= frame.session_remaining_ms <= played.timeline.total_ms


@given(any_sessions, pacings, st.lists(st.integers(0, 400), max_size=40))
def test_time_left_and_the_share_done_only_move_forward(
    planned: PlannedSession, pacing: Pacing, gaps: list[int]
) -> None:
    played = Desk(compile_session(planned, pacing))
    before = frame_of(played.timeline, played.state)
    for gap in gaps:
        played.tick(gap)
        now = frame_of(played.timeline, played.state)
        assert now.session_remaining_ms <= before.session_remaining_ms
        if now.step.block == before.step.block:
            assert now.block_share >= before.block_share
        before = now
