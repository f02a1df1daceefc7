from datetime import date, timedelta

import pytest

from facet_desktop.domain.adherence import DayCount, DayState, adherence, best_run, day_count, weeks

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("planned", "completions", "credit"),
    [
        (1, [], 0.0),
        (1, [1.0], 1.0),
        (1, [0.8], 1.0),  # four exercises of five make a session
        (1, [0.79], 0.79),
        (2, [1.0, 0.5], 1.5),
        (1, [1.0, 1.0], 1.0),  # extra sessions add nothing
        (2, [0.2, 1.0, 0.9], 2.0),  # the best two count
        (0, [1.0], 1.0),  # done on another day: nobody loses
        (0, [], 0.0),
    ],
)
def test_credit_of_a_day(planned: int, completions: list[float], credit: float) -> None:
    assert day_count(MONDAY, planned, completions).credit == pytest.approx(credit)


@pytest.mark.parametrize(
    ("count", "state"),
    [
        (DayCount(MONDAY, 1, 1.0), DayState.DONE),
        (DayCount(MONDAY, 2, 1.0), DayState.PARTLY),
        (DayCount(MONDAY, 1, 0.0), DayState.MISSED),
        (DayCount(MONDAY, 0, 0.0), DayState.FREE),
        (DayCount(MONDAY, 0, 1.0), DayState.DONE),
        (DayCount(MONDAY + timedelta(days=2), 1, 0.0), DayState.AHEAD),
        (DayCount(MONDAY + timedelta(days=1), 1, 0.0), DayState.AHEAD),  # today is not missed yet
    ],
)
def test_how_a_day_went(count: DayCount, state: DayState) -> None:
    assert count.state(MONDAY + timedelta(days=1)) is state


def test_extra_sessions_never_lift_adherence_above_the_plan() -> None:
    days = [DayCount(MONDAY, 1, 1.0), DayCount(MONDAY + timedelta(days=1), 0, 1.0)]
    assert adherence(days) == 1.0


def test_adherence_of_a_week_is_credit_by_plan() -> None:
    credits = [1, 1, 0.5, 0, 1, 0, 0]
    plans = [1, 1, 1, 1, 1, 0, 0]
    days = [
        DayCount(MONDAY + timedelta(days=n), plan, credit)
        for n, (plan, credit) in enumerate(zip(plans, credits, strict=True))
    ]
    assert adherence(days) == pytest.approx(3.5 / 5)


def test_without_a_plan_there_is_no_adherence() -> None:
    assert adherence([DayCount(MONDAY, 0, 0)]) is None


def test_days_are_grouped_by_the_monday_of_their_week() -> None:
    days = {MONDAY + timedelta(days=n): DayCount(MONDAY + timedelta(days=n), 1, 0) for n in range(-1, 8)}
    grouped = weeks(days)
    assert [(monday, len(found)) for monday, found in grouped.items()] == [
        (MONDAY - timedelta(days=7), 1),
        (MONDAY, 7),
        (MONDAY + timedelta(days=7), 1),
    ]


def test_free_days_neither_help_nor_break_a_run() -> None:
    pattern = [(1, 1.0), (0, 0.0), (1, 0.4), (1, 0.0), (1, 1.0)]
    days = [DayCount(MONDAY + timedelta(days=n), *one) for n, one in enumerate(pattern)]
    assert best_run(days) == 2
