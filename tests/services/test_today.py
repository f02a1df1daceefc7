"""What the first page says is next."""

from datetime import timedelta

import pytest

from facet_desktop.domain.pain import PainContext
from facet_desktop.domain.timeline import session_ms
from facet_desktop.services.bus import EventBus
from facet_desktop.services.pain_service import PainService
from facet_desktop.services.today_service import PAIN_DAYS, TodayView
from tests.domain.sessions import PACING
from tests.fakes import CountedIds
from tests.services.courses import FRIDAY, MONDAY, Course, days_back, planned
from tests.services.memory import DEVICE, PATIENT

MORNING, EVENING = planned("Morning"), planned("Evening")


@pytest.fixture
def course() -> Course:
    return Course()


def view(course: Course) -> TodayView:
    return course.today.view(course.patient, PACING)


def next_name(course: Course) -> str | None:
    following = view(course).next
    return following.session.name if following else None


def test_without_a_plan_nothing_can_be_played(course: Course) -> None:
    shown = view(course)
    assert (shown.revision, shown.next, shown.any_session, shown.next_day) == (None, None, None, None)


def test_the_first_session_of_the_day_is_next(course: Course) -> None:
    course.publish(days_back(3), MORNING, EVENING)
    following = view(course).next
    assert following is not None
    assert following.session == MORNING
    assert (following.number_today, following.planned_today) == (1, 2)
    assert following.duration_ms == session_ms(MORNING, PACING)


def test_after_the_first_session_the_second_is_next(course: Course) -> None:
    course.publish(days_back(3), MORNING, EVENING)
    course.play(FRIDAY, session="morning")
    following = view(course).next
    assert following is not None
    assert following.session == EVENING
    assert (following.number_today, following.planned_today) == (2, 2)


def test_the_order_in_which_sessions_are_played_is_free(course: Course) -> None:
    course.publish(days_back(3), MORNING, EVENING)
    course.play(FRIDAY, session="evening")
    assert next_name(course) == "Morning"


def test_a_session_planned_twice_a_day_waits_until_it_was_played_twice(course: Course) -> None:
    course.publish(days_back(3), planned(times=2))
    course.play(FRIDAY)
    shown = view(course)
    assert shown.next is not None
    assert (shown.next.number_today, shown.done_today) == (2, 1)
    course.play(FRIDAY)
    assert next_name(course) is None


def test_a_session_that_was_opened_without_doing_anything_still_waits(course: Course) -> None:
    course.publish(days_back(3), MORNING)
    course.play(FRIDAY, done=0)
    assert next_name(course) == "Morning"


def test_a_session_cut_short_counts_as_played_for_today(course: Course) -> None:
    course.publish(days_back(3), MORNING)
    course.play(FRIDAY, done=1)
    assert next_name(course) is None


def test_yesterdays_session_does_not_count_for_today(course: Course) -> None:
    course.publish(days_back(3), MORNING)
    course.play(days_back(1))
    assert next_name(course) == "Morning"


def test_when_all_is_done_the_day_is_done_and_a_session_is_still_on_offer(course: Course) -> None:
    course.publish(days_back(3), MORNING)
    course.play(FRIDAY)
    shown = view(course)
    assert (shown.next, shown.done_today) == (None, 1)
    assert shown.any_session is not None
    assert shown.any_session.session == MORNING
    assert shown.next_day == FRIDAY + timedelta(days=1)


def test_on_a_free_day_nothing_is_next_and_the_next_day_is_told(course: Course) -> None:
    course.publish(days_back(30), planned(weekdays=[0, 2]))
    shown = view(course)
    assert (shown.next, shown.done_today) == (None, 0)
    assert shown.any_session is not None
    assert shown.next_day == MONDAY + timedelta(weeks=1)


def test_a_session_once_a_week_today_comes_again_in_a_week(course: Course) -> None:
    course.publish(days_back(30), planned(weekdays=[4]))
    assert view(course).next_day == FRIDAY + timedelta(weeks=1)


def test_a_session_without_exercises_is_never_next(course: Course) -> None:
    course.publish(days_back(3), planned("Empty", exercises=0), EVENING)
    assert next_name(course) == "Evening"


def test_the_latest_revision_says_what_to_do_today(course: Course) -> None:
    course.publish(days_back(3), MORNING)
    latest = course.publish(FRIDAY, EVENING)
    assert view(course).revision == latest
    assert next_name(course) == "Evening"


def test_the_week_runs_from_monday_and_follows_the_revision_of_each_day(course: Course) -> None:
    course.publish(MONDAY, planned(times=2))
    course.publish(MONDAY + timedelta(days=2), planned())
    course.play(MONDAY)
    week = view(course).week
    assert [one.day for one in week] == [MONDAY + timedelta(days=offset) for offset in range(7)]
    assert [one.planned for one in week] == [2, 2, 1, 1, 1, 1, 1]
    assert [one.credit for one in week] == [1, 0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(("back", "week"), [(0, 1), (6, 1), (7, 2), (20, 3)])
def test_weeks_are_counted_from_the_first_plan(course: Course, back: int, week: int) -> None:
    course.publish(days_back(back), MORNING)
    assert view(course).week_number == week


def test_the_best_run_passes_over_free_days_and_ends_at_a_missed_one(course: Course) -> None:
    course.publish(days_back(20), planned(weekdays=range(5)))
    for day in (MONDAY - timedelta(days=4), MONDAY - timedelta(days=3), MONDAY, MONDAY + timedelta(days=2)):
        course.play(day)
    assert view(course).best_run == 3


def test_pain_of_today_is_the_last_answer(course: Course) -> None:
    course.rate(days_back(1), 9)
    assert view(course).pain_today is None
    course.rate(FRIDAY, 5, 3)
    assert view(course).pain_today == 3


def test_pain_in_the_middle_of_an_exercise_is_not_the_pain_of_today(course: Course) -> None:
    course.rate(FRIDAY, 2)
    course.rate(FRIDAY, 8, context=PainContext.DURING)
    assert view(course).pain_today == 2
    latest = pain_service(course).latest_today(PATIENT)
    assert latest is not None
    assert latest.pain_nprs == 2


def test_usual_pain_is_the_mean_of_the_seven_days_before_today(course: Course) -> None:
    pain = pain_service(course)
    course.rate(days_back(8), 10)
    course.rate(days_back(7), 6)
    course.rate(days_back(3), 4, 6)
    assert pain.usual(PATIENT) is None
    course.rate(days_back(1), 4)
    course.rate(days_back(1), 9, context=PainContext.DURING)
    course.rate(FRIDAY, 0)
    assert pain.usual(PATIENT) == 5.0


def pain_service(course: Course) -> PainService:
    return PainService(course.pain, course.clock, CountedIds(), EventBus(), DEVICE)


def test_pain_is_shown_over_three_weeks(course: Course) -> None:
    days = view(course).pain_chart.days
    assert (len(days), days[-1]) == (PAIN_DAYS, FRIDAY)
