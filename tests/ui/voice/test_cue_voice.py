"""The voice follows the settings and says what matters now."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from facet_desktop.domain.cues import Cue, CueKind
from facet_desktop.domain.engine import EngineState, Status
from facet_desktop.domain.frame import frame_of
from facet_desktop.domain.timeline import compile_session
from facet_desktop.services.settings import Settings
from facet_desktop.ui.voice.client import VoiceClient, VoiceState
from facet_desktop.ui.voice.cue_voice import CueVoice
from tests.domain.sessions import BRIDGE, PACING, session

FRAME = frame_of(compile_session(session(BRIDGE), PACING), EngineState(Status.RUNNING))
START, OUT, THREE = Cue(0, CueKind.START), Cue(0, CueKind.BREATHE_OUT), Cue(0, CueKind.COUNTDOWN, 3)


class HeardClient(VoiceClient):
    """Remembers instead of speaking."""

    def __init__(self) -> None:
        super().__init__(("nobody",))
        self.told: list[str] = []
        self.is_started = False

    @property
    def state(self) -> VoiceState:
        return VoiceState.READY if self.is_started else VoiceState.OFF

    def start(self, language: str) -> None:
        self.is_started = True
        self.told.append(f"language {language}")

    def say(self, text: str, volume: float) -> None:
        self.told.append(f"{volume} {text}")

    def hush(self) -> None:
        self.told.append("hush")

    def close(self) -> None:
        self.is_started = False
        self.told.append("close")


@pytest.fixture
def client(qapp: QApplication) -> Iterator[HeardClient]:
    assert qapp is not None
    client = HeardClient()
    yield client
    client.deleteLater()


def voice_with(client: VoiceClient, settings: Settings) -> CueVoice:
    return CueVoice(lambda: settings, client=client)


@pytest.mark.parametrize(
    "settings",
    [Settings(), Settings(voice=True, volume=0.0), Settings(voice=True, muted_cues=frozenset({"countdown"}))],
)
def test_nothing_is_said_where_nothing_is_wanted(client: HeardClient, settings: Settings) -> None:
    voice_with(client, settings).speak((THREE,), FRAME)
    assert client.told == []


def test_the_helper_starts_with_the_first_session_that_wants_it(client: HeardClient) -> None:
    voice_with(client, Settings()).prepare()
    assert client.told == []
    voice_with(client, Settings(voice=True)).prepare()
    assert client.told == ["language en"]


def test_a_voice_switched_on_in_the_middle_starts_by_itself(client: HeardClient) -> None:
    voice_with(client, Settings(voice=True, volume=0.5)).speak((THREE,), FRAME)
    assert client.told == ["language en", "0.5 3"]


def test_of_several_cues_the_last_is_said(client: HeardClient) -> None:
    settings = Settings(voice=True, volume=1.0)
    voice_with(client, settings).speak((START, OUT), FRAME)
    voice_with(client, replace(settings, muted_cues=frozenset({"breathe-out"}))).speak((START, OUT), FRAME)
    assert client.told[1:] == ["1.0 Breathe out.", "1.0 Begin."]


def test_it_is_told_to_be_quiet_once_and_only_after_it_spoke(client: HeardClient) -> None:
    voice = voice_with(client, Settings(voice=True))
    voice.hush()
    voice.speak((THREE,), FRAME)
    voice.hush()
    voice.hush()
    assert client.told.count("hush") == 1


def test_a_language_without_sentences_is_led_in_english(client: HeardClient) -> None:
    voice_with(client, Settings(voice=True, language="tlh")).prepare()
    assert client.told == ["language en"]


def test_missing_sentences_leave_the_player_silent(
    client: HeardClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facet_desktop.ui.voice.cue_voice.FILE_NAME", "no-such-file.toml")
    voice = voice_with(client, Settings(voice=True))
    voice.prepare()
    voice.speak((THREE,), FRAME)
    assert client.told == []
