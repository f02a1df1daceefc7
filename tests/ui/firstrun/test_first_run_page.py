"""The first page of all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.services.app import AppServices
from facet_desktop.services.settings import Role
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.firstrun.page import FirstRunPage, Step


@pytest.fixture
def page(qtbot: QtBot, ui_context: UiContext) -> FirstRunPage:
    page = FirstRunPage(ui_context)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.refresh()
    page.show()
    return page


def click(page: QWidget, name: str) -> None:
    found = page.findChild(QAbstractButton, name)
    assert found is not None
    assert found.isVisible()
    found.click()


def write(page: QWidget, name: str, text: str) -> None:
    field = page.findChild(QLineEdit, name)
    assert field is not None
    field.setText(text)


def test_nothing_is_decided_before_the_first_click(page: FirstRunPage, app_services: AppServices) -> None:
    assert page.step is Step.ROLE
    assert app_services.settings.present.role is None
    assert app_services.patients.all() == ()


def test_at_home_two_clicks_lead_to_a_published_plan(
    page: FirstRunPage, qtbot: QtBot, app_services: AppServices
) -> None:
    click(page, "role_home")
    assert page.step is Step.PROGRAM
    with qtbot.waitSignal(page.finished) as done:
        click(page, "choose_rehab-science-four")

    assert done.args == ["ready"]
    assert app_services.settings.present.role is Role.HOME
    patient = app_services.patients.current()
    assert patient is not None
    assert patient.name == "Me"
    current = app_services.programs.current(patient.id)
    assert current is not None
    assert current.program.template == "rehab-science-four"


def test_the_two_source_programs_come_first_and_all_on_request(
    page: FirstRunPage, app_services: AppServices
) -> None:
    def offered() -> set[str]:
        buttons = page.findChildren(QAbstractButton)
        return {
            one.objectName()[7:]
            for one in buttons
            if one.objectName().startswith("choose_") and not one.isHidden()
        }

    click(page, "role_home")
    assert offered() == {"ask-doctor-jo-six", "rehab-science-four"}
    click(page, "all_programs")
    assert offered() == set(app_services.library.library.templates)


def test_tab_meets_the_programs_first_and_goes_on_to_the_others(page: FirstRunPage) -> None:
    click(page, "role_home")
    met = []
    for _ in range(3):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        met.append(page.focusWidget().objectName())
    assert met == ["choose_ask-doctor-jo-six", "choose_rehab-science-four", "all_programs"]
    click(page, "all_programs")
    assert page.focusWidget().objectName() == "choose_ask-doctor-jo-six"


def test_warning_signs_stand_beside_the_choice_of_a_program(page: FirstRunPage) -> None:
    click(page, "role_home")
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Get emergency care now if you have" in words
    assert any("does not replace the advice" in one for one in words)


def test_a_clinic_adds_its_first_patient_and_goes_to_the_editor(
    page: FirstRunPage, qtbot: QtBot, app_services: AppServices
) -> None:
    click(page, "role_clinic")
    assert page.step is Step.PATIENT
    write(page, "patient_name", "  P-014 ")
    write(page, "birth_year", "1951")
    with qtbot.waitSignal(page.finished) as done:
        click(page, "add_first_patient")

    assert done.args == ["editor"]
    patient = app_services.patients.current()
    assert patient is not None
    assert (patient.name, patient.birth_year) == ("P-014", 1951)


def test_a_clinic_may_look_around_with_a_sample_patient_and_a_ready_program(
    page: FirstRunPage, qtbot: QtBot, app_services: AppServices
) -> None:
    click(page, "role_clinic")
    with qtbot.waitSignal(page.finished) as done:
        click(page, "try_sample_patient")

    assert done.args == ["editor"]
    patient = app_services.patients.current()
    assert patient is not None
    assert (patient.name, patient.is_sample) == ("Sample patient", True)
    draft = app_services.programs.open_draft(patient.id)
    assert draft is not None
    assert list(draft.program.sessions())


@pytest.mark.parametrize(
    ("name", "year", "said"),
    [("", "", "A name is needed."), ("P-1", "1850", "The year of birth lies between 1906 and 2026.")],
)
def test_what_does_not_fit_is_said_under_the_fields(
    page: FirstRunPage, app_services: AppServices, name: str, year: str, said: str
) -> None:
    click(page, "role_clinic")
    write(page, "patient_name", name)
    write(page, "birth_year", year)
    click(page, "add_first_patient")

    trouble = page.findChild(QLabel, "patient_trouble")
    assert trouble is not None
    assert trouble.isVisible()
    assert trouble.text().startswith(said)
    assert app_services.patients.all() == ()


def test_back_leads_to_the_choice_of_role(page: FirstRunPage) -> None:
    click(page, "role_clinic")
    backs = [one for one in page.findChildren(QAbstractButton, "first_run_back") if one.isVisible()]
    backs[0].click()
    assert page.step is Step.ROLE
    click(page, "role_home")
    assert Step(page.step) is Step.PROGRAM


def test_a_start_that_was_broken_off_goes_on_at_the_missing_step(
    page: FirstRunPage, app_services: AppServices
) -> None:
    app_services.settings.change(role=Role.HOME)
    page.refresh()
    assert page.step is Step.PROGRAM
