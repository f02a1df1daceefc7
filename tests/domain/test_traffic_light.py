import pytest

from facet_desktop.domain.pain import Thresholds, Zone
from facet_desktop.domain.traffic_light import (
    Advice,
    MorningVerdict,
    Reading,
    ReasonKind,
    judge,
    judge_morning,
)

LIMITS = Thresholds()


@pytest.mark.parametrize(
    ("pain", "before", "usual", "zone", "advice"),
    [
        (3, 2, None, Zone.GREEN, Advice.GO_ON),
        (3, 3, 3.0, Zone.GREEN, Advice.GO_ON),
        (4, 4, None, Zone.AMBER, Advice.LOWER),
        (5, 4, None, Zone.AMBER, Advice.LOWER),
        (3, 1, None, Zone.AMBER, Advice.LOWER),  # +2 with a low rating
        (3, 0, None, Zone.RED, Advice.CHANGE),  # +3
        (6, 6, None, Zone.RED, Advice.CHANGE),
        (6, 5, 5.0, Zone.GREEN, Advice.GO_ON),  # usual pain of 5: only the change counts
        (6, 4, 5.0, Zone.AMBER, Advice.LOWER),
        (6, 3, 5.5, Zone.RED, Advice.CHANGE),
        (6, None, 5.0, Zone.RED, Advice.CHANGE),  # without a rating before, the level counts
        (7, 7, 6.0, Zone.RED, Advice.STOP),  # 7 ends the session whatever is usual
        (2, None, None, Zone.GREEN, Advice.GO_ON),
    ],
)
def test_the_traffic_light_of_the_reference(
    pain: int, before: int | None, usual: float | None, zone: Zone, advice: Advice
) -> None:
    verdict = judge(Reading(pain, before, usual), LIMITS)
    assert (verdict.zone, verdict.advice) == (zone, advice)


def test_a_new_leg_symptom_stops_the_session_at_any_pain() -> None:
    verdict = judge(Reading(0, 0, 0.0, new_symptom=True), LIMITS)
    assert (verdict.zone, verdict.advice) == (Zone.RED, Advice.STOP)
    assert [reason.kind for reason in verdict.reasons] == [ReasonKind.NEW_SYMPTOM]


def test_every_verdict_but_green_names_its_reasons_with_numbers() -> None:
    verdict = judge(Reading(5, 2, None), LIMITS)
    assert [(reason.kind, reason.zone, reason.number) for reason in verdict.reasons] == [
        (ReasonKind.LEVEL, Zone.AMBER, 5),
        (ReasonKind.RISE, Zone.RED, 3),
    ]
    for pain in range(11):
        for before in range(11):
            one = judge(Reading(pain, before), LIMITS)
            assert (one.zone is Zone.GREEN) == (not one.reasons)


def test_limits_of_the_clinician_are_followed() -> None:
    careful = Thresholds(green_max=2, amber_max=3, stop_from=5)
    assert judge(Reading(4, 4), careful).advice is Advice.CHANGE
    assert judge(Reading(5, 5), careful).advice is Advice.STOP


@pytest.mark.parametrize(
    ("morning", "before", "verdict"),
    [
        (3, 3, MorningVerdict.READY),
        (4, 3, MorningVerdict.READY),
        (5, 3, MorningVerdict.HOLD),
        (6, 3, MorningVerdict.REGRESS),
        (0, 5, MorningVerdict.READY),
    ],
)
def test_the_next_morning_is_compared_with_the_rating_before(
    morning: int, before: int, verdict: MorningVerdict
) -> None:
    assert judge_morning(morning, before, LIMITS) is verdict
