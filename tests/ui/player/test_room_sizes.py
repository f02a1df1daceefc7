"""Across the room everything is as large as it must be, on every screen, for every exercise that ships."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest
from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication

from facet_desktop.ui.metrics import BOLD
from facet_desktop.ui.palettes import PLAYER
from facet_desktop.ui.player.room_layout import RoomPlaces, RoomPlanner, beside_px, count_width
from facet_desktop.ui.player.room_model import CountWords, RoomModel
from facet_desktop.ui.player.room_sizes import (
    CAP_SHARE,
    NUMBER_DEG,
    WORD_DEG,
    height_mm,
    least_cap_px,
    number_px,
    word_px,
)
from facet_desktop.ui.player.room_text import Lines
from facet_desktop.ui.player.room_view import RoomView
from facet_desktop.ui.theme import Theme, ThemeHub
from tests.ui.player.house import RESOURCES, House, exercise_names

SIZES = [
    (1024, 700), (1024, 768), (1280, 720), (1280, 800), (1366, 768), (1536, 864), (1920, 1080), (2560, 1080),
    (3840, 2160), (700, 1024), (800, 1280), (1080, 1920), (2160, 3840),
]  # fmt: skip
"""Landscape and upright, in pixels after scaling: 3840 x 2160 at 250 % is 1536 x 864."""
CUES = ("Breathe out and roll down · 10", "Next: Foam roll for buttock and outer hip · right side")


@pytest.fixture(scope="module")
def font(qapp: QApplication, prepared: ThemeHub) -> QFont:
    return prepared.player.font(100, BOLD, tabular=True)


@pytest.fixture(scope="module")
def prepared(qapp: QApplication) -> ThemeHub:
    """One look for the module; it is only asked for fonts."""
    return ThemeHub(qapp, RESOURCES)


class Typeface:
    """Makes the bundled typeface at a size, once."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._made: dict[int, QFont] = {}

    def __call__(self, size_px: int) -> QFont:
        if size_px not in self._made:
            made = QFont(self._font)
            made.setPixelSize(size_px)
            self._made[size_px] = made
        return self._made[size_px]


@pytest.fixture(scope="module")
def typeface(font: QFont) -> Typeface:
    return Typeface(font)


def test_the_yardstick_is_half_a_degree_for_numbers_and_a_fifth_for_words() -> None:
    assert height_mm(NUMBER_DEG) == pytest.approx(26.2, abs=0.05)
    assert height_mm(WORD_DEG) == pytest.approx(11.0, abs=0.05)
    # 13 inches, 16:9, 1920 x 1080: 6.67 pixels a millimetre, so 26.2 mm are 175 pixels and 11.0 mm 73.
    assert least_cap_px(NUMBER_DEG, 1920, 1080) == pytest.approx(174.7, abs=0.1)
    assert least_cap_px(WORD_DEG, 1920, 1080) == pytest.approx(73.4, abs=0.1)
    assert (number_px(1920, 1080), word_px(1920, 1080)) == (262, 110)


def test_scaling_changes_no_millimetre() -> None:
    for scale in (1.0, 1.25, 1.5, 2.0, 2.5):
        width, height = 3840 / scale, 2160 / scale
        assert least_cap_px(NUMBER_DEG, width, height) * scale == pytest.approx(349.4, abs=0.1)


def test_the_typeface_is_as_high_as_the_sizes_say(typeface: Typeface) -> None:
    metrics = QFontMetricsF(typeface(1000))
    assert metrics.capHeight() / 1000 == pytest.approx(CAP_SHARE, abs=0.001)
    for digit in "0123456789":
        assert metrics.tightBoundingRect(digit).height() >= 1000 * CAP_SHARE


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_each_name_of_the_library_is_whole_large_enough_and_touches_nothing(
    typeface: Typeface, size: tuple[int, int]
) -> None:
    planner = RoomPlanner(QSizeF(*size), typeface)
    for number, name in enumerate(exercise_names()):
        model = RoomModel(
            title=f"{name} · right side",
            count=(CountWords("Set", "10", "of 12"), CountWords("", "18", "of 20"), None)[number % 3],
            time=("0:27", "12:34")[number % 2],
            cue=CUES[number % 2],
            figure=None,
        )
        check(planner.plan(model, figure=True), model, typeface, size)
        check(planner.plan(model, figure=False), model, typeface, size)


