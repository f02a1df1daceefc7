"""The painter, by what can be seen in its pictures."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from facet_desktop.domain.figure.movement import Camera, Movement
from facet_desktop.domain.step import StepSide
from facet_desktop.exchange.pose_files import PoseFolder
from facet_desktop.resources import resources_dir
from facet_desktop.ui.figure.colours import COLOURS, LIGHT, PRINT, FigureColours
from facet_desktop.ui.figure.painter import FigurePainter, Moment
from facet_desktop.ui.figure.sheet import CAPTION, CELL_HEIGHT, CELL_WIDTH, render_sheet
from facet_desktop.ui.palettes import contrast_ratio

POSES = PoseFolder(resources_dir() / "poses")
RECT = QRectF(0, 0, 400, 300)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def bridge() -> Movement:
    return POSES.movement("segmental-bridge")


@pytest.fixture
def bird_dog() -> Movement:
    return POSES.movement("bird-dog")


def painted(
    movement: Movement,
    moment: Moment = Moment(),  # noqa: B008 - an immutable tuple
    colours: FigureColours = LIGHT,
    camera: Camera | None = None,
) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(colours.ground))
    painter = QPainter(image)
    FigurePainter(colours).paint(painter, RECT, movement, moment, camera)
    painter.end()
    return image


def colour_rows(image: QImage, colour: str) -> list[int]:
    """Rows in which a colour is found exactly."""
    wanted = QColor(colour).rgb()
    return [
        y for y in range(image.height()) if any(image.pixel(x, y) == wanted for x in range(image.width()))
    ]


def test_a_figure_wears_shirt_trousers_shoes_and_has_skin_and_hair(bridge: Movement) -> None:
    image = painted(bridge)
    for colour in (LIGHT.shirt[0], LIGHT.trousers[0], LIGHT.shoes[0], LIGHT.skin[0], LIGHT.hair):
        assert len(colour_rows(image, colour)) > 5, colour


def test_the_hips_rise_in_a_bridge_while_the_near_foot_stays(bridge: Movement) -> None:
    low, high = painted(bridge, Moment(0.0)), painted(bridge, Moment(1.0))
    assert min(colour_rows(high, LIGHT.shirt[0])) < min(colour_rows(low, LIGHT.shirt[0])) - 10
    feet = [colour_rows(image, LIGHT.shoes[0]) for image in (low, high)]
    assert feet[0] == feet[1]


def test_the_glow_stays_inside_the_body(bridge: Movement) -> None:
    glowing, plain = painted(bridge), painted(replace(bridge, highlight=()))
    beside = {QColor(name).rgb() for name in (LIGHT.ground, LIGHT.mat)}
    changed = [
        plain.pixel(x, y) for x in range(400) for y in range(300) if plain.pixel(x, y) != glowing.pixel(x, y)
    ]
    assert len(changed) > 500
    assert not beside.intersection(changed)


def test_a_glow_keeps_to_what_the_painter_may_paint(bridge: Movement) -> None:
    image = QImage(400, 300, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setClipRect(0, 0, 400, 225)
    FigurePainter(LIGHT).paint(painter, RECT, bridge)
    painter.end()
    painted_rows = [y for y in range(300) if any(image.pixel(x, y) for x in range(400))]
    assert painted_rows
    assert max(painted_rows) == 224


def test_nothing_is_painted_into_an_empty_rectangle(bridge: Movement) -> None:
    image = QImage(40, 30, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    for room in (QRectF(5, 5, 0, 20), QRectF(5, 5, 20, 0)):
        FigurePainter(LIGHT).paint(painter, room, bridge)
    painter.end()
    assert not any(bytes(image.constBits()))


def test_the_same_moment_is_painted_the_same_the_first_and_the_later_times(bridge: Movement) -> None:
    """From the second time on the mat comes from a kept picture."""
    figures = FigurePainter(LIGHT)
    pictures = []
    for _ in range(3):
        image = QImage(400, 300, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(LIGHT.ground))
        painter = QPainter(image)
        figures.paint(painter, RECT, bridge, Moment(0.3))
        painter.end()
        pictures.append(image)
    assert _difference(pictures[0], pictures[1]) < 0.002
    assert pictures[1] == pictures[2]


def _difference(first: QImage, second: QImage) -> float:
    """Share of pixels that differ visibly."""
    pairs = ((first.pixelColor(x, y), second.pixelColor(x, y)) for x in range(400) for y in range(300))
    return sum(abs(a.lightness() - b.lightness()) > 12 for a, b in pairs) / 120_000


def test_the_left_side_of_a_one_sided_exercise_is_the_mirror_image_on_the_screen() -> None:
    movement = POSES.movement("single-knee-to-chest")
    right = painted(movement, Moment(1.0, 0.0, StepSide.RIGHT))
    left = painted(movement, Moment(1.0, 0.0, StepSide.LEFT)).flipped(Qt.Orientation.Horizontal)
    assert _difference(right, left) < 0.01


def test_another_view_gives_another_picture(bird_dog: Movement) -> None:
    assert _difference(painted(bird_dog), painted(bird_dog, camera=Camera(80.0, 20.0))) > 0.02


@pytest.mark.parametrize("name", sorted(COLOURS))
def test_clothes_stand_out_from_the_ground_in_every_theme(name: str) -> None:
    colours = COLOURS[name]
    assert contrast_ratio(colours.shirt[0], colours.ground) >= 3.0
    assert contrast_ratio(colours.trousers[0], colours.ground) >= 3.0


def test_a_vector_drawing_holds_paths_and_no_pictures(bridge: Movement) -> None:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    svg = QSvgGenerator()
    svg.setOutputDevice(buffer)
    svg.setSize(QSize(400, 300))
    painter = QPainter(svg)
    FigurePainter(PRINT).paint(painter, RECT, bridge, Moment(0.5))
    painter.end()
    text = bytes(data.data()).decode()
    assert text.count("<path") > 20
    assert "radialGradient" in text
    assert "<image" not in text


@pytest.mark.parametrize("slug", POSES.slugs())
def test_every_exercise_can_be_painted_from_every_side(slug: str) -> None:
    movement = POSES.movement(slug)
    for yaw in (-90.0, 0.0, 45.0, 90.0, 180.0):
        image = painted(movement, Moment(0.6, 1.0, StepSide.LEFT), camera=Camera(yaw, 25.0))
        assert colour_rows(image, LIGHT.ground)
        assert image.pixelColor(200, 290) is not None


def test_a_sheet_has_a_row_of_three_for_every_movement(
    tmp_path: Path, bridge: Movement, bird_dog: Movement
) -> None:
    out = tmp_path / "sheet.png"
    render_sheet([bridge, bird_dog, bridge], out, columns=3)
    image = QImage(str(out))
    assert (image.width(), image.height()) == (3 * CELL_WIDTH, 3 * (CELL_HEIGHT + CAPTION))


def test_a_sheet_that_cannot_be_written_says_so(tmp_path: Path, bridge: Movement) -> None:
    with pytest.raises(OSError, match="cannot be written"):
        render_sheet([bridge], tmp_path / "missing" / "sheet.png")


def test_what_is_larger_than_the_rectangle_is_cut_off_at_its_edge() -> None:
    image = QImage(200, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    FigurePainter(LIGHT).paint(painter, QRectF(60, 20, 80, 60), POSES.movement("quadruped-leg-lift"))
    painter.end()
    assert any(image.pixel(x, y) for x in (60, 139) for y in range(20, 80))
    painter.begin(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.fillRect(QRectF(60, 20, 80, 60), Qt.GlobalColor.black)
    painter.end()
    assert not any(bytes(image.constBits()))
