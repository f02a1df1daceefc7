"""What was planned on a day, from the revision in force then, and what was done."""

from datetime import date, timedelta

import pytest

from facet_desktop.domain.adherence import DayState
from tests.services.courses import FRIDAY, MONDAY, Course, days_back, planned
from tests.services.memory import PATIENT


@pytest.fixture
def course() -> Course:
    return Course()


def plan_of(course: Course, first: date, last: date) -> list[int]:
    return [one.planned for one in course.days.counts(PATIENT, first, last)]


def test_nothing_is_planned_before_the_first_plan(course: Course) -> None:
    course.publish(MONDAY + timedelta(days=2), planned())
    assert plan_of(course, MONDAY, FRIDAY) == [0, 0, 1, 1, 1]


def test_each_day_follows_the_revision_that_was_in_force_then(course: Course) -> None:
    course.publish(MONDAY, planned(times=2))
    course.publish(MONDAY + timedelta(days=2), planned("Morning"), planned("Evening", weekdays=[4]))
    assert plan_of(course, MONDAY, FRIDAY) == [2, 2, 1, 1, 2]


def test_of_two_revisions_on_one_day_the_later_one_counts(course: Course) -> None:
    course.publish(MONDAY, planned(times=3))
    course.publish(MONDAY, planned(times=1))
    assert plan_of(course, MONDAY, MONDAY) == [1]


def test_only_the_weekdays_of_a_session_are_planned(course: Course) -> None:
    course.publish(days_back(30), planned(weekdays=[0, 2, 4]))
    assert plan_of(course, MONDAY, MONDAY + timedelta(days=6)) == [1, 0, 1, 0, 1, 0, 0]


def test_a_session_without_exercises_is_not_planned(course: Course) -> None:
    course.publish(days_back(30), planned(exercises=0))
    assert plan_of(course, MONDAY, FRIDAY) == [0] * 5


def test_credit_is_the_share_of_exercises_and_four_fifths_count_as_all(course: Course) -> None:
    course.publish(days_back(30), planned(times=2))
    course.play(MONDAY, done=4)
    course.play(MONDAY, done=2)
    (day,) = course.days.counts(PATIENT, MONDAY, MONDAY)
    assert day.credit == pytest.approx(1.4)
    assert day.state(FRIDAY) is DayState.PARTLY


def test_more_sessions_than_planned_earn_no_more(course: Course) -> None:
    course.publish(days_back(30), planned())
    for _ in range(3):
        course.play(MONDAY)
    (day,) = course.days.counts(PATIENT, MONDAY, MONDAY)
    assert (day.planned, day.credit) == (1, 1.0)


def test_the_first_day_is_that_of_the_first_plan(course: Course) -> None:
    assert course.days.first_day(PATIENT) is None
    course.publish(days_back(20), planned())
    course.publish(days_back(3), planned())
    assert course.days.first_day(PATIENT) == days_back(20)
