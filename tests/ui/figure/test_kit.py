"""Kettlebell, bag, bubble and a thrown ball, by what can be seen in their pictures."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from facet_desktop.domain.figure.movement import Camera, Keyframe, Movement
from facet_desktop.domain.figure.pose import NEUTRAL
from facet_desktop.domain.figure.props import Prop, PropKind, Spot
from facet_desktop.ui.figure.colours import LIGHT
from facet_desktop.ui.figure.painter import FigurePainter, Moment

RECT = QRectF(0, 0, 400, 400)
PLACE = Spot((60.0, 0.0, 0.0), joint="pelvis")

pytestmark = pytest.mark.usefixtures("qapp")


def painted(prop: Prop, position: float = 1.0) -> QImage:
    pose = replace(NEUTRAL, trunk=NEUTRAL.trunk._replace(y=89.0))
    movement = Movement(
        "test", (Keyframe("start", 0.0, pose), Keyframe("end", 1.0, pose)), Camera(0.0, 0.0), (prop,)
    )
    image = QImage(400, 400, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    FigurePainter(LIGHT).paint(painter, RECT, movement, Moment(position))
    painter.end()
    return image


def places(image: QImage, colour: str) -> list[tuple[int, int]]:
    wanted = QColor(colour).rgb()
    return [(x, y) for x in range(400) for y in range(400) if image.pixel(x, y) == wanted]


def test_a_kettlebell_has_its_ball_below_a_narrower_handle() -> None:
    image = painted(Prop(PropKind.WEIGHT, PLACE, size=(20.0, 30.0, 20.0), yaw=90.0))
    ball = [y for _, y in places(image, LIGHT.metal)]
    handle = [y for _, y in places(image, QColor(LIGHT.metal).darker(125).name())]
    assert min(handle) < min(ball)
    assert max(handle) < max(ball)
    assert len(handle) < len(ball)


def test_a_bag_hangs_below_its_handle() -> None:
    image = painted(Prop(PropKind.BAG, PLACE, size=(36.0, 42.0, 14.0)))
    cloth = [y for _, y in places(image, LIGHT.cloth)]
    handle = [y for _, y in places(image, QColor(LIGHT.cloth).darker(140).name())]
    assert min(handle) < min(cloth) < max(cloth)


def test_a_bubble_holds_dark_numbers_inside_its_edges() -> None:
    image = painted(Prop(PropKind.BUBBLE, PLACE, size=(60.0, 24.0, 1.0)))
    bubble = [x for x, y in places(image, LIGHT.mat)]
    words = [x for x, y in places(image, LIGHT.shoes[0]) if min(bubble) <= x <= max(bubble)]
    assert len(words) > 30
    assert min(bubble) < min(words) < max(words) < max(bubble)


@pytest.mark.parametrize("side", [1.0, -1.0])
def test_the_tail_of_a_bubble_points_to_the_head_from_either_side(side: float) -> None:
    spot = replace(PLACE, offset=(55.0 * side, 0.0, 0.0))
    image = painted(Prop(PropKind.BUBBLE, spot, size=(40.0, 20.0, 1.0)))
    bubble = places(image, LIGHT.mat)
    low = max(y for _, y in bubble)
    words = [x for x, y in places(image, LIGHT.shoes[0]) if y < low]
    towards_head = [(x - (min(words) + max(words)) / 2) * -side for x, _ in bubble]
    assert max(towards_head) > max(-x for x in towards_head) + 5


def test_a_thrown_ball_is_seen_on_its_way() -> None:
    ball = Prop(PropKind.BALL, replace(PLACE, offset=(20.0, 0.0, 0.0), begin=(75.0, 89.0, 0.0)), caught=1.0)
    far, near = ([x for x, _ in places(painted(ball, position), LIGHT.rubber)] for position in (0.0, 0.9))
    assert min(near) < min(far) - 50
