"""The advice page by itself."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.bootstrap import OpenFolder
from facet_desktop.services.app import AppServices
from facet_desktop.services.records import Patient, ScreenContext
from facet_desktop.ui.advice.page import AdvicePage
from facet_desktop.ui.context import UiContext
from tests.fakes import FakeClock

DAY_MS = 86_400_000


@pytest.fixture
def page(qtbot: QtBot, ui_context: UiContext, patient: Patient) -> AdvicePage:
    page = AdvicePage(ui_context)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    assert patient.name == "Me"
    return page


def lock(page: AdvicePage, services: AppServices, patient: Patient, *signs: str) -> None:
    services.safety.answer(patient.id, dict.fromkeys(signs, True), ScreenContext.WEEKLY)
    page.refresh()


def click(page: QWidget, name: str) -> None:
    found = page.findChild(QAbstractButton, name)
    assert found is not None
    assert found.isVisible(), name
    found.click()


def field(page: QWidget) -> QLineEdit:
    found = page.findChild(QLineEdit, "cleared_by")
    assert found is not None
    return found


def words(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(
    ("signs", "headline"),
    [
        (("infection",), "Please see a doctor today."),
        (("infection", "ces-saddle", "inflammatory"), "Please get help now."),
    ],
)
def test_the_gravest_sign_decides_the_headline_and_each_sign_has_its_advice(
    page: AdvicePage, app_services: AppServices, patient: Patient, signs: tuple[str, ...], headline: str
) -> None:
    lock(page, app_services, patient, *signs)
    assert headline in words(page)
    for flag in app_services.safety.questions():
        assert (page.findChild(QWidget, f"advice_{flag.slug}") is not None) == (flag.slug in signs)
        assert flag.slug not in signs or flag.advice in words(page)


def test_the_reason_names_the_day_of_the_answers(
    page: AdvicePage, app_services: AppServices, patient: Patient, clock: FakeClock
) -> None:
    lock(page, app_services, patient, "chest")
    clock.jump(2 * DAY_MS)
    page.refresh()
    assert any("The answers of Monday 5 January" in text for text in words(page))


def test_what_a_sign_may_stand_for_is_not_said_at_home(
    page: AdvicePage, app_services: AppServices, patient: Patient
) -> None:
    lock(page, app_services, patient, "ces-saddle")
    assert not any("Cauda equina" in text for text in words(page))


def test_a_clearance_keeps_the_name_and_the_note(
    page: AdvicePage, app_services: AppServices, opened: OpenFolder, patient: Patient, clock: FakeClock
) -> None:
    lock(page, app_services, patient, "trauma")
    clock.advance(1000)
    field(page).setText("  Dr   Example ")
    note = page.findChild(QPlainTextEdit, "clearance_note")
    assert note is not None
    note.setPlainText("X-ray was fine")
    click(page, "unlock_sessions")
    assert app_services.safety.lock(patient.id) is not None
    click(page, "confirm_clearance")

    assert app_services.safety.lock(patient.id) is None
    assert "Sessions are open" in words(page)
    assert opened.store.safety.open_lock(patient.id) is None


def test_a_name_that_is_too_long_is_said_at_the_field(
    page: AdvicePage, app_services: AppServices, patient: Patient
) -> None:
    lock(page, app_services, patient, "trauma")
    field(page).setText("x" * 121)
    click(page, "unlock_sessions")
    click(page, "confirm_clearance")
    assert "This text is too long. Please shorten it." in words(page)
    assert app_services.safety.lock(patient.id) is not None


def test_leaving_forgets_what_was_not_recorded(
    page: AdvicePage, app_services: AppServices, patient: Patient
) -> None:
    lock(page, app_services, patient, "trauma")
    field(page).setText("Dr Example")
    click(page, "unlock_sessions")
    assert page.leave()
    assert field(page).text() == ""
    assert field(page).isVisible()


def test_every_control_has_a_name_and_room(
    page: AdvicePage, app_services: AppServices, patient: Patient
) -> None:
    lock(page, app_services, patient, "trauma")
    for found in page.findChildren(QAbstractButton):
        if found.isVisible():
            assert found.objectName(), found.accessibleName()
            assert found.accessibleName(), found.objectName()
            assert found.height() >= 44, found.objectName()
    for name in ("cleared_by", "clearance_note"):
        entry = page.findChild(QWidget, name)
        assert entry is not None
        assert entry.accessibleName()
