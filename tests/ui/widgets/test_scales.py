"""Pain, effort and range buttons by mouse and by keyboard."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.domain.pain import Thresholds
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.theme import Theme, ThemeHub
from facet_desktop.ui.widgets.choices import ChoiceRow
from facet_desktop.ui.widgets.scales import EffortScale, PainScale, pain_tone
from facet_desktop.ui.widgets.segmented import SegmentedControl


def show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.setFocus()
    first = widget.focusProxy()
    assert first is not None
    qtbot.waitUntil(first.hasFocus)


def answers(row: ChoiceRow) -> list[int]:
    taken: list[int] = []
    row.chosen.connect(taken.append)
    return taken


@pytest.fixture
def pain(hub: ThemeHub, qtbot: QtBot) -> PainScale:
    scale = PainScale(hub)
    show(qtbot, scale)
    return scale


def press(row: ChoiceRow, *keys: Qt.Key) -> None:
    for key in keys:
        cell = next(cell for cell in row.cells() if cell.hasFocus())
        QTest.keyClick(cell, key)


def test_nothing_is_answered_until_someone_answers(pain: PainScale) -> None:
    assert pain.value() is None
    assert not any(cell.isChecked() for cell in pain.cells())


def test_a_click_answers(pain: PainScale) -> None:
    taken = answers(pain)
    QTest.mouseClick(pain.cells()[6], Qt.MouseButton.LeftButton)
    assert (taken, pain.value()) == ([6], 6)


def test_a_second_click_on_the_same_number_keeps_it(pain: PainScale) -> None:
    for _ in range(2):
        QTest.mouseClick(pain.cells()[6], Qt.MouseButton.LeftButton)
    assert pain.value() == 6
    assert [cell.choice.value for cell in pain.cells() if cell.isChecked()] == [6]


def test_a_digit_answers_at_once(pain: PainScale) -> None:
    taken = answers(pain)
    press(pain, Qt.Key.Key_7)
    assert taken == [7]


def test_arrows_move_without_answering_and_enter_answers(pain: PainScale) -> None:
    taken = answers(pain)
    press(pain, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert taken == []
    press(pain, Qt.Key.Key_Return)
    assert taken == [1]


def test_home_and_end_reach_the_ends_and_arrows_stop_there(pain: PainScale) -> None:
    taken = answers(pain)
    press(pain, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Space)
    press(pain, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert taken == [10, 0]


@pytest.mark.parametrize(("pause_ms", "expected"), [(300, [1, 10]), (1000, [1, 10]), (1001, [1, 0])])
def test_one_and_then_zero_soon_after_is_ten(pain: PainScale, pause_ms: int, expected: list[int]) -> None:
    taken = answers(pain)
    pain.type_digit(1, at_ms=5_000)
    pain.type_digit(0, at_ms=5_000 + pause_ms)
    assert taken == expected


def test_another_digit_in_between_means_no_ten(pain: PainScale) -> None:
    taken = answers(pain)
    for digit in (1, 2, 0):
        pain.type_digit(digit, at_ms=5_000)
    assert taken == [1, 2, 0]


def test_a_chord_is_left_to_the_page(pain: PainScale) -> None:
    taken = answers(pain)
    QTest.keyClick(pain.cells()[0], Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert taken == []


def test_showing_a_stored_answer_is_not_an_answer(pain: PainScale) -> None:
    taken = answers(pain)
    pain.set_value(4)
    assert (taken, pain.value()) == ([], 4)
    pain.set_value(None)
    assert not any(cell.isChecked() for cell in pain.cells())


def test_a_value_off_the_scale_is_refused(pain: PainScale) -> None:
    with pytest.raises(ValueError, match="11"):
        pain.choose(11)


def test_the_scale_is_one_stop_on_the_way_through_the_page(pain: PainScale) -> None:
    pain.set_value(5)
    stops = [cell.choice.value for cell in pain.cells() if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [5]


def test_every_number_says_its_zone_to_a_screen_reader(pain: PainScale) -> None:
    names = [cell.accessibleName() for cell in pain.cells()]
    assert names[3:5] == ["Pain 3, fine", "Pain 4, watch"]
    assert names[5:7] == ["Pain 5, watch", "Pain 6, stop"]
    assert "6 and above is stop" in pain.accessibleDescription()
    assert pain.cells()[10].objectName() == "pain_10"


@pytest.mark.parametrize(
    ("value", "tone"), [(0, Tone.GOOD), (3, Tone.GOOD), (4, Tone.CAUTION), (5, Tone.CAUTION), (6, Tone.ALERT)]
)
def test_the_zones_begin_where_the_charts_draw_them(value: int, tone: Tone) -> None:
    assert pain_tone(value) is tone


def test_other_limits_move_the_zones(pain: PainScale) -> None:
    pain.set_limits(Thresholds(1, 7))
    names = [cell.accessibleName() for cell in pain.cells()]
    assert (names[2], names[7], names[8]) == ("Pain 2, watch", "Pain 7, watch", "Pain 8, stop")
    assert "0 to 1 is fine" in pain.accessibleDescription()


def test_the_chosen_number_is_filled_and_not_only_tinted(pain: PainScale, hub: ThemeHub) -> None:
    pain.set_value(9)
    picture = pain.cells()[9].grab().toImage()
    other = pain.cells()[8].grab().toImage()
    assert picture.pixelColor(6, 12).name() == hub.palette.chosen
    assert other.pixelColor(6, 12).name() == hub.palette.alert_soft


def test_the_players_scale_underlines_the_zone(hub: ThemeHub, qtbot: QtBot) -> None:
    scale = PainScale(hub.player)
    show(qtbot, scale)
    picture = scale.cells()[9].grab().toImage()
    low = picture.height() - 2
    assert picture.pixelColor(picture.width() // 2, low).name() == hub.player.palette.alert_mark
    assert picture.pixelColor(6, picture.height() // 2).name() == hub.player.palette.card


@pytest.mark.parametrize(("pain", "pieces"), [(0, 1), (3, 1), (4, 2), (5, 2), (6, 3), (10, 3)])
def test_the_players_zones_are_told_apart_without_colour(
    hub: ThemeHub, qtbot: QtBot, pain: int, pieces: int
) -> None:
    scale = PainScale(hub.player)
    show(qtbot, scale)
    picture = scale.cells()[pain].grab().toImage()
    low = picture.height() - 2
    row = [picture.pixelColor(x, low).lightness() > 90 for x in range(12, picture.width() - 12)]
    assert sum(1 for before, now in pairwise([False, *row]) if now and not before) == pieces


def test_targets_are_large_enough_for_a_shaky_hand(hub: ThemeHub, qtbot: QtBot) -> None:
    home, player, effort = PainScale(hub), PainScale(hub.player), EffortScale(hub)
    for widget in (home, player, effort):
        qtbot.addWidget(widget)
        assert all(cell.sizeHint().height() >= 44 for cell in widget.cells())
    assert all(cell.sizeHint().width() >= 44 for cell in player.cells())


def test_effort_answers_with_the_value_behind_the_word(hub: ThemeHub, qtbot: QtBot) -> None:
    effort = EffortScale(hub)
    show(qtbot, effort)
    taken = answers(effort)
    press(effort, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert taken == [5]
    assert effort.cells()[2].accessibleName() == "Moderate"


def test_effort_takes_other_words(hub: ThemeHub, qtbot: QtBot) -> None:
    effort = EffortScale(hub, options=[(2, "Easy"), (8, "Heavy")])
    show(qtbot, effort)
    taken = answers(effort)
    QTest.mouseClick(effort.cells()[1], Qt.MouseButton.LeftButton)
    assert taken == [8]


def test_words_of_the_effort_scale_wrap_when_the_text_is_large(hub: ThemeHub, qtbot: QtBot) -> None:
    hub.set_theme(Theme(scale=2.0))
    effort = EffortScale(hub)
    qtbot.addWidget(effort)
    effort.resize(500, effort.heightForWidth(500))
    effort.show()
    assert all(effort.rect().contains(cell.geometry()) for cell in effort.cells())
    assert len({cell.y() for cell in effort.cells()}) > 1


def test_range_buttons_choose_as_the_arrows_move(hub: ThemeHub, qtbot: QtBot) -> None:
    ranges = SegmentedControl(hub, [("4w", "4 wk"), ("12w", "12 wk"), ("all", "All")], "Range")
    show(qtbot, ranges)
    taken: list[str] = []
    ranges.selected.connect(taken.append)
    press(ranges, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert taken == ["12w", "all"]
    assert ranges.key() == "all"
    ranges.set_key("4w")
    assert (ranges.key(), taken) == ("4w", ["12w", "all"])
    assert ranges.cells()[1].accessibleName() == "Range: 12 wk"
