"""Choosing and adding patients in a clinic."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from facet_desktop.services.app import AppServices
from facet_desktop.services.settings import Role
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.shell.patient_chooser import PatientChooser, PatientList
from facet_desktop.ui.shell.patient_form import NewPatientDialog


@pytest.fixture
def chooser(qtbot: QtBot, ui_context: UiContext, app_services: AppServices) -> PatientChooser:
    app_services.settings.change(role=Role.CLINIC)
    for name in ("Ben Okri", "Ada Lovelace", "Ada Blum"):
        app_services.patients.add(name, is_sample=name == "Ada Blum")
    chooser = PatientChooser(ui_context)
    qtbot.addWidget(chooser)
    chooser.refresh()
    chooser.show()
    return chooser


def opened_list(chooser: PatientChooser) -> PatientList:
    chooser.click()
    found = chooser.findChild(PatientList)
    assert found is not None
    return found


def rows(popup: PatientList) -> list[str]:
    found = popup.findChild(QListWidget)
    assert found is not None
    return [found.item(index).text() for index in range(found.count())]


def test_the_present_patient_is_shown_and_samples_are_marked(chooser: PatientChooser) -> None:
    assert chooser.accessibleName() == "Patient: Ada Blum (sample)"
    popup = opened_list(chooser)
    assert rows(popup) == ["Ada Blum (sample)", "Ada Lovelace", "Ben Okri"]
    popup.close()


def test_typing_and_enter_choose_a_patient(
    chooser: PatientChooser, qtbot: QtBot, app_services: AppServices
) -> None:
    popup = opened_list(chooser)
    search = popup.findChild(QLineEdit)
    assert search is not None
    QTest.keyClicks(search, "love ada")
    assert rows(popup) == ["Ada Lovelace"]
    QTest.keyClick(search, Qt.Key.Key_Return)

    current = app_services.patients.current()
    assert current is not None
    assert current.name == "Ada Lovelace"
    chooser.refresh()
    assert chooser.accessibleName() == "Patient: Ada Lovelace"


def test_a_new_patient_is_asked_for_and_becomes_the_present_one(
    chooser: PatientChooser, qtbot: QtBot, ui_context: UiContext, app_services: AppServices
) -> None:
    popup = opened_list(chooser)
    new = popup.findChild(QAbstractButton, "patient_new")
    assert new is not None
    with qtbot.waitSignal(chooser.adding):
        new.click()

    dialog = NewPatientDialog(ui_context)
    qtbot.addWidget(dialog)
    name, add = dialog.findChild(QLineEdit, "patient_name"), dialog.findChild(QAbstractButton, "add_patient")
    assert name is not None
    assert add is not None
    add.click()
    trouble = dialog.findChild(QLabel, "patient_trouble")
    assert trouble is not None
    assert trouble.text().startswith("A name is needed.")
    name.setText("Cem")
    with qtbot.waitSignal(dialog.accepted):
        add.click()
    current = app_services.patients.current()
    assert current is not None
    assert current.name == "Cem"
