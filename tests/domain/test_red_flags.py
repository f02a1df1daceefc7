import pytest

from facet_desktop.domain.red_flags import RedFlag, Urgency, screen


def flag(slug: str, urgency: Urgency) -> RedFlag:
    return RedFlag(slug, "Question?", "concern", urgency, "Advice.", "source")


FLAGS = (
    flag("later", Urgency.DAYS),
    flag("today", Urgency.TODAY),
    flag("now", Urgency.NOW),
    flag("routine", Urgency.ROUTINE),
)


@pytest.mark.parametrize(
    ("yes", "locks", "urgency"),
    [
        (set(), False, None),
        ({"routine"}, False, Urgency.ROUTINE),
        ({"later", "routine"}, False, Urgency.DAYS),
        ({"today"}, True, Urgency.TODAY),
        ({"now", "later"}, True, Urgency.NOW),
    ],
)
def test_answers_of_now_and_today_lock_sessions(yes: set[str], locks: bool, urgency: Urgency | None) -> None:
    result = screen(FLAGS, {one.slug: one.slug in yes for one in FLAGS})
    assert (result.locks, result.urgency) == (locks, urgency)
    assert {one.slug for one in result.raised} == yes


def test_the_gravest_sign_comes_first() -> None:
    result = screen(FLAGS, dict.fromkeys(("later", "today", "now", "routine"), True))
    assert [one.slug for one in result.raised] == ["now", "today", "later", "routine"]


def test_a_question_without_an_answer_raises_nothing() -> None:
    assert screen(FLAGS, {}).raised == ()
