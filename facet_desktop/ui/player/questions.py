"""The three things that open over the player: it hurts, stop, and the keys."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_M, SPACE_S, SPACE_XL, TextRole
from facet_desktop.ui.player.models import VerdictModel
from facet_desktop.ui.player.overlay import Overlay
from facet_desktop.ui.player.remedies import Remedy
from facet_desktop.ui.player.verdict_card import VerdictCard
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import DangerOutlineButton, PrimaryButton, SecondaryButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scales import PainScale


class HurtsOverlay(Overlay):
    """After "It hurts": pain now, and what to do. `chosen` carries a `Remedy`; Esc waits."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, self.tr("It hurts"), parent)
        self.setObjectName("hurts_overlay")
        self.scale = PainScale(look, self)
        self.scale.setObjectName("hurts_pain")
        self.body.addWidget(PlainLabel(self.tr("How strong is it now? You may leave this out."), parent=self))
        self.body.addWidget(self.scale)
        self.verdict = VerdictCard(look, "hurts", self)
        self.body.addWidget(self.verdict)
        self.body.addSpacing(SPACE_S)
        self._offered: dict[Remedy, bool] = {}
        self._buttons = {
            Remedy.GO_ON: SecondaryButton(look, self.tr("It has eased: go on"), "play", self),
            Remedy.LOWER: SecondaryButton(look, self.tr("Do less of it"), "minus", self),
            Remedy.EASIER: SecondaryButton(look, self.tr("Easier version"), "trending-down", self),
            Remedy.SKIP: SecondaryButton(look, self.tr("Skip this exercise"), "skip-forward", self),
            Remedy.SIGNS: SecondaryButton(
                look, self.tr("Something new: leg pain, numbness or weakness"), "list-checks", self
            ),
            Remedy.STOP: DangerOutlineButton(look, self.tr("Stop the session"), "x", self),
        }
        beside = QHBoxLayout()
        beside.setSpacing(SPACE_M)
        self.body.addLayout(beside)
        for remedy, button in self._buttons.items():
            self.add(button, f"hurts_{remedy.value}")
            if remedy in (Remedy.GO_ON, Remedy.LOWER):
                beside.addWidget(button)
            button.clicked.connect(lambda _=False, one=remedy: self._choose(one))
        self.left.connect(lambda: self.chosen.emit(Remedy.WAIT))

    def ask(self, *, can_lower: bool, easier: str) -> None:
        """Open with the ways out that there are now; ``easier`` is the button of the easier exercise."""
        self.scale.set_value(None)
        self._offered = {Remedy.LOWER: can_lower, Remedy.EASIER: bool(easier)}
        if easier:
            self._buttons[Remedy.EASIER].setText(easier)
        self.show_verdict(None, must_stop=False)
        self.open(
            self.tr(
                "The session stands still. Let go of the position and breathe. What would you like to do?"
            )
        )

    def show_verdict(self, verdict: VerdictModel | None, *, must_stop: bool) -> None:
        """Say what the rating asks for; where nobody should go on, only stopping is left."""
        self.verdict.show_model(None if verdict is None else replace(verdict, actions=()))
        for remedy, button in self._buttons.items():
            always = remedy in (Remedy.STOP, Remedy.SIGNS)
            button.setVisible(always or (self._offered.get(remedy, True) and not must_stop))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer pain, also while no number has the focus."""
        digit = event.key() - Qt.Key.Key_0.value
        if 0 <= digit <= 9 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.scale.type_digit(digit, event.timestamp())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _choose(self, remedy: Remedy) -> None:
        self.close_quietly()
        self.chosen.emit(remedy)


class StopOverlay(Overlay):
    """Asks once before the session is stopped, and names what is kept. Esc goes on."""

    confirmed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, self.tr("Stop the session?"), parent)
        self.setObjectName("stop_overlay")
        self.go_on = self.add(PrimaryButton(look, self.tr("Keep going"), "play", self), "stop_go_on")
        self.stop = self.add(DangerOutlineButton(look, self.tr("Stop now"), "x", self), "stop_confirm")
        self.go_on.clicked.connect(self._leave)
        self.stop.clicked.connect(self._confirm)

    def _confirm(self) -> None:
        self.close_quietly()
        self.confirmed.emit()


class KeysOverlay(Overlay):
    """The shortcut card, in two columns. Esc or F1 closes it."""

    width_px = 880

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, self.tr("Keys"), parent)
        self.setObjectName("keys_overlay")
        self.keys = {Qt.Key.Key_F1: self._leave}
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_XL)
        grid.setVerticalSpacing(SPACE_S)
        rows = self._rows()
        half = -(-len(rows) // 2)
        for number, (key, meaning) in enumerate(rows):
            row, column = number % half, 2 * (number // half)
            grid.addWidget(PlainLabel(key, TextRole.STRONG, self), row, column, Qt.AlignmentFlag.AlignTop)
            words = PlainLabel(meaning, parent=self, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)
        self.body.addSpacing(SPACE_S)
        self.close_button = self.add(PrimaryButton(look, self.tr("Close"), "", self), "keys_close")
        self.close_button.clicked.connect(self._leave)

    def _rows(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Space"), self.tr("Pause and go on; counts where you count yourself")),
            (self.tr("P, B, full stop"), self.tr("Pause and go on, always")),
            (self.tr("Right, N, Page Down"), self.tr("Next set or exercise")),
            (self.tr("Left, Page Up"), self.tr("Start of this set, or the one before")),
            ("+", self.tr("15 seconds more")),
            ("0\N{EN DASH}9", self.tr("Pain, while it is asked; 1 and then 0 is 10")),
            (self.tr("Shift 0\N{EN DASH}9"), self.tr("Effort, while it is asked")),
            ("L", self.tr("Do less, where it is offered after a rating")),
            ("C", self.tr("Change the exercise")),
            ("E", self.tr("Easier version at once, where there is one")),
            ("H", self.tr("It hurts")),
            ("M", self.tr("Sounds on or off")),
            ("V", self.tr("Voice on or off")),
            (self.tr("F, F5"), self.tr("Full screen")),
            ("O", self.tr("Full screen on another screen")),
            ("A", self.tr("Large words for the whole room, or everything")),
            ("W", self.tr("Small window beside your work")),
            ("F1", self.tr("This card")),
            (self.tr("Esc"), self.tr("Leave full screen; else stop, asks first")),
        )
