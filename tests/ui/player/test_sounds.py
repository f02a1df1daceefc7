import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from facet_desktop.domain.cues import Cue, CueKind
from facet_desktop.resources import resources_dir
from facet_desktop.services.settings import Settings
from facet_desktop.ui.player.sounds import CueSounds, sound_state

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

    def __init__(self, settings: Settings) -> None:
        super().__init__(Path(), lambda: self.settings)
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
    sounds = CueSounds(resources_dir() / "sounds", Settings)

    sounds.prepare()
    sounds.play(START)

    assert "system library" in sound_state()


def test_importing_the_player_does_not_load_the_sound_module() -> None:
    code = (
        "import sys, facet_desktop.ui.player.page;"
        "print([name for name in sys.modules if 'Multimedia' in name or name in ('numpy', 'pyqtgraph')])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"
