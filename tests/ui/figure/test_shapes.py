"""Outlines of bodies that are grown together, and of limbs whose ends lie in joints."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from facet_desktop.ui.figure.hulls import hull, skin, support
from facet_desktop.ui.figure.projection import Oval
from facet_desktop.ui.figure.shapes import End, jointed


def disc(x: float, y: float, radius: float) -> Oval:
    return (x, y, radius * radius, 0.0, radius * radius)


STRAIGHT = (disc(40, 150, 30), disc(100, 150, 28), disc(160, 150, 34), disc(220, 150, 25))
BENT = (disc(40, 60, 25), disc(60, 130, 25), disc(130, 170, 25), disc(200, 150, 25))
HOLLOW = (disc(40, 150, 30), disc(100, 150, 12), disc(160, 150, 34))
FROM_AN_END = (disc(100, 100, 30), disc(103, 100, 50), disc(106, 100, 34), disc(108, 100, 20))


def inside(path: QPainterPath) -> set[tuple[int, int]]:
    return {(x, y) for x in range(0, 280, 3) for y in range(0, 240, 3) if path.contains(QPointF(x, y))}


def all_hulls(ovals: Sequence[Oval]) -> set[tuple[int, int]]:
    return set().union(*(inside(hull(pair)) for pair in pairwise(ovals)))


@pytest.mark.parametrize("ovals", [STRAIGHT, STRAIGHT[::-1], BENT, BENT[::-1], HOLLOW, FROM_AN_END])
def test_bodies_grown_together_fill_what_each_fills_with_its_neighbour(ovals: Sequence[Oval]) -> None:
    filled = inside(skin([support(oval) for oval in ovals]).body)
    assert len(filled ^ all_hulls(ovals)) <= 0.01 * len(filled)


@pytest.mark.parametrize("ovals", [STRAIGHT, BENT, HOLLOW])
def test_seen_from_the_side_they_have_a_single_outline(ovals: Sequence[Oval]) -> None:
    path = skin([support(oval) for oval in ovals]).body
    begins = [i for i in range(path.elementCount()) if path.elementAt(i).isMoveTo()]
    assert len(begins) == 1


def test_the_line_beyond_lies_a_pixel_outside() -> None:
    body, beyond = skin([support(disc(100, 100, 40))])
    assert beyond.boundingRect().adjusted(1, 1, -1, -1) == body.boundingRect()


@pytest.mark.parametrize("joint", [End.JOINED, End.CUT])
@pytest.mark.parametrize(("cap", "tail"), [(True, False), (False, True), (False, False)])
def test_the_light_line_stays_away_from_shared_joints(joint: End, cap: bool, tail: bool) -> None:
    rounds = ((50, 100, 20), (200, 100, 16))
    outlines = jointed(rounds, End.FREE if cap else joint, End.FREE if tail else joint, around=True)
    free = jointed(rounds, End.FREE, End.FREE, around=True)
    assert (outlines.rim.boundingRect().left() > 45) is not cap
    assert (outlines.rim.boundingRect().right() < 205) is not tail
    assert free.smooth is None
    assert outlines.smooth is not None
    assert outlines.body.boundingRect().width() < free.body.boundingRect().width()
