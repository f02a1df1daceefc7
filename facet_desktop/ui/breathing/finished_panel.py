"""After the last breath: what was done, and a moment of peace."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.ui.breathing.models import FinishedModel
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_XL, TextRole
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import CallToActionButton, SecondaryButton
from facet_desktop.ui.widgets.labels import PlainLabel


class FinishedPanel(QWidget):
    """`again` and `done` are wired by the page."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breathing_finished")
        self._title = PlainLabel(self.tr("Finished"), TextRole.PLAYER_TITLE, self)
        self._total = PlainLabel("", TextRole.PLAYER_SUBTITLE, self, wrap=True, tabular=True)
        self._total.setObjectName("breathing_done")
        calm_end = self.tr("Stay a moment and breathe as you like before you get up.")
        rest = PlainLabel(calm_end, TextRole.PLAYER_BODY, self, wrap=True)
        note = PlainLabel(
            self.tr("Breathing practice is not kept in your record."), TextRole.SMALL, self, wrap=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_M)
        column.addStretch(1)
        for label in (self._title, self._total, rest, note):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(SPACE_L)
        self.again = SecondaryButton(look, self.tr("Again"), "repeat", self)
        self.again.setObjectName("breathing_again")
        self.done = CallToActionButton(look, self.tr("Done"), "check", self)
        self.done.setObjectName("breathing_close")
        row = QHBoxLayout()
        row.setSpacing(SPACE_M)
        row.addStretch(1)
        row.addWidget(self.again)
        row.addWidget(self.done)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def title(self) -> str:
        """The largest words."""
        return self._title.text()

    def present(self, model: FinishedModel) -> None:
        """Show what was done."""
        self._total.setText(model.total)
