"""The head of one exercise: the way back, its name, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.ui.library.models import DetailModel
from facet_desktop.ui.metrics import SPACE_M, SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import IconButton, SecondaryButton, ThemedButton
from facet_desktop.ui.widgets.labels import ElidedLabel


class DetailHead(QWidget):
    """Emits what was asked for. Only a clinic is offered more than the way back."""

    back = Signal()
    add = Signal()
    copy = Signal()
    change = Signal()
    export = Signal()
    put_away = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._back = IconButton(
            look, "arrow-left", self.tr("Back to the library (Escape)"), self, framed=True
        )
        self._back.setObjectName("library_back")
        self._back.clicked.connect(self.back)
        self._title = ElidedLabel("", TextRole.TITLE, self)
        self._subtitle = ElidedLabel("", TextRole.MUTED, self)
        self._words = QWidget(self)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_M)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, SPACE_XS)
        self._grid.setSpacing(SPACE_M)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._back, 0, 0)
        self._grid.addLayout(self._row, 0, 2)
        self._export = self._icon("download", self.tr("Export as a file"), "library_export")
        self._export.clicked.connect(self.export)
        self._put_away = self._icon("archive", self.tr("Put away"), "library_put_away")
        self._put_away.clicked.connect(self.put_away)
        self._change = self._icon("pencil", self.tr("Change"), "library_change")
        self._change.clicked.connect(self.change)
        self._copy = self._button("copy", self.tr("Copy and change"), "library_copy")
        self._copy.clicked.connect(self.copy)
        self._add = self._button("plus", self.tr("Add to program"), "library_add")
        self._add.clicked.connect(self.add)
        look.changed.connect(self._fit)
        self._fit()

    def present(self, model: DetailModel, *, is_clinic: bool, can_add: bool) -> None:
        """Shows an exercise; emits nothing."""
        self._title.set_full_text(model.name)
        self._subtitle.set_full_text(model.also_called)
        self._subtitle.setVisible(bool(model.also_called))
        self._add.setVisible(is_clinic and can_add)
        self._copy.setVisible(is_clinic)
        for button in (self._change, self._export, self._put_away):
            button.setVisible(is_clinic and model.is_own)

    def take_focus(self) -> None:
        """Puts the keyboard on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """With large text the pictures of the buttons must do; their names stay in the tooltips.

        With huge text the name of the exercise has a row of its own.
        """
        for button in (self._copy, self._add):
            button.setText("" if self._look.is_large_text else button.accessibleName())
        is_huge = self._look.is_huge_text
        self._row.setSpacing(SPACE_S if is_huge else SPACE_M)
        self._grid.addWidget(self._words, 1 if is_huge else 0, 0 if is_huge else 1, 1, 3 if is_huge else 1)

    def _icon(self, icon: str, name: str, key: str) -> ThemedButton:
        button = IconButton(self._look, icon, name, self, framed=True)
        button.setObjectName(key)
        self._row.addWidget(button)
        return button

    def _button(self, icon: str, text: str, key: str) -> ThemedButton:
        button = SecondaryButton(self._look, text, icon, self)
        button.setObjectName(key)
        button.setAccessibleName(text)
        button.setToolTip(text)
        self._row.addWidget(button)
        return button
