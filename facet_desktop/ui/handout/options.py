"""What may be chosen for a handout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from facet_desktop.services.handout_service import HandoutLook, Paper
from facet_desktop.ui.metrics import SPACE_M, SPACE_S, TextRole
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look

MAX_CLINIC = 120


class HandoutOptions(QWidget):
    """Paper, size of print, phases and the names at the top. `changed` follows what a person did."""

    changed = Signal()
    clinic_changed = Signal(str)

    def __init__(
        self, look: Look, clinic: str, *, has_patient: bool, several_phases: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(PlainLabel(self.tr("Paper"), TextRole.STRONG, self))
        papers = ((Paper.A4.value, self.tr("A4")), (Paper.LETTER.value, self.tr("Letter")))
        self.paper = SegmentedControl(look, papers, self.tr("Paper"), self)
        self.paper.setObjectName("handout_paper")
        self.paper.set_key(usual_paper().value)
        self.paper.selected.connect(lambda _: self.changed.emit())
        column.addWidget(self.paper)
        column.addSpacing(SPACE_M)
        self.large = self._box("handout_large", self.tr("Large print"))
        self.name = self._box("handout_name", self.tr("Name of the patient"), on=has_patient)
        self.name.setVisible(has_patient)
        self.current = self._box("handout_current", self.tr("Only the phase played now"), on=several_phases)
        self.current.setVisible(several_phases)
        for box in (self.large, self.name, self.current):
            column.addWidget(box)
        column.addSpacing(SPACE_M)
        label = PlainLabel(self.tr("Name of the clinic (may stay empty)"), TextRole.STRONG, self, wrap=True)
        column.addWidget(label)
        self.clinic = QLineEdit(clinic, self)
        self.clinic.setObjectName("handout_clinic")
        self.clinic.setAccessibleName(self.tr("Name of the clinic"))
        self.clinic.setMaxLength(MAX_CLINIC)
        self.clinic.editingFinished.connect(self._clinic_left)
        self._clinic = clinic
        label.setBuddy(self.clinic)
        column.addWidget(self.clinic)
        column.addStretch(1)

    def look(self) -> HandoutLook:
        """What is chosen."""
        return HandoutLook(Paper(self.paper.key()), self.large.isChecked(), self.current.isChecked())

    def _box(self, key: str, text: str, *, on: bool = False) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(key)
        box.setAccessibleName(text)
        box.setChecked(on)
        box.clicked.connect(lambda _: self.changed.emit())
        return box

    def _clinic_left(self) -> None:
        name = " ".join(self.clinic.text().split())
        if name != self._clinic:
            self._clinic = name
            self.clinic_changed.emit(name)
            self.changed.emit()


def usual_paper() -> Paper:
    """Letter where people measure as in the USA, else A4."""
    american = QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if QLocale.system().measurementSystem() == american else Paper.A4
