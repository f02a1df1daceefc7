"""Things that fly, and glows of one side."""

from dataclasses import replace

import pytest

from facet_desktop.domain.figure.props import Prop, PropKind, Spot
from facet_desktop.domain.figure.regions import regions_of
from facet_desktop.domain.step import StepSide
from tests.domain.figure.bodies import movement, standing

BALL = Prop(PropKind.BALL, Spot(joint="wrists", begin=(150.0, 120.0, 30.0)), caught=0.5)


@pytest.mark.parametrize(("position", "away"), [(0.0, 1.0), (0.25, 0.5), (0.5, 0.0), (1.0, 0.0)])
def test_a_thrown_ball_nears_its_place_until_it_is_caught(position: float, away: float) -> None:
    assert BALL.at_moment(position).spot.away == away


def test_a_thing_that_does_not_fly_is_always_in_its_place() -> None:
    bag = Prop(PropKind.BAG, Spot(joint="grip_right"))
    assert bag.at_moment(0.0) == bag


def test_on_the_left_side_the_ball_comes_from_the_other_side() -> None:
    catch = replace(movement(standing(88.0), standing(86.0)), props=(BALL,))
    (ball,) = catch.props_for(StepSide.LEFT, 0.25)
    assert ball.spot.begin == (150.0, 120.0, -30.0)
    assert ball.spot.away == 0.5


def test_a_left_glow_lies_opposite_the_working_side() -> None:
    assert regions_of("side-left", left_works=False) == regions_of("side-right", left_works=True)
    assert regions_of("quads-left", left_works=False) == regions_of("quads-right", left_works=True)
    assert regions_of("side-left", left_works=False) != regions_of("side-right", left_works=False)
