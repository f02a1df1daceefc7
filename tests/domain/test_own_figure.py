"""Figures of own exercises: joints of a shipped figure changed within human ranges."""

from pathlib import Path

import pytest

from facet_desktop.domain.figure.kinematics import solve
from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.own_figure import (
    JOINTS,
    OwnPose,
    angles_of,
    changed,
    ends_of,
    joint_range,
    own_movement,
    pose_problems,
    sinks,
)
from facet_desktop.exchange.pose_files import PoseFolder

POSES = PoseFolder(Path(__file__).parents[2] / "resources" / "poses")


@pytest.fixture(scope="module")
def bridge() -> Movement:
    return POSES.movement("neutral-bridge")


def test_nothing_changed_leaves_the_ends_as_they_are(bridge: Movement) -> None:
    own = own_movement(bridge, OwnPose("neutral-bridge", {}, {}), "mine")
    assert (own.keyframes[0].pose, own.keyframes[-1].pose) == ends_of(bridge)
    assert own.slug == "mine"


@pytest.mark.parametrize("joint", JOINTS)
def test_every_joint_takes_the_angle_that_it_is_given(joint: str) -> None:
    start, _ = ends_of(POSES.movement("goblet-squat"))
    wanted = (sum(joint_range(joint)) // 2) + 7.0
    assert angles_of(changed(start, {joint: wanted}))[joint] == pytest.approx(wanted, abs=0.5)


def test_other_joints_of_a_planted_leg_stay_when_its_knee_is_changed(bridge: Movement) -> None:
    start, _ = ends_of(bridge)
    before, after = angles_of(start), angles_of(changed(start, {"knee_left": 60.0}))
    assert after["hip_left"] == pytest.approx(before["hip_left"], abs=0.5)
    assert after["knee_right"] == pytest.approx(before["knee_right"])


def test_a_changed_angle_moves_the_body(bridge: Movement) -> None:
    start, _ = ends_of(bridge)
    moved = solve(changed(start, {"shoulder_right": 150.0})).point("grip_right")
    assert moved != pytest.approx(solve(start).point("grip_right"), abs=5)


def test_other_changes_make_another_digest(bridge: Movement) -> None:
    one = own_movement(bridge, OwnPose("neutral-bridge", {"lumbar": 1.0}, {}), "mine")
    other = own_movement(bridge, OwnPose("neutral-bridge", {}, {"lumbar": 1.0}), "mine")
    assert len({bridge.digest, one.digest, other.digest}) == 3


def test_angles_that_nobody_reaches_are_named() -> None:
    own = OwnPose("bird-dog", {"knee_left": -40.0, "tail": 3.0}, {"lumbar": float("nan")})
    assert [field for field, _ in pose_problems(own)] == ["start.knee_left", "start.tail", "end.lumbar"]


def test_a_figure_below_the_floor_is_noticed(bridge: Movement) -> None:
    assert not sinks(bridge)
    assert sinks(own_movement(bridge, OwnPose("neutral-bridge", {"lean": 90.0}, {}), "mine"))


def test_a_walk_becomes_a_movement_with_two_ends() -> None:
    walk = POSES.movement("walking-intervals")
    own = own_movement(walk, OwnPose("walking-intervals", {}, {}), "mine")
    assert not own.cyclic
    assert len(own.keyframes) == 2
    assert own.pose_at(0.0) != own.pose_at(1.0)
