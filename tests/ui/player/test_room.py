"""Across the room: in full screen a few large words and nothing else; everything for whoever comes near."""

from statistics import median

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facet_desktop.domain.engine import Status
from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.step import StepKind
from facet_desktop.domain.templates import prescribe
from facet_desktop.ui.figure.view import FigureView
from facet_desktop.ui.player.room_model import CountWords, RoomModel
from facet_desktop.ui.player.surroundings import NEAR_MS
from facet_desktop.ui.theme import Theme
from tests.domain.sessions import BRIDGE, BY_HAND, STRETCH, WALK, session
from tests.ui.player.house import House
from tests.ui.player.kept_picture import KeptPicture

Key = Qt.Key


def is_far(house: House) -> bool:
    return house.page.faces.is_far


def room(house: House) -> RoomModel:
    assert is_far(house)
    return house.page.faces.room.model()


def fill(house: House) -> None:
    house.press(Key.Key_F)
    QApplication.processEvents()


def stir(house: House) -> None:
    """Somebody takes the mouse."""
    view = house.page.faces.room
    for place in (QPoint(10, 10), QPoint(60, 60), QPoint(90, 60)):
        QTest.mouseMove(view, place)
        QApplication.processEvents()


def test_full_screen_shows_the_large_words_and_nothing_else(house: House) -> None:
    house.begin(session(BRIDGE))
    assert not is_far(house)
    fill(house)

    assert is_far(house)
    seen = [one.objectName() for one in house.page.findChildren(QWidget) if one.isVisible()]
    assert {name for name in seen if name} <= {"room_view", "room_figure", "figure_view"}
    house.press(Key.Key_F)
    QApplication.processEvents()
    assert not is_far(house)
    assert house.is_shown("player_pause")


def test_name_count_time_and_cue_follow_the_session(house: House) -> None:
    house.begin(session(BRIDGE, STRETCH))
    fill(house)
    assert room(house) == RoomModel(
        "Bridge", CountWords("Set", "1", "of 2"), "0:05", "Get ready", room(house).figure
    )
    house.run(5000 + 6500)
    now = room(house)
    assert (now.title, now.count, now.time) == ("Bridge", CountWords("", "2", "of 3"), "0:11")
    assert now.cue == "Breathe out and go · 2"

    house.run(11_000)
    now = room(house)
    assert (now.title, now.count) == ("Rest", CountWords("Set", "2", "of 2"))
    assert (now.time, now.cue) == ("0:20", "Next: Bridge")
    house.run(20_000 + 17_000 + 1000)
    assert (room(house).title, room(house).count) == ("Rest", None)
    assert room(house).cue == "Next: Stretch · left side"

    house.run(10_000 + 5000 + 4000)
    now = room(house)
    assert (now.title, now.cue) == ("Stretch · left side", "Breathe in · stay there")
    house.run(32_500)
    assert room(house).title == "Change to the right side"


def test_where_the_person_counts_the_screen_says_how(house: House) -> None:
    house.begin(session(BY_HAND, WALK))
    fill(house)
    house.run(6000)
    assert (room(house).count, room(house).cue) == (CountWords("", "1", "of 2"), "Space counts")
    house.press(Key.Key_Space, Key.Key_Space)
    house.run(10_000 + 5000 + 3000)
    assert (room(house).title, room(house).cue) == ("Walk", "Space when done")


def test_a_pause_is_said_as_large(house: House) -> None:
    house.begin(session(BRIDGE))
    fill(house)
    house.press(Key.Key_Space)

    assert (room(house).title, room(house).cue) == ("Paused", "Space goes on")


def test_the_mouse_brings_the_buttons_for_a_while(house: House) -> None:
    played = house.begin(session(BRIDGE))
    fill(house)
    stir(house)
    assert not is_far(house)
    house.click("player_pause")
    assert played.state.status is Status.PAUSED
    house.press(Key.Key_Space)

    house.run(NEAR_MS - 100)
    assert not is_far(house)
    house.run(200)
    assert is_far(house)


def test_a_mouse_that_was_only_jolted_brings_nothing(house: House) -> None:
    house.begin(session(BRIDGE))
    fill(house)
    for place in (QPoint(10, 10), QPoint(14, 12), QPoint(17, 12)):
        QTest.mouseMove(house.page.faces.room, place)

    assert is_far(house)


def test_a_digit_from_afar_is_kept_and_seen(house: House) -> None:
    house.begin(session(BRIDGE))
    fill(house)
    house.run(23_000)
    assert room(house).title == "Rest"
    house.press(Key.Key_4)

    assert not is_far(house)
    assert house.page.stage.questions.scale.value() == 4


def test_tab_shows_what_it_leads_to(house: House) -> None:
    house.begin(session(BRIDGE))
    fill(house)
    house.page.focusNextPrevChild(True)

    assert not is_far(house)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_a_switches_and_the_choice_is_kept_for_full_screen(house: House) -> None:
    house.begin(session(BRIDGE))
    fill(house)
    house.press(Key.Key_A)
    assert not is_far(house)
    assert not house.services.settings.present.room_view
    house.press(Key.Key_F)
    fill(house)
    assert not is_far(house)
    house.press(Key.Key_A)
    assert is_far(house)


