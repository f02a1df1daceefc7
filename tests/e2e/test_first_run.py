"""The first minutes with Facet: three clicks lead to a first session, and its end shows on Today."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.bootstrap import OpenFolder
from facet_desktop.domain.engine import Status
from facet_desktop.services.app import AppServices
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.records import SessionStatus
from facet_desktop.ui.player.page import PlayerPage
from facet_desktop.ui.shell.window import FIRST_RUN, MainWindow
from facet_desktop.ui.widgets.day_strip import DayState, DayStrip
from tests.fakes import FakeClock


class Person:
    """Somebody at the computer who counts the clicks."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.clicks = 0
        window.begin()
        window.show()
        qtbot.waitExposed(window)

    def click(self, name: str) -> None:
        QApplication.processEvents()
        found = [one for one in self.window.findChildren(QAbstractButton, name) if one.isVisible()]
        assert len(found) == 1, name
        found[0].click()
        self.clicks += 1

    def reads(self, name: str) -> str:
        label = self.window.findChild(QLabel, name)
        assert label is not None
        return label.text()

    def session(self) -> PlayedSession:
        player = self.window.findChild(PlayerPage)
        assert player is not None
        assert player.presenter is not None
        return player.presenter.session


def play_through(session: PlayedSession, clock: FakeClock) -> None:
    while not session.is_over:
        clock.advance(4000)
        session.complete()
        session.tick()


def test_a_first_session_plays_after_three_clicks(
    window: MainWindow, qtbot: QtBot, app_services: AppServices
) -> None:
    person = Person(window, qtbot)
    assert window.page_key == FIRST_RUN

    person.click("role_home")
    person.click("choose_ask-doctor-jo-six")
    assert window.page_key == "ready"
    person.click("ready_start")

    assert person.clicks == 3
    assert window.page_key == "player"
    assert person.session().state.status is Status.RUNNING
    assert person.session().planned.name == "Daily six"


def test_a_clinic_plays_a_first_session_after_three_clicks_too(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1280, 800)
    person = Person(window, qtbot)
    for name in ("role_clinic", "try_sample_patient", "editor_preview"):
        person.click(name)

    assert person.clicks == 3
    assert window.page_key == "player"
    assert person.session().state.status is Status.RUNNING


def test_a_session_that_is_played_to_its_end_is_done_today_and_on_the_chart(
    window: MainWindow, qtbot: QtBot, opened: OpenFolder, clock: FakeClock
) -> None:
    person = Person(window, qtbot)
    person.click("role_home")
    person.click("choose_rehab-science-four")
    person.click("pain_6")
    person.click("ready_start")
    play_through(person.session(), clock)
    player = window.findChild(PlayerPage)
    assert player is not None
    player.advance()
    player.closed.emit(person.session().recorder.record)

    assert window.page_key == "today"
    assert person.reads("session_name") == "Done for today"
    strip = window.findChild(DayStrip)
    assert strip is not None
    assert strip.days()[clock.today().weekday()].state is DayState.DONE
    patient = opened.services.patients.current()
    assert patient is not None
    (record,) = opened.store.sessions.between(patient.id, clock.today(), clock.today())
    assert record.status is SessionStatus.FINISHED
    assert record.pain_before_nprs == 6
    chart = opened.services.today.view(patient, opened.services.settings.present.pacing).pain_chart
    assert chart.series[0].values[-1] == 6.0


def test_a_window_closed_in_mid_session_offers_to_go_on_there(
    window: MainWindow, qtbot: QtBot, app_services: AppServices
) -> None:
    person = Person(window, qtbot)
    for name in ("role_home", "choose_ask-doctor-jo-six", "ready_start"):
        person.click(name)
    person.session().skip()
    step = person.session().state.step
    window.close()

    patient = app_services.patients.current()
    assert patient is not None
    offer = app_services.play.offer(patient.id)
    assert offer is not None
    assert offer.record.checkpoint_step == step
    assert app_services.play.take_up(offer.record.id).state.step == step


def test_a_clinic_reaches_the_editor_with_its_first_patient(window: MainWindow, qtbot: QtBot) -> None:
    person = Person(window, qtbot)
    person.click("role_clinic")
    name = window.findChild(QWidget, "patient_name")
    assert name is not None
    QTest.keyClicks(name, "P-1")
    person.click("add_first_patient")
    assert window.page_key == "editor"
    chooser = window.findChild(QAbstractButton, "patient_chooser")
    assert chooser is not None
    assert chooser.text() == "P-1"
