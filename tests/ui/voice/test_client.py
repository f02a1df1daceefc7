"""Whatever the helper does, the client says how the voice is and never waits for it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from facet_desktop.ui.voice.client import Patience, VoiceClient, VoiceState
from tests.ui.voice import scripts

SHORT = Patience(start_ms=300, answer_ms=300)
Make = Callable[..., VoiceClient]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    """Makes clients and ends their helpers; processes start slowly on a busy machine."""
    made: list[VoiceClient] = []

    def make(command: tuple[str, ...], patience: Patience | None = None) -> VoiceClient:
        made.append(VoiceClient(command, patience=patience))
        return made[-1]

    yield make
    for client in made:
        client.close()
        client.deleteLater()


def pid_of(client: VoiceClient) -> int:
    """The process that was started, as the system knows it."""
    found = client.findChild(QProcess)
    assert found is not None
    assert found.waitForStarted(10_000)
    return found.processId()


def reach(qtbot: QtBot, client: VoiceClient, state: VoiceState) -> None:
    qtbot.waitUntil(lambda: client.state is state, timeout=10_000)


def test_what_is_said_arrives_in_order_and_on_one_line(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    log = tmp_path / "told"
    client = make(scripts.good(log))
    client.start("en")
    client.say("Breathe\nin.", 0.5)
    client.hush()
    client.say("Breathe out č.", 1.0)
    reach(qtbot, client, VoiceState.READY)

    def told() -> list[str]:
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    qtbot.waitUntil(lambda: len(told()) == 6, timeout=10_000)
    assert told() == [
        "language en", "say 0.50 Breathe in.", "ping 1", "stop", "say 1.00 Breathe out č.", "ping 2",
    ]  # fmt: skip


def test_a_helper_that_hangs_at_its_start_is_killed(qtbot: QtBot, make: Make) -> None:
    client = make(scripts.HANGS, SHORT)
    client.start("en")
    pid = pid_of(client)
    client.say("Rest.", 1.0)
    reach(qtbot, client, VoiceState.STUCK)
    assert not psutil.pid_exists(pid)


def test_a_helper_that_hangs_while_speaking_is_killed(qtbot: QtBot, make: Make) -> None:
    client = make(scripts.READY_THEN_HANGS, Patience(answer_ms=200))
    client.start("en")
    pid = pid_of(client)
    reach(qtbot, client, VoiceState.READY)
    client.say("Rest.", 1.0)
    reach(qtbot, client, VoiceState.STUCK)
    assert not psutil.pid_exists(pid)


def test_a_helper_that_dies_is_noticed(qtbot: QtBot, make: Make) -> None:
    client = make(scripts.READY_THEN_DIES)
    client.start("en")
    reach(qtbot, client, VoiceState.READY)
    client.say("Rest.", 1.0)
    reach(qtbot, client, VoiceState.ENDED)
    client.say("Nobody hears this.", 1.0)
    assert client.findChild(QProcess) is None or client.state is VoiceState.ENDED


def test_a_computer_without_a_voice_says_so(qtbot: QtBot, make: Make) -> None:
    client = make(scripts.FINDS_NOTHING)
    client.start("en")
    pid = pid_of(client)
    reach(qtbot, client, VoiceState.NONE)
    client.say("Nobody hears this.", 1.0)
    assert client.state is VoiceState.NONE
    qtbot.waitUntil(lambda: not psutil.pid_exists(pid), timeout=10_000)


def test_a_helper_that_cannot_be_started_is_no_trouble(qtbot: QtBot, make: Make) -> None:
    client = make(scripts.MISSING)
    client.start("en")
    reach(qtbot, client, VoiceState.ENDED)
    client.say("Nobody hears this.", 1.0)
    assert client.state is VoiceState.ENDED


def test_after_trouble_it_can_be_tried_again(qtbot: QtBot, make: Make) -> None:
    client = make(scripts.FINDS_NOTHING)
    for _ in range(2):
        client.start("en")
        assert client.state is VoiceState.STARTING
        reach(qtbot, client, VoiceState.NONE)


def test_closing_ends_the_helper(qtbot: QtBot, make: Make) -> None:
    client = make(scripts.READY_THEN_HANGS)
    client.start("en")
    pid = pid_of(client)
    reach(qtbot, client, VoiceState.READY)
    client.close()
    assert not psutil.pid_exists(pid)
    assert client.state is VoiceState.OFF
