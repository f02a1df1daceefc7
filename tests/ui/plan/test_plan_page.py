"""My plan, and changing it."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.services.app import AppServices
from facet_desktop.services.events import PainRated, ProgramPublished
from facet_desktop.services.records import Patient, Revision
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.plan.page import PlanPage
from facet_desktop.ui.widgets.text_lines import TextLines


@pytest.fixture
def page(qtbot: QtBot, ui_context: UiContext, patient: Patient) -> PlanPage:
    page = PlanPage(ui_context)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.refresh()
    page.show()
    assert patient.name == "Me"
    return page


def click(page: QWidget, name: str) -> None:
    found = page.findChild(QAbstractButton, name)
    assert found is not None
    found.click()


def words(page: QWidget) -> list[str]:
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    rows = [one for lines in page.findChildren(TextLines) if lines.isVisible() for one in lines.texts()]
    return labels + rows


def test_without_a_plan_a_choice_leads_to_today(
    page: PlanPage, qtbot: QtBot, app_services: AppServices, patient: Patient
) -> None:
    assert "Choose a program" in words(page)
    with qtbot.waitSignal(page.navigate) as asked:
        click(page, "choose_ask-doctor-jo-six")
    assert asked.args == ["today"]
    assert app_services.programs.current(patient.id) is not None


def test_the_plan_is_told_in_plain_words(page: PlanPage, plan: Revision) -> None:
    page.refresh()
    shown = words(page)
    assert plan.program.title in shown
    assert "Version 1 · since Monday 5 January" in shown
    assert "Daily six" in shown
    assert "10 × 3–5 s hold" in shown
    assert "All fours, step by step" in shown
    assert any(one.startswith("Once a day to begin.") for one in shown)


def test_another_program_can_be_chosen_and_the_first_brought_back(
    page: PlanPage, app_services: AppServices, patient: Patient, plan: Revision
) -> None:
    page.refresh()
    click(page, "change_plan")
    click(page, "choose_rehab-science-four")
    current = app_services.programs.current(patient.id)
    assert current is not None
    assert current.program.template == "rehab-science-four"

    click(page, "toast_undo")
    current = app_services.programs.current(patient.id)
    assert current is not None
    assert current.program == plan.program
    assert current.number == 2
    assert plan.program.title in words(page)


def test_the_choice_can_be_left_without_a_change(
    page: PlanPage, app_services: AppServices, patient: Patient, plan: Revision
) -> None:
    page.refresh()
    click(page, "change_plan")
    assert "Choose a program" in words(page)
    click(page, "change_plan")
    assert plan.program.title in words(page)
    assert app_services.programs.current(patient.id) == plan


def test_only_what_changes_the_plan_concerns_the_page(page: PlanPage) -> None:
    assert page.concerns(ProgramPublished("p", "r"))
    assert not page.concerns(PainRated("p"))
