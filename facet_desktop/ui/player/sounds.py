"""The player's tones. Qt's sound module is loaded with the first session, never at start-up.

A computer without sound is not in trouble: the player then plays silently, and `CueSounds.state` says so.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal

from facet_desktop.domain.cues import Cue, CueKind
from facet_desktop.services.settings import Settings
from facet_desktop.ui.player.loudspeaker import Loudspeaker, SpeakerState

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
    """Plays one WAV file a kind of cue, at the volume of the settings. `changed` follows the loudspeaker."""

    changed = Signal()

    def __init__(
        self,
        folder: Path,
        settings: Callable[[], Settings],
        parent: QObject | None = None,
        *,
        speaker: Loudspeaker | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._settings = settings
        self._effects: dict[CueKind, QSoundEffect] = {}
        self._waiting: CueKind | None = None
        self._speaker = speaker or Loudspeaker()
        self._speaker.setParent(self)
        self._speaker.answered.connect(self._take_answer)

    def prepare(self) -> None:
        """Looks for a loudspeaker and loads the tones; where there was none before, looks again."""
        if not self._effects and self._settings().volume > 0:
            self._speaker.look()

    def play(self, cue: Cue) -> None:
        """Sounds a cue at the present volume."""
        if cue.kind.value not in self._settings().muted_cues:
            self.try_out(cue.kind)

    def try_out(self, kind: CueKind) -> None:
        """Sounds a kind of cue at the present volume, also one that is off: by that one decides."""
        volume = self._settings().volume
        if volume <= 0:
            return
        if self._speaker.state is SpeakerState.UNKNOWN:
            self.prepare()
        effect = self._effects.get(kind)
        if effect is not None:
            effect.setVolume(volume)
            effect.play()
        self._waiting = kind if self._speaker.state is SpeakerState.LOOKING else None

    def state(self) -> str:
        """Whether this computer can sound the cues, in one sentence; empty until somebody looked."""
        return _words(self._speaker)

    def _take_answer(self) -> None:
        if self._speaker.state is SpeakerState.FOUND:
            self._effects = self._load()
            if self._waiting is CueKind.PREPARE:  # the only one that is not too late by now
                self.try_out(self._waiting)
        self._waiting = None
        self.changed.emit()

    def _load(self) -> dict[CueKind, QSoundEffect]:
        try:
            from PySide6.QtMultimedia import QSoundEffect
        except ImportError:
            return {}
        effects = {}
        for kind in CueKind:
            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(self._folder / f"{kind.value}.wav")))
            effects[kind] = effect
        return effects


def _words(speaker: Loudspeaker) -> str:
    def tr(text: str) -> str:
        return QCoreApplication.translate("Sounds", text)

    silent = tr("The player is silent; everything else works.")
    name = speaker.name
    return {
        SpeakerState.UNKNOWN: "",
        SpeakerState.LOOKING: tr("Looking for a loudspeaker\N{HORIZONTAL ELLIPSIS}"),
        SpeakerState.FOUND: tr("Sounds play through: %1").replace("%1", name)
        if name
        else tr("A loudspeaker was found."),
        SpeakerState.NONE: f"{tr('No loudspeaker or headphones were found.')} {silent}",
        SpeakerState.MISSING: f"{tr('A system library for sound is missing.')} {silent}",
        SpeakerState.STUCK: f"{tr('The sound of this computer did not answer in time.')} {silent}",
    }[speaker.state]
