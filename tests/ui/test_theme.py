"""The theme: readable in every palette, complete, live, and cheap to import."""

import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QImage, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.ui.icons import IconSet, app_icon
from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.palettes import (
    CONTRAST,
    DARK,
    LIGHT,
    PALETTES,
    PLAYER,
    TEXT_PAIRS,
    Palette,
    contrast_ratio,
    mix,
)
from facet_desktop.ui.theme import Theme, ThemeHub, build_qpalette, build_stylesheet
from facet_desktop.ui.widgets.labels import PlainLabel
from tests.ui.conftest import RESOURCES

LEAST_TEXT_CONTRAST = 4.5
LEAST_SHAPE_CONTRAST = 3.0
ALL = (*PALETTES.values(), PLAYER)


@pytest.mark.parametrize(
    ("palette", "pair"), [*product(ALL, TEXT_PAIRS)], ids=lambda part: getattr(part, "name", part)
)
def test_text_can_be_read_on_every_ground_it_may_stand_on(palette: Palette, pair: tuple[str, str]) -> None:
    text, ground = (getattr(palette, role) for role in pair)
    assert contrast_ratio(text, ground) >= LEAST_TEXT_CONTRAST


@pytest.mark.parametrize("palette", ALL, ids=lambda palette: palette.name)
@pytest.mark.parametrize("ground", ["background", "card", "sidebar", "primary_soft"])
def test_the_focus_ring_stands_out(palette: Palette, ground: str) -> None:
    assert contrast_ratio(palette.focus, getattr(palette, ground)) >= LEAST_SHAPE_CONTRAST


