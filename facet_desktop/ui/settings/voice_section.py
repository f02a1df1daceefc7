"""Section of the settings page for the voice: on or off, and in words whether it works here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox

from facet_desktop.resources import resources_dir
from facet_desktop.services.settings import Settings
from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.settings.rows import Change, SettingRow
from facet_desktop.ui.settings.words import SettingsWords
from facet_desktop.ui.theme import Look
from facet_desktop.ui.translation import translate
from facet_desktop.ui.voice.client import VoiceClient, VoiceState
from facet_desktop.ui.voice.cue_file import FILE_NAME, read_sentences
from facet_desktop.ui.widgets.buttons import SecondaryButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.labels import PlainLabel


class VoiceSection(Card):
    """Asks a helper process of its own for a voice while the page is seen and the voice is wanted."""

    def __init__(
        self, look: Look, change: Change, make_client: Callable[[], VoiceClient] = VoiceClient
    ) -> None:
        super().__init__("", title_role=TextRole.SUBTITLE)
        self.set_title(self.tr("Voice in the player"))
        self.setObjectName("settings_voice")
        self._words = SettingsWords(translate)
        self._settings = Settings()
        self._client = make_client()
        self._client.setParent(self)
        self._client.changed.connect(self._show_state)
        self._on = QCheckBox(self.tr("Say what to do"), self)
        self._on.setObjectName("voice")
        self._on.setAccessibleName(self._on.text())
        self._on.clicked.connect(lambda on: change(voice=on))
        hint = self.tr("In the voice of this computer. A kind of sound that is off is not spoken either.")
        self.body.addWidget(SettingRow(self.tr("Voice"), hint, self._on, self))
        self._state = PlainLabel("", TextRole.MUTED, self, wrap=True)
        self._state.setObjectName("voice_state")
        self.body.addWidget(self._state)
        self._try = SecondaryButton(look, self.tr("Hear it"), "play", self)
        self._try.setObjectName("try_voice")
        self._try.clicked.connect(self._speak)
        self.body.addWidget(self._try, 0, Qt.AlignmentFlag.AlignLeft)

    def present(self, settings: Settings) -> None:
        """Show the present choice, and look for a voice where one is wanted."""
        self._settings = settings
        self._on.setChecked(settings.voice)
        if not settings.voice:
            self._client.close()
        elif self.isVisible():
            self._look_once()
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for a voice where one is wanted."""
        super().showEvent(event)
        if self._settings.voice:
            self._look_once()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody listens any more; the next look at the page asks again."""
        super().hideEvent(event)
        self._client.close()

    def _look_once(self) -> None:
        if self._client.state is VoiceState.OFF:
            self._look_for_it()

    def _look_for_it(self) -> None:
        try:
            sentences = read_sentences(resources_dir() / FILE_NAME, self._settings.language)
        except (OSError, ValueError):
            return
        self._client.start(sentences.language)

    def _speak(self) -> None:
        """Say a sentence; after trouble, look for a voice once more instead."""
        if self._client.state is VoiceState.READY:
            trial = read_sentences(resources_dir() / FILE_NAME, self._settings.language).trial()
            self._client.say(trial, self._settings.volume)
        else:
            self._look_for_it()

    def _show_state(self) -> None:
        state = self._client.state
        text = self._words.voice(state) if self._settings.voice else ""
        self._state.setText(text)
        self._state.setVisible(bool(text))
        is_ready = state is VoiceState.READY
        self._try.setText(self.tr("Hear it") if is_ready else self.tr("Look again"))
        self._try.set_icon_name("play" if is_ready else "refresh-cw")
        self._try.setVisible(self._settings.voice and state not in (VoiceState.OFF, VoiceState.STARTING))
