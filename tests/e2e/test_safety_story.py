"""Before and around a session, in the real window: signs, locks, pain, a short day, the morning after."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.bootstrap import OpenFolder
from facet_desktop.domain.engine import Status
from facet_desktop.domain.journal import EntryKind
from facet_desktop.domain.pain import PainContext
from facet_desktop.domain.timeline import session_ms
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.records import Patient, Revision, ScreenContext
from facet_desktop.services.settings import Role
from facet_desktop.ui.player.page import PlayerPage
from facet_desktop.ui.shell.window import MainWindow
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.scales import PainScale
from tests.fakes import FakeClock

DAY_MS = 86_400_000


class Home:
    """Somebody at home in front of the window."""

    def __init__(self, window: MainWindow, opened: OpenFolder, clock: FakeClock, patient: Patient) -> None:
        self.window = window
        self.opened = opened
        self.services = opened.services
        self.clock = clock
        self.patient = patient

    @property
    def page(self) -> str:
        return self.window.page_key

    def shown(self, name: str) -> QWidget:
        QApplication.processEvents()
        found = [one for one in self.window.findChildren(QWidget, name) if one.isVisible()]
        assert len(found) == 1, name
        return found[0]

    def is_shown(self, name: str) -> bool:
        QApplication.processEvents()
        return any(one.isVisible() for one in self.window.findChildren(QWidget, name))

    def click(self, name: str) -> None:
        button = self.shown(name)
        assert isinstance(button, QAbstractButton)
        button.click()

    def tick(self, sign: str) -> None:
        box = self.shown(f"sign_{sign}")
        assert isinstance(box, QCheckBox)
        box.setChecked(True)

    def tell_pain(self, value: int, scale: str = "ready_pain") -> None:
        found = self.shown(scale)
        assert isinstance(found, PainScale)
        found.choose(value)

    def reads(self, name: str) -> str:
        found = self.shown(name)
        if isinstance(found, Banner):
            return found.text()
        assert isinstance(found, QLabel | QAbstractButton)
        return found.text()

    def presses(self, *keys: Qt.Key) -> None:
        for key in keys:
            QApplication.processEvents()
            QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def session(self) -> PlayedSession:
        assert self.page == "player"
        player = self.window.findChild(PlayerPage)
        assert player is not None
        assert player.presenter is not None
        return player.presenter.session

    def plays_to_the_end(self) -> None:
        session = self.session()
        while not session.is_over:
            self.clock.advance(4000)
            session.complete()
            session.tick()
        self.leaves_the_player()

    def leaves_the_player(self) -> None:
        player = self.window.findChild(PlayerPage)
        assert player is not None
        player.advance()
        player.closed.emit(self.session().recorder.record)

    def entries(self, kind: EntryKind) -> list[dict[str, object]]:
        record = self.session().recorder.record
        assert record is not None
        return [dict(one.data) for one in self.opened.store.sessions.journal(record.id) if one.kind is kind]

    def answered(self) -> None:
        """All signs were asked today, and none was true."""
        self.services.safety.answer(self.patient.id, {}, ScreenContext.FIRST)
        self.clock.advance(1000)

    def slept(self) -> None:
        self.clock.jump(DAY_MS)
        self.window.open_page("settings")
        self.window.open_page("today")


@pytest.fixture
def home(
    window: MainWindow, qtbot: QtBot, opened: OpenFolder, clock: FakeClock, patient: Patient, plan: Revision
) -> Home:
    assert plan.number == 1
    window.begin()
    window.show()
    qtbot.waitExposed(window)
    return Home(window, opened, clock, patient)


def test_none_of_these_is_kept_as_an_answer_and_starts(home: Home) -> None:
    home.click("start_session")
    assert home.page == "ready"
    assert home.reads("ready_start") == "None of these. Start"
    home.tell_pain(3)
    home.click("stiffness_6")
    home.click("sleep_7")
    home.click("ready_start")

    assert home.session().state.status is Status.RUNNING
    kept = home.opened.store.safety.last_screening(home.patient.id)
    assert kept is not None
    assert (kept.context, kept.raised, kept.locks) == (ScreenContext.FIRST, (), False)
    assert home.entries(EntryKind.READINESS) == [{"stiffness": 6, "sleep_h": 7.0}]
    record = home.session().recorder.record
    assert record is not None
    assert record.pain_before_nprs == 3


def test_a_grave_sign_locks_until_somebody_allowed_exercise_again(home: Home) -> None:
    home.click("start_session")
    home.tick("ces-saddle")
    assert home.reads("ready_start") == "Show what to do"
    home.click("ready_start")

    assert home.page == "advice"
    assert home.is_shown("advice_ces-saddle")
    assert "local emergency number" in home.reads("advice_emergency")
    home.click("advice_back")
    assert home.page == "today"
    assert home.reads("locked_headline") == "Please get help now."
    assert not home.is_shown("start_session")

    home.click("see_advice")
    home.clock.advance(1000)
    name = home.shown("cleared_by")
    assert isinstance(name, QLineEdit)
    home.click("unlock_sessions")
    assert home.reads("clearance_trouble") == "Please write who allowed exercise again."
    name.setText("Dr Example")
    home.click("unlock_sessions")
    assert "Dr Example looked at these signs" in home.reads("clearance_question")
    home.click("not_yet_cleared")
    assert home.services.safety.lock(home.patient.id) is not None
    home.click("unlock_sessions")
    home.click("confirm_clearance")

    assert home.services.safety.lock(home.patient.id) is None
    home.click("empty_action")
    home.click("start_session")
    home.click("ready_start")
    assert home.page == "player"


def test_a_sign_that_can_wait_shows_its_advice_and_lets_the_person_go_on(home: Home) -> None:
    home.click("start_session")
    home.tick("inflammatory")
    home.click("ready_start")

    assert home.page == "ready"
    assert home.is_shown("advice_inflammatory")
    assert "You can go on" in home.reads("signs_can_wait")
    assert home.reads("ready_start") == "Start"
    home.click("ready_start")
    assert home.page == "player"
    kept = home.opened.store.safety.last_screening(home.patient.id)
    assert kept is not None
    assert (kept.raised, kept.locks) == (("inflammatory",), False)


def test_between_two_weekly_screens_one_line_opens_the_list(home: Home) -> None:
    home.answered()
    home.click("start_session")
    assert not home.is_shown("signs_scroll")
    assert home.reads("ready_start") == "Start"

    home.click("open_signs")
    assert home.reads("ready_start") == "None of these. Start"
    home.click("ready_start")
    kept = home.opened.store.safety.last_screening(home.patient.id)
    assert kept is not None
    assert kept.context is ScreenContext.BEFORE_SESSION


def test_starting_without_the_list_does_not_count_as_an_answer(home: Home) -> None:
    home.answered()
    first = home.opened.store.safety.last_screening(home.patient.id)
    for _ in range(6):
        home.slept()
    home.click("start_session")
    home.click("ready_start")
    assert home.page == "player"
    assert home.opened.store.safety.last_screening(home.patient.id) == first

    home.leaves_the_player()
    home.slept()
    assert home.services.safety.is_due(home.patient.id)


def test_a_short_day_keeps_the_order_and_says_what_is_left_out(home: Home) -> None:
    home.answered()
    home.click("start_session")
    home.click("segment_10")
    assert home.reads("left_out").startswith("About ")
    home.click("ready_start")

    session = home.session()
    pacing = home.services.settings.present.pacing
    assert session_ms(session.planned, pacing) <= 600_000
    revision = home.services.programs.current(home.patient.id)
    assert revision is not None
    whole = revision.program.phases[0].sessions[0]
    order = [item.id for item in whole.items]
    kept = [item.id for item in session.planned.items]
    assert kept == [one for one in order if one in kept]
    assert session_ms(whole, pacing) > 600_000


def test_pain_told_today_is_taken_over_and_kept_once(home: Home) -> None:
    home.answered()
    home.services.pain.rate(home.patient.id, 2)
    home.click("start_session")
    assert "last answer today" in home.reads("ready_pain_note")
    home.click("ready_start")

    today = home.clock.today()
    ratings = home.opened.store.pain.between(home.patient.id, today, today)
    assert [(one.pain_nprs, one.context) for one in ratings] == [(2, PainContext.NOW)]
    record = home.session().recorder.record
    assert record is not None
    assert record.pain_before_nprs == 2


def test_much_pain_advises_against_starting_and_leaves_the_choice(home: Home) -> None:
    home.answered()
    home.click("start_session")
    home.tell_pain(8)
    assert "Your pain is 8. The limit for exercise is 7." in home.reads("pain_advice")
    assert home.reads("ready_start") == "Start anyway"
    home.window.setFocus()
    home.presses(Qt.Key.Key_Return)
    assert home.page == "ready"
    home.click("ready_gentle")

    assert home.page == "flare"
    today = home.clock.today()
    (rating,) = home.opened.store.pain.between(home.patient.id, today, today)
    assert (rating.pain_nprs, rating.context) == (8, PainContext.NOW)


@pytest.mark.parametrize(
    ("pain", "words"),
    [(4, "watch range, 4 to 5. A shorter session"), (6, "above the watch range, which ends at 5.")],
)
def test_more_pain_than_comfortable_names_its_reason(home: Home, pain: int, words: str) -> None:
    home.answered()
    home.click("start_session")
    home.tell_pain(1)
    assert not home.is_shown("pain_advice")
    home.tell_pain(pain)
    assert words in home.reads("pain_advice")
    home.click("ready_start")
    assert home.page == "player"


def test_a_usual_pain_that_is_high_is_judged_by_its_change(home: Home) -> None:
    home.answered()
    for _ in range(4):
        home.services.pain.rate(home.patient.id, 5)
        home.clock.jump(DAY_MS)
    home.answered()
    home.window.open_page("ready")
    home.tell_pain(6)
    assert not home.is_shown("pain_advice")


def test_after_a_session_that_a_sign_stopped_comes_what_to_do(home: Home) -> None:
    home.answered()
    home.click("start_session")
    home.click("ready_start")
    home.services.safety.answer(home.patient.id, {"chest": True}, ScreenContext.DURING_SESSION)
    home.session().stop()
    home.leaves_the_player()
    assert home.page == "advice"
    home.click("advice_back")
    assert home.is_shown("locked_card")


def test_something_new_in_a_session_stops_it_and_leads_to_what_to_do(home: Home) -> None:
    home.answered()
    home.click("start_session")
    home.click("ready_start")
    session = home.session()
    home.click("player_hurts")
    home.click("hurts_warning-sign")
    home.tick("leg-new")
    home.click("signs_stop")

    assert session.state.status is Status.STOPPED
    assert home.page == "advice"
    assert home.is_shown("advice_leg-new")
    home.click("advice_back")
    assert home.is_shown("locked_card")
    assert not home.is_shown("start_session")
    home.clock.advance(1000)
    home.services.safety.clear(home.patient.id, "Dr Example")
    home.click("start_session")
    assert home.page == "ready"


def test_after_a_session_comes_today(home: Home) -> None:
    home.answered()
    home.click("start_session")
    home.click("ready_start")
    home.plays_to_the_end()
    assert home.page == "today"
    assert home.reads("session_name") == "Done for today"


@pytest.mark.parametrize(
    ("pain", "words"),
    [
        (3, "3, the same as before the session. Your back took it well."),
        (5, "5, 2 points more than before the session. That is a little much. Keep your next session"),
        (6, "6, 3 points more than before the session. That was too much. Do less next time"),
    ],
)
def test_the_next_morning_is_asked_about_and_says_what_it_means(home: Home, pain: int, words: str) -> None:
    home.answered()
    home.click("start_session")
    home.tell_pain(3)
    home.click("ready_start")
    home.plays_to_the_end()
    assert not home.is_shown("morning_card")

    home.slept()
    assert "Daily six" in home.reads("morning_question")
    assert not home.is_shown("pain_entry")
    home.tell_pain(pain, "morning_pain")
    assert words in home.reads("morning_verdict")
    assert home.is_shown("pain_entry")
    home.click("morning_close")
    assert not home.is_shown("morning_card")


def test_an_answer_of_the_morning_can_be_corrected(home: Home) -> None:
    home.answered()
    home.click("start_session")
    home.tell_pain(3)
    home.click("ready_start")
    home.plays_to_the_end()
    home.slept()
    home.tell_pain(1, "morning_pain")
    home.tell_pain(10, "morning_pain")

    today = home.clock.today()
    ratings = home.opened.store.pain.between(home.patient.id, today, today)
    assert [(one.pain_nprs, one.context) for one in ratings] == [(10, PainContext.MORNING)]
    assert "7 points more" in home.reads("morning_verdict")


def test_the_question_of_the_morning_can_be_left_for_the_day(home: Home) -> None:
    home.answered()
    home.click("start_session")
    home.tell_pain(3)
    home.click("ready_start")
    home.plays_to_the_end()
    home.slept()
    home.click("morning_close")
    assert not home.is_shown("morning_card")
    home.window.open_page("settings")
    home.window.open_page("today")
    assert not home.is_shown("morning_card")
    assert home.is_shown("pain_entry")


def test_the_whole_way_by_keyboard(home: Home, qtbot: QtBot) -> None:
    home.window.activateWindow()
    today = home.shown("today_page")
    today.setFocus()
    qtbot.waitUntil(today.hasFocus)
    home.presses(Qt.Key.Key_Return)
    assert home.page == "ready"
    ready = home.shown("ready_page")
    qtbot.waitUntil(ready.hasFocus)

    home.presses(Qt.Key.Key_4)
    scale = home.shown("ready_pain")
    assert isinstance(scale, PainScale)
    assert scale.value() == 4
    reached = _by_tab(home, "sign_")
    home.presses(Qt.Key.Key_Space)
    assert home.reads("ready_start") == "Show what to do"
    assert reached == "sign_ces-bladder"
    home.presses(Qt.Key.Key_Space)
    assert home.reads("ready_start") == "None of these. Start"
    home.presses(Qt.Key.Key_Return)
    assert home.page == "player"


def _by_tab(home: Home, prefix: str) -> str:
    for _ in range(40):
        home.presses(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName().startswith(prefix):
            return focused.objectName()
    raise AssertionError(f"Tab never reached {prefix}")


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_start_stays_on_the_screen(home: Home, size: tuple[int, int]) -> None:
    home.window.resize(*size)
    home.click("start_session")
    home.tell_pain(8)
    start = home.shown("ready_start")
    assert start.visibleRegion().boundingRect() == start.rect()
    corner = start.mapTo(home.window, start.rect().bottomRight())
    assert home.window.rect().contains(corner)
    assert (home.window.width(), home.window.height()) == size


def test_in_the_clinic_a_lock_is_told_above_every_page(
    home: Home, publish: Callable[[Patient, str], Revision]
) -> None:
    publish(home.patient, "rehab-science-four")
    home.services.settings.change(role=Role.CLINIC)
    assert not home.is_shown("lock_notice")
    home.services.safety.answer(home.patient.id, {"infection": True}, ScreenContext.WEEKLY)
    assert "Sessions of Me are locked" in home.reads("lock_notice")
    home.click("lock_notice_open")
    assert home.page == "advice"
    assert any("May stand for:" in one.text() for one in home.window.findChildren(QLabel))


def test_what_was_told_and_not_started_is_forgotten(home: Home) -> None:
    home.click("start_session")
    home.tell_pain(6)
    home.tick("infection")
    home.click("segment_5")
    home.click("ready_back")
    home.click("start_session")

    scale = home.shown("ready_pain")
    assert isinstance(scale, PainScale)
    assert scale.value() is None
    box = home.shown("sign_infection")
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    assert home.reads("left_out") == "Everything that is planned."
    assert home.services.safety.is_due(home.patient.id)
