"""Asks for a new patient: a name or number, and the year of birth if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.translation import error_line
from facet_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from facet_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from facet_desktop.ui.context import UiContext

_OLDEST_YEARS = 120


class PatientForm(QWidget):
    """Two fields and the trouble with them. `added` carries the id of the patient who was added."""

    added = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        self._name = self._field(column, "patient_name", self.tr("Name or number"))
        column.addSpacing(SPACE_M)
        self._year = self._field(column, "birth_year", self.tr("Year of birth (may stay empty)"))
        self._year.setValidator(QIntValidator(0, 9999, self._year))
        self._year.setMaxLength(4)
        self._trouble = PlainLabel("", TextRole.BODY, self, wrap=True)
        self._trouble.setObjectName("patient_trouble")
        self._trouble.set_tone(Tone.ALERT)
        self._trouble.hide()
        column.addWidget(self._trouble)

    def add(self) -> None:
        """Add the patient; what does not fit is said under the fields."""
        try:
            year = self._checked_year()
            patient = self._context.services.patients.add(self._name.text(), birth_year=year)
        except UserError as error:
            self._say(error_line(error))
        except StorageError as error:
            self._context.report(error)
        else:
            self.added.emit(patient.id)

    def _checked_year(self) -> int | None:
        text = self._year.text().strip()
        if not text:
            return None
        this_year = self._context.services.clock.today().year
        if not this_year - _OLDEST_YEARS <= int(text) <= this_year:
            text = self.tr("The year of birth lies between {first} and {last}.")
            raise UserError(text, first=this_year - _OLDEST_YEARS, last=this_year)
        return int(text)

    def _field(self, column: QVBoxLayout, name: str, label: str) -> QLineEdit:
        title = PlainLabel(label, TextRole.STRONG, self)
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.returnPressed.connect(self.add)
        title.setBuddy(field)
        column.addWidget(title)
        column.addWidget(field)
        return field

    def _say(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.show()


class NewPatientDialog(QDialog):
    """The form in a dialog; it closes when the patient was added."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_patient_dialog")
        self.setWindowTitle(self.tr("New patient"))
        self.setAccessibleName(self.tr("New patient"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_L)
        column.addWidget(PlainLabel(self.tr("New patient"), TextRole.HEADING, self))
        self.form = PatientForm(context, self)
        self.form.setMinimumWidth(context.theme.px(340))
        self.form.added.connect(self.accept)
        column.addWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addStretch(1)
        cancel = SecondaryButton(context.theme, self.tr("Cancel"), parent=self)
        cancel.setObjectName("cancel_patient")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        add = PrimaryButton(context.theme, self.tr("Add patient"), "user-plus", self)
        add.setObjectName("add_patient")
        add.setAutoDefault(False)
        add.clicked.connect(self.form.add)
        row.addWidget(cancel)
        row.addWidget(add)
        column.addLayout(row)
