from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain.pain import (
    PainChange,
    Thresholds,
    Zone,
    change_of,
    daily_values,
    days_between,
    rolling_mean,
)

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("pain", "zone"),
    [(0, Zone.GREEN), (3, Zone.GREEN), (4, Zone.AMBER), (5, Zone.AMBER), (6, Zone.RED), (10, Zone.RED)],
)
def test_default_zones_follow_the_traffic_light_of_the_reference(pain: int, zone: Zone) -> None:
    assert Thresholds().zone(pain) is zone


def test_zones_follow_thresholds_set_by_a_clinician() -> None:
    careful = Thresholds(green_max=2, amber_max=4)
    assert [careful.zone(pain) for pain in (2, 3, 5)] == [Zone.GREEN, Zone.AMBER, Zone.RED]


def test_a_day_is_the_mean_of_its_ratings_and_a_day_without_any_stays_a_gap() -> None:
    days = days_between(MONDAY, MONDAY + timedelta(days=2))
    ratings = {days[0]: [4, 7], days[2]: [0]}
    assert daily_values(days, ratings) == (5.5, None, 0.0)


def test_the_mean_needs_three_rated_days_of_seven() -> None:
    values = [6.0, None, 4.0, 2.0, None, None, None, None, None, 9.0]
    # Days 4 to 7 see three ratings; day 8 (index 7) has lost the first of them.
    assert rolling_mean(values) == (None, None, None, 4.0, 4.0, 4.0, 4.0, None, None, None)


@given(st.lists(st.none() | st.floats(0, 10), max_size=60))
def test_a_mean_never_leaves_the_range_of_its_window(values: list[float | None]) -> None:
    for index, mean in enumerate(rolling_mean(values)):
        window = [value for value in values[max(0, index - 6) : index + 1] if value is not None]
        assert (mean is None) == (len(window) < 3)
        if mean is not None:
            assert min(window) - 1e-9 <= mean <= max(window) + 1e-9


@pytest.mark.parametrize(
    ("first", "last", "points", "matters"),
    [
        (6.2, 3.1, -3.1, True),  # more than 2 points
        (4.77, 1.43, -3.4, True),  # shown as 4.8 to 1.4
        (6.0, 4.0, -2.0, True),  # exactly 2 points
        (6.0, 4.1, -1.9, True),  # 31.7 % of the first value
        (8.0, 6.1, -1.9, False),  # 23.8 %
        (3.0, 2.0, -1.0, True),  # 33 %
        (3.0, 2.2, -0.8, False),  # 26.7 %
        (2.0, 4.0, 2.0, True),  # worse counts as well
        (0.0, 1.0, 1.0, False),  # no share of nothing
        (5.0, 5.0, 0.0, False),
    ],
)
def test_a_change_matters_from_two_points_or_thirty_per_cent(
    first: float, last: float, points: float, matters: bool
) -> None:
    change = PainChange(first, last)
    assert (change.points, change.matters) == (points, matters)


def test_a_change_is_read_between_the_first_and_the_last_mean_across_gaps() -> None:
    assert change_of([None, 6.0, None, 3.0, None]) == PainChange(6.0, 3.0)
    assert change_of([None, 6.0, None]) is None
