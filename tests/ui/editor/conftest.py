"""The editor over a real data folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.bootstrap import OpenFolder
from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.domain.program import Prescription, Program
from facet_desktop.services.events import Event
from facet_desktop.services.records import Patient
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.dose_form import DoseRow
from facet_desktop.ui.editor.page import EditorPage

Ctrl, Shift, Alt, Plain = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)


@dataclass
class Editor:
    """The page with hands to use it, and what it told."""

    page: EditorPage
    folder: OpenFolder
    patient: Patient
    told: list[Exception]

    @property
    def program(self) -> Program:
        """The program as it stands."""
        return self.page.desk.state.program

    @property
    def items(self) -> tuple[Prescription, ...]:
        """Exercises of the shown session."""
        return self.page.desk.state.session.items

    def names(self) -> list[str]:
        """Slugs of the exercises of the shown session."""
        return [item.exercise for item in self.items]

    def stored(self) -> Program:
        """The draft as it is in the database."""
        draft = self.folder.services.programs.open_draft(self.patient.id)
        assert draft is not None
        return draft.program

    def add(self, *slugs: str) -> None:
        """Adds exercises at the end."""
        self.page.desk.items.add(slugs, len(self.items))
        self.page.desk.do(lambda: None)

    def select(self, *places: int) -> None:
        """Selects exercises by their places."""
        outline = self.page.body.outline
        outline.clearSelection()
        for place in places:
            index = outline.rows().index(place)
            outline.selectionModel().select(index, outline.selectionModel().SelectionFlag.Select)

    def press(self, name: str) -> None:
        """Presses a button by its object name."""
        self.press_in(self.page, name)

    def press_in(self, part: QWidget, name: str) -> None:
        """Presses a button of a part of the page."""
        button = part.findChild(QAbstractButton, name)
        assert button is not None, name
        assert button.isEnabled(), name
        button.click()

    def field(self, field: DoseField) -> DoseRow:
        """A row of the dose form."""
        return self.page.body.inspector.form.rows[field]

    def write(self, field: DoseField, text: str) -> None:
        """Types into a field of the dose form, in place of what stands there."""
        edit = self.field(field).edit
        edit.setFocus()
        edit.selectAll()
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        QTest.keyClicks(edit, text)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Plain) -> None:
        """Presses a key where the keyboard is."""
        QTest.keyClick(self.focused(), key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Types where the keyboard is."""
        QTest.keyClicks(self.focused(), text)
        QApplication.processEvents()

    def close_popup(self) -> None:
        """Closes an open menu."""
        popup = QApplication.activePopupWidget()
        assert popup is not None
        popup.close()

    def focused(self) -> QWidget:
        """The widget that has the keyboard."""
        popup = QApplication.activePopupWidget()
        inside = popup.focusWidget() if popup is not None else None
        return inside or QApplication.focusWidget() or self.page


@pytest.fixture
def make(
    qtbot: QtBot, ui_context: UiContext, opened: OpenFolder, reported: list[Exception]
) -> Callable[[Patient], Editor]:
    """Shows the page of a patient, as the window would."""

    def make(patient: Patient) -> Editor:
        page = EditorPage(ui_context)
        qtbot.addWidget(page)

        def take(event: Event) -> None:
            if page.concerns(event):
                page.refresh()

        ui_context.bridge.happened.connect(take)
        page.resize(1104, 800)
        page.refresh()
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.setFocus()
        return Editor(page, opened, patient, reported)

    return make


@pytest.fixture
def start(make: Callable[[Patient], Editor], opened: OpenFolder) -> Editor:
    """The page of a patient without a program."""
    return make(opened.services.patients.add("Ana"))


@pytest.fixture
def editor(make: Callable[[Patient], Editor], opened: OpenFolder) -> Editor:
    """The page with an empty program."""
    services = opened.services
    patient = services.patients.add("Ana")
    services.programs.begin_empty(patient.id, "New program")
    return make(patient)
