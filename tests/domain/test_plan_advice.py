"""What the editor says about a plan as a whole."""

from __future__ import annotations

import pytest

from facet_desktop.domain.plan_advice import MANY_EXERCISES, PlanAdvice, rise_percent


def test_a_message_names_its_numbers_and_takes_no_other_signs_for_names() -> None:
    rule = PlanAdvice(MANY_EXERCISES, 4, "{count} of {limit}, {other} since {revision}.", "Why.", "Where.")
    assert rule.said(7, 4, 3) == "7 of 4, {other} since 3."
    assert rule.said(7, 5) == "7 of 5, {other} since ."


@pytest.mark.parametrize(
    ("before", "now", "percent"), [(100, 135, 35), (100, 80, -20), (0, 80, 0), (3, 3, 0)]
)
def test_a_rise_is_in_whole_percent_of_what_was_there(before: int, now: int, percent: int) -> None:
    assert rise_percent(before, now) == percent
