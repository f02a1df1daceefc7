"""What is kept of a frame for the next one."""

import weakref
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
from facet_desktop.ui.figure.scene import MOMENTS_KEPT, Kept

pytestmark = pytest.mark.usefixtures("qapp")

POSES = PoseFolder(resources_dir() / "poses")


class Outline:
    """Whatever is kept."""


def test_a_part_is_made_once_for_every_place_where_it_is_shown() -> None:
    kept = Kept()
    made: list[float] = []

    def at(place: float) -> float:
        made.append(place)
        return place

    assert [kept.get("foot", (x,), partial(at, x)) for x in (1.0, 1.0, 2.0, 1.0)] == [1.0, 1.0, 2.0, 1.0]
    assert made == [1.0, 2.0]
    assert kept.get("hand", (1.0,), partial(at, 3.0)) == 3.0


def test_what_is_kept_of_a_view_that_is_turned_for_long_does_not_grow_without_end() -> None:
    kept = Kept()
    there: weakref.WeakSet[Outline] = weakref.WeakSet()

    def make() -> Outline:
        outline = Outline()
        there.add(outline)
        return outline

    for place in range(MOMENTS_KEPT * 3):
        kept.get("foot", place, make)
    assert 0 < len(there) <= MOMENTS_KEPT


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