def test_a_works_in_a_window_too_and_is_not_kept(house: House) -> None:
    house.begin(session(BRIDGE))
    house.click("player_room")
    assert is_far(house)
    stir(house)
    house.press(Key.Key_A)
    assert is_far(house)
    house.press(Key.Key_A)
    assert not is_far(house)
    assert house.services.settings.present.room_view


def test_what_cannot_be_stored_is_said_with_its_buttons(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StorageError(Trouble.FULL, "told to fail")

    house.begin(session(BRIDGE))
    fill(house)
    with monkeypatch.context() as patch:
        patch.setattr(house.folder.store.sessions, "record", refuse)
        house.run(60_000)

    assert not is_far(house)
    assert house.is_shown("player_try_again")


def test_escape_leaves_full_screen_first_and_asks_to_stop_only_in_a_window(house: House) -> None:
    house.begin(session(BRIDGE))
    fill(house)
    house.press(Key.Key_Escape)
    QApplication.processEvents()
    assert not house.page.isFullScreen()
    assert not house.page.actions_here.stop.isVisible()

    house.press(Key.Key_Escape)
    assert house.page.actions_here.stop.isVisible()


def test_the_end_shows_everything(house: House) -> None:
    house.begin(session(BRIDGE))
    fill(house)
    house.run(100_000)

    assert not is_far(house)
    assert house.is_shown("done_title")


@pytest.mark.parametrize("key", [Key.Key_Period, Key.Key_B, Key.Key_P])
def test_a_black_screen_on_a_remote_is_a_pause_also_where_space_counts(house: House, key: Key) -> None:
    played = house.begin(session(BY_HAND))
    house.run(6000)
    seen = []
    for _ in range(2):
        house.press(key)
        seen.append(played.state.status)

    assert seen == [Status.PAUSED, Status.RUNNING]
    assert played.frame().step.rep_no == 1


def test_a_remote_begins_and_ends_full_screen_and_turns_pages(house: House) -> None:
    played = house.begin(session(BRIDGE))
    house.press(Key.Key_F5)
    house.press(Key.Key_F5)
    assert house.page.isFullScreen()
    house.press(Key.Key_PageDown)
    assert played.frame().step.kind is StepKind.REP
    house.press(Key.Key_PageUp)
    assert played.frame().step.kind is StepKind.PREPARE
    house.press(Key.Key_Escape)

    assert not house.page.isFullScreen()
    assert played.state.status is Status.RUNNING


def test_nothing_jumps_with_the_cues_of_a_repetition(house: House) -> None:
    bridge = house.services.library.library.exercise("segmental-bridge")
    house.begin(session(prescribe(bridge, "bridge", Phase.EARLY)))
    house.press(Key.Key_A)
    house.page.resize(820, 960)  # so narrow that some cues take a second line
    house.run(6000 + 14_000)
    seen, cues = set(), set()
    for _ in range(24):
        house.run(500)
        places = house.page.faces.room.places()
        assert places.figure is not None
        seen.add((places.figure.getRect(), places.time.size_px))
        cues.add(len(places.cue_lines.lines))

    assert cues == {1, 2}
    assert len(seen) == 1


def differing_share(one: QImage, two: QImage) -> float:
    """The share of bytes in which two pictures differ."""
    pairs = list(zip(bytes(one.constBits()), bytes(two.constBits()), strict=True))
    return sum(a != b for a, b in pairs) / len(pairs)


@pytest.mark.parametrize("reduced", [True, False])
def test_with_less_motion_the_figure_stands_in_steps(house: House, reduced: bool) -> None:
    house.hub.set_theme(Theme.named("light", reduced_motion=reduced))
    bridge = house.services.library.library.exercise("segmental-bridge")
    house.begin(session(prescribe(bridge, "bridge", Phase.EARLY)))
    house.run(6000)
    for name in ("figure_card", "room_figure"):
        if name == "room_figure":
            fill(house)
            house.run(12_000)  # until each cue of a repetition was seen once
        card = house.page.findChild(QWidget, name)
        assert card is not None
        figure = card.findChild(FigureView)
        assert figure is not None
        before = figure.grab().toImage()
        house.run(1500)
        moved = differing_share(before, figure.grab().toImage())
        assert (moved < 0.003) is reduced  # the edge of the mat is drawn anew, and that is all
    assert " · " in room(house).cue  # the seconds are in words


def test_only_what_changed_is_painted_and_nothing_old_stays(house: House) -> None:
    house.begin(session(BRIDGE, STRETCH))
    fill(house)
    view = house.page.faces.room
    kept, areas = KeptPicture(view), []
    for _ in range(60):
        house.run(1000, frame_ms=500)
        areas.append(kept.catch_up())
        assert kept.difference() < 30, view.model()

    assert median(areas) < view.width() * view.height() * 0.6
