"""Whom the pages are about, in a clinic: a button with the present name, and a list to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_M, SPACE_S, SPACE_XS
from facet_desktop.ui.widgets.buttons import SecondaryButton
from facet_desktop.ui.widgets.search_field import SearchField
from facet_desktop.ui.widgets.stored_text import button_text, tip_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from facet_desktop.services.records import Patient
    from facet_desktop.ui.context import UiContext

ROW_PX = 40
_WIDTH_PX, _HEIGHT_PX, _SHOWN_LETTERS = 320, 380, 15


class PatientChooser(SecondaryButton):
    """Shows the present patient and opens the list. `adding` asks for a new patient."""

    adding = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, "", "chevrons-up-down", parent)
        self._context = context
        self.set_icon_last()
        self.setObjectName("patient_chooser")
        self.clicked.connect(self.open_list)

    def refresh(self) -> None:
        """Show the present patient."""
        patient = self._context.services.patients.current()
        name = label(patient, self.tr("{name} (sample)")) if patient else self.tr("No patient")
        short = (
            name if len(name) <= _SHOWN_LETTERS else f"{name[: _SHOWN_LETTERS - 1]}\N{HORIZONTAL ELLIPSIS}"
        )
        self.setText(button_text(short))
        self.setAccessibleName(self.tr("Patient: {name}").format(name=name))
        self.setToolTip(tip_text(self.tr("Choose a patient: {name}").format(name=name)))

    def open_list(self) -> None:
        """Open the list of patients below the button."""
        popup = PatientList(self._context, self.window())
        popup.adding.connect(self.adding)
        popup.open_at(self.mapToGlobal(QPoint(0, self.height() + SPACE_XS)))


class PatientList(QFrame):
    """A search, the patients that fit, and a way to add one."""

    adding = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._context = context
        self._patients = context.services.patients.all()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("patient_list_popup")
        self.setProperty("frame", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        column.setSpacing(SPACE_S)
        self._search: QLineEdit = SearchField(context.theme, self.tr("Search patients"), self)
        self._search.setObjectName("patient_search")
        self._search.textChanged.connect(self._fill)
        self._search.returnPressed.connect(self._choose_first)
        self._list = QListWidget(self)
        self._list.setObjectName("patient_list")
        self._list.setAccessibleName(self.tr("Patients"))
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        add = SecondaryButton(context.theme, self.tr("New patient…"), "user-plus", self)
        add.setObjectName("patient_new")
        add.clicked.connect(self._add)
        for widget in (self._search, self._list, add):
            column.addWidget(widget)
        self._fill("")

    def open_at(self, corner: QPoint) -> None:
        """Show the list with its upper left corner here."""
        look = self._context.theme
        self.resize(look.px(_WIDTH_PX), look.px(_HEIGHT_PX))
        self.move(corner)
        self.show()
        self._search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, the down key goes into the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._list.setFocus()
            self._list.setCurrentRow(0)
        else:
            super().keyPressEvent(event)

    def _fill(self, text: str) -> None:
        self._list.clear()
        wanted = text.casefold().split()
        for patient in self._patients:
            if all(word in patient.name.casefold() for word in wanted):
                item = QListWidgetItem(label(patient, self.tr("{name} (sample)")), self._list)
                item.setSizeHint(QSize(0, self._context.theme.px(ROW_PX)))
                item.setData(Qt.ItemDataRole.UserRole, patient.id)

    def _choose_first(self) -> None:
        first = self._list.item(0)
        if first is not None:
            self._choose(first)

    def _choose(self, item: QListWidgetItem) -> None:
        self.close()
        self._context.services.patients.choose(str(item.data(Qt.ItemDataRole.UserRole)))

    def _add(self) -> None:
        self.close()
        self.adding.emit()


def label(patient: Patient, sample: str) -> str:
    """The name, marked where the patient is made up; `sample` is the translated pattern."""
    return sample.format(name=patient.name) if patient.is_sample else patient.name
