"""The helper speaks with the first engine that works, and ends with its input even when it is stuck."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QLocale

from facet_desktop.ui.voice.client import helper_command
from facet_desktop.ui.voice.helper import Talk, best_locale, first_that_works

BRITAIN = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICA = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)
STUCK = """
import sys, time
from facet_desktop.ui.voice import helper
helper.END_WAIT_S = 0.1
helper._engine_names = lambda: time.sleep(600)
sys.exit(helper.main())
"""


class Engine:
    """Remembers what it was told."""

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.told: list[object] = []

    def say(self, text: str, /) -> None:
        self.told.append(text)

    def stop(self) -> None:
        self.told.append("stop")

    def setVolume(self, volume: float, /) -> None:
        self.told.append(volume)


@pytest.fixture
def answers() -> list[str]:
    return []


def test_the_silent_engine_is_never_chosen() -> None:
    assert first_that_works(["mock"], Engine) is None
    found = first_that_works(
        ["mock", "broken", "good"], lambda name: None if name == "broken" else Engine(name)
    )
    assert isinstance(found, Engine)
    assert found.name == "good"


def test_the_accent_of_the_computer_comes_first() -> None:
    offered = [GERMAN, AMERICA, BRITAIN]
    assert best_locale("en", BRITAIN, offered) == BRITAIN
    assert best_locale("en", GERMAN, offered) == AMERICA
    assert best_locale("sl", BRITAIN, offered) is None
    assert best_locale("en", BRITAIN, []) is None


def test_lines_are_spoken_at_their_volume(answers: list[str]) -> None:
    engine = Engine()
    talk = Talk(lambda _language: engine, answers.append)
    for line in ("language en\n", "say 0.70 Breathe in.\n", "stop\n", "ping 7\n", "say 9 Loud.\n"):
        talk.take(line)
    assert engine.told == [0.7, "Breathe in.", "stop", 1.0, "Loud."]
    assert answers == ["ready", "pong 7"]


@pytest.mark.parametrize("line", ["", "say", "say much Rest.", "dance", "stop now"])
def test_lines_that_make_no_sense_are_passed_over(answers: list[str], line: str) -> None:
    engine = Engine()
    talk = Talk(lambda _language: engine, answers.append)
    talk.take(line)
    talk.take("language en")
    talk.take(line)
    assert "Rest." not in engine.told
    assert answers == ["ready"]


def test_without_an_engine_it_says_none_and_stays_alive(answers: list[str]) -> None:
    talk = Talk(lambda _language: None, answers.append)
    for line in ("language en", "say 1 Rest.", "stop", "ping 1"):
        talk.take(line)
    assert answers == ["none", "pong 1"]


def test_the_program_itself_is_the_helper_and_ends_with_its_input() -> None:
    done = subprocess.run(
        helper_command(),
        input="language en\nping 1\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.splitlines() in ([], ["none", "pong 1"], ["ready", "pong 1"])


def test_a_stuck_helper_ends_with_its_input() -> None:
    done = subprocess.run(
        [sys.executable, "-c", STUCK],
        input="language en\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1


def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert helper_command() == (sys.executable, "--voice-helper")
