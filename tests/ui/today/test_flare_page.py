"""A flare-up: signs first, then help or something gentle."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.services.app import AppServices
from facet_desktop.services.records import Patient, Revision
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.today.flare import FlarePage
from facet_desktop.ui.widgets.banner import Banner


@pytest.fixture
def page(qtbot: QtBot, ui_context: UiContext, plan: Revision) -> FlarePage:
    page = FlarePage(ui_context)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.refresh()
    page.show()
    assert plan.number == 1
    return page


def button(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None
    return found


def tick(page: FlarePage, slug: str) -> QCheckBox:
    box = page.findChild(QCheckBox, f"sign_{slug}")
    assert box is not None
    box.setChecked(True)
    return box


def test_every_sign_is_asked_about(page: FlarePage, app_services: AppServices) -> None:
    boxes = {box.objectName() for box in page.findChildren(QCheckBox)}
    assert boxes == {f"sign_{flag.slug}" for flag in app_services.safety.questions()}
    assert len(boxes) >= 15


def test_a_sign_that_cannot_wait_locks_sessions_and_leads_to_what_to_do(
    page: FlarePage, qtbot: QtBot, app_services: AppServices, patient: Patient
) -> None:
    tick(page, "ces-saddle")
    assert button(page, "flare_next").text() == "Show what to do"
    with qtbot.waitSignal(page.navigate) as asked:
        button(page, "flare_next").click()

    assert asked.args == ["advice"]
    assert app_services.safety.lock(patient.id) is not None
    assert page.findChild(QAbstractButton, "play_relief") is None


def test_while_sessions_are_locked_the_page_says_why_instead(
    page: FlarePage, qtbot: QtBot, app_services: AppServices, patient: Patient
) -> None:
    app_services.safety.answer(patient.id, {"ces-saddle": True}, app_services.safety.context(patient.id))
    with qtbot.waitSignal(page.navigate) as asked:
        page.refresh()
    assert asked.args == ["advice"]


def test_a_sign_that_can_wait_is_advised_on_beside_the_gentle_sessions(page: FlarePage) -> None:
    tick(page, "inflammatory")
    button(page, "flare_next").click()
    banner = page.findChild(Banner, "flare_advice_inflammatory")
    assert banner is not None
    assert banner.text()
    assert button(page, "play_relief").isEnabled()


def test_without_signs_gentle_sessions_are_played_without_a_record(
    page: FlarePage, qtbot: QtBot, app_services: AppServices, patient: Patient, plan: Revision
) -> None:
    button(page, "flare_next").click()
    with qtbot.waitSignal(page.play) as asked:
        button(page, "play_relief").click()

    assert asked.args[0].recorder.record is None
    assert app_services.play.offer(patient.id) is None
    assert app_services.programs.current(patient.id) == plan
    assert not app_services.safety.is_due(patient.id)


def test_leaving_forgets_the_answers(page: FlarePage) -> None:
    box = tick(page, "inflammatory")
    button(page, "flare_next").click()
    assert page.leave()
    assert not box.isChecked()
    assert button(page, "flare_next").text() == "None of these"
