import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facet_desktop.domain.cues import Cue, CueKind
from facet_desktop.resources import resources_dir
from facet_desktop.services.settings import Settings
from facet_desktop.ui.player.loudspeaker import Loudspeaker, SpeakerState, ask
from facet_desktop.ui.player.sounds import CueSounds

START = Cue(0, CueKind.START)


class Effect:
    """Stands in for Qt's sound effect."""

    def __init__(self) -> None:
        self.volumes: list[float] = []
        self.played = 0

    def setVolume(self, volume: float) -> None:
        self.volumes.append(volume)

    def play(self) -> None:
        self.played += 1


class Loud(CueSounds):
    """Sounds on a computer that has a loudspeaker, as far as the tones can tell."""

    def __init__(self, settings: Settings, speaker: Loudspeaker | None = None) -> None:
        here = speaker or Loudspeaker(ask_here=lambda: (SpeakerState.FOUND, "Desk"))
        super().__init__(Path(), lambda: self.settings, speaker=here)
        self.settings = settings
        self.effects = {kind: Effect() for kind in CueKind}
        self.loads = 0

    def _load(self) -> dict[CueKind, Any]:
        self.loads += 1
        return dict(self.effects)


def test_a_cue_sounds_at_the_volume_of_the_settings(qapp: QApplication) -> None:
    sounds = Loud(Settings(volume=0.4))

    sounds.play(START)

    assert (sounds.effects[CueKind.START].played, sounds.effects[CueKind.START].volumes) == (1, [0.4])


def test_a_muted_kind_is_silent_and_the_others_are_not(qapp: QApplication) -> None:
    sounds = Loud(Settings(muted_cues=frozenset({"breathe-in"})))

    sounds.play(Cue(0, CueKind.BREATHE_IN))
    sounds.play(Cue(0, CueKind.BREATHE_OUT))

    assert sounds.effects[CueKind.BREATHE_IN].played == 0
    assert sounds.effects[CueKind.BREATHE_OUT].played == 1


def test_a_muted_kind_can_still_be_tried_out(qapp: QApplication) -> None:
    sounds = Loud(Settings(volume=0.4, muted_cues=frozenset({"start"})))

    sounds.try_out(CueKind.START)
    sounds.settings = replace(sounds.settings, volume=0.0)
    sounds.try_out(CueKind.START)

    assert sounds.effects[CueKind.START].played == 1


def test_a_change_of_the_settings_counts_at_once(qapp: QApplication) -> None:
    sounds = Loud(Settings())
    sounds.play(START)
    sounds.settings = replace(sounds.settings, muted_cues=frozenset({"start"}))

    sounds.play(START)

    assert sounds.effects[CueKind.START].played == 1


def test_no_volume_loads_nothing(qapp: QApplication) -> None:
    sounds = Loud(Settings(volume=0))

    sounds.prepare()
    sounds.play(START)

    assert sounds.loads == 0


def test_tones_are_loaded_once(qapp: QApplication) -> None:
    sounds = Loud(Settings())

    sounds.prepare()
    sounds.play(START)
    sounds.play(START)

    assert sounds.loads == 1


def test_a_computer_that_cannot_load_the_sound_module_is_silent_and_says_so(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    sounds = CueSounds(resources_dir() / "sounds", Settings, speaker=Loudspeaker(ask_here=ask))

    sounds.prepare()
    sounds.play(START)

    assert sounds.state().startswith("A system library for sound is missing.")


@pytest.mark.parametrize(
    ("script", "state", "words"),
    [
        ("print('found Desk speakers')", SpeakerState.FOUND, "Sounds play through: Desk speakers"),
        ("print('none')", SpeakerState.NONE, "No loudspeaker or headphones were found."),
        ("raise SystemExit(3)", SpeakerState.NONE, "No loudspeaker or headphones were found."),
        ("import os; os.abort()", SpeakerState.NONE, "No loudspeaker or headphones were found."),
        ("import time; time.sleep(60)", SpeakerState.STUCK, "The sound of this computer did not answer"),
        ("", SpeakerState.NONE, "No loudspeaker or headphones were found."),
    ],
    ids=["found", "none", "ends", "crashes", "hangs", "missing"],
)
def test_looking_for_a_loudspeaker_never_waits_and_never_fails(
    qtbot: QtBot, script: str, state: SpeakerState, words: str
) -> None:
    command = (sys.executable, "-I", "-S", "-c", script) if script else ("/nowhere/no-such-program",)
    speaker = Loudspeaker(command=command, patience_ms=300 if state is SpeakerState.STUCK else 20_000)
    sounds = Loud(Settings(), speaker)
    sounds.prepare()
    if script:
        assert sounds.state().startswith("Looking")
    sounds.play(Cue(0, CueKind.PREPARE))
    sounds.play(Cue(0, CueKind.START))
    sounds.play(Cue(0, CueKind.PREPARE))

    qtbot.waitUntil(lambda: speaker.state is state, timeout=20_000)

    assert sounds.state().startswith(words)
    assert sounds.loads == (1 if state is SpeakerState.FOUND else 0)
    # The time to get ready is long enough to say so a moment late.
    assert sounds.effects[CueKind.PREPARE].played == sounds.loads
    assert sounds.effects[CueKind.START].played == 0
    qtbot.waitUntil(lambda: speaker.findChild(QProcess) is None, timeout=10_000)


def test_a_cue_that_would_come_too_late_is_left_out(qtbot: QtBot) -> None:
    speaker = Loudspeaker(command=(sys.executable, "-I", "-S", "-c", "print('found')"))
    sounds = Loud(Settings(), speaker)
    sounds.play(Cue(0, CueKind.PREPARE))
    sounds.play(START)
    qtbot.waitUntil(lambda: sounds.loads == 1, timeout=20_000)

    assert sum(effect.played for effect in sounds.effects.values()) == 0
    sounds.play(START)
    assert sounds.effects[CueKind.START].played == 1


def test_a_loudspeaker_that_was_not_there_is_looked_for_again_with_the_next_session(
    qapp: QApplication,
) -> None:
    answers = [(SpeakerState.NONE, ""), (SpeakerState.FOUND, "Headphones")]
    sounds = Loud(Settings(), Loudspeaker(ask_here=lambda: answers.pop(0)))
    sounds.prepare()
    sounds.play(START)
    assert (sounds.loads, len(answers)) == (0, 1)
    sounds.prepare()
    sounds.play(START)

    assert sounds.effects[CueKind.START].played == 1


def test_the_process_that_asks_answers_in_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "facet_desktop", "--sound-probe"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert done.stdout.split()[0] in {"found", "none", "missing"}


def test_importing_the_player_does_not_load_the_sound_module() -> None:
    code = (
        "import sys, facet_desktop.ui.player.page;"
        "print([name for name in sys.modules if 'Multimedia' in name or name in ('numpy', 'pyqtgraph')])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"
