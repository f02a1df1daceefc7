"""Thumbnails: painted once, kept on disk, painted again when anything changes."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from facet_desktop.domain.figure.movement import Movement
from facet_desktop.exchange.pose_files import PoseFolder
from facet_desktop.resources import resources_dir
from facet_desktop.ui.figure.colours import DARK, LIGHT
from facet_desktop.ui.figure.thumbnails import Thumbnails

SIZE = QSize(160, 120)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def movement() -> Movement:
    return PoseFolder(resources_dir() / "poses").movement("bird-dog")


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_picture_is_stored_once_and_read_again(tmp_path: Path, movement: Movement) -> None:
    first = Thumbnails(tmp_path / "figures", LIGHT).picture(movement, SIZE)
    stored = files(tmp_path / "figures")
    assert len(stored) == 1
    again = Thumbnails(tmp_path / "figures", LIGHT).picture(movement, SIZE)
    assert again.toImage() == first.toImage()
    assert files(tmp_path / "figures") == stored


def test_another_pose_size_theme_or_ratio_is_another_picture(tmp_path: Path, movement: Movement) -> None:
    thumbnails = Thumbnails(tmp_path, LIGHT)
    thumbnails.picture(movement, SIZE)
    thumbnails.picture(replace(movement, digest="changed"), SIZE)
    thumbnails.picture(movement, QSize(80, 60))
    thumbnails.picture(movement, SIZE, 2.0)
    thumbnails.set_colours(DARK)
    thumbnails.picture(movement, SIZE)
    assert len(files(tmp_path)) == 5


def test_a_picture_for_a_sharp_screen_has_more_pixels_and_the_same_size(movement: Movement) -> None:
    picture = Thumbnails(None, LIGHT).picture(movement, SIZE, 2.0)
    assert (picture.width(), picture.deviceIndependentSize().toSize()) == (320, SIZE)


def test_a_damaged_file_is_painted_again(tmp_path: Path, movement: Movement) -> None:
    first = Thumbnails(tmp_path, LIGHT).picture(movement, SIZE).toImage()
    (tmp_path / files(tmp_path)[0]).write_bytes(b"no picture")
    assert Thumbnails(tmp_path, LIGHT).picture(movement, SIZE).toImage() == first


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path, movement: Movement) -> None:
    (tmp_path / "file").write_text("in the way")
    picture = Thumbnails(tmp_path / "file" / "figures", LIGHT).picture(movement, SIZE)
    assert not picture.isNull()


def test_nothing_unfinished_is_left_in_the_folder(tmp_path: Path, movement: Movement) -> None:
    Thumbnails(tmp_path, LIGHT).picture(movement, SIZE)
    assert not [name for name in files(tmp_path) if name.startswith("part-")]
