"""Speaks the cues of a session where the person wants a voice. A session never depends on it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QObject

from facet_desktop.domain.cues import Cue
from facet_desktop.domain.frame import Frame
from facet_desktop.resources import resources_dir
from facet_desktop.services.settings import Settings
from facet_desktop.services.wording.cue_sentences import CueSentences
from facet_desktop.ui.voice.client import VoiceClient, VoiceState
from facet_desktop.ui.voice.cue_file import FILE_NAME, read_sentences

_LOG = logging.getLogger(__name__)


class Voice(Protocol):
    """Whatever speaks cues. Never raises and never waits."""

    def prepare(self) -> None:
        """Get ready to speak, where a voice is wanted."""
        ...

    def speak(self, cues: Sequence[Cue], frame: Frame) -> None:
        """Say the last of these cues."""
        ...

    def hush(self) -> None:
        """Be quiet."""
        ...

    def close(self) -> None:
        """Give everything back."""
        ...


class CueVoice(QObject):
    """Follows the settings: `voice` on or off, the volume, and the kinds of cue that are muted."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        parent: QObject | None = None,
        *,
        client: VoiceClient | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._client = client or VoiceClient(parent=self)
        self._is_silent = True

    @property
    def state(self) -> VoiceState:
        """How the voice is."""
        return self._client.state

    def prepare(self) -> None:
        """Start the helper with the first session that wants it; after trouble, try once more."""
        sentences = self._sentences
        if sentences is not None and self._settings().voice and self._settings().volume > 0:
            self._client.start(sentences.language)

    def speak(self, cues: Sequence[Cue], frame: Frame) -> None:
        """Of several cues at once the last says what to do now."""
        settings, sentences = self._settings(), self._sentences
        wanted = [cue for cue in cues if cue.kind.value not in settings.muted_cues]
        if not wanted or sentences is None or not settings.voice or settings.volume <= 0:
            return
        if self.state is VoiceState.OFF:
            self.prepare()
        self._client.say(sentences.of(wanted[-1], frame), settings.volume)
        self._is_silent = False

    def hush(self) -> None:
        """Be quiet; asked for with every frame of a pause, so it is passed on once."""
        if not self._is_silent:
            self._is_silent = True
            self._client.hush()

    def close(self) -> None:
        """End the helper."""
        self._client.close()

    @cached_property
    def _sentences(self) -> CueSentences | None:
        try:
            return read_sentences(resources_dir() / FILE_NAME, self._settings().language)
        except (OSError, ValueError) as error:
            _LOG.info("The sentences of the voice cannot be read: %s", error)
            return None
