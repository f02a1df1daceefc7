import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from facet_desktop.domain.cues import CueKind
from facet_desktop.domain.engine import Status
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.step import StepKind
from facet_desktop.domain.templates import prescribe
from facet_desktop.ui.metrics import TARGET_PX
from facet_desktop.ui.player.page import FRAME_MS, MINIMISED_MS
from facet_desktop.ui.theme import Theme
from facet_desktop.ui.widgets.labels import PlainLabel
from tests.domain.sessions import BRIDGE, BY_HAND, PACING, STRETCH, WALK, item, session
from tests.ui.player.house import House

Key = Qt.Key
SIZES = [(1024, 700), (1280, 800), (1920, 1080)]


def timer(house: House) -> tuple[bool, int]:
    one = house.page._timer
    return one.isActive(), one.interval()


def test_frames_come_while_the_session_runs_and_stop_in_a_pause(house: House) -> None:
    house.begin(session(BRIDGE))
    assert timer(house) == (True, FRAME_MS)

    house.press(Key.Key_Space)
    assert not timer(house)[0]

    house.press(Key.Key_Space)
    assert timer(house)[0]


def test_minimised_the_tones_go_on_four_times_a_second_without_painting(house: House) -> None:
    house.begin(session(BRIDGE))
    shown = house.text("player_heading")
    QApplication.sendEvent(house.page, Spontaneous.hide())
    assert timer(house) == (True, MINIMISED_MS)

    house.run(24_000, frame_ms=MINIMISED_MS)

    assert house.sounds.heard[-1] is CueKind.REST
    assert house.text("player_heading") == shown
    QApplication.sendEvent(house.page, Spontaneous.show())
    assert timer(house) == (True, FRAME_MS)
    assert house.is_shown("rest_clock")


class Spontaneous:
    """Events as the window system sends them; Qt gives no way to make one, so these say it themselves."""

    class _Hide(QHideEvent):
        def spontaneous(self) -> bool:
            return True

    class _Show(QShowEvent):
        def spontaneous(self) -> bool:
            return True

    @classmethod
    def hide(cls) -> QHideEvent:
        return cls._Hide()

    @classmethod
    def show(cls) -> QShowEvent:
        return cls._Show()


def test_hidden_by_the_program_the_session_stands_still(house: House) -> None:
    played = house.begin(session(BRIDGE))

    house.page.hide()

    assert played.state.status is Status.PAUSED
    assert not timer(house)[0]


def test_the_end_stops_the_frames(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(100_000)

    assert house.is_shown("done_title")
    assert not timer(house)[0]


def test_sound_off_is_quiet_and_lasts_for_the_next_session(house: House) -> None:
    house.begin(session(BRIDGE))
    house.press(Key.Key_M)
    house.run(10_000)
    house.press(Key.Key_Escape)
    house.click("stop_confirm")
    house.click("done_finish")
    house.begin(session(BRIDGE))
    house.run(10_000)

    assert house.sounds.heard == []
    assert house.text("player_sound") == "Sound off"


def test_space_after_a_click_pauses_and_does_not_press_the_button_again(house: House) -> None:
    played = house.begin(session(BRIDGE))
    house.run(6000)
    house.click("player_back")
    focused = QApplication.focusWidget()

    house.press(Key.Key_Space, on=focused)

    assert played.state.status is Status.PAUSED


def test_space_on_a_button_reached_by_tab_presses_that_button(house: House) -> None:
    played = house.begin(session(BRIDGE))
    skip = house.page.stage.controls.skip
    skip.setFocus(Qt.FocusReason.TabFocusReason)

    house.press(Key.Key_Space, on=skip)

    assert played.frame().step.kind is StepKind.REP
    assert played.state.status is Status.RUNNING


def test_arrows_on_a_focused_button_still_lead_through_the_session(house: House) -> None:
    played = house.begin(session(BRIDGE))
    house.page.stage.controls.hurts.setFocus(Qt.FocusReason.TabFocusReason)

    house.press(Key.Key_Right, on=house.page.stage.controls.hurts)

    assert played.frame().step.kind is StepKind.REP


def test_a_key_held_down_counts_once(house: House) -> None:
    played = house.begin(session(BRIDGE))
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Right, Qt.KeyboardModifier.NoModifier, "", autorep=True)

    QApplication.sendEvent(house.page, held)

    assert played.frame().step.kind is StepKind.PREPARE