def check(places: RoomPlaces, model: RoomModel, typeface: Typeface, size: tuple[int, int]) -> None:
    inside = QRectF(0, 0, *size)
    optional = (places.count.box if places.count is not None else None, places.figure)
    boxes = [places.title, places.cue, places.time.box, *(one for one in optional if one is not None)]
    assert all(inside.contains(box) for box in boxes), (model, boxes)
    for one, two in combinations(boxes, 2):
        assert not one.intersects(two), (model, one, two)
    check_words(places.title, places.title_lines, model.title, typeface, size)
    check_words(places.cue, places.cue_lines, model.cue, typeface, size)
    check_numbers(places, model, typeface, size)


def check_words(box: QRectF, shown: Lines, text: str, typeface: Typeface, size: tuple[int, int]) -> None:
    metrics = QFontMetricsF(typeface(shown.size_px))
    assert " ".join(shown.lines).split() in (text.split(), text.replace(" ·", "").split())
    assert not any(line.endswith("·") or line.startswith("·") for line in shown.lines)
    assert metrics.capHeight() >= least_cap_px(WORD_DEG, *size) - 0.5, text
    assert all(metrics.horizontalAdvance(line) <= box.width() for line in shown.lines), text
    assert shown.height <= box.height() + 0.01, text


def check_numbers(places: RoomPlaces, model: RoomModel, typeface: Typeface, size: tuple[int, int]) -> None:
    large = QFontMetricsF(typeface(places.time.size_px))
    assert large.capHeight() >= least_cap_px(NUMBER_DEG, *size) - 0.5, model
    assert large.horizontalAdvance(model.time) <= places.time.box.width() + 0.01
    assert (places.count is None) == (model.count is None)
    if places.count is not None and model.count is not None:
        least = word_px(*size)
        width = count_width(model.count, places.count.size_px, least, typeface)
        assert width <= places.count.box.width() + 0.01
        assert beside_px(places.count.size_px, least) >= least


def test_a_name_too_long_for_any_screen_shrinks_before_it_is_cut(typeface: Typeface) -> None:
    name = "Own exercise " * 12 + "Donaudampfschifffahrtsgesellschaftskapitänsmützenband"
    planner = RoomPlanner(QSizeF(1024, 700), typeface)
    model = RoomModel(name, None, "0:30", "Hold", None)
    places = planner.plan(model, figure=True)
    metrics = QFontMetricsF(typeface(places.title_lines.size_px))
    assert " ".join(places.title_lines.lines) == name
    assert len(places.title_lines.lines) <= 2
    assert all(metrics.horizontalAdvance(line) <= places.title.width() for line in places.title_lines.lines)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 2.5])
@pytest.mark.parametrize("screen", [(1920, 1080), (3840, 2160)], ids=str)
def test_painted_digits_have_their_millimetres_at_every_scaling(
    house: House, screen: tuple[int, int], ratio: float
) -> None:
    view = RoomView(house.hub.player, house.services.figures)
    view.resize(*(round(side / ratio) for side in screen))
    view.show_model(RoomModel("Bridge", CountWords("Set", "2", "of 3"), "8:88", "Hold", None))
    image = QImage(QSize(*screen), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    view.render(image)
    place = view.places().time.box
    assert painted_height(image, place, ratio) >= least_cap_px(NUMBER_DEG, *screen) - 1
    assert hypot(*screen) / 13 > 150  # pixels an inch, so that a pixel is less than 0.2 mm
    view.deleteLater()


def painted_height(image: QImage, box: QRectF, ratio: float) -> int:
    """Rows of a box that hold the colour of the time."""
    colour = QColor(PLAYER.cta).rgb()
    rows = range(max(0, int((box.top() - 20) * ratio)), min(image.height(), int((box.bottom() + 20) * ratio)))
    columns = range(int(box.left() * ratio), int(box.right() * ratio), 3)
    return sum(1 for y in rows if any(image.pixel(x, y) == colour for x in columns))


def test_the_text_size_of_the_program_does_not_count_across_the_room(house: House) -> None:
    view = RoomView(house.hub.player, house.services.figures)
    view.resize(1280, 720)
    view.show_model(RoomModel("Bridge", None, "0:30", "Hold", None))
    before = view.places()

    house.hub.set_theme(Theme.named("contrast", 2.0))

    assert view.places() == before
    view.deleteLater()
