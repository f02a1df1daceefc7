"""What is kept of a frame for the next one."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from facet_desktop.domain.step import StepSide
from facet_desktop.exchange.pose_files import PoseFolder
from facet_desktop.resources import resources_dir
from facet_desktop.ui.figure.colours import LIGHT
from facet_desktop.ui.figure.painter import FigurePainter, Moment
from facet_desktop.ui.figure.scene import Kept

pytestmark = pytest.mark.usefixtures("qapp")

POSES = PoseFolder(resources_dir() / "poses")


def test_a_part_is_made_again_only_when_it_has_moved() -> None:
    kept = Kept()
    made: list[float] = []

    def at(place: float) -> float:
        made.append(place)
        return place

    assert [kept.get("foot", (x,), partial(at, x)) for x in (1.0, 1.0, 2.0, 1.0)] == [1.0, 1.0, 2.0, 1.0]
    assert made == [1.0, 2.0, 1.0]


def painted(figures: FigurePainter, slug: str, moment: Moment) -> bytes:
    """The pixels of the second frame, as from then on the backdrop is a picture, without glows.

    A glow may have been kept from one a part of a pixel larger.
    """
    movement = replace(POSES.movement(slug), highlight=())
    image = QImage(80, 60, QImage.Format.Format_ARGB32_Premultiplied)
    for _ in range(2):
        image.fill(0)
        painter = QPainter(image)
        figures.paint(painter, QRectF(0, 0, 80, 60), movement, moment)
        painter.end()
    return bytes(image.constBits())


def test_a_picture_does_not_depend_on_those_painted_before() -> None:
    busy = FigurePainter(LIGHT)
    for side in (StepSide.RIGHT, StepSide.LEFT):
        for slug in ("bird-dog", "clamshell", "heel-slide", "bird-dog"):
            for position in (0.0, 0.3, 1.0):
                moment = Moment(position, 0.5, side)
                fresh = FigurePainter(LIGHT)
                assert painted(busy, slug, moment) == painted(fresh, slug, moment)
