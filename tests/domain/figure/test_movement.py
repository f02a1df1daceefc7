"""Positions between keyframes."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain.figure.kinematics import solve
from facet_desktop.domain.figure.movement import Camera, Keyframe, Movement
from facet_desktop.domain.figure.pose import NEUTRAL, FootContact, LegAngles, mirror
from facet_desktop.domain.figure.vectors import distance
from facet_desktop.domain.step import StepSide
from tests.domain.figure.bodies import PLANTED, bent_every_way, movement, standing


def test_start_and_end_are_exactly_the_first_and_last_keyframe() -> None:
    squat = movement(standing(89.0), standing(60.0, pitch=35.0))
    assert squat.pose_at(0.0) == standing(89.0)
    assert squat.pose_at(1.0) == standing(60.0, pitch=35.0)


def test_positions_outside_the_movement_stay_at_its_ends() -> None:
    squat = movement(standing(89.0), standing(60.0))
    assert squat.pose_at(-0.5) == squat.pose_at(0.0)
    assert squat.pose_at(1.5) == squat.pose_at(1.0)


def test_a_plain_movement_follows_the_position_in_proportion_because_the_tempo_eases_it() -> None:
    squat = movement(standing(80.0), standing(60.0))
    assert squat.pose_at(0.25).trunk.y == pytest.approx(75.0)


@given(st.floats(0, 1))
def test_planted_feet_do_not_slide_however_the_pelvis_moves(position: float) -> None:
    squat = movement(standing(89.0), standing(75.0, x=5.0), standing(58.0, pitch=35.0, x=-12.0))
    ankle = solve(squat.pose_at(position)).joints["ankle_right"]
    assert distance(ankle, (0.0, 7.0, 9.0)) < 0.01


@given(st.floats(0, 1))
def test_a_curve_through_three_keyframes_never_overshoots_them(position: float) -> None:
    rising = movement(standing(60.0), standing(62.0), standing(89.0))
    assert 60.0 <= rising.pose_at(position).trunk.y <= 89.0


def test_a_lifted_foot_leaves_its_contact_without_a_jump() -> None:
    lifted = replace(standing(88.0), leg_right=LegAngles(hip=80, knee=90))
    march = movement(standing(88.0), lifted)
    steps = [solve(march.pose_at(i / 100)).joints["ankle_right"] for i in range(101)]
    assert distance(steps[0], (0.0, 7.0, 9.0)) < 0.01
    assert distance(steps[-1], solve(lifted).joints["ankle_right"]) < 0.01
    assert max(distance(a, b) for a, b in itertools.pairwise(steps)) < 2.0


def test_the_left_side_is_the_mirror_image_at_every_position() -> None:
    move = movement(NEUTRAL, bent_every_way())
    for position in (0.0, 0.4, 1.0):
        assert move.pose_at(position, 0.3, StepSide.LEFT) == mirror(move.pose_at(position, 0.3))


def test_a_breath_in_widens_the_belly_and_lifts_the_skin_a_hand_lies_on() -> None:
    rest = movement(NEUTRAL)
    empty, full = solve(rest.pose_at(0.0, 0.0)), solve(rest.pose_at(0.0, 1.0))
    assert full.belly == pytest.approx(empty.belly * 1.06)
    assert full.origins["belly"][0] > empty.origins["belly"][0] + 0.5


def _walk() -> Movement:
    """Right foot on the ground from 0 to 0.5, the left half a cycle later; 100 cm a cycle."""

    def step(right_x: float, left: FootContact) -> Keyframe:
        pose = replace(standing(86.0), leg_right=PLANTED._replace(x=right_x), leg_left=left)
        return Keyframe(str(right_x), 0.0, pose)

    first = step(25.0, FootContact(x=-25.0, z=-9.0)).pose
    quarter = step(0.0, FootContact(x=0.0, y=6.0, z=-9.0)).pose
    frames = (
        Keyframe("a", 0.0, first),
        Keyframe("b", 0.25, quarter),
        Keyframe("c", 0.5, mirror(first)),
        Keyframe("d", 0.75, mirror(quarter)),
        Keyframe("e", 1.0, first),
    )
    return Movement("walk", frames, cyclic=True, travel_cm=100.0)


def test_a_walking_foot_stands_still_on_the_ground_that_moves_back() -> None:
    walk = _walk()
    for i in range(20):
        phase = i / 40
        ankle = solve(walk.pose_at(phase)).joints["ankle_right"]
        assert ankle[0] + 100.0 * phase == pytest.approx(25.0, abs=0.01)
        assert ankle[1] == pytest.approx(7.0, abs=0.01)


def test_a_cycle_runs_on_without_a_seam() -> None:
    walk = _walk()
    assert walk.pose_at(3.2) == walk.pose_at(4.2)
    before, after = solve(walk.pose_at(0.9999)).joints, solve(walk.pose_at(1.0)).joints
    assert all(distance(point, after[name]) < 0.2 for name, point in before.items())


def test_the_view_changes_over_with_the_working_side_only_if_it_should() -> None:
    assert Camera(yaw=15.0).for_side(StepSide.LEFT).yaw == 165.0
    assert Camera(yaw=15.0).for_side(StepSide.RIGHT).yaw == 15.0
    assert Camera(yaw=15.0, follows_side=False).for_side(StepSide.LEFT).yaw == 15.0
