"""The display stays on while a session runs, and trouble with that is nobody's trouble."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from threading import enumerate as all_threads

import pytest
from PySide6.QtCore import Qt

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.ui.player.awake import Awake, Mode
from tests.domain.sessions import BRIDGE, session
from tests.ui.player.house import House

WAIT_S = 10.0


class Screen:
    """Counts who keeps it on; can be told to fail or to hang."""

    def __init__(self) -> None:
        self.entered, self.left = 0, 0
        self.answers = Event()
        self.answers.set()
        self.trouble: Exception | None = None

    @contextmanager
    def mode(self) -> Iterator[None]:
        self.answers.wait(WAIT_S)
        if self.trouble is not None:
            raise self.trouble
        self.entered += 1
        yield
        self.left += 1


def own_threads() -> list[Thread]:
    return [thread for thread in all_threads() if thread.name == "facet-awake"]


def settled() -> None:
    """Waits until no released thread is left."""
    for thread in own_threads():
        thread.join(WAIT_S)


@pytest.fixture
def screen() -> Screen:
    return Screen()


def test_the_display_is_kept_once_and_let_go_once(screen: Screen) -> None:
    awake = Awake(screen.mode)
    for wanted in (True, True, True, False, False):
        awake.keep(wanted)
    settled()
    assert (screen.entered, screen.left) == (1, 1)


def test_each_time_it_goes_on_the_display_is_kept_again(screen: Screen) -> None:
    awake = Awake(screen.mode)
    for _ in range(3):
        awake.keep(True)
        awake.keep(False)
    settled()
    assert (screen.entered, screen.left) == (3, 3)


@pytest.mark.parametrize("trouble", [OSError("no bus"), RuntimeError("no display"), KeyError("who")])
def test_trouble_is_never_passed_on(screen: Screen, trouble: Exception) -> None:
    screen.trouble = trouble
    awake = Awake(screen.mode)
    awake.keep(True)
    awake.keep(False)
    settled()
    assert (screen.entered, own_threads()) == (0, [])


def test_a_missing_library_is_never_passed_on() -> None:
    def make() -> Mode:
        raise ImportError("wakepy")

    awake = Awake(make)
    awake.keep(True)
    awake.keep(False)
    settled()
    assert own_threads() == []


def test_a_system_that_does_not_answer_holds_nobody_up(screen: Screen) -> None:
    screen.answers.clear()
    awake = Awake(screen.mode)
    awake.keep(True)
    awake.keep(False)
    assert not awake.is_kept
    screen.answers.set()
    settled()
    assert (screen.entered, screen.left) == (1, 1)


def test_no_thread_to_be_had_is_no_trouble(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_thread: Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(Thread, "start", refuse)
        awake = Awake(screen.mode)
        awake.keep(True)
        awake.keep(False)
    assert screen.entered == 0


def is_on(house: House) -> bool:
    return house.awake.is_kept


def test_a_session_keeps_the_display_on_only_while_it_runs(house: House) -> None:
    house.begin(session(BRIDGE))
    assert is_on(house)
    house.press(Qt.Key.Key_Space)
    assert not is_on(house)
    house.press(Qt.Key.Key_Space)
    assert is_on(house)
    house.page.hide()
    assert not is_on(house)


def test_what_cannot_be_stored_lets_the_display_go(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StorageError(Trouble.FULL, "told to fail")

    house.begin(session(BRIDGE))
    with monkeypatch.context() as patch:
        patch.setattr(house.folder.store.sessions, "record", refuse)
        house.run(60_000)
    assert not is_on(house)


def test_the_end_of_a_session_lets_the_display_go(house: House) -> None:
    played = house.begin(session(BRIDGE))
    played.stop()
    house.page.advance()
    assert played.is_over
    assert not is_on(house)
