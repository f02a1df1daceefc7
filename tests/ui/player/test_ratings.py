"""Pain and effort after each exercise: by one key or click, never demanded, each kept once."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facet_desktop.domain.engine import Status
from facet_desktop.domain.journal import EntryKind
from facet_desktop.domain.pain import Thresholds
from facet_desktop.domain.step import StepKind
from facet_desktop.ui.player.keys import digit_of, shifted_digit_of
from facet_desktop.ui.widgets.labels import PlainLabel
from tests.domain.sessions import BRIDGE, PACING, STRETCH, session
from tests.ui.player.house import House

Key = Qt.Key
Modifier = Qt.KeyboardModifier
SHIFT, NONE = Modifier.ShiftModifier, Modifier.NoModifier


def press_shifted(house: House, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(house.page, key, SHIFT)


def at_rest(house: House) -> None:
    house.begin(session(BRIDGE, STRETCH))
    house.run(23_000)
    assert house.is_shown("rest_effort")


def efforts(house: House) -> list[object]:
    return [row["effort"] for row in house.of(EntryKind.EFFORT)]


def test_shift_and_a_digit_is_effort_and_the_digit_alone_is_pain(house: House) -> None:
    at_rest(house)
    press_shifted(house, Key.Key_6)
    house.press(Key.Key_2)

    assert efforts(house) == [6]
    assert [row["pain_nprs"] for row in house.of(EntryKind.PAIN)] == [2]
    scale = house.page.stage.questions.effort_scale
    assert scale.value() == 6
    assert [cell.text() for cell in scale.cells() if cell.isChecked()] == ["Moderate"]


def test_effort_ten_is_one_answer(house: House) -> None:
    at_rest(house)
    press_shifted(house, Key.Key_1)
    house.clock.advance(300)
    press_shifted(house, Key.Key_0)
    house.run(3000)

    assert efforts(house) == [10]


def test_an_effort_of_one_is_kept_when_the_person_moves_on(house: House) -> None:
    at_rest(house)
    press_shifted(house, Key.Key_1)
    assert efforts(house) == []
    house.press(Key.Key_Right)

    assert efforts(house) == [1]
    assert house.of(EntryKind.EFFORT)[0]["set_no"] == 1


def test_effort_can_be_clicked_in_its_own_words(house: House) -> None:
    at_rest(house)
    house.click("effort_7")

    assert efforts(house) == [7]
    assert house.of(EntryKind.EFFORT)[0]["exercise"] == "bridge"


def test_nothing_is_demanded(house: House) -> None:
    played = house.begin(session(BRIDGE, STRETCH))
    house.run(200_000)

    assert played.state.status is Status.FINISHED
    assert house.of(EntryKind.PAIN) == []
    assert efforts(house) == []


def test_the_last_exercise_is_asked_about_when_the_session_is_over(house: House) -> None:
    house.begin(session(BRIDGE, STRETCH))
    house.run(200_000)
    assert house.text("done_last") == "Pain during Stretch"
    house.press(Key.Key_3, Key.Key_4)
    press_shifted(house, Key.Key_5)
    house.click("done_finish")

    (head,) = house.closed
    assert head is not None
    assert head.pain_after_nprs == 3
    rows = house.of(EntryKind.PAIN)
    assert [(row["context"], row["pain_nprs"], row.get("exercise")) for row in rows] == [
        ("after", 3, None),
        ("during", 4, "stretch"),
    ]
    (effort,) = house.of(EntryKind.EFFORT)
    assert (effort["effort"], effort["exercise"]) == (5, "stretch")


def test_ten_after_the_session_is_pain_now_and_not_two_answers(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(100_000)
    house.press(Key.Key_1)
    house.clock.advance(400)
    house.press(Key.Key_0)
    house.click("done_finish")

    assert [row["pain_nprs"] for row in house.of(EntryKind.PAIN)] == [10]


def test_the_graver_answer_after_a_session_decides(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(100_000)
    house.press(Key.Key_2)
    assert not house.is_shown("done_verdict")
    house.press(Key.Key_8)
    assert house.text("done_verdict_title") == "Please stop for today"
    house.page.stage.done.scale.choose(1)

    assert house.is_shown("done_verdict")


def test_what_was_rated_in_a_rest_is_not_asked_again(house: House) -> None:
    played = house.begin(session(BRIDGE, STRETCH))
    house.run(23_000)
    assert played.frame().step.kind is StepKind.REST
    house.press(Key.Key_Escape)
    house.click("stop_confirm")

    assert not house.is_shown("done_last")


def test_a_set_that_was_broken_off_is_asked_about(house: House) -> None:
    house.begin(session(BRIDGE, STRETCH))
    house.run(12_000)
    house.press(Key.Key_Escape)
    house.click("stop_confirm")

    assert house.text("done_last") == "Pain during Bridge"


def test_a_preview_asks_nothing_after_its_end(house: House) -> None:
    house.show(house.services.play.preview(session(BRIDGE), PACING))
    house.run(100_000)

    assert not house.is_shown("done_last")


def test_the_zones_of_the_scales_follow_the_settings(house: House) -> None:
    house.services.settings.change(thresholds=Thresholds(green_max=1, amber_max=2))
    at_rest(house)
    cells = house.page.stage.questions.scale.cells()

    assert [cell.accessibleName() for cell in cells[1:4]] == ["Pain 1, fine", "Pain 2, watch", "Pain 3, stop"]


def test_high_usual_pain_is_compared_even_where_nothing_was_told_before(house: House) -> None:
    for _ in range(4):
        house.services.pain.rate(house.patient.id, 6)
        house.clock.jump(86_400_000)
    at_rest(house)
    house.press(Key.Key_6)
    assert not house.is_shown("rest_verdict")
    house.press(Key.Key_7)

    assert "From 7 on" in house.text("rest_verdict_text")


def test_the_keys_of_every_question_are_on_the_card(house: House) -> None:
    house.begin(session(BRIDGE))
    house.press(Key.Key_F1)
    card = house.page.actions_here.keys
    shown = {label.text() for label in card.findChildren(PlainLabel)}

    assert {"0\N{EN DASH}9", "Shift 0\N{EN DASH}9", "C", "H"} <= shown


@pytest.mark.skipif(sys.platform != "linux", reason="the codes of keys differ from system to system")
@pytest.mark.parametrize(
    ("key", "scan_code", "modifier", "plain", "shifted"),
    [
        pytest.param(Key.Key_3, 12, NONE, 3, None, id="us"),
        pytest.param(Key.Key_NumberSign, 12, SHIFT, None, 3, id="us-shift"),
        pytest.param(Key.Key_Plus, 21, SHIFT, None, None, id="us-plus"),
        pytest.param(Key.Key_Equal, 19, SHIFT, None, 0, id="german-shift-0"),
        pytest.param(Key.Key_QuoteDbl, 12, NONE, 3, None, id="french"),
        pytest.param(Key.Key_3, 12, SHIFT, None, 3, id="french-shift"),
        pytest.param(Key.Key_3, 12, Modifier.ControlModifier, None, None, id="chord"),
        pytest.param(Key.Key_5, 84, Modifier.KeypadModifier, 5, None, id="keypad"),
    ],
)
def test_digits_are_found_on_every_layout(
    key: Qt.Key, scan_code: int, modifier: Qt.KeyboardModifier, plain: int | None, shifted: int | None
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key.value, modifier, scan_code, 0, 0)

    assert (digit_of(event), shifted_digit_of(event)) == (plain, shifted)


@pytest.mark.skipif(sys.platform != "linux", reason="the codes of keys differ from system to system")
def test_shift_and_zero_on_a_german_keyboard_is_effort_and_not_more_time(house: House) -> None:
    at_rest(house)
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Equal.value, SHIFT, 19, 0, 0, "=")
    QApplication.sendEvent(house.page, event)

    assert efforts(house) == [0]
    assert house.of(EntryKind.EXTENDED) == []
