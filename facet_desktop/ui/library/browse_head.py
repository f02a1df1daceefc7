"""The head of the library, with what a clinic can do beside looking."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from facet_desktop.ui.widgets.cards import PageHeader


class BrowseHead(QWidget):
    """Emits what was asked for. `brought_back` carries the place at which a menu should open."""

    made = Signal()
    imported = Signal()
    brought_back = Signal(QPoint)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        subtitle = self.tr("Every exercise, with a figure that moves.")
        header = PageHeader(self.tr("Library"), subtitle, self)
        self._archived = IconButton(look, "archive-restore", "", self, framed=True)
        self._archived.setObjectName("library_bring_back")
        self._archived.clicked.connect(self._ask_for_menu)
        self._import = SecondaryButton(look, self.tr("Import"), "upload", self)
        self._import.setObjectName("library_import")
        self._import.clicked.connect(self.imported)
        self._new = PrimaryButton(look, self.tr("New exercise"), "plus", self)
        self._new.setObjectName("library_new")
        self._new.clicked.connect(self.made)
        for button in (self._archived, self._import, self._new):
            header.add_action(button)
        for button in (self._import, self._new):
            button.setAccessibleName(button.text())
            button.setToolTip(button.text())
        look.changed.connect(self._fit)
        self._fit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(header)

    def present(self, *, is_clinic: bool, archived: int) -> None:
        """Shows what a role can do; `archived` counts the exercises that are put away."""
        self._new.setVisible(is_clinic)
        self._import.setVisible(is_clinic)
        self._archived.setVisible(is_clinic and archived > 0)
        self._archived.set_name(self.tr("Exercises that are put away: {count}").format(count=archived))

    def _fit(self) -> None:
        """With large text the pictures of the buttons must do; their names stay in the tooltips."""
        for button in (self._import, self._new):
            button.setText("" if self._look.is_large_text else button.accessibleName())

    def _ask_for_menu(self) -> None:
        self.brought_back.emit(self._archived.mapToGlobal(QPoint(0, self._archived.height())))
