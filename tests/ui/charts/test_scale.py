"""Ticks and labels find room, and never lie about their day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.ui.charts.placing import place_labels
from facet_desktop.ui.charts.scale import Level, day_ticks, point_size_px, value_ticks, view_of
from tests.ui.charts.specs import pain_chart, weeks_chart

GAPS = dict.fromkeys(Level, 60.0)


def days(first: date, count: int, step: int = 1) -> tuple[date, ...]:
    return tuple(first + timedelta(days=step * offset) for offset in range(count))


@pytest.mark.parametrize(
    ("height_px", "ticks"),
    [(400, tuple(range(11))), (200, (0, 2, 4, 6, 8, 10)), (100, (0, 5, 10)), (40, (0, 10))],
)
def test_values_have_the_finest_step_with_room(height_px: float, ticks: tuple[int, ...]) -> None:
    assert value_ticks(0, 10, height_px, 30) == ticks


def test_one_session_a_week_has_two_ticks() -> None:
    assert value_ticks(0, 1, 200, 30) == (0, 1)


@pytest.mark.parametrize(
    ("count", "step_px", "level"),
    [
        (7, 80, Level.DAY),
        (28, 20, Level.WEEK),
        (84, 6, Level.FORTNIGHT),
        (200, 3, Level.MONTH),
        (700, 1, Level.QUARTER),
        (1400, 0.4, Level.HALF_YEAR),
        (3000, 0.2, Level.YEAR),
    ],
)
def test_days_are_labelled_by_the_finest_level_with_room(count: int, step_px: float, level: Level) -> None:
    assert day_ticks(days(date(2024, 2, 10), count), step_px, GAPS)[0] is level


def test_weeks_are_labelled_on_mondays() -> None:
    shown = days(date(2026, 1, 7), 28)
    level, ticks = day_ticks(shown, 20, GAPS)
    assert level is Level.WEEK
    assert [shown[index] for index in ticks] == list(days(date(2026, 1, 12), 4, 7))


def test_months_are_labelled_on_their_first_day() -> None:
    shown = days(date(2025, 12, 15), 80)
    _, ticks = day_ticks(shown, 2.5, GAPS)
    assert [shown[index] for index in ticks] == [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]


def test_weeks_of_bars_are_labelled_where_a_month_begins() -> None:
    shown = days(date(2025, 12, 15), 12, 7)
    _, ticks = day_ticks(shown, 16, GAPS)
    assert [shown[index] for index in ticks] == [date(2026, 1, 5), date(2026, 2, 2), date(2026, 3, 2)]


def test_a_single_day_is_labelled() -> None:
    assert day_ticks(days(date(2026, 1, 7), 1), 500, GAPS) == (Level.DAY, (0,))


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 900), st.floats(0.2, 90))
def test_labels_of_days_keep_their_gap(first: date, count: int, step_px: float) -> None:
    level, ticks = day_ticks(days(first, count), step_px, GAPS)
    gaps = [(later - earlier) * step_px for earlier, later in pairwise(ticks)]
    assert ticks
    assert all(gap >= 60 for gap in gaps), level


def test_pain_has_room_for_points_on_its_limits_and_bars_stand_on_the_line() -> None:
    pain, sessions = view_of(pain_chart((1.0,))), view_of(weeks_chart((2.0,), (1.0,)))
    assert pain.bottom < 0
    assert pain.top > 10
    assert sessions.bottom == 0
    assert sessions.top > 2


def test_points_shrink_where_days_lie_close() -> None:
    assert [point_size_px(7, step) for step in (20, 5, 1)] == [7, 5.5, 3]


def test_a_label_stands_right_of_its_line_or_left_where_the_edge_is_near() -> None:
    first, second = place_labels([10, 180], [50, 50], 200, 5, 1)
    assert first is not None
    assert second is not None
    assert (first.left_px, second.left_px) == (15, 125)


def test_a_label_that_finds_no_row_is_left_out() -> None:
    places = place_labels([10, 12, 14], [150, 150, 150], 200, 5, 2)
    assert [place.row if place else None for place in places] == [0, 1, None]


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(10, 200)), max_size=12), st.integers(1, 4))
def test_labels_never_overlap_nor_leave_the_chart(lines: list[tuple[float, float]], rows: int) -> None:
    lines.sort()
    widths = [width for _, width in lines]
    places = place_labels([line for line, _ in lines], widths, 900, 5, rows)
    boxes = [
        (place.row, place.left_px, place.left_px + width)
        for place, width in zip(places, widths, strict=True)
        if place is not None
    ]
    assert all(left >= 0 and right <= 900 for _, left, right in boxes)
    for index, (row, left, right) in enumerate(boxes):
        for other_row, other_left, other_right in boxes[index + 1 :]:
            assert row != other_row or right < other_left or other_right < left
