"""The right half while something is to be done: name, set, ring, tempo."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_L, SPACE_S, TextRole
from facet_desktop.ui.player.buttons import calm
from facet_desktop.ui.player.fit_label import FitLabel
from facet_desktop.ui.player.models import Motion, WorkModel
from facet_desktop.ui.player.ring import BreathRing
from facet_desktop.ui.player.tempo_chips import TempoChips
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import SecondaryButton
from facet_desktop.ui.widgets.labels import PlainLabel


class WorkPanel(QWidget):
    """`by_hand` is the button that ends a step which waits for the person."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, 0, SPACE_L, 0)
        column.setSpacing(SPACE_S)
        self._heading = FitLabel(look, 42, self)
        self._heading.setObjectName("player_heading")
        self._where = PlainLabel("", TextRole.PLAYER_BODY, self, wrap=True, tabular=True)
        self._where.setObjectName("player_set")
        self._where.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.ring = BreathRing(look, self)
        self._chips = TempoChips(look, self)
        self.by_hand = SecondaryButton(look, self.tr("Done"), "check", self)
        self.by_hand.setObjectName("player_count")
        calm(self.by_hand)
        column.addStretch(2)
        column.addWidget(self._heading)
        column.addWidget(self._where)
        column.addSpacing(SPACE_S)
        column.addWidget(self.ring, 12)
        column.addSpacing(SPACE_S)
        column.addWidget(self._chips)
        column.addWidget(self.by_hand, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def show_model(self, model: WorkModel) -> None:
        """Show another state."""
        self._heading.set_text(model.heading)
        if self._where.text() != model.where:
            self._where.setText(model.where)
        self.ring.show_words(model.ring)
        self._chips.show_parts(model.chips, model.chip)
        self.by_hand.setVisible(bool(model.by_hand))
        if model.by_hand and self.by_hand.text() != model.by_hand:
            self.by_hand.setText(model.by_hand)
        # Screen readers hear phases, never seconds.
        if self.accessibleName() != model.spoken:
            self.setAccessibleName(model.spoken)

    def show_motion(self, motion: Motion) -> None:
        """Show another instant."""
        self.ring.show_motion(motion)
