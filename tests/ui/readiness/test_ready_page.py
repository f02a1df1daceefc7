"""The page before a session by itself: shorter versions, pain in words, and controls that can be reached."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.domain.dose import Dose, Span
from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.domain.pain import Thresholds
from facet_desktop.domain.program import PlannedSession
from facet_desktop.domain.timeline import Pacing, session_ms
from facet_desktop.services.app import AppServices
from facet_desktop.services.records import Patient, Revision, ScreenContext
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.readiness.page import ReadyPage
from facet_desktop.ui.readiness.presenter import ReadyPresenter
from facet_desktop.ui.readiness.shortening import MINUTE_MS, LeftOut, shorter_versions
from facet_desktop.ui.readiness.words import ReadyWords
from facet_desktop.ui.widgets.choices import ChoiceRow
from facet_desktop.ui.widgets.scales import PainScale
from tests.domain.sessions import item


@pytest.fixture
def page(qtbot: QtBot, ui_context: UiContext, plan: Revision) -> ReadyPage:
    page = ReadyPage(ui_context)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.refresh()
    page.show()
    assert plan.number == 1
    return page


def button(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None
    return found


def row(page: QWidget, name: str) -> ChoiceRow:
    found = page.findChild(ChoiceRow, name)
    assert found is not None
    return found


def minutes(count: float) -> Dose:
    """One hold of that many minutes."""
    return Dose(sets=Span.of(1), hold_s=Span.of(count * 60))


def test_only_lengths_below_that_of_the_session_are_offered() -> None:
    session = PlannedSession("one", "One", items=(item("a", minutes(6)), item("b", minutes(6))))
    pacing = Pacing()
    limits = [one.limit_ms for one in shorter_versions(session, pacing)]
    assert 12 * MINUTE_MS < session_ms(session, pacing) < 15 * MINUTE_MS
    assert limits == [10 * MINUTE_MS, 5 * MINUTE_MS]


def test_a_session_of_a_few_minutes_has_no_shorter_version() -> None:
    session = PlannedSession("one", "One", items=(item("a", minutes(3)),))
    assert shorter_versions(session, Pacing()) == ()


def test_every_set_and_exercise_that_is_left_out_is_named() -> None:
    first = Dose(sets=Span.of(3), hold_s=Span.of(120))
    session = PlannedSession("one", "One", items=(item("a", first), item("b", minutes(2))))
    (shortest,) = (one for one in shorter_versions(session, Pacing()) if one.limit_ms == 5 * MINUTE_MS)
    names = {one.id: one.name for one in session.items}
    assert shortest.duration_ms <= 5 * MINUTE_MS
    assert shortest.left_out == (LeftOut(names["a"], 2, is_all=False),)
    words = ReadyWords()
    said = words.left_out("4 min", (LeftOut("Bridge", 1, is_all=False), LeftOut("Plank", 2, is_all=True)))
    assert said == "About 4 min, without Plank, 1 set of Bridge"


def test_the_limits_of_the_settings_decide_what_pain_asks_for(
    ui_context: UiContext, app_services: AppServices, plan: Revision
) -> None:
    presenter = ReadyPresenter(ui_context)
    assert plan.number == 1
    presenter.model()
    assert presenter.note(4).text.startswith("Pain of 4 lies in the watch range, 4 to 5.")
    app_services.settings.change(thresholds=Thresholds(green_max=4, amber_max=6, stop_from=9))
    assert presenter.note(4).text == ""
    assert presenter.note(8).text.startswith("Pain of 8 lies above the watch range, which ends at 6.")
    assert presenter.note(9).text.startswith("Your pain is 9. The limit for exercise is 9.")
    assert presenter.note(None).text == ""


def test_an_answer_that_may_be_left_out_can_be_taken_back(page: ReadyPage) -> None:
    button(page, "stiffness_3").click()
    assert row(page, "ready_stiffness").value() == 3
    button(page, "stiffness_3").click()
    assert row(page, "ready_stiffness").value() is None


@pytest.mark.parametrize("place", ["ready_page", "ready_start", "ready_back", "sign_chest"])
def test_digits_tell_pain_wherever_they_are_not_meant_for_something_else(page: ReadyPage, place: str) -> None:
    scale = page.findChild(PainScale)
    assert scale is not None
    focused = page if place == "ready_page" else button(page, place)
    focused.setFocus()
    QTest.keyClick(focused, Qt.Key.Key_3)
    assert scale.value() == 3
    assert page.focusWidget() is focused


@pytest.mark.parametrize("name", ["ready_stiffness", "ready_sleep"])
def test_digits_typed_in_a_row_of_other_choices_are_no_pain(page: ReadyPage, name: str) -> None:
    scale = page.findChild(PainScale)
    assert scale is not None
    cell = row(page, name).cells()[1]
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_6)
    assert scale.value() is None


def test_pain_told_here_is_not_replaced_by_what_happens_elsewhere(
    page: ReadyPage, app_services: AppServices, patient: Patient
) -> None:
    scale = page.findChild(PainScale)
    assert scale is not None
    app_services.pain.rate(patient.id, 2)
    page.refresh()
    assert scale.value() == 2
    scale.choose(5)
    app_services.pain.rate(patient.id, 7)
    page.refresh()
    assert scale.value() == 5


def test_trouble_with_the_database_starts_nothing(
    page: ReadyPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, reported: list[Exception]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StorageError(Trouble.FULL)

    monkeypatch.setattr("facet_desktop.services.safety_service.SafetyService.answer", refuse)
    with qtbot.assertNotEmitted(page.play):
        button(page, "ready_start").click()
    assert [type(error) for error in reported] == [StorageError]


def test_a_session_whose_readiness_cannot_be_kept_is_played_all_the_same(
    page: ReadyPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, reported: list[Exception]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StorageError(Trouble.FULL)

    monkeypatch.setattr("facet_desktop.services.playing.PlayedSession.note_readiness", refuse)
    button(page, "sleep_8").click()
    with qtbot.waitSignal(page.play):
        button(page, "ready_start").click()
    assert [type(error) for error in reported] == [StorageError]


def test_while_sessions_are_locked_the_page_sends_the_person_on(
    page: ReadyPage, qtbot: QtBot, app_services: AppServices, patient: Patient
) -> None:
    app_services.safety.answer(patient.id, {"chest": True}, ScreenContext.DURING_SESSION)
    with qtbot.waitSignal(page.navigate) as asked:
        page.refresh()
    assert asked.args == ["advice"]


def test_without_a_plan_there_is_nothing_to_prepare(
    qtbot: QtBot, ui_context: UiContext, patient: Patient
) -> None:
    page = ReadyPage(ui_context)
    qtbot.addWidget(page)
    assert patient.name == "Me"
    with qtbot.waitSignal(page.navigate) as asked:
        page.refresh()
    assert asked.args == ["today"]


def test_all_warning_signs_of_the_library_are_asked(page: ReadyPage, app_services: AppServices) -> None:
    asked = {box.objectName().removeprefix("sign_") for box in page.findChildren(QCheckBox)}
    assert asked == {flag.slug for flag in app_services.library.library.red_flags}
    assert "16 questions" in [label.text() for label in page.findChildren(QLabel)]


def test_every_control_has_a_name_and_room(page: ReadyPage) -> None:
    for found in page.findChildren(QAbstractButton):
        if found.isVisible() and not isinstance(found, QCheckBox):
            assert found.objectName(), found.accessibleName()
            assert found.accessibleName(), found.objectName()
            assert found.height() >= 44, found.objectName()
