"""The mini window: the session goes on beside other work, with one timer and nothing lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from facet_desktop.domain.engine import Status
from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.domain.journal import EntryKind
from facet_desktop.domain.step import StepKind
from facet_desktop.ui.metrics import TARGET_PX
from facet_desktop.ui.player.fit_label import FitLabel
from facet_desktop.ui.player.mini_window import MiniWindow
from facet_desktop.ui.player.page import FRAME_MS
from facet_desktop.ui.theme import Theme
from facet_desktop.ui.widgets.choices import ChoiceCell
from tests.domain.sessions import BRIDGE, BY_HAND, session
from tests.ui.player.house import House, exercise_names

Key = Qt.Key


@pytest.fixture
def mini(house: House) -> MiniWindow:
    """A session that was sent to the mini window by its button."""
    house.begin(session(BRIDGE))
    house.click("player_mini")
    QApplication.processEvents()
    return house.page.around.mini.window


def text(mini: MiniWindow, name: str) -> str:
    label = mini.findChild(FitLabel, name)
    assert label is not None
    return label.text()


def press(mini: MiniWindow, name: str) -> None:
    button = mini.findChild(QAbstractButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_takes_the_place_of_the_window_and_the_session_goes_on(house: House, mini: MiniWindow) -> None:
    assert mini.isVisible()
    assert mini.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert not house.page.isVisible()
    house.run(5000 + 6500)

    assert text(mini, "mini_name") == "Bridge"
    assert text(mini, "mini_cue") == "Breathe out and go · 2"
    assert text(mini, "mini_count") == "2 of 3"
    assert mini.ring.words().main == "0:11"
    presenter = house.page.presenter
    assert presenter is not None
    assert presenter.session.state.status is Status.RUNNING
    assert mini.ring.share() == presenter.session.frame().block_share


def test_one_timer_drives_it_all(house: House, mini: MiniWindow) -> None:
    timers = [*house.page.findChildren(QTimer), *mini.findChildren(QTimer)]
    running = [timer for timer in timers if timer.isActive()]
    assert [timer.objectName() for timer in running] == ["player_timer"]
    assert running[0].interval() == FRAME_MS

    press(mini, "mini_pause")
    assert not running[0].isActive()
    assert text(mini, "mini_name") == "Paused"


def test_pause_and_skip_work_by_button_and_by_key(house: House, mini: MiniWindow) -> None:
    presenter = house.page.presenter
    assert presenter is not None
    press(mini, "mini_skip")
    assert presenter.session.frame().step.kind is StepKind.REP
    house.press(Key.Key_Space, on=mini)
    assert presenter.session.state.status is Status.PAUSED
    house.press(Key.Key_Space, Key.Key_PageDown, on=mini)
    assert presenter.session.frame().step.kind is StepKind.REST


def to_the_rest(house: House, mini: MiniWindow) -> None:
    house.press(Key.Key_PageDown, Key.Key_PageDown, on=mini)
    QApplication.processEvents()


def test_in_a_rest_pain_is_told_by_key_or_click_and_kept(house: House, mini: MiniWindow) -> None:
    assert not mini.scale.isVisible()
    house.press(Key.Key_2, on=mini)
    to_the_rest(house, mini)
    assert mini.scale.isVisible()
    assert text(mini, "mini_count").startswith("Pain while doing it?")

    house.press(Key.Key_3, on=mini)
    QTest.mouseClick(mini.scale.cells()[2], Qt.MouseButton.LeftButton)
    assert mini.isVisible()
    assert mini.scale.value() == 2
    assert [one["pain_nprs"] for one in house.of(EntryKind.PAIN)] == [3, 2]
    house.press(Key.Key_W, on=mini)
    assert house.page.stage.questions.scale.value() == 2


def test_what_was_told_in_the_large_window_is_shown_and_each_rest_asks_anew(house: House) -> None:
    house.begin(session(BRIDGE))
    house.press(Key.Key_PageDown, Key.Key_PageDown, Key.Key_3, Key.Key_W)
    mini = house.page.around.mini.window
    assert mini.scale.value() == 3
    house.press(Key.Key_PageDown, Key.Key_PageDown, on=mini)
    assert mini.scale.value() is None


def test_pain_that_asks_for_something_brings_the_window_back_with_the_answer(
    house: House, mini: MiniWindow
) -> None:
    to_the_rest(house, mini)
    house.press(Key.Key_7, on=mini)

    assert house.page.isVisible()
    assert house.page.stage.questions.scale.value() == 7
    assert house.is_shown("rest_verdict")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_numbers_have_room_in_a_rest(house: House, mini: MiniWindow, scale: float) -> None:
    house.hub.set_theme(Theme.named("light", scale))
    to_the_rest(house, mini)
    for cell in mini.scale.cells():
        place = QRect(cell.mapTo(mini, QPoint()), cell.size())
        assert mini.rect().contains(place)
        assert cell.height() >= TARGET_PX
        assert cell.width() >= 24
        assert cell.fontMetrics().horizontalAdvance("10") <= cell.width()
    words = [mini.findChild(FitLabel, name) for name in ("mini_name", "mini_cue", "mini_count")]
    for label in words:
        assert label is not None
        assert label.heightForWidth(label.width()) <= label.height() + 2, label.text()


def test_closing_it_brings_the_window_back_and_stops_nothing(house: House, mini: MiniWindow) -> None:
    mini.close()
    QApplication.processEvents()

    presenter = house.page.presenter
    assert presenter is not None
    assert house.page.isVisible()
    assert not mini.isVisible()
    assert presenter.session.state.status is Status.RUNNING


@pytest.mark.parametrize("key", [Key.Key_W, Key.Key_Escape])
def test_keys_bring_the_window_back(house: House, mini: MiniWindow, key: Key) -> None:
    house.press(key, on=mini)

    assert house.page.isVisible()
    assert not house.page.actions_here.stop.isVisible()


def test_what_asks_a_question_asks_it_in_the_window(house: House, mini: MiniWindow) -> None:
    house.press(Key.Key_H, on=mini)

    assert house.page.isVisible()
    assert house.page.actions_here.hurts.isVisible()


def test_the_end_of_the_session_is_shown_in_the_window(house: House, mini: MiniWindow) -> None:
    house.run(100_000)

    assert not mini.isVisible()
    assert house.is_shown("done_title")
    house.press(Key.Key_W)
    assert not mini.isVisible()


def test_what_cannot_be_stored_is_said_in_the_window(
    house: House, mini: MiniWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StorageError(Trouble.FULL, "told to fail")

    with monkeypatch.context() as patch:
        patch.setattr(house.folder.store.sessions, "record", refuse)
        house.run(60_000)

    assert not mini.isVisible()
    assert house.is_shown("player_try_again")


def test_an_error_elsewhere_brings_the_window_back_and_holds_the_session(
    house: House, mini: MiniWindow
) -> None:
    house.page.hold()

    presenter = house.page.presenter
    assert presenter is not None
    assert house.page.isVisible()
    assert presenter.session.state.status is Status.PAUSED


def test_where_it_was_left_it_opens_again(house: House, mini: MiniWindow) -> None:
    mini.move(QPoint(123, 45))
    house.press(Key.Key_W, on=mini)
    house.press(Key.Key_W)
    assert mini.pos() == QPoint(123, 45)

    mini.move(QPoint(-3000, 45))  # on a screen that is not there any more
    house.press(Key.Key_W, on=mini)
    house.press(Key.Key_W)
    assert mini.screen().availableGeometry().contains(mini.geometry())


def test_where_the_person_counts_the_button_counts(house: House) -> None:
    played = house.begin(session(BY_HAND))
    house.run(6000)
    house.press(Key.Key_W)
    mini = house.page.around.mini.window
    assert mini.pause.text() == "Count one"
    press(mini, "mini_pause")

    assert played.frame().step.rep_no == 2


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_small_and_cuts_no_name(house: House, mini: MiniWindow, scale: float) -> None:
    house.hub.set_theme(Theme.named("light", scale))
    QApplication.processEvents()
    assert mini.width() <= 400 * scale
    assert mini.height() <= 220 * scale
    for button in mini.findChildren(QAbstractButton):
        if isinstance(button, ChoiceCell):
            continue  # eleven of them stand side by side, see below
        assert min(button.width(), button.height()) >= TARGET_PX
        assert button.accessibleName()
        assert button.toolTip()
        assert mini.rect().contains(button.geometry())
    label = mini.findChild(FitLabel, "mini_name")
    assert label is not None
    for name in exercise_names():
        label.set_text(f"{name} · right side")
        QApplication.processEvents()
        assert label.heightForWidth(label.width()) <= label.height() + 2, name
