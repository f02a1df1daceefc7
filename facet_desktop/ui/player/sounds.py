"""The player's tones. Qt's sound module is loaded with the first session, never at start-up.

A computer without sound is not in trouble: the player then plays silently, and `sound_state` says so.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QUrl

from facet_desktop.domain.cues import Cue, CueKind
from facet_desktop.services.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect


class Sounds(Protocol):
    """Whatever makes cues heard."""

    def prepare(self) -> None:
        """Gets ready to sound without delay."""
        ...

    def play(self, cue: Cue) -> None:
        """Sounds a cue, unless its kind is muted. Never raises and never waits."""
        ...


class CueSounds(QObject):
    """Plays one WAV file a kind of cue, at the volume of the settings."""

    def __init__(self, folder: Path, settings: Callable[[], Settings], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._settings = settings
        self._effects: dict[CueKind, QSoundEffect] | None = None

    def prepare(self) -> None:
        """Loads the tones; where there was no loudspeaker before, looks again."""
        if not self._effects and self._settings().volume > 0:
            self._effects = self._load()

    def play(self, cue: Cue) -> None:
        """Sounds a cue at the present volume."""
        if cue.kind.value not in self._settings().muted_cues:
            self.try_out(cue.kind)

    def try_out(self, kind: CueKind) -> None:
        """Sounds a kind of cue at the present volume, also one that is off: by that one decides."""
        volume = self._settings().volume
        if volume <= 0:
            return
        if self._effects is None:
            self.prepare()
        effect = (self._effects or {}).get(kind)
        if effect is not None:
            effect.setVolume(volume)
            effect.play()

    def state(self) -> str:
        """Whether this computer can sound the cues, in one sentence."""
        return sound_state()

    def _load(self) -> dict[CueKind, QSoundEffect]:
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:
            return {}
        if QMediaDevices.defaultAudioOutput().isNull():
            return {}
        effects = {}
        for kind in CueKind:
            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(self._folder / f"{kind.value}.wav")))
            effects[kind] = effect
        return effects


def sound_state() -> str:
    """Whether this computer can sound the cues, in one sentence for the settings. Loads Qt's sound module."""
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        return QCoreApplication.translate(
            "Sounds", "A system library for sound is missing, so the player is silent. Everything else works."
        )
    device = QMediaDevices.defaultAudioOutput()
    if device.isNull():
        return QCoreApplication.translate(
            "Sounds",
            "No loudspeaker or headphones were found, so the player is silent. Everything else works.",
        )
    text = QCoreApplication.translate("Sounds", "Sounds play through: %1")
    return text.replace("%1", device.description())
