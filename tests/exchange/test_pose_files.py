"""Pose files: what can be read, what is wrong, and every file that ships."""

import tomllib
from pathlib import Path

import pytest

from facet_desktop.domain.figure.checks import check_movement
from facet_desktop.domain.figure.pose import ArmAngles, FootContact, HandContact, LegAngles
from facet_desktop.domain.problems import Problem
from facet_desktop.exchange.pose_files import PoseFileError, PoseFolder, read_movement
from facet_desktop.resources import resources_dir

POSES = resources_dir() / "poses"
SHIPPED = PoseFolder(POSES)
BASES = tomllib.loads(
    """
[stand]
root = { at = [0, 89, 0] }
feet = { at = [0, 0, 9] }
[low]
base = "stand"
root = { at = [0, 70, 0] }
[round_and_round]
base = "round_and_round"
"""
)


def read(text: str) -> object:
    return read_movement(text.encode(), "test.toml", BASES)


def problems(text: str) -> list[Problem]:
    with pytest.raises(PoseFileError) as caught:
        read(text)
    return caught.value.problems


@pytest.mark.parametrize("slug", SHIPPED.slugs())
def test_every_shipped_movement_passes_every_check(slug: str) -> None:
    assert [str(one) for one in check_movement(SHIPPED.movement(slug))] == []


def test_all_shipped_files_can_be_read() -> None:
    movements, found = PoseFolder(POSES).all()
    assert found == []
    assert [one.slug for one in movements] == SHIPPED.slugs()


def test_a_file_builds_on_its_base_and_each_keyframe_on_the_file() -> None:
    move = read_movement(
        b"""
base = "low"
[pose]
lumbar = 10
[[keyframes]]
at = 0
[[keyframes]]
at = 1.0
lumbar = [20, 3, 4]
leg_right = { hip = 30 }
""",
        "test.toml",
        BASES,
    )
    start, end = (frame.pose for frame in move.keyframes)
    assert (start.trunk.y, start.trunk.lumbar) == (70.0, 10.0)
    assert (end.trunk.lumbar, end.trunk.lumbar_side, end.trunk.lumbar_turn) == (20.0, 3.0, 4.0)
    assert isinstance(start.leg_right, FootContact)
    assert end.leg_left == start.leg_left
    assert [frame.name for frame in move.keyframes] == ["start", "end"]


def test_a_field_for_both_sides_is_mirrored_and_a_single_side_wins_over_it() -> None:
    move = read_movement(
        b"""
[[keyframes]]
at = 0
legs = { abduction = 10 }
hands = { at = [1, 2, 3], pole = [0, 0, 1] }
leg_left = { hip = 5 }
arm_left = { elbow = 9 }
""",
        "test.toml",
        {},
    )
    pose = move.keyframes[0].pose
    assert pose.leg_right == LegAngles(abduction=10.0)
    assert pose.leg_left == LegAngles(abduction=10.0, hip=5.0)
    assert pose.arm_left == ArmAngles(elbow=9.0)
    assert isinstance(pose.arm_right, HandContact)
    assert (pose.arm_right.x, pose.arm_right.y, pose.arm_right.z) == (1.0, 2.0, 3.0)


def test_a_mirrored_cycle_gets_its_second_half_and_closes() -> None:
    move = read_movement(
        b"""
[cycle]
mirrored = true
[[keyframes]]
at = 0
leg_right = { hip = 30 }
[[keyframes]]
at = 0.25
""",
        "test.toml",
        {},
    )
    assert [frame.at for frame in move.keyframes] == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert move.keyframes[2].pose.leg_left == LegAngles(hip=30.0)
    assert move.keyframes[4].pose == move.keyframes[0].pose


def test_every_problem_of_a_file_is_listed_with_its_field() -> None:
    found = problems(
        """
base = "sitting"
highlight = ["elbow"]
colour = "red"
[pose]
leg_right = { hip = "far", spin = 3 }
[[keyframes]]
at = 0
foot_left = { at = [1, 2] }
"""
    )
    assert [one.field for one in found] == [
        "colour",
        "base",
        "pose.leg_right.spin",
        "pose.leg_right.hip",
        "keyframes[0].foot_left.at",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "needs at least one"),
        ("keyframes = [", "test.toml"),
        ("[[keyframes]]\nat = 0.2", "first keyframe must be at 0"),
        ("[[keyframes]]\nat = 0\n[[keyframes]]\nat = 0.5", "last keyframe must be at 1"),
        ("[[keyframes]]\nat = 0\n[[keyframes]]\nat = 1\n[[keyframes]]\nat = 1", "times must rise"),
        ("[cycle]\n[[keyframes]]\nat = 0\n[[keyframes]]\nat = 1", "a cycle closes by itself"),
        ('base = "round_and_round"\n[[keyframes]]\nat = 0', "leads back to itself"),
        ("[[keyframes]]\nat = 0\nleg_right = {}\nfoot_right = {}", "sets the same limb"),
        ('[[keyframes]]\nat = 0\nroot = { joint = "knee_left" }\nfoot_left = {}', "held by a contact"),
        ('[[props]]\nkind = "band"\n[[keyframes]]\nat = 0', None),
        ('highlight = ["elbow"]\n[[keyframes]]\nat = 0', None),
    ],
)
def test_a_wrong_file_says_why(text: str, reason: str | None) -> None:
    if reason is None:
        reason = "at least two places" if "band" in text else "not one of"
    assert reason in " ".join(f"{one.file} {one.reason}" for one in problems(text))


def test_the_digest_changes_with_the_text_and_with_the_bases() -> None:
    text = b"[[keyframes]]\nat = 0"
    digests = {
        read_movement(text, "a.toml", {}, b"1").digest,
        read_movement(text, "a.toml", {}, b"2").digest,
        read_movement(text + b" ", "a.toml", {}, b"1").digest,
    }
    assert len(digests) == 3


@pytest.mark.parametrize("slug", ["nothing-like-it", "../poses/bird-dog", "..\\poses\\bird-dog"])
def test_an_unknown_slug_or_a_path_is_refused(slug: str, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        SHIPPED.movement(slug)
    assert PoseFolder(tmp_path).slugs() == []


def test_a_mirrored_keyframe_exchanges_the_sides_before_its_own_fields() -> None:
    move = read_movement(
        b"""
[pose]
leg_right = { hip = 30 }
[[keyframes]]
at = 0
[[keyframes]]
at = 1.0
mirror = true
arm_right = { elbow = 9 }
""",
        "test.toml",
        {},
    )
    end = move.keyframes[1].pose
    assert (end.leg_left, end.leg_right) == (LegAngles(hip=30.0), LegAngles())
    assert end.arm_right == ArmAngles(elbow=9.0)


def test_a_thrown_thing_knows_where_it_comes_from_and_when_it_is_caught() -> None:
    move = read_movement(
        b"""
[[props]]
kind = "ball"
joint = "wrists"
from = [150, 120, 10]
caught = 0.6
[[keyframes]]
at = 0
""",
        "test.toml",
        {},
    )
    ball = move.props[0]
    assert (ball.spot.begin, ball.caught) == ((150.0, 120.0, 10.0), 0.6)
