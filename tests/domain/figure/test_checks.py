"""The checks find what they are for; the poses of the library are checked in tests/exchange."""

from dataclasses import replace
from typing import Any

import pytest

from facet_desktop.domain.figure.checks import (
    above_floor,
    check_movement,
    contacts_stay,
    joints_human,
    limbs_reach,
    sides_mirror,
    start_symmetric,
)
from facet_desktop.domain.figure.pose import NEUTRAL, ArmAngles, FootContact, LegAngles
from tests.domain.figure.bodies import bent_every_way, movement, standing


def test_a_plain_squat_passes_every_check() -> None:
    assert check_movement(movement(standing(88.0), standing(62.0, pitch=30.0, x=-12.0))) == []


def test_a_foot_out_of_reach_is_found_with_the_gap_in_centimetres() -> None:
    found = limbs_reach(movement(standing(88.0), standing(105.0)))
    assert {one.text.split()[0] for one in found} == {"leg_left", "leg_right"}
    assert all(one.position == 1.0 and "15" in one.text for one in found)


def test_a_planted_foot_that_its_leg_cannot_hold_slides() -> None:
    assert [one.check for one in contacts_stay(movement(standing(88.0), standing(105.0)))] == ["contact"] * 2


def test_a_foot_that_is_meant_to_move_does_not_count_as_sliding() -> None:
    forward = replace(standing(80.0), leg_right=FootContact(x=20.0, z=9.0))
    assert contacts_stay(movement(standing(80.0), forward)) == []


def test_a_named_joint_that_drifts_is_found() -> None:
    found = contacts_stay(movement(standing(88.0), standing(70.0), planted=("pelvis",)))
    assert [one.text for one in found] == ["pelvis slides 18.0 cm"]


@pytest.mark.parametrize(
    ("limb", "text"),
    [
        ({"leg_right": LegAngles(knee=-40.0)}, "knee_right at -40 degrees, human range -1 to 162"),
        ({"leg_left": LegAngles(hip=60.0, knee=-40.0)}, "knee_left at -40 degrees, human range -1 to 162"),
        ({"arm_left": ArmAngles(elbow=-25.0)}, "elbow_left at -25 degrees, human range -1 to 155"),
    ],
)
def test_a_knee_or_elbow_bent_the_wrong_way_is_found(limb: dict[str, Any], text: str) -> None:
    assert [one.text for one in joints_human(movement(replace(NEUTRAL, **limb)))] == [text]


@pytest.mark.parametrize(
    "limb", [{"leg_right": LegAngles(knee=120.0)}, {"arm_right": ArmAngles(elbow=120.0)}]
)
def test_a_knee_or_elbow_bent_the_human_way_is_fine(limb: dict[str, Any]) -> None:
    assert joints_human(movement(replace(NEUTRAL, **limb))) == []


def test_a_hip_bent_further_than_a_hip_can_is_found_with_its_human_range() -> None:
    pose = replace(NEUTRAL, leg_right=LegAngles(hip=170.0))
    found = joints_human(movement(pose))
    assert [one.text for one in found] == ["hip_right flexion at 170 degrees, human range -30 to 145"]


def test_a_back_bent_further_than_a_back_can_is_found() -> None:
    assert "lumbar at 90 degrees" in joints_human(movement(standing(88.0, lumbar=90.0)))[0].text


def test_a_body_below_the_floor_is_found() -> None:
    found = above_floor(movement(replace(NEUTRAL, trunk=NEUTRAL.trunk._replace(y=70.0))))
    assert any("toe_right" in one.text for one in found)


def test_an_alternating_movement_must_start_symmetrical() -> None:
    assert start_symmetric(movement(bent_every_way(), NEUTRAL, alternating=True))
    assert not start_symmetric(movement(NEUTRAL, bent_every_way(), alternating=True))


def test_both_sides_of_any_movement_are_mirror_images() -> None:
    assert sides_mirror(movement(NEUTRAL, bent_every_way())) == []
