"""Breathing practice: choose, set, follow; never against a condition, never time that was slept."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.domain.breath_practice import LEAD_MS
from facet_desktop.domain.cues import Cue, CueKind
from facet_desktop.services.app import AppServices
from facet_desktop.services.records import Patient
from facet_desktop.ui.breathing.page import BreathingPage
from facet_desktop.ui.breathing.seconds_bar import SecondsBar
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.player.awake import Awake
from facet_desktop.ui.player.ring import BreathRing
from facet_desktop.ui.theme import Theme, ThemeHub
from facet_desktop.ui.widgets.banner import Banner
from tests.fakes import FakeClock


class Heard:
    """Remembers tones instead of sounding them."""

    def __init__(self) -> None:
        self.kinds: list[CueKind] = []

    def prepare(self) -> None:
        """Nothing to load."""

    def play(self, cue: Cue) -> None:
        """Remember it."""
        self.kinds.append(cue.kind)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def awake() -> Awake:
    return Awake(nullcontext)


@pytest.fixture
def page(qtbot: QtBot, ui_context: UiContext, patient: Patient, heard: Heard, awake: Awake) -> BreathingPage:
    page = BreathingPage(ui_context, sounds=heard, awake=awake)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.refresh()
    page.show()
    assert patient.conditions == ()
    return page


@pytest.fixture
def breathe(page: BreathingPage, clock: FakeClock) -> Callable[[int], None]:
    """Lets time go by in frames, as the timer would."""

    def breathe(ms: int) -> None:
        while ms > 0:
            clock.advance(min(ms, 100))
            ms -= 100
            page.advance()

    return breathe


def button(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def text(page: QWidget, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def ring(page: QWidget) -> BreathRing:
    found = page.findChild(BreathRing)
    assert found is not None
    return found


def start(page: BreathingPage, slug: str) -> None:
    button(page, f"pattern_{slug}").click()
    button(page, "breathing_start").click()


def is_frozen(page: BreathingPage) -> bool:
    return page.run is not None and not page.run.is_running


def test_every_pattern_of_the_library_is_offered(page: BreathingPage, app_services: AppServices) -> None:
    names = {
        one.accessibleName() for one in page.findChildren(QAbstractButton) if "pattern_" in one.objectName()
    }
    assert names == {pattern.name for pattern in app_services.library.library.patterns.values()}


def test_a_pattern_that_holds_the_breath_is_blocked_with_the_reason(
    page: BreathingPage, app_services: AppServices, patient: Patient
) -> None:
    app_services.patients.set_conditions(patient.id, ("hypertension", "knee-replacement"))
    page.refresh()
    button(page, "pattern_box").click()

    banner = page.findChild(Banner, "breathing_blocked")
    assert banner is not None
    assert banner.text().startswith("High blood pressure: do not hold the breath.")
    assert not button(page, "breathing_start").isEnabled()

    box = page.findChild(QCheckBox, "breathing_without_pauses")
    assert box is not None
    box.click()
    assert text(page, "breathing_numbers") == "In 4 s · out 4 s"
    assert banner.isHidden()
    button(page, "breathing_start").click()
    assert page.run is not None
    assert not page.run.practice.pattern.holds_breath


def test_whoever_never_wants_to_hold_the_breath_practises_without_pauses(
    page: BreathingPage, app_services: AppServices
) -> None:
    pacing = replace(app_services.settings.present.pacing, allow_breath_pauses=False)
    app_services.settings.change(pacing=pacing)
    start(page, "box")

    assert page.run is not None
    assert not page.run.practice.pattern.holds_breath
    assert page.run.practice.cycle_ms == 8000


def test_a_condition_that_appears_after_setting_still_blocks(
    page: BreathingPage, app_services: AppServices, patient: Patient
) -> None:
    button(page, "pattern_box").click()
    app_services.patients.set_conditions(patient.id, ("glaucoma",))
    button(page, "breathing_start").click()
    assert page.run is None
    assert not button(page, "breathing_start").isEnabled()


def test_the_pace_changes_each_part_and_never_goes_below_six_seconds(page: BreathingPage) -> None:
    button(page, "pattern_exhale-on-effort").click()
    button(page, "segment_1").click()
    assert text(page, "breathing_numbers") == "In 4 s · out 4 s"
    button(page, "segment_-1").click()
    assert text(page, "breathing_numbers") == "In 2 s · out 4 s"


def test_the_length_stays_within_the_pattern(page: BreathingPage) -> None:
    button(page, "pattern_resonance").click()
    assert text(page, "breathing_total") == "30 breaths in 5:00"
    for _ in range(20):
        button(page, "step_more").click()
    assert text(page, "breathing_total") == "120 breaths in 20:00"
    assert not button(page, "step_more").isEnabled()


def test_the_breath_is_led_by_word_disc_and_tone(
    page: BreathingPage, breathe: Callable[[int], None], heard: Heard
) -> None:
    start(page, "resonance")
    assert ring(page).words().main == "Get ready"
    breathe(LEAD_MS + 2500)
    assert (ring(page).words().main, ring(page).words().below) == ("Breathe in", "3")
    assert ring(page).volume() == pytest.approx(0.5)
    assert text(page, "breathing_where") == "Breath 1 of 30"
    breathe(2500)
    assert ring(page).words().main == "Breathe out"
    assert ring(page).accessibleName() == "Breathe out"
    assert heard.kinds == [CueKind.BREATHE_IN, CueKind.BREATHE_OUT]
    assert text(page, "breathing_time_left") == "4:55 left"


def test_space_pauses_escape_stops_and_m_mutes(
    page: BreathingPage, breathe: Callable[[int], None], heard: Heard
) -> None:
    start(page, "resonance")
    QTest.keyClick(page, Qt.Key.Key_M)
    breathe(LEAD_MS + 1000)
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert is_frozen(page)
    breathe(4000)
    assert text(page, "breathing_time_left") == "4:59 left"
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert not is_frozen(page)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.run is None
    assert button(page, "breathing_start").isVisible()
    assert heard.kinds == []
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert button(page, "pattern_box").isVisible()


def test_its_keys_come_before_shortcuts_of_the_window_only_while_practising(page: BreathingPage) -> None:
    def is_taken(key: Qt.Key) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(page, event)
        return event.isAccepted()

    assert not is_taken(Qt.Key.Key_Space)
    start(page, "box")
    assert is_taken(Qt.Key.Key_Space)
    assert is_taken(Qt.Key.Key_Escape)
    assert not is_taken(Qt.Key.Key_P)


def test_sleep_pauses_and_counts_nothing(
    page: BreathingPage, breathe: Callable[[int], None], clock: FakeClock
) -> None:
    start(page, "resonance")
    breathe(LEAD_MS + 5000)
    clock.sleep(3_600_000)
    breathe(100)
    assert is_frozen(page)
    assert text(page, "breathing_time_left") == "4:55 left"
    assert "asleep" in text(page, "breathing_hint")


def test_going_to_another_page_holds_the_practice(page: BreathingPage) -> None:
    start(page, "resonance")
    assert page.leave()
    assert is_frozen(page)


def test_the_display_stays_on_only_while_time_counts(page: BreathingPage, awake: Awake) -> None:
    start(page, "resonance")
    kept = [awake.is_kept]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Escape):
        QTest.keyClick(page, key)
        kept.append(awake.is_kept)
    assert kept == [True, False, True, False]


def test_hiding_the_page_holds_the_practice_and_its_timer(page: BreathingPage) -> None:
    start(page, "resonance")
    page.hide()
    assert is_frozen(page)


def test_the_end_says_what_was_done_and_offers_it_again(
    page: BreathingPage, breathe: Callable[[int], None], heard: Heard
) -> None:
    start(page, "four-seven-eight")
    breathe(LEAD_MS + 4 * 19_000)
    assert text(page, "breathing_done") == "4 breaths in 1:16"
    assert heard.kinds.count(CueKind.DONE) == 1
    button(page, "breathing_again").click()
    assert not is_frozen(page)
    assert ring(page).words().main == "Get ready"


def test_less_motion_shows_figures_and_blocks_instead_of_a_swelling_disc(
    page: BreathingPage, breathe: Callable[[int], None], hub: ThemeHub
) -> None:
    hub.set_theme(Theme(reduced_motion=True))
    start(page, "resonance")
    breathe(LEAD_MS + 2500)
    bar = page.findChild(SecondsBar)
    assert bar is not None
    assert bar.isVisible()
    assert bar.seconds() == (2, 5)
    assert (ring(page).words().above, ring(page).words().main) == ("Breathe in", "3")
    assert ring(page).volume() == 0.5


def test_every_control_has_a_name(page: BreathingPage) -> None:
    start(page, "box")
    for one in page.findChildren(QAbstractButton):
        assert one.accessibleName(), one.objectName()
