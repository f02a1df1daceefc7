"""What the charts show, worked out by hand."""

from datetime import date, timedelta

import pytest

from facet_desktop.domain.adherence import DayState
from facet_desktop.domain.chart import ChartSpec, Role
from facet_desktop.domain.pain import PainChange, PainContext, Thresholds
from facet_desktop.services.export_service import day_rows
from facet_desktop.services.progress_service import ProgressView, Range
from facet_desktop.services.wording.progress_words import ProgressWords
from tests.services.courses import FRIDAY, MONDAY, Course, days_back, planned
from tests.services.memory import PATIENT


@pytest.fixture
def course() -> Course:
    return Course()


def view(course: Course, chosen: Range = Range.FOUR_WEEKS) -> ProgressView:
    return course.progress.view(PATIENT, chosen)


def values(chart: ChartSpec, role: Role) -> tuple[float | None, ...]:
    (series,) = [one for one in chart.series if one.role is role]
    return series.values


def last(chart: ChartSpec, role: Role, days: int) -> list[float | None]:
    return list(values(chart, role)[-days:])


def test_a_day_shows_the_mean_of_its_ratings(course: Course) -> None:
    course.rate(days_back(1), 3, 6)
    course.rate(FRIDAY, 7)
    assert last(view(course).pain, Role.DAILY, 2) == [4.5, 7.0]


def test_ratings_during_an_exercise_do_not_count_for_the_day(course: Course) -> None:
    course.rate(FRIDAY, 2)
    course.rate(FRIDAY, 8, context=PainContext.DURING)
    assert last(view(course).pain, Role.DAILY, 1) == [2.0]


def test_days_without_a_rating_stay_gaps(course: Course) -> None:
    course.rate(days_back(3), 5)
    course.rate(FRIDAY, 4)
    assert last(view(course).pain, Role.DAILY, 4) == [5.0, None, None, 4.0]


def test_the_mean_needs_three_rated_days_within_seven(course: Course) -> None:
    for back, value in ((9, 6), (8, 3), (7, 3)):
        course.rate(days_back(back), value)
    means = last(view(course).pain, Role.MEAN, 10)
    assert means == [None, None, 4.0, 4.0, 4.0, 4.0, 4.0, None, None, None]


def test_the_mean_of_the_first_day_shown_knows_the_six_days_before(course: Course) -> None:
    first = days_back(27)
    for back in range(7):
        course.rate(first - timedelta(days=back), back)
    chart = view(course).pain
    assert chart.days[0] == first
    assert values(chart, Role.MEAN)[0] == pytest.approx(3.0)
    assert values(chart, Role.DAILY)[:2] == (0.0, None)


def test_the_change_is_from_the_first_to_the_last_mean(course: Course) -> None:
    for back in (27, 26, 25):
        course.rate(days_back(back), 7)
    for back in (2, 1, 0):
        course.rate(days_back(back), 3)
    change = view(course).change
    assert change == PainChange(7.0, 3.0)
    assert change.points == -4.0
    assert change.matters


def test_without_two_means_there_is_no_change(course: Course) -> None:
    course.rate(FRIDAY, 3)
    assert view(course).change is None


def test_zones_meet_half_way_between_ratings_and_follow_the_settings(course: Course) -> None:
    course.settings.change(thresholds=Thresholds(green_max=2, amber_max=5))
    bands = [(one.role, one.low, one.high) for one in view(course).pain.bands]
    assert bands == [(Role.GOOD, 0, 2.5), (Role.CAUTION, 2.5, 5.5), (Role.ALERT, 5.5, 10)]


def test_every_zone_is_named(course: Course) -> None:
    names = [band.name for band in view(course).pain.bands]
    assert all(names)
    assert len(set(names)) == 3


def test_published_plans_are_marked_on_their_day(course: Course) -> None:
    course.publish(days_back(60), planned(), title="Before")
    course.publish(days_back(10), planned(), title="Middle phase")
    course.publish(FRIDAY, planned(), title="Late phase")
    markers = [(one.index, one.label, one.role) for one in view(course).pain.markers]
    assert markers == [
        (17, "plan 2: Middle phase", Role.PROGRAM),
        (27, "plan 3: Late phase", Role.PROGRAM),
    ]


@pytest.mark.parametrize(("chosen", "days"), [(Range.FOUR_WEEKS, 28), (Range.TWELVE_WEEKS, 84)])
def test_a_range_ends_today(course: Course, chosen: Range, days: int) -> None:
    pain = view(course, chosen).pain
    assert (len(pain.days), pain.days[-1]) == (days, FRIDAY)


def test_all_begins_with_the_first_rating_or_plan(course: Course) -> None:
    course.rate(days_back(40), 5)
    course.publish(days_back(50), planned())
    assert view(course, Range.ALL).pain.days[0] == days_back(50)


