"""A small window over all others, for a few exercises at the desk: name, count, time, breath, two buttons.

In a rest it asks for pain; effort, and what pain asks for, have the large window.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import REGULAR, SEMIBOLD, SPACE_M, SPACE_S, SPACE_XS, TARGET_PX
from facet_desktop.ui.player.buttons import calm
from facet_desktop.ui.player.fit_label import FitLabel
from facet_desktop.ui.player.keys import Command, command_of, digit_of
from facet_desktop.ui.player.models import Motion, PlayModel, RingWords
from facet_desktop.ui.player.ring import BreathRing
from facet_desktop.ui.player.room_model import RoomModel
from facet_desktop.ui.theme import PlayerLook
from facet_desktop.ui.widgets.buttons import ButtonKind, IconButton, SecondaryButton, ThemedButton
from facet_desktop.ui.widgets.scales import PainScale

_SIZE_PX, _RING_PX, _RING_ASKING_PX = (380, 216), 128, 84
_NAME_PX, _CUE_PX, _COUNT_PX = 19, 16, 15


class MiniWindow(QWidget):
    """Shows the models it is given. `commanded` carries a `Command`, `rated` pain from 0 to 10.

    `left` asks for the large window.
    """

    commanded = Signal(object)
    rated = Signal(int)
    left = Signal()

    def __init__(self, look: PlayerLook) -> None:
        kind = Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.CustomizeWindowHint
        kind |= Qt.WindowType.WindowTitleHint | Qt.WindowType.WindowCloseButtonHint
        super().__init__(None, kind)
        self._look = look
        self.setObjectName("mini_window")
        self.setWindowTitle(self.tr("Facet: session"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.dress(self)
        self.ring = BreathRing(look, self)
        self.ring.setObjectName("mini_ring")
        self._name = FitLabel(look, _NAME_PX, self, centred=False, weight=SEMIBOLD)
        self._question = self.tr("Pain while doing it? Keys 0\N{EN DASH}9")
        self._cue = FitLabel(look, _CUE_PX, self, centred=False, weight=REGULAR)
        self._count = FitLabel(look, _COUNT_PX, self, centred=False, weight=REGULAR, lines=1)
        for label, key in ((self._name, "mini_name"), (self._cue, "mini_cue"), (self._count, "mini_count")):
            label.setObjectName(key)
        self.scale = PainScale(look, self, words=False)
        self.scale.setObjectName("mini_pain")
        self.scale.leave_focus_to_tab()
        self.scale.chosen.connect(self.rated)
        self.scale.hide()
        self.pause = ThemedButton(look, self.tr("Pause"), "pause", self, kind=ButtonKind.CALL)
        self.skip = SecondaryButton(look, self.tr("Skip"), "skip-forward", self)
        self.back = IconButton(look, "maximize", self.tr("Back to the large window (W)"), self, framed=True)
        self._wire()
        self._lay_out()
        look.changed.connect(self._fit)
        self._fit()

    def show_model(self, play: PlayModel, room: RoomModel, pain_nprs: int | None) -> None:
        """Show another state; a rest asks for pain, and shows what was told."""
        self._show_question(play.rest is not None, pain_nprs)
        self._name.set_text(room.title)
        self._cue.set_text(room.cue)
        self._count.set_text(self._question if play.rest is not None else _counted(room))
        self.ring.show_words(RingWords("", room.time, "", counts=True))
        self._show_pause(play)

    def show_motion(self, motion: Motion) -> None:
        """Show another instant."""
        self.ring.show_motion(motion)

    def event(self, event: QEvent) -> bool:
        """Keys of the player mean here what they mean in the large window."""
        is_asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if (
            is_asked
            and isinstance(event, QKeyEvent)
            and (command_of(event) or self._digit(event) is not None)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every command by key; Esc goes back to the large window and stops nothing. Digits tell pain."""
        command, digit = command_of(event), self._digit(event)
        if event.isAutoRepeat():
            super().keyPressEvent(event)
        elif digit is not None:
            self.scale.type_digit(digit, event.timestamp())
        elif command is None:
            super().keyPressEvent(event)
        elif command in (Command.ESCAPE, Command.MINI):
            self.left.emit()
        else:
            self.commanded.emit(command)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed, it gives the session back to the large window."""
        event.ignore()
        self.left.emit()

    def _digit(self, event: QKeyEvent) -> int | None:
        """The answer that a key gives, where there is a question and the key is no command."""
        return digit_of(event) if self.scale.isVisible() and command_of(event) is None else None

    def _show_question(self, is_asked: bool, pain_nprs: int | None) -> None:
        if self.scale.isHidden() == is_asked:
            self.scale.setVisible(is_asked)
            self._fit()
        if self.scale.value() != pain_nprs:
            self.scale.set_value(pain_nprs)

    def _show_pause(self, play: PlayModel) -> None:
        running = play.controls.running
        by_hand = play.work.by_hand if play.work is not None and running else ""
        text = by_hand or (self.tr("Pause") if running else self.tr("Go on"))
        if self.pause.text() != text:
            self.pause.setText(text)
            self.pause.set_icon_name("check" if by_hand else "pause" if running else "play")

    def _wire(self) -> None:
        tips = (
            (self.pause, "mini_pause", self.tr("Pause and go on (Space)"), Command.TOGGLE),
            (self.skip, "mini_skip", self.tr("To the next set or exercise (Right arrow, N)"), Command.SKIP),
        )
        for button, key, tip, command in tips:
            button.setObjectName(key)
            button.setToolTip(tip)
            calm(button)
            button.clicked.connect(lambda _=False, one=command: self.commanded.emit(one))
        self.skip.set_icon_last()
        self.back.setObjectName("mini_back")
        calm(self.back)
        self.back.clicked.connect(self.left)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACE_XS)
        words.addStretch(1)
        for label in (self._name, self._cue, self._count):
            words.addWidget(label)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(SPACE_M)
        top.addWidget(self.ring)
        top.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.pause, 1)
        buttons.addWidget(self.skip, 1)
        buttons.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        column.setSpacing(SPACE_S)
        column.addLayout(top, 1)
        column.addWidget(self.scale)
        column.addLayout(buttons)

    def _fit(self) -> None:
        side = self._look.px(_RING_PX if self.scale.isHidden() else _RING_ASKING_PX)
        self.ring.setFixedSize(side, side)
        for cell in self.scale.cells():
            cell.setFixedHeight(self._look.px(TARGET_PX))
        self.setFixedSize(*(self._look.px(length) for length in _SIZE_PX))


def _counted(room: RoomModel) -> str:
    count = room.count
    words = (count.before, count.number, count.after) if count is not None else ()
    return " ".join(word for word in words if word)