def test_keys_with_control_belong_to_the_window(house: House) -> None:
    played = house.begin(session(BRIDGE))

    QTest.keyClick(house.page, Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert played.frame().step.kind is StepKind.PREPARE


def test_keys_of_the_player_come_before_shortcuts_of_the_window(house: House) -> None:
    house.begin(session(BRIDGE))
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    asked.ignore()

    QApplication.sendEvent(house.page, asked)

    assert asked.isAccepted()


def test_full_screen_and_back_by_key(house: House) -> None:
    house.begin(session(BRIDGE))

    house.press(Key.Key_F)
    assert house.page.isFullScreen()
    house.press(Key.Key_F)

    assert not house.page.isFullScreen()


def test_the_card_of_keys_opens_and_closes_and_holds_the_keyboard(house: House) -> None:
    played = house.begin(session(BRIDGE))
    house.press(Key.Key_F1)
    card = house.page.actions_here.keys
    assert card.isVisible()

    house.press(Key.Key_Right, Key.Key_5, on=card)
    assert played.frame().step.kind is StepKind.PREPARE
    house.press(Key.Key_F1, on=card)

    assert not card.isVisible()


@pytest.mark.parametrize("size", [(800, 560), (1024, 700)])
def test_the_card_of_keys_is_whole_in_a_small_window(house: House, size: tuple[int, int]) -> None:
    house.hub.set_theme(Theme.named("dark", 2.0))
    house.begin(session(BRIDGE))
    house.page.resize(*size)
    house.press(Key.Key_F1)
    QApplication.processEvents()
    card = house.page.actions_here.keys
    labels = [one for one in card.findChildren(PlainLabel) if one.isVisible()]
    assert len(labels) > 30
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        assert house.page.rect().contains(label.mapTo(house.page, label.rect().bottomRight())), label.text()
    assert house.page.rect().contains(
        card.close_button.mapTo(house.page, card.close_button.rect().bottomRight())
    )


def test_tab_stays_inside_an_open_question(house: House) -> None:
    house.begin(session(BRIDGE))
    house.press(Key.Key_Escape)
    question = house.page.actions_here.stop
    found = []
    for _ in range(4):
        question.focusNextPrevChild(True)
        focused = QApplication.focusWidget()
        assert focused is not None
        found.append(focused.objectName())

    assert found == ["stop_go_on", "stop_confirm", "stop_go_on", "stop_confirm"]


def test_every_control_can_be_reached_by_tab_and_has_a_name(house: House) -> None:
    house.begin(session(BRIDGE))
    house.press(Key.Key_Escape)
    for button in house.page.findChildren(QPushButton):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, button.objectName()
        assert button.objectName()
        assert button.accessibleName()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_targets_are_large_and_no_words_are_cut(house: House, size: tuple[int, int], scale: float) -> None:
    house.hub.set_theme(Theme.named("dark", scale))
    long = item("Standing hip flexor and outer thigh stretch", STRETCH.dose)
    house.begin(session(long, BRIDGE))
    house.page.resize(*size)
    for seconds in (2, 10, 33, 40, 48):
        house.run(seconds * 1000 - 40_000 if seconds > 40 else 7000)
        QApplication.processEvents()
        _check_sizes(house)
        if house.is_shown("rest_clock"):
            house.press(Key.Key_6)
            QApplication.processEvents()
            assert house.is_shown("rest_verdict")
            _check_sizes(house)
            house.press(Key.Key_Space)
    house.press(Key.Key_Space)
    QApplication.processEvents()
    _check_sizes(house)
    assert (house.page.width(), house.page.height()) == size


def _check_sizes(house: House) -> None:
    for button in house.page.findChildren(QAbstractButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= TARGET_PX, button.objectName()
            assert button.width() >= button.minimumSizeHint().width(), button.objectName()
    for label in house.page.findChildren(PlainLabel):
        if label.isVisible() and label.text() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    inside = house.page.rect()
    for widget in house.page.stage.findChildren(QWidget):
        if widget.isVisible() and widget.objectName():
            corner = widget.mapTo(house.page, widget.rect().bottomRight())
            assert inside.contains(corner), widget.objectName()


def test_screen_readers_hear_the_phase_and_not_the_seconds(house: House) -> None:
    house.begin(session(BRIDGE))
    heard = set()
    for _ in range(20):
        house.run(200)
        heard.add(house.page.stage.work.accessibleName())

    assert heard == {"Get ready · Bridge · Set 1 of 2"}


def test_reduced_motion_keeps_the_disc_still(house: House) -> None:
    house.hub.set_theme(Theme.named("light", reduced_motion=True))
    house.begin(session(BRIDGE))
    volumes = set()
    for _ in range(40):
        house.run(300)
        volumes.add(house.page.stage.work.ring.volume())

    assert volumes == {0.5}
    assert house.page.stage.work.ring.share() > 0


def test_ring_disc_and_words_belong_to_the_same_instant(house: House) -> None:
    played = house.begin(session(BRIDGE))
    house.run(5000 + 3900)
    ring, frame = house.page.stage.work.ring, played.frame()

    assert ring.share() == frame.block_share
    assert ring.volume() == frame.breath.volume
    assert (ring.words().main, ring.words().below) == ("Breathe in", "and return · 2")


def test_a_hold_never_reads_as_holding_the_breath(house: House) -> None:
    house.begin(session(STRETCH))
    house.run(5000 + 3000)
    said = set()
    for _ in range(60):
        house.run(500)
        said.add(house.page.stage.work.ring.words().below.split(" · ")[0])

    assert said == {"stay there", "and return"}


def test_a_breathing_exercise_shows_breath_and_time_alone(house: House) -> None:
    exercise = house.services.library.library.exercise("diaphragmatic-breathing")
    house.begin(session(prescribe(exercise, "breath", Phase.EARLY)))
    house.run(5000 + 2000)

    words = house.page.stage.work.ring.words()
    assert (words.main, words.below) == ("Breathe in", "4:58")


def test_only_what_changes_is_shown_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.begin(session(BRIDGE))
    house.run(6000)
    calls: list[object] = []
    monkeypatch.setattr(house.page.stage.work, "show_model", calls.append)

    house.run(480, frame_ms=16)

    assert len(calls) <= 1


def test_the_timeline_can_be_clicked(house: House) -> None:
    played = house.begin(session(BRIDGE, STRETCH))
    bar = house.page.stage.timeline
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.boxes()[5].center().toPoint())

    assert (played.frame().step.name, played.frame().step.kind) == ("Stretch", StepKind.PREPARE)


def test_the_timeline_can_be_walked_by_keyboard_without_moving_the_session(house: House) -> None:
    played = house.begin(session(BRIDGE, STRETCH))
    bar = house.page.stage.timeline
    bar.setFocus(Qt.FocusReason.TabFocusReason)

    house.press(Key.Key_Right, Key.Key_Right, Key.Key_Right, on=bar)
    assert played.frame().step.kind is StepKind.PREPARE
    assert bar.accessibleDescription() == "Bridge, Set 2 of 2, 0:17"
    house.press(Key.Key_Return, on=bar)

    assert (played.frame().step.set_no, played.frame().step.rep_no) == (2, 1)


def test_the_side_that_works_is_said_on_the_figure_and_in_the_change(house: House) -> None:
    house.begin(session(STRETCH))
    house.run(6000)
    assert house.page.stage.figure.accessibleName().startswith("Left side")
    house.run(36_000)

    assert house.text("player_heading") == "Change to the right side"


def test_an_easier_version_takes_the_place_of_the_exercise(house: House) -> None:
    library = house.services.library.library
    bridge = library.exercise("segmental-bridge")
    planned = session(item("Segmental bridge", bridge.dose))
    played = house.begin(planned)
    house.run(6000)

    house.click("player_change")
    house.click("change_to_pelvic-tilt")

    assert played.frame().step.exercise == "pelvic-tilt"
    assert played.frame().step.kind is StepKind.PREPARE
    assert house.text("player_heading") == "Pelvic tilt"


def test_more_time_is_offered_only_where_time_runs_out(house: House) -> None:
    house.begin(session(BRIDGE, WALK))
    assert house.is_shown("player_more")

    house.run(6000)

    assert not house.is_shown("player_more")


def test_a_step_by_hand_shows_its_button_and_no_countdown(house: House) -> None:
    house.begin(session(BY_HAND))
    house.run(6000)

    assert house.text("player_count") == "Count one"
    assert house.page.stage.work.ring.words().below == "Space counts"


def test_answers_are_cleared_for_the_next_rest(house: House) -> None:
    planned = session(BRIDGE, STRETCH)
    house.begin(planned)
    house.run(23_000)
    house.press(Key.Key_4)
    assert house.page.stage.questions.scale.value() == 4

    house.run(37_500)

    assert house.is_shown("rest_question")
    assert house.page.stage.questions.scale.value() is None


def test_the_rest_shows_what_comes(house: House) -> None:
    house.begin(session(BRIDGE, STRETCH))
    house.run(23_000)
    following = house.page.stage.rest.next.model()
    assert following is not None
    assert (following.name, following.line) == ("Bridge", "Set 2 of 2")
    house.run(37_500)
    following = house.page.stage.rest.next.model()

    assert following is not None
    assert (following.name, following.line) == ("Stretch", "30 s each side")


def test_stored_text_is_never_read_as_markup(house: House) -> None:
    house.begin(session(item("<b>Bold</b> bridge", BRIDGE.dose)))
    house.run(23_000)

    for label in house.page.findChildren(PlainLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert "<b>Bold</b>" in house.text("rest_done")


def test_a_second_session_starts_clean(house: House) -> None:
    house.begin(session(BRIDGE))
    house.press(Key.Key_Escape)
    house.click("stop_confirm")
    house.click("done_finish")

    house.show(house.services.play.preview(session(STRETCH), PACING))

    assert house.is_shown("player_heading")
    assert not house.is_shown("done_title")
    assert house.is_shown("preview_tag")
