"""What is seldom changed about an exercise: its cue, what may be played instead, and who counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.exercise_combo import ExerciseCombo
from facet_desktop.ui.editor.view_model import InspectorView, Step
from facet_desktop.ui.metrics import SPACE_S, TextRole
from facet_desktop.ui.widgets.buttons import ButtonKind, ButtonMetrics, ThemedButton
from facet_desktop.ui.widgets.labels import PlainLabel

_LINK = ButtonMetrics(text_px=15, icon_px=15, sides_px=4, height_px=30, gap_px=6)


class MorePart(QWidget):
    """A button that opens and closes the rest; `opened` tells it. `present` emits nothing."""

    opened = Signal(bool)
    cue_typed = Signal(str)
    swap_chosen = Signal(object)
    by_hand_chosen = Signal(bool)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_open = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        self.toggle = ThemedButton(
            context.theme, "", "chevron-down", self, kind=ButtonKind.QUIET, metrics=_LINK
        )
        self.toggle.setObjectName("editor_more_fields")
        self.toggle.clicked.connect(lambda: self.set_open(not self.is_open))
        column.addWidget(self.toggle)
        self._rest = QWidget(self)
        column.addWidget(self._rest)
        grid = QGridLayout(self._rest)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_S)
        grid.setColumnStretch(1, 1)
        words = PlainLabel(self.tr("Cue, read aloud"), TextRole.MUTED, self._rest)
        self.cue = QLineEdit(self._rest)
        self.cue.setObjectName("editor_cue")
        self.cue.setAccessibleName(words.text())
        self.cue.setToolTip(self.tr("A few words while it is played"))
        self.cue.editingFinished.connect(self._cue_done)
        grid.addWidget(words, 0, 0, 1, 2)
        grid.addWidget(self.cue, 1, 0, 1, 2)
        instead = PlainLabel(self.tr("Instead"), TextRole.MUTED, self._rest)
        self.swap = ExerciseCombo(self.tr("nothing"), self._rest)
        self.swap.setObjectName("editor_swap_choice")
        self.swap.setAccessibleName(self.tr("Offered instead when it hurts"))
        self.swap.activated.connect(lambda _: self.swap_chosen.emit(self.swap.slug()))
        grid.addWidget(instead, 2, 0)
        grid.addWidget(self.swap, 2, 1)
        self.by_hand = QCheckBox(self.tr("Counted by the person"), self._rest)
        self.by_hand.setObjectName("editor_by_hand")
        self.by_hand.setAccessibleName(self.by_hand.text())
        self.by_hand.setToolTip(self.tr("One key a repetition; the clock does not count"))
        self.by_hand.clicked.connect(self.by_hand_chosen)
        grid.addWidget(self.by_hand, 3, 0, 1, 2)
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Shows or hides the rest."""
        if is_open != self.is_open:
            self.is_open = is_open
            self._rest.setVisible(is_open)
            self.toggle.setText(self.tr("Less") if is_open else self.tr("More: cue, instead, frequency"))
            self.toggle.setToolTip(self.toggle.text())
            self.toggle.set_icon_name("chevron-up" if is_open else "chevron-down")
            self.opened.emit(is_open)

    def present(self, view: InspectorView, exercises: Sequence[Step]) -> None:
        """Shows what is selected."""
        if not self.cue.hasFocus():
            self.cue.setText(view.cue)
            self.cue.setCursorPosition(0)
        self.swap.show_choice(exercises, view.swap or None)
        self.by_hand.setChecked(view.by_hand)

    def _cue_done(self) -> None:
        if self.cue.isModified():
            self.cue.setModified(False)
            self.cue_typed.emit(self.cue.text())
