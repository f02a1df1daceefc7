"""The row of large controls at the foot of the player."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_M
from facet_desktop.ui.player.buttons import calm
from facet_desktop.ui.player.models import ControlsModel
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import (
    CallToActionButton,
    DangerOutlineButton,
    SecondaryButton,
    ThemedButton,
)

_FOLDED_PX = 690


class ControlsBar(QWidget):
    """Buttons only; the page wires them. Where room is short, some show their icon alone."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: ControlsModel | None = None
        self._texts: dict[ThemedButton, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        self.back = self._add(SecondaryButton(look, self.tr("Back"), "skip-back", self), "player_back")
        self.pause = CallToActionButton(look, self.tr("Pause"), "pause", self, key_hint=self.tr("Space"))
        self._add(self.pause, "player_pause")
        self.skip = self._add(SecondaryButton(look, self.tr("Skip"), "skip-forward", self), "player_skip")
        self.skip.set_icon_last()
        self.more = self._add(SecondaryButton(look, self.tr("+15 s"), "timer", self), "player_more")
        self.change = self._add(
            SecondaryButton(look, self.tr("Change exercise"), "replace", self), "player_change"
        )
        self.hurts = self._add(DangerOutlineButton(look, self.tr("It hurts"), "hand", self), "player_hurts")
        self.sound = self._add(SecondaryButton(look, self.tr("Sound on"), "volume-2", self), "player_sound")
        self.voice = self._add(
            SecondaryButton(look, self.tr("Voice off"), "message-square", self), "player_voice"
        )
        self.voice.setCheckable(True)
        self._tips()
        for button in (self.back, self.pause, self.skip):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.more, self.change, self.hurts, self.sound, self.voice):
            row.addWidget(button)
        self._foldable = (self.voice, self.sound, self.back, self.skip, self.more, self.change)

    def minimumSizeHint(self) -> QSize:
        """The row with everything folded that may fold."""
        return QSize(self._look.px(_FOLDED_PX), super().minimumSizeHint().height())

    def show_model(self, model: ControlsModel) -> None:
        """Show another state; does nothing when it is the same."""
        if model == self._shown:
            return
        self._shown = model
        pause = self.tr("Pause") if model.running else self.tr("Go on")
        self._show_text(self.pause, pause, "pause" if model.running else "play")
        sound = self.tr("Sound on") if model.sound_on else self.tr("Sound off")
        self._show_text(self.sound, sound, "volume-2" if model.sound_on else "volume-x")
        self.more.setVisible(model.offers_more)
        self.change.setVisible(model.can_change)
        self._fold()

    def show_voice(self, voice_on: bool) -> None:
        """Say whether cues are spoken."""
        self._show_text(
            self.voice, self.tr("Voice on") if voice_on else self.tr("Voice off"), "message-square"
        )
        self.voice.setChecked(voice_on)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold texts away where they do not fit."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size may need another fold."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fold()

    def _add(self, button: ThemedButton, key: str) -> ThemedButton:
        button.setObjectName(key)
        self._texts[button] = button.text()
        calm(button)
        return button

    def _tips(self) -> None:
        tips = (
            (self.back, self.tr("Back to the start of this set, or to the one before (Left arrow, B)")),
            (self.pause, self.tr("Pause and go on (Space)")),
            (self.skip, self.tr("To the next set or exercise (Right arrow, N)")),
            (self.more, self.tr("15 seconds more (+)")),
            (self.change, self.tr("Take an easier, harder or similar exercise instead (C)")),
            (self.hurts, self.tr("Pause, and choose what to do (H)")),
            (self.sound, self.tr("Sounds on or off (M)")),
            (self.voice, self.tr("A voice says what to do: on or off (V)")),
        )
        for button, tip in tips:
            button.setToolTip(tip)

    def _show_text(self, button: ThemedButton, text: str, icon: str) -> None:
        if self._texts[button] == text:
            return
        self._texts[button] = text
        button.set_icon_name(icon)
        button.setAccessibleName(text)
        if button not in self._foldable:
            button.setText(text)

    def _fold(self) -> None:
        """Texts give way one by one, the least needed first, until the row fits."""
        for button in self._foldable:
            self._fill(button, self._texts[button])
        for button in self._foldable:
            if self._wanted_width() <= self.width():
                break
            self._fill(button, "")

    def _fill(self, button: ThemedButton, text: str) -> None:
        if button.text() != text:
            button.setText(text)
            button.setAccessibleName(self._texts[button])

    def _wanted_width(self) -> int:
        shown = [one for one in self._texts if not one.isHidden()]
        return sum(one.sizeHint().width() for one in shown) + SPACE_M * len(shown)
