"""A practice under way: the disc, the word, the seconds, the time left; then a quiet end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from facet_desktop.ui.breathing.finished_panel import FinishedPanel
from facet_desktop.ui.breathing.models import FinishedModel, PracticeModel
from facet_desktop.ui.breathing.seconds_bar import SecondsBar
from facet_desktop.ui.charts.announce import announce
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TextRole
from facet_desktop.ui.player.buttons import calm
from facet_desktop.ui.player.models import Motion
from facet_desktop.ui.player.ring import BreathRing
from facet_desktop.ui.theme import PlayerLook
from facet_desktop.ui.widgets.buttons import CallToActionButton, SecondaryButton, ThemedButton
from facet_desktop.ui.widgets.labels import ElidedLabel, PlainLabel

_EDGE_PX = 34


class PracticeStage(QWidget):
    """Shows models; its buttons are wired by the page."""

    def __init__(self, look: PlayerLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._spoken = ""
        self.setObjectName("breathing_stage")
        look.dress(self)
        self.ring = BreathRing(look, self)
        self.seconds = SecondsBar(look, self)
        self.finished = FinishedPanel(look, self)
        self._faces = QStackedLayout(self)
        self._faces.addWidget(self._practice())
        self._faces.addWidget(self.finished)

    def show_model(self, model: PracticeModel) -> None:
        """Show another state of the practice."""
        self._faces.setCurrentIndex(0)
        if self._name.full_text() != model.name:
            self._name.set_full_text(model.name)
        _show_text(self._where, model.where)
        _show_text(self._left, model.time_left)
        _show_text(self._hint, model.hint or self._usual_hint())
        self.ring.show_words(model.ring)
        self.seconds.setVisible(self._look.reduced_motion)
        self.seconds.show_seconds(*model.seconds)
        pause = self.tr("Pause") if model.is_running else self.tr("Go on")
        if self.pause.text() != pause:
            self.pause.setText(pause)
            self.pause.set_icon_name("pause" if model.is_running else "play")
        self._say(model.spoken)

    def show_motion(self, motion: Motion) -> None:
        """Show another instant."""
        self.ring.show_motion(motion)

    def show_finished(self, model: FinishedModel) -> None:
        """Show the end."""
        if self._faces.currentWidget() is self.finished:
            return
        self.finished.present(model)
        self._faces.setCurrentWidget(self.finished)
        self._say(f"{self.finished.title()}. {model.spoken}")

    def show_sound(self, sound_on: bool) -> None:
        """Say whether tones are on."""
        self.sound.setText(self.tr("Sound on") if sound_on else self.tr("Sound off"))
        self.sound.set_icon_name("volume-2" if sound_on else "volume-x")

    def _say(self, spoken: str) -> None:
        """Screen readers hear phases, never seconds."""
        if spoken != self._spoken:
            self._spoken = spoken
            self.ring.setAccessibleName(spoken)
            announce(self, spoken)

    def _usual_hint(self) -> str:
        return self.tr("Softly, never forced. Stop if you feel dizzy or tingly.")

    def _practice(self) -> QWidget:
        face = QWidget(self)
        column = QVBoxLayout(face)
        column.setContentsMargins(_EDGE_PX, SPACE_L, _EDGE_PX, SPACE_XL)
        column.setSpacing(SPACE_M)
        column.addLayout(self._head(face))
        column.addWidget(self.ring, 1)
        column.addWidget(self.seconds)
        self._hint = PlainLabel("", TextRole.PLAYER_BODY, face, wrap=True)
        self._hint.setObjectName("breathing_hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._hint)
        column.addSpacing(SPACE_S)
        column.addLayout(self._controls(face))
        return face

    def _head(self, face: QWidget) -> QHBoxLayout:
        self._name = ElidedLabel("", TextRole.PLAYER_SUBTITLE, face)
        self._name.setObjectName("breathing_name")
        self._where = PlainLabel("", TextRole.PLAYER_BODY, face, tabular=True)
        self._where.setObjectName("breathing_where")
        self._left = PlainLabel("", TextRole.PLAYER_SUBTITLE, face, tabular=True)
        self._left.setObjectName("breathing_time_left")
        row = QHBoxLayout()
        row.setSpacing(SPACE_L)
        row.addWidget(self._name)
        row.addWidget(self._where)
        row.addStretch(1)
        row.addWidget(self._left)
        return row

    def _controls(self, face: QWidget) -> QGridLayout:
        look = self._look
        self.pause = CallToActionButton(look, self.tr("Pause"), "pause", face, key_hint=self.tr("Space"))
        self.stop = SecondaryButton(look, self.tr("Stop"), "square", face)
        self.stop.set_key_hint(self.tr("Esc"))
        self.sound = SecondaryButton(look, self.tr("Sound on"), "volume-2", face)
        self.pause.setToolTip(self.tr("Pause and go on (Space)"))
        self.stop.setToolTip(self.tr("Stop and go back (Esc)"))
        self.sound.setToolTip(self.tr("Sounds on or off (M)"))
        self._buttons = QGridLayout()
        self._buttons.setSpacing(SPACE_M)
        self._buttons.setColumnStretch(2, 1)
        named: tuple[tuple[ThemedButton, str], ...] = (
            (self.pause, "breathing_pause"),
            (self.stop, "breathing_stop"),
            (self.sound, "breathing_sound"),
        )
        for button, name in named:
            button.setObjectName(name)
            calm(button)
        look.changed.connect(self._fit)
        self._fit()
        return self._buttons

    def _fit(self) -> None:
        """The buttons beside each other; with huge text the main one above the others."""
        is_huge = self._look.is_huge_text
        self._buttons.addWidget(self.pause, 0, 0, 1, 4 if is_huge else 1)
        self._buttons.addWidget(self.stop, 1 if is_huge else 0, 0 if is_huge else 1)
        self._buttons.addWidget(self.sound, 1 if is_huge else 0, 3)


def _show_text(label: PlainLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
