"""A session with a voice: it leads, and when it is stuck or dies the session does not notice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from facet_desktop.ui.player.page import PlayerPage
from facet_desktop.ui.voice.client import Patience, VoiceClient, VoiceState
from facet_desktop.ui.voice.cue_voice import CueVoice
from tests.domain.sessions import BRIDGE, session
from tests.ui.player.house import House, open_house
from tests.ui.voice import scripts

Speaking = Callable[..., tuple[House, CueVoice]]


@pytest.fixture
def speaking(qapp: QApplication, tmp_path: Path) -> Iterator[Speaking]:
    """A player whose voice is a helper that behaves as told."""
    with open_house(qapp, tmp_path / "data") as house:

        def speaking(command: tuple[str, ...], patience: Patience | None = None) -> tuple[House, CueVoice]:
            client = VoiceClient(command, patience=patience)
            voice = CueVoice(lambda: house.services.settings.present, client=client)
            client.setParent(voice)
            voice_page = PlayerPage(house.context, sounds=house.sounds, awake=house.awake, voice=voice)
            house.page.deleteLater()
            house.page = voice_page
            house.services.settings.change(voice=True)
            return house, voice

        yield speaking


def log_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def test_the_voice_leads_and_is_quiet_in_a_pause(speaking: Speaking, qtbot: QtBot, tmp_path: Path) -> None:
    log = tmp_path / "told"
    house, _ = speaking(scripts.good(log))
    house.begin(session(BRIDGE))
    house.run(12_000)
    house.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "stop" in log_of(log), timeout=10_000)
    told = [line.removeprefix("say 0.70 ") for line in log_of(log) if line.startswith("say")]
    assert told[:2] == ["Next: Bridge. 2 sets of 3.", "3"]
    assert "Breathe out." in told


@pytest.mark.parametrize(
    ("command", "end"),
    [(scripts.HANGS, VoiceState.STUCK), (scripts.READY_THEN_DIES, VoiceState.ENDED)],
    ids=["hangs", "dies"],
)
def test_a_bad_helper_never_holds_up_a_session(
    speaking: Speaking, qtbot: QtBot, command: tuple[str, ...], end: VoiceState
) -> None:
    house, voice = speaking(command, Patience(start_ms=5_000 if end is VoiceState.ENDED else 200))
    played = house.begin(session(BRIDGE))
    house.run(12_000)
    qtbot.waitUntil(lambda: voice.state is end, timeout=10_000)
    before = played.state.credited_ms
    house.run(5_000)
    assert played.state.credited_ms == before + 5_000
    assert house.reported == []
    assert not house.is_shown("player_trouble")
    qtbot.waitUntil(lambda: voice.findChild(QProcess) is None, timeout=10_000)


def test_v_switches_the_voice_and_the_button_says_so(speaking: Speaking, tmp_path: Path) -> None:
    house, voice = speaking(scripts.good(tmp_path / "told"))
    house.begin(session(BRIDGE))
    button = house.page.findChild(QAbstractButton, "player_voice")
    assert button is not None
    assert (button.accessibleName(), button.isChecked()) == ("Voice on", True)
    house.press(Qt.Key.Key_V)
    assert (button.accessibleName(), button.isChecked()) == ("Voice off", False)
    assert not house.services.settings.present.voice
    assert voice.state is VoiceState.OFF
    house.click("player_voice")
    assert (button.accessibleName(), button.isChecked()) == ("Voice on", True)
    assert house.services.settings.present.voice


def test_closing_the_program_ends_the_helper(speaking: Speaking, tmp_path: Path) -> None:
    house, voice = speaking(scripts.good(tmp_path / "told"))
    house.begin(session(BRIDGE))
    assert voice.findChild(QProcess) is not None
    house.page.hold()
    assert voice.state is VoiceState.OFF
