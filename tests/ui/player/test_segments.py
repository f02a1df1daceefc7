from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain.program import PlannedSession
from facet_desktop.domain.step import StepKind
from facet_desktop.domain.timeline import Pacing, compile_session
from facet_desktop.ui.player.segments import GAP_PX, PAUSE_PX, segments_of, widths
from tests.domain.sessions import BRIDGE, PACING, STRETCH, any_sessions, pacings, session


def test_sets_are_pieces_of_their_own_and_what_lies_between_is_one() -> None:
    segments = segments_of(compile_session(session(BRIDGE, STRETCH), PACING))

    assert [(one.is_work, one.duration_ms) for one in segments] == [
        (False, 5000),
        (True, 17_000),
        (False, 20_000),
        (True, 17_000),
        (False, 15_000),
        (True, 36_000),
        (False, 4000),
        (True, 36_000),
    ]


def test_going_to_the_first_set_of_an_exercise_gives_time_to_prepare() -> None:
    timeline = compile_session(session(BRIDGE, STRETCH), PACING)
    segments = segments_of(timeline)

    kinds = [timeline.steps[one.jump_to].kind for one in segments if one.is_work]

    assert kinds == [StepKind.PREPARE, StepKind.REP, StepKind.PREPARE, StepKind.HOLD]


def test_a_piece_fills_evenly_across_rest_and_preparation() -> None:
    timeline = compile_session(session(BRIDGE, STRETCH), PACING)
    pause = segments_of(timeline)[4]
    rest, prepare = timeline.steps[8], timeline.steps[9]

    assert pause.share_at(timeline.steps[7], 1.0, 17_000) == 0
    assert pause.share_at(rest, 0.5, 10_000) == pytest.approx(1 / 3)
    assert pause.share_at(prepare, 0.5, 5000) == pytest.approx(12.5 / 15)
    assert pause.share_at(timeline.steps[10], 0.0, 36_000) == 1


def test_sets_are_as_wide_as_they_are_long_and_pauses_narrow() -> None:
    segments = segments_of(compile_session(session(BRIDGE, STRETCH), PACING))
    row = dict(zip(segments, widths(segments, 1200), strict=True))
    work = [row[one][1] / one.duration_ms for one in segments if one.is_work]

    assert max(work) == pytest.approx(min(work))
    assert all(row[one][1] <= PAUSE_PX for one in segments if not one.is_work)


@given(any_sessions, pacings, st.floats(120, 4000))
def test_the_row_fills_its_width_exactly_in_order(
    planned: PlannedSession, pacing: Pacing, total_px: float
) -> None:
    segments = segments_of(compile_session(planned, pacing))

    row = widths(segments, total_px)

    assert row[0][0] == 0
    assert sum(row[-1]) == pytest.approx(total_px)
    assert all(width > 0 for _, width in row)
    for (left, width), (following, _) in pairwise(row):
        assert -1e-6 <= following - left - width <= GAP_PX + 1e-6


@given(any_sessions, pacings)
def test_every_step_lies_in_exactly_one_piece(planned: PlannedSession, pacing: Pacing) -> None:
    timeline = compile_session(planned, pacing)

    covered = [index for one in segments_of(timeline) for index in range(one.first, one.last + 1)]

    assert covered == list(range(len(timeline.steps)))
