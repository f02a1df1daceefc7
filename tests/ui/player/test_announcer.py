"""Screen readers hear what begins, and never a second that passes."""

import pytest
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from facet_desktop.domain.pain import Thresholds
from facet_desktop.ui.player import announcer
from facet_desktop.ui.player.keys import Command
from tests.domain.sessions import BRIDGE, PACING, STRETCH, session
from tests.ui.player.house import House

PHASES = [
    "Get ready · Bridge · Set 1 of 2",
    "Bridge · Set 1 of 2",
    "Rest. Next: Bridge",
    "Bridge · Set 2 of 2",
    "Rest. Next: Stretch",
    "Get ready · Stretch · Left side",
    "Hold · Stretch · Left side",
    "Change sides · Change to the right side · Right side",
    "Hold · Stretch · Right side",
]


class Reader:
    """Takes the place of Qt's door to screen readers."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, object]] = []

    def isActive(self) -> bool:
        return True

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:
        self.heard.append((event.message(), event.object()))

    def words(self) -> list[str]:
        return [text for text, _ in self.heard]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    reader = Reader()
    monkeypatch.setattr(announcer, "QAccessible", reader)
    return reader


@pytest.mark.parametrize("face", ["near", "far", "mini"])
def test_a_whole_session_is_told_in_its_phases(house: House, reader: Reader, face: str) -> None:
    house.begin(session(BRIDGE, STRETCH))
    if face != "near":
        house.page.around.do({"far": Command.ROOM, "mini": Command.MINI}[face])
    house.run(200_000, frame_ms=250)

    assert reader.words() == PHASES


def test_the_words_come_from_the_window_that_is_seen(house: House, reader: Reader) -> None:
    house.begin(session(BRIDGE))
    house.page.around.mini.open(Thresholds())
    house.run(6000)

    assert [one for _, one in reader.heard] == [house.page, house.page.around.mini.window]


def test_a_pause_is_told_with_its_reason_and_going_on_too(house: House, reader: Reader) -> None:
    played = house.begin(session(BRIDGE))
    house.run(6000)
    reader.heard.clear()
    played.pause()
    house.page.advance()
    played.resume()
    house.run(2000)

    assert reader.words() == [
        "Paused. The time stands still. Go on when you are ready.",
        "Bridge · Set 1 of 2",
    ]


def test_the_same_session_opened_again_is_told_again(house: House, reader: Reader) -> None:
    house.show(house.services.play.preview(session(BRIDGE), PACING))
    house.show(house.services.play.preview(session(BRIDGE), PACING))

    assert len(reader.words()) == 2
    assert isinstance(reader.heard[0][1], QWidget)
