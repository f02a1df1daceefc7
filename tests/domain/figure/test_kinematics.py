"""From poses to figures."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain.figure.ik import two_bone
from facet_desktop.domain.figure.kinematics import solve
from facet_desktop.domain.figure.pose import (
    NEUTRAL,
    ArmAngles,
    FootContact,
    HandContact,
    LegAngles,
    Trunk,
    mirror,
    mirror_point,
)
from facet_desktop.domain.figure.ranges import girdle_angles
from facet_desktop.domain.figure.skeleton import FOREARM, SHANK, THIGH, UPPER_ARM, other_side
from facet_desktop.domain.figure.vectors import distance
from tests.domain.figure.bodies import bent_every_way, standing

WITHIN = 1e-6


def test_a_body_of_170_cm_stands_on_the_floor_with_its_head_at_the_right_height() -> None:
    figure = solve(replace(NEUTRAL, trunk=Trunk(y=90.0)))
    assert figure.joints["heel_right"][1] - 3.3 == pytest.approx(0.0, abs=0.1)
    assert figure.joints["head"][1] + 11.4 == pytest.approx(162.0, abs=4.0)


@pytest.mark.parametrize(("pitch", "expected"), [(0, (0, 1)), (90, (1, 0)), (-90, (-1, 0))])
def test_pitch_leans_the_head_forward_to_face_down_and_back_to_face_up(
    pitch: float, expected: tuple[float, float]
) -> None:
    joints = solve(replace(NEUTRAL, trunk=Trunk(pitch=pitch))).joints
    assert joints["neck"][:2] == pytest.approx((44 * expected[0], 44 * expected[1]), abs=1e-6)


def test_flexion_of_hip_knee_shoulder_and_elbow_bend_the_human_way() -> None:
    pose = replace(NEUTRAL, leg_right=LegAngles(hip=90, knee=90), arm_right=ArmAngles(shoulder=90, elbow=90))
    joints = solve(pose).joints
    assert joints["knee_right"] == pytest.approx((THIGH, 0, 8.5), abs=WITHIN)
    assert joints["ankle_right"] == pytest.approx((THIGH, -SHANK, 8.5), abs=WITHIN)
    assert joints["elbow_right"][0] == pytest.approx(UPPER_ARM)
    assert joints["wrist_right"][1] == pytest.approx(joints["elbow_right"][1] + FOREARM)


def test_abduction_moves_both_arms_away_from_the_body() -> None:
    sideways = ArmAngles(abduction=90)
    joints = solve(replace(NEUTRAL, arm_right=sideways, arm_left=sideways)).joints
    assert joints["wrist_right"][2] == pytest.approx(17 + 55)
    assert joints["wrist_left"][2] == pytest.approx(-17 - 55)


def test_the_anchor_joint_is_exactly_where_the_pose_puts_it() -> None:
    pose = replace(bent_every_way(), anchor="knee_right")
    assert solve(pose).joints["knee_right"] == pytest.approx((3, 88, 5), abs=WITHIN)


def test_an_anchor_that_a_contact_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="ankle_left"):
        solve(replace(bent_every_way(), anchor="ankle_left"))


def test_limbs_that_hold_on_to_each_other_are_refused() -> None:
    pose = replace(
        NEUTRAL,
        arm_left=HandContact(on="forearm_right", part="grip"),
        arm_right=HandContact(on="forearm_left", part="grip"),
    )
    with pytest.raises(ValueError, match="hold on to each other"):
        solve(pose)


def test_with_the_thorax_upright_a_curled_low_back_moves_the_pelvis_and_not_the_chest() -> None:
    flat = replace(NEUTRAL, trunk=Trunk(pitch=-90), anchor="shoulders", upright="thorax")
    curled = replace(flat, trunk=flat.trunk._replace(lumbar=30.0))
    before, after = solve(flat).joints, solve(curled).joints
    assert distance(before["neck"], after["neck"]) == pytest.approx(0.0, abs=WITHIN)
    assert distance(before["pelvis"], after["pelvis"]) > 3.0


def test_a_planted_sole_is_where_the_contact_says_and_the_foot_lies_flat() -> None:
    joints = solve(standing(80.0)).joints
    assert joints["ankle_right"] == pytest.approx((0, 7, 9), abs=1e-4)
    assert joints["toe_right"][1] == pytest.approx(joints["ball_right"][1], abs=1.0)


def test_a_raised_heel_leaves_the_ball_on_the_ground() -> None:
    foot = FootContact(x=10, y=0, z=9, part="ball", pitch=40)
    joints = solve(replace(standing(85.0), leg_right=foot)).joints
    assert joints["ankle_right"][1] > 9.0
    assert joints["ball_right"][1] == pytest.approx(2.4, abs=1.5)


def test_a_hand_holds_on_to_the_thigh_wherever_the_thigh_goes() -> None:
    hold = HandContact(x=-9, y=-30, z=0, on="thigh_right", part="grip", pole_z=1.0)
    for hip in (95.0, 110.0, 125.0):
        figure = solve(replace(NEUTRAL, leg_right=LegAngles(hip=hip, knee=120), arm_right=hold))
        assert not figure.misses
        knee = figure.joints["knee_right"]
        assert distance(figure.joints["grip_right"], knee) == pytest.approx(15.0, abs=0.1)


def test_a_contact_out_of_reach_is_reported_and_never_stretches_the_limb() -> None:
    figure = solve(standing(120.0))
    assert dict(figure.misses)["leg_right"] == pytest.approx(120 - 7 - 83, abs=0.1)
    assert distance(figure.joints["hip_right"], figure.joints["knee_right"]) == pytest.approx(THIGH)
    assert distance(figure.joints["knee_right"], figure.joints["ankle_right"]) == pytest.approx(SHANK)


coordinate = st.floats(-60, 60)
places = st.tuples(coordinate, coordinate, coordinate)


@given(target=places, pole=places)
def test_two_bones_keep_their_lengths_and_end_at_every_target_in_reach(
    target: tuple[float, float, float], pole: tuple[float, float, float]
) -> None:
    bent = two_bone((0.0, 0.0, 0.0), target, (THIGH, SHANK), pole)
    far = distance(target, (0.0, 0.0, 0.0))
    assert distance((0.0, 0.0, 0.0), bent.middle) == pytest.approx(THIGH, abs=1e-3)
    assert distance(bent.middle, bent.end) == pytest.approx(SHANK, abs=1e-3)
    if 1.01 <= far <= THIGH + SHANK - 0.01:
        assert distance(bent.end, target) < 1e-3
        assert bent.miss_cm < 1e-3


def test_the_mirror_image_of_a_pose_is_the_mirror_image_of_its_figure() -> None:
    pose = bent_every_way()
    right, left = solve(pose).joints, solve(mirror(pose)).joints
    assert all(distance(mirror_point(point), left[other_side(name)]) < 1e-9 for name, point in right.items())
    assert mirror(mirror(pose)) == pose


@given(
    flexion=st.floats(-30, 140), abduction=st.floats(-30, 60), rotation=st.floats(-50, 60), left=st.booleans()
)
def test_the_angles_of_a_leg_can_be_read_back_from_its_figure(
    flexion: float, abduction: float, rotation: float, left: bool
) -> None:
    side = "left" if left else "right"
    leg = LegAngles(hip=flexion, abduction=abduction, rotation=rotation)
    frames = solve(replace(NEUTRAL, leg_left=leg, leg_right=leg)).frames
    found = girdle_angles(frames["pelvis"], frames[f"thigh_{side}"], side)
    assert found == pytest.approx((flexion, abduction, rotation), abs=1e-6)
