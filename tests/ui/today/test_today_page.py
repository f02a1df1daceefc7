"""The first page: what to do next, how the week went, and pain."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.bootstrap import OpenFolder
from facet_desktop.domain.engine import PauseReason
from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.domain.pain import PainContext, Thresholds
from facet_desktop.services.app import AppServices
from facet_desktop.services.records import Patient, Revision
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.figure.moving_card import MovingCard
from facet_desktop.ui.today.exercise_popover import ExercisePopover
from facet_desktop.ui.today.page import TodayPage
from facet_desktop.ui.today.session_card import SessionCardView
from facet_desktop.ui.widgets.chips import Chip
from facet_desktop.ui.widgets.day_strip import DayState, DayStrip
from facet_desktop.ui.widgets.scales import PainScale
from facet_desktop.ui.widgets.scroll import PlainScrollArea
from facet_desktop.ui.widgets.text_lines import TextLines
from tests.fakes import FakeClock

DAY_MS = 86_400_000
HOUR_MS = 3_600_000


@pytest.fixture
def page(qtbot: QtBot, ui_context: UiContext, plan: Revision) -> TodayPage:
    page = shown(qtbot, ui_context)
    assert plan.number == 1
    return page


def shown(qtbot: QtBot, context: UiContext) -> TodayPage:
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.refresh()
    page.show()
    return page


def text(page: QWidget, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None
    return label.text()


def button(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None
    return found


def is_shown(page: QWidget, name: str) -> bool:
    found = page.findChild(QAbstractButton, name)
    return found is not None and found.isVisible()


def play_to_the_end(services: AppServices, plan: Revision, clock: FakeClock) -> None:
    session = plan.program.phases[0].sessions[0]
    played = services.play.start(plan.id, session.id, services.settings.present.pacing)
    while not played.is_over:
        clock.advance(4000)
        played.complete()
        played.tick()


def test_the_greeting_follows_the_hour_and_names_day_week_and_phase(
    page: TodayPage, clock: FakeClock
) -> None:
    titles = [label.text() for label in page.findChildren(QLabel)]
    assert "Good afternoon" in titles
    assert "Monday 5 January · week 1 · early phase" in titles
    clock.jump(8 * HOUR_MS)
    page.refresh()
    assert "Good evening" in [label.text() for label in page.findChildren(QLabel)]


def test_the_card_shows_the_session_with_its_doses_and_its_time(page: TodayPage) -> None:
    words = [one for lines in page.findChildren(TextLines) for one in lines.texts()]
    assert text(page, "session_name") == "Daily six"
    assert "Single knee to chest" in words
    assert "3 × 30 s each side" in words
    chips = [chip.text() for chip in page.findChildren(Chip)]
    assert any(chip.endswith(" min") for chip in chips)


def test_start_leads_to_the_page_before_a_session(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.navigate) as asked, qtbot.assertNotEmitted(page.play):
        button(page, "start_session").click()
    assert asked.args == ["ready"]


def test_enter_starts_but_presses_a_focused_button_instead(page: TodayPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    with qtbot.waitSignal(page.navigate) as started:
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert started.args == ["ready"]

    flare = button(page, "flared_up")
    flare.setFocus()
    qtbot.waitUntil(flare.hasFocus)
    with qtbot.waitSignal(page.navigate) as asked, qtbot.assertNotEmitted(page.play):
        QTest.keyClick(flare, Qt.Key.Key_Return)
    assert asked.args == ["flare"]


def test_without_a_plan_the_card_leads_to_the_choice_of_one(
    qtbot: QtBot, ui_context: UiContext, patient: Patient
) -> None:
    page = shown(qtbot, ui_context)
    assert patient.name == "Me"
    with qtbot.waitSignal(page.navigate) as asked:
        button(page, "empty_action").click()
    assert asked.args == ["plan"]
    assert not button(page, "start_session").isVisible()


def test_without_a_patient_the_page_asks_for_the_first_run(qtbot: QtBot, ui_context: UiContext) -> None:
    page = TodayPage(ui_context)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.navigate) as asked:
        page.refresh()
    assert asked.args == ["first-run"]


def test_a_day_that_is_done_says_so_and_can_be_played_again(
    page: TodayPage, qtbot: QtBot, app_services: AppServices, plan: Revision, clock: FakeClock
) -> None:
    play_to_the_end(app_services, plan, clock)
    page.refresh()

    assert text(page, "session_name") == "Done for today"
    assert "Your next session is tomorrow." in text(page, "session_state")
    assert not button(page, "start_session").isVisible()
    with qtbot.waitSignal(page.navigate) as asked:
        button(page, "play_anyway").click()
    assert asked.args == ["ready"]
    strip = page.findChild(DayStrip)
    assert strip is not None
    assert strip.days()[0].state is DayState.DONE
    assert text(page, "week_text") == "1 of 7 days"


def test_a_free_day_names_the_next_one_without_blame(
    qtbot: QtBot,
    ui_context: UiContext,
    patient: Patient,
    publish: Callable[[Patient, str], Revision],
    clock: FakeClock,
) -> None:
    publish(patient, "return-to-lifting")
    clock.jump(DAY_MS)
    page = shown(qtbot, ui_context)

    assert text(page, "session_name") == "A free day"
    assert "A rest is part of the plan." in text(page, "session_state")
    assert "Your next session is" in text(page, "session_state")
    assert button(page, "play_anyway").isVisible()


def test_resting_today_records_nothing_and_can_be_taken_back(
    page: TodayPage, qtbot: QtBot, app_services: AppServices, patient: Patient
) -> None:
    button(page, "skip_today").click()
    menu = page.findChild(QMenu, "skip_menu")
    assert menu is not None
    assert "Your next session is tomorrow." in [action.text() for action in menu.actions()]
    rest = menu.findChild(QAction, "rest_today")
    assert rest is not None
    rest.trigger()
    menu.close()

    assert text(page, "session_name") == "Resting today"
    assert "Nothing is lost." in text(page, "session_state")
    assert app_services.play.offer(patient.id) is None

    button(page, "undo_rest").click()
    assert text(page, "session_name") == "Daily six"


def test_the_day_after_a_rest_shows_its_session_again(page: TodayPage, clock: FakeClock) -> None:
    card = page.findChild(SessionCardView)
    assert card is not None
    card.rested.emit()
    assert text(page, "session_name") == "Resting today"
    clock.jump(DAY_MS)
    page.refresh()
    assert text(page, "session_name") == "Daily six"


def test_a_session_that_was_cut_off_is_offered_and_goes_on_where_it_stopped(
    page: TodayPage, qtbot: QtBot, app_services: AppServices, plan: Revision, clock: FakeClock
) -> None:
    session = plan.program.phases[0].sessions[0]
    played = app_services.play.start(plan.id, session.id, app_services.settings.present.pacing)
    played.skip()
    cut_off_at = played.state.step
    page.refresh()

    assert button(page, "resume_session").isVisible()
    with qtbot.waitSignal(page.play) as asked:
        button(page, "resume_session").click()
    assert asked.args[0].state.step == cut_off_at
    assert asked.args[0].state.pause_reason is PauseReason.RESUMED


def test_tab_meets_what_came_later_where_it_stands(
    page: TodayPage, app_services: AppServices, plan: Revision
) -> None:
    session = plan.program.phases[0].sessions[0]
    app_services.play.start(plan.id, session.id, app_services.settings.present.pacing)
    page.refresh()

    met = []
    widget: QWidget = button(page, "flared_up")
    widget.setFocus()
    while (name := widget.objectName()) not in met:
        met.append(name)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        widget = focused
    order = ["flared_up", "end_session", "resume_session", "start_session", "skip_today", "pain_0"]
    assert [name for name in met if name in order] == order


def test_ending_a_session_that_was_cut_off_takes_the_offer_away(
    page: TodayPage, app_services: AppServices, plan: Revision, patient: Patient
) -> None:
    session = plan.program.phases[0].sessions[0]
    app_services.play.start(plan.id, session.id, app_services.settings.present.pacing)
    page.refresh()

    button(page, "end_session").click()

    assert app_services.play.offer(patient.id) is None
    assert not button(page, "resume_session").isVisible()


def test_pain_is_kept_and_a_slip_within_moments_is_corrected(
    page: TodayPage, opened: OpenFolder, patient: Patient, clock: FakeClock, qtbot: QtBot
) -> None:
    def kept() -> list[tuple[int, PainContext]]:
        ratings = opened.store.pain.between(patient.id, clock.today(), clock.today())
        return [(one.pain_nprs, one.context) for one in ratings]

    scale = page.findChild(PainScale)
    assert scale is not None
    QTest.keyClicks(scale, "10")
    assert text(page, "pain_note").startswith("Last answer today: 10.")
    assert kept() == [(10, PainContext.NOW)]

    clock.advance(HOUR_MS)
    scale.choose(4)
    assert kept() == [(10, PainContext.NOW), (4, PainContext.NOW)]


def test_the_zones_of_the_pain_scale_follow_the_settings(page: TodayPage, app_services: AppServices) -> None:
    app_services.settings.change(thresholds=Thresholds(1, 2))
    page.refresh()
    scale = page.findChild(PainScale)
    assert scale is not None
    assert scale.cells()[3].accessibleName() == "Pain 3, stop"


def test_a_fall_of_two_points_is_shown_as_good_news_in_words_and_sign(
    page: TodayPage, app_services: AppServices, patient: Patient, clock: FakeClock
) -> None:
    for pain in (7, 7, 7, 6, 6, 5, 5, 4, 4, 4, 3, 3, 3, 3):
        app_services.pain.rate(patient.id, pain)
        clock.jump(DAY_MS)
    page.refresh()

    chips = [chip.text() for chip in page.findChildren(Chip)]
    assert any(chip.endswith(" points") for chip in chips)
    assert "went down by" in text(page, "pain_text")
    assert "Most people notice" in text(page, "pain_text")


def test_trouble_with_the_database_is_reported_and_nothing_is_played(
    page: TodayPage,
    qtbot: QtBot,
    app_services: AppServices,
    plan: Revision,
    monkeypatch: pytest.MonkeyPatch,
    reported: list[Exception],
) -> None:
    def refuse(*_: object) -> None:
        raise StorageError(Trouble.FULL)

    session = plan.program.phases[0].sessions[0]
    app_services.play.start(plan.id, session.id, app_services.settings.present.pacing)
    page.refresh()
    monkeypatch.setattr("facet_desktop.services.play_service.PlayService.take_up", refuse)
    with qtbot.assertNotEmitted(page.play):
        button(page, "resume_session").click()
    assert [type(error) for error in reported] == [StorageError]


def test_while_a_warning_sign_locks_sessions_what_to_do_stands_in_their_place(
    page: TodayPage,
    qtbot: QtBot,
    app_services: AppServices,
    patient: Patient,
    plan: Revision,
    clock: FakeClock,
) -> None:
    session = plan.program.phases[0].sessions[0]
    app_services.play.start(plan.id, session.id, app_services.settings.present.pacing)
    app_services.safety.answer(patient.id, {"ces-saddle": True}, app_services.safety.context(patient.id))
    page.refresh()

    for name in ("start_session", "resume_session", "play_anyway", "flared_up"):
        assert not is_shown(page, name), name
    assert text(page, "locked_title") == "Sessions are locked"
    assert text(page, "locked_headline") == "Please get help now."
    with qtbot.waitSignal(page.navigate) as asked:
        button(page, "see_advice").click()
    assert asked.args == ["advice"]

    clock.advance(1000)
    app_services.safety.clear(patient.id, "Dr Example")
    page.refresh()
    assert button(page, "start_session").isVisible()
    assert button(page, "resume_session").isVisible()


def test_a_sign_that_was_raised_elsewhere_leads_from_going_on_to_what_to_do(
    page: TodayPage, qtbot: QtBot, app_services: AppServices, patient: Patient, plan: Revision
) -> None:
    session = plan.program.phases[0].sessions[0]
    app_services.play.start(plan.id, session.id, app_services.settings.present.pacing)
    page.refresh()
    app_services.safety.answer(patient.id, {"ces-saddle": True}, app_services.safety.context(patient.id))
    with qtbot.waitSignal(page.navigate) as asked, qtbot.assertNotEmitted(page.play):
        button(page, "resume_session").click()
    assert asked.args == ["advice"]


def test_every_button_can_be_found_and_is_large_enough(page: TodayPage) -> None:
    for found in page.findChildren(QAbstractButton):
        if found.isVisible() and found.window() is page:
            assert found.objectName(), found.accessibleName()
            assert found.accessibleName(), found.objectName()
            assert found.height() >= 32, found.objectName()


@pytest.fixture
def popover(page: TodayPage, plan: Revision) -> Iterator[ExercisePopover]:
    """How the first exercise of the day is done."""
    first = plan.program.phases[0].sessions[0].items[0]
    button(page, f"info_{first.exercise}").click()
    found = QApplication.activePopupWidget()
    assert isinstance(found, ExercisePopover)
    yield found
    if QApplication.activePopupWidget() is found:
        found.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_how_an_exercise_is_done_is_shown_by_a_figure_in_the_prescribed_tempo(
    popover: ExercisePopover, plan: Revision
) -> None:
    first = plan.program.phases[0].sessions[0].items[0]
    card = popover.findChild(MovingCard)
    assert card is not None
    assert card.is_moving()
    assert card.view.accessibleName() == first.name
    QTest.keyClick(card.view, Qt.Key.Key_Space)
    assert not card.is_moving()
    before = card.view.camera
    QTest.keyClick(card.view, Qt.Key.Key_Left)
    assert card.view.camera != before


def test_how_an_exercise_is_done_can_be_read_to_its_end_by_keyboard(popover: ExercisePopover) -> None:
    QTest.keyClick(popover, Qt.Key.Key_PageDown)
    area = popover.findChild(PlainScrollArea)
    assert area is not None
    assert area.verticalScrollBar().value() > 0
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