def test_contrast_agrees_with_values_worked_out_by_hand() -> None:
    # #1f6b70 has the luminance 0.2126*0.0137 + 0.7152*0.1470 + 0.0722*0.1620 = 0.1197; white has 1.
    # (1 + 0.05) / (0.1197 + 0.05) = 6.19
    assert contrast_ratio(LIGHT.on_primary, LIGHT.primary) == pytest.approx(6.19, abs=0.01)
    # The lightest grey that WCAG's own examples accept on white: 0.1812 gives 1.05 / 0.2312 = 4.54.
    assert contrast_ratio("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast_ratio(CONTRAST.text, CONTRAST.background) == pytest.approx(21)


def test_contrast_does_not_depend_on_the_order() -> None:
    assert contrast_ratio("#000000", DARK.text) == contrast_ratio(DARK.text, "#000000")


@pytest.mark.parametrize(("share", "expected"), [(0.0, "#000000"), (0.5, "#804000"), (1.0, "#ff8000")])
def test_mixing_goes_from_one_colour_to_the_other(share: float, expected: str) -> None:
    assert mix("#000000", "#ff8000", share) == expected


@pytest.mark.parametrize(("asked", "given"), [(0.1, 0.8), (1.25, 1.25), (9.0, 2.0)])
def test_the_text_size_stays_between_80_and_200_percent(asked: float, given: float) -> None:
    assert Theme(scale=asked).scale == given


def test_an_unknown_theme_is_the_light_one() -> None:
    assert Theme.named("sepia").palette is LIGHT
    assert Theme.named("contrast").palette is CONTRAST


def test_the_style_sheet_grows_with_the_text() -> None:
    assert "font-size: 26px" in build_stylesheet(LIGHT, 1.0)
    assert "font-size: 52px" in build_stylesheet(LIGHT, 2.0)


def test_the_style_sheet_uses_no_colour_outside_the_tokens_of_its_theme() -> None:
    sheet = build_stylesheet(DARK, 1.0)
    assert LIGHT.card not in sheet
    assert LIGHT.text not in sheet


def test_every_role_of_the_palette_is_set_so_that_nothing_comes_from_the_system() -> None:
    palette = build_qpalette(DARK)
    roles = [
        role
        for role in QPalette.ColorRole
        if role not in (palette.ColorRole.NoRole, palette.ColorRole.NColorRoles)
    ]
    unset = [role.name for role in roles if not palette.isBrushSet(QPalette.ColorGroup.Active, role)]
    assert unset == []


def test_a_change_of_theme_reaches_what_is_open(hub: ThemeHub, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    title = PlainLabel("Title", TextRole.TITLE)
    body = QLabel("Body")
    column.addWidget(title)
    column.addWidget(body)
    window.show()
    height = title.sizeHint().height()

    with qtbot.waitSignal(hub.changed, timeout=100):
        hub.set_theme(Theme(DARK, scale=1.5))

    assert window.palette().color(QPalette.ColorRole.Window) == QColor(DARK.background)
    assert body.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)
    assert title.font().pixelSize() == 39
    assert title.sizeHint().height() > height


def test_the_theme_in_force_is_not_applied_again(hub: ThemeHub, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(hub.changed):
        hub.set_theme(Theme())


def test_the_player_stays_dark_and_follows_the_text_size(hub: ThemeHub, qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    label = QLabel("Rest", root)
    hub.player.dress(root)
    root.show()

    hub.set_theme(Theme(LIGHT, scale=2.0, reduced_motion=True))

    assert root.property("surface") == "player"
    assert hub.player.palette is PLAYER
    assert hub.player.reduced_motion
    assert hub.player.px(10) == 20
    assert "font-size: 52px" in root.styleSheet()
    assert root.palette().color(QPalette.ColorRole.Window) == QColor(PLAYER.background)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(PLAYER.text)


def test_the_player_forgets_a_screen_that_was_closed(hub: ThemeHub) -> None:
    closed, still_open = QWidget(), QWidget()
    hub.player.dress(closed)
    hub.player.dress(still_open)
    shiboken6.delete(closed)
    hub.set_theme(Theme(scale=2.0))
    assert "font-size: 52px" in still_open.styleSheet()
    shiboken6.delete(still_open)


@pytest.mark.parametrize(("weight", "style"), [(400, "Regular"), (600, "SemiBold"), (700, "Bold")])
def test_each_weight_of_the_bundled_font_can_be_chosen(hub: ThemeHub, weight: int, style: str) -> None:
    info = QFontInfo(hub.font(15, weight))
    assert info.family() == "Atkinson Hyperlegible Next"
    assert (info.weight(), info.styleName()) == (weight, style)


def test_figures_that_count_do_not_jitter(hub: ThemeHub) -> None:
    def widths(font: QFont) -> set[int]:
        return {QFontMetrics(font).horizontalAdvance(digit * 10) for digit in "0123456789"}

    assert len(widths(hub.font(42))) > 1
    assert len(widths(hub.font(42, tabular=True))) == 1


def test_every_bundled_icon_takes_the_colour_it_is_asked_for(hub: ThemeHub) -> None:
    icons = IconSet(RESOURCES / "icons")
    assert len(icons.names()) > 70
    for name in sorted(icons.names()):
        image = icons.pixmap(name, "#ff0000", 24).toImage()
        seen = {
            image.pixelColor(x, y).name()
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() > 200
        }
        assert seen == {"#ff0000"}, name


def test_an_icon_is_sharp_on_a_screen_of_double_density(hub: ThemeHub) -> None:
    pixmap = hub.pixmap("sun", "#000000", 18, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (36, 2.0)
    assert pixmap.deviceIndependentSize().width() == 18


def test_an_icon_is_drawn_once(hub: ThemeHub) -> None:
    assert (
        hub.pixmap("sun", "#000000", 18, 1.0).cacheKey() == hub.pixmap("sun", "#000000", 18, 1.0).cacheKey()
    )


def test_a_kept_rendering_looks_as_when_it_was_drawn(hub: ThemeHub, tmp_path: Path) -> None:
    def icon(colour: str) -> QImage:
        return IconSet(RESOURCES / "icons", tmp_path / "icons").pixmap("sun", colour, 18, 2.0).toImage()

    drawn, kept, other = icon("#ff0000"), icon("#ff0000"), icon("#00ff00")

    assert len(list((tmp_path / "icons").iterdir())) == 2
    assert kept.convertToFormat(drawn.format()) == drawn
    assert kept.devicePixelRatio() == 2.0
    assert other != drawn


def test_a_damaged_rendering_is_drawn_again(hub: ThemeHub, tmp_path: Path) -> None:
    def icon() -> QImage:
        return IconSet(RESOURCES / "icons", tmp_path).pixmap("sun", "#ff0000", 18).toImage()

    drawn = icon()
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"not a picture")

    assert icon() == drawn


def test_an_icon_that_is_not_bundled_is_an_error(hub: ThemeHub) -> None:
    with pytest.raises(FileNotFoundError):
        hub.icon("no-such-icon")


def test_the_programs_sign_is_there_in_small_and_large(hub: ThemeHub) -> None:
    sizes = {size.width() for size in app_icon(RESOURCES / "app").availableSizes()}
    assert {16, 32, 256} <= sizes


def test_importing_the_theme_stays_cheap() -> None:
    heavy = "('PySide6.QtSvg', 'numpy', 'pyqtgraph', 'matplotlib', 'PySide6.QtMultimedia')"
    code = f"import sys, facet_desktop.ui.theme; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