def test_all_is_today_alone_while_nothing_happened(course: Course) -> None:
    shown = view(course, Range.ALL)
    assert shown.pain.days == (FRIDAY,)
    assert shown.is_empty


def test_weeks_run_from_monday_to_sunday_and_this_week_is_the_last(course: Course) -> None:
    shown = view(course, Range.FOUR_WEEKS)
    assert shown.sessions.days == tuple(MONDAY - timedelta(weeks=back) for back in (3, 2, 1, 0))
    assert (shown.days[0].day, shown.days[-1].day) == (date(2025, 12, 15), date(2026, 1, 11))


def test_sessions_are_counted_by_week(course: Course) -> None:
    course.publish(MONDAY - timedelta(weeks=1), planned(weekdays=[0, 2, 4]))
    for day in (MONDAY - timedelta(days=7), MONDAY - timedelta(days=5), MONDAY):
        course.play(day)
    sessions = view(course).sessions
    assert values(sessions, Role.PLANNED) == (0, 0, 3, 3)
    assert values(sessions, Role.DONE) == (0, 0, 2, 1)
    assert sessions.high == 3


def test_adherence_leaves_out_the_future_and_today_while_nothing_is_done(course: Course) -> None:
    course.publish(MONDAY, planned())
    course.play(MONDAY)
    course.play(MONDAY + timedelta(days=1))
    counts = view(course).counts
    assert (counts.done, counts.planned, counts.share) == (2, 4, 0.5)
    course.play(FRIDAY)
    counts = view(course).counts
    assert (counts.done, counts.planned, counts.share) == (3, 5, 0.6)


def test_without_a_plan_there_is_no_share(course: Course) -> None:
    course.play(MONDAY)
    assert view(course).counts.share is None


def test_a_session_on_a_free_day_makes_good_for_another(course: Course) -> None:
    course.publish(MONDAY, planned(weekdays=[0, 1]))
    course.play(MONDAY)
    course.play(MONDAY + timedelta(days=2))
    assert view(course).counts.share == 1.0


def test_only_full_weeks_with_a_plan_are_judged(course: Course) -> None:
    two_weeks_ago = MONDAY - timedelta(weeks=2)
    course.publish(two_weeks_ago, planned(weekdays=range(5)))
    for offset in (0, 1, 2, 3, 7, 8):
        course.play(two_weeks_ago + timedelta(days=offset))
    counts = view(course).counts
    assert (counts.weeks_kept, counts.weeks_over) == (1, 2)


def test_days_have_a_state_each(course: Course) -> None:
    course.publish(MONDAY, planned(weekdays=range(6)))
    course.play(MONDAY)
    course.play(MONDAY + timedelta(days=1), done=2)
    states = [one.state(FRIDAY) for one in view(course).days[-7:]]
    assert states == [
        DayState.DONE,
        DayState.PARTLY,
        DayState.MISSED,
        DayState.MISSED,
        DayState.AHEAD,
        DayState.AHEAD,
        DayState.FREE,
    ]


def test_the_summary_of_sessions_agrees_with_the_share(course: Course) -> None:
    course.publish(MONDAY, planned())
    course.play(MONDAY)
    shown = view(course)
    assert shown.sessions.summary == "1 of 4 planned sessions done."
    assert shown.counts.share == 0.25


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        (6.2, 3.1, "6.2 to 3.1 · more than the 2-point change that matters"),
        (3.0, 5.0, "3.0 to 5.0 · a change that matters"),
        (4.0, 2.8, "4.0 to 2.8 · a change that matters"),
        (6.0, 5.0, "6.0 to 5.0 · a small change"),
        (5.0, 5.0, "5.0 to 5.0 · no change"),
    ],
)
def test_a_change_is_told_in_a_few_words(first: float, second: float, text: str) -> None:
    assert ProgressWords().change_chip(PainChange(first, second)) == text


def test_rows_for_a_spreadsheet_hold_every_day_up_to_today(course: Course) -> None:
    course.publish(MONDAY, planned(), title="Early phase")
    course.play(MONDAY, done=2)
    for back in (2, 1, 0):
        course.rate(days_back(back), 4, 5)
    shown = view(course)
    rows = day_rows(shown, course.words)
    assert rows[0][0] == date(2025, 12, 13)  # the pain chart begins before the first whole week
    assert rows[0][4:] == (None, None, None)
    assert rows[-1] == (FRIDAY, 4.5, 4.5, None, 1, 0.0, "ahead")
    assert rows[-5] == (MONDAY, None, None, "plan 1: Early phase", 1, 0.4, "part")
    assert len(rows) == 28
    assert all(len(row) == len(course.words.day_heads()) for row in rows)
