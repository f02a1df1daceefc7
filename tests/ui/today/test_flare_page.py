"""A flare-up: signs first, then help or something gentle."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QWidget
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


def test_every_sign_that_cannot_wait_is_asked_about(page: FlarePage, app_services: AppServices) -> None:
    boxes = {box.objectName() for box in page.findChildren(QCheckBox)}
    urgent = {
        f"sign_{flag.slug}"
        for flag in app_services.library.library.red_flags
        if flag.urgency.value in ("now", "today")
    }
    assert boxes == urgent
    assert len(urgent) >= 10


def test_a_sign_leads_to_help_and_offers_nothing_to_play(page: FlarePage) -> None:
    box = page.findChild(QCheckBox, "sign_ces-saddle")
    assert box is not None
    box.setChecked(True)
    assert button(page, "flare_next").text() == "Show what to do"
    button(page, "flare_next").click()

    banner = page.findChild(Banner, "flare_care")
    assert banner is not None
    assert banner.text().startswith("Please get help now.")
    assert any("emergency department" in label.text() for label in page.findChildren(QLabel))
    assert page.findChild(QAbstractButton, "play_relief") is None


def test_answers_can_be_changed(page: FlarePage) -> None:
    box = page.findChild(QCheckBox, "sign_infection")
    assert box is not None
    box.setChecked(True)
    button(page, "flare_next").click()
    button(page, "flare_again").click()
    assert box.isVisible()
    assert box.isChecked()


def test_without_signs_gentle_sessions_are_played_without_a_record(
    page: FlarePage, qtbot: QtBot, app_services: AppServices, patient: Patient, plan: Revision
) -> None:
    button(page, "flare_next").click()
    with qtbot.waitSignal(page.play) as asked:
        button(page, "play_relief").click()

    assert asked.args[0].recorder.record is None
    assert app_services.play.offer(patient.id) is None
    assert app_services.programs.current(patient.id) == plan


def test_leaving_forgets_the_answers(page: FlarePage) -> None:
    box = page.findChild(QCheckBox, "sign_ces-saddle")
    assert box is not None
    box.setChecked(True)
    button(page, "flare_next").click()
    assert page.leave()
    assert not box.isChecked()
    assert button(page, "flare_next").text() == "None of these"
