"""Section of the settings page for the tones: one volume, and each kind of tone on, off, and to be heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSlider, QWidget

from facet_desktop.domain.cues import CueKind
from facet_desktop.services.settings import Settings
from facet_desktop.ui.metrics import SPACE_XL, TextRole
from facet_desktop.ui.settings.rows import Change, SettingRow
from facet_desktop.ui.settings.words import SettingsWords
from facet_desktop.ui.theme import Look
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.buttons import IconButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import PlainLabel

_SLIDER_PX = 200


class Tones(Protocol):
    """What can be heard here. Never raises and never waits."""

    @property
    def changed(self) -> SignalInstance:
        """Tells that `state` says something else."""
        ...

    def prepare(self) -> None:
        """Look for a loudspeaker."""
        ...

    def try_out(self, kind: CueKind, /) -> None:
        """Sound a kind of tone, whether it is on or off."""
        ...

    def state(self) -> str:
        """Whether this computer can sound tones, in one sentence."""
        ...


class SoundSection(Card):
    """Looks for a loudspeaker when the page is seen, and only where the volume asks for one."""

    def __init__(self, look: Look, change: Change, make_tones: Callable[[], Tones]) -> None:
        super().__init__("", title_role=TextRole.SUBTITLE)
        self.set_title(self.tr("Sounds in the player"))
        self.setObjectName("settings_sound")
        self._look = look
        self._change = change
        self._make_tones = make_tones
        self._tones: Tones | None = None
        self._settings = Settings()
        self._words = SettingsWords(translate)
        self._volume = self._slider()
        self.body.addWidget(SettingRow(self.tr("Volume"), self.tr("0 is silent."), self._volume, self))
        self._state = PlainLabel("", TextRole.MUTED, self, wrap=True)
        self._state.setObjectName("sound_state")
        self.body.addWidget(self._state)
        self.body.addWidget(PlainLabel(self.tr("Play a sound for"), TextRole.STRONG, self))
        self._boxes = {kind: self._box(kind) for kind in CueKind}
        self._tries = {kind: self._try(kind) for kind in CueKind}
        self._pairs = [self._pair(kind) for kind in CueKind]
        flow = FlowLayout()
        for pair in self._pairs:
            flow.addWidget(pair)
        self.body.addLayout(flow)
        look.changed.connect(self._fit)

    def present(self, settings: Settings) -> None:
        """Show the present choices."""
        was_silent = self._settings.volume <= 0
        self._settings = settings
        with QSignalBlocker(self._volume):
            self._volume.setValue(round(settings.volume * 100))
        for kind, box in self._boxes.items():
            box.setChecked(kind.value not in settings.muted_cues)
            self._tries[kind].setEnabled(settings.volume > 0)
        if self.isVisible() and was_silent != (settings.volume <= 0):
            self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Say what can be heard, once the page stands."""
        super().showEvent(event)
        self._fit()
        QTimer.singleShot(0, self, self._show_state)

    def _show_state(self) -> None:
        if self._settings.volume <= 0:
            self._state.setText(self.tr("The volume is 0, so the player is silent."))
        else:
            tones = self._tones_here()
            tones.prepare()
            self._state.setText(tones.state())

    def _show_answer(self) -> None:
        if self._tones is not None and self._settings.volume > 0:
            self._state.setText(self._tones.state())

    def _tones_here(self) -> Tones:
        if self._tones is None:
            self._tones = self._make_tones()
            self._tones.changed.connect(self._show_answer)
        return self._tones

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setObjectName("volume")
        slider.setAccessibleName(self.tr("Volume"))
        slider.setRange(0, 100)
        slider.setPageStep(10)
        slider.setTracking(False)
        slider.setMinimumWidth(self._look.px(_SLIDER_PX))
        slider.valueChanged.connect(lambda percent: self._change(volume=percent / 100))
        return slider

    def _box(self, kind: CueKind) -> QCheckBox:
        box = QCheckBox(self._words.cue(kind), self)
        box.setObjectName(f"cue_{kind.value}")
        box.setAccessibleName(box.text())
        box.clicked.connect(lambda on: self._take_cue(kind, on=on))
        return box

    def _try(self, kind: CueKind) -> IconButton:
        name = self.tr("Hear it: %1").replace("%1", self._words.cue(kind))
        button = IconButton(self._look, "play", name, self, framed=True)
        button.setObjectName(f"try_{kind.value}")
        button.clicked.connect(lambda: self._tones_here().try_out(kind))
        return button

    def _pair(self, kind: CueKind) -> QWidget:
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, SPACE_XL, 0)
        row.addWidget(self._boxes[kind], 1)
        row.addWidget(self._tries[kind])
        return pair

    def _fit(self) -> None:
        """Pairs of one width stand in columns, as many as there is room for."""
        width = max(pair.sizeHint().width() for pair in self._pairs)
        for pair in self._pairs:
            pair.setFixedWidth(width)

    def _take_cue(self, kind: CueKind, *, on: bool) -> None:
        muted = self._settings.muted_cues
        self._change(muted_cues=muted - {kind.value} if on else muted | {kind.value})
