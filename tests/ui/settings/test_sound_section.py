"""The settings let each tone be heard, and say in words whether this computer can sound any."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSlider
from pytestqt.qtbot import QtBot

from facet_desktop.domain.cues import CueKind
from facet_desktop.services.app import AppServices
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.settings.page import SettingsPage
from facet_desktop.ui.theme import Theme
from tests.ui.settings.tones import NO_DEVICE, FakeTones


@pytest.fixture
def tones() -> FakeTones:
    return FakeTones()


@pytest.fixture
def make(qtbot: QtBot, ui_context: UiContext, tones: FakeTones) -> Callable[[], SettingsPage]:
    """Opens the settings with these tones."""

    def make() -> SettingsPage:
        page = SettingsPage(ui_context, make_tones=lambda: tones)
        ui_context.bridge.happened.connect(lambda event: page.refresh() if page.concerns(event) else None)
        qtbot.addWidget(page)
        page.resize(1000, 800)
        page.refresh()
        page.show()
        QApplication.processEvents()
        return page

    return make


def button(page: SettingsPage, kind: CueKind) -> QAbstractButton:
    found = page.findChild(QAbstractButton, f"try_{kind.value}")
    assert found is not None
    return found


def state(page: SettingsPage) -> str:
    label = page.findChild(QLabel, "sound_state")
    assert label is not None
    return label.text()


def set_volume(page: SettingsPage, percent: int) -> None:
    slider = page.findChild(QSlider, "volume")
    assert slider is not None
    slider.setValue(percent)


def test_each_kind_can_be_heard_also_while_it_is_off(
    make: Callable[[], SettingsPage], tones: FakeTones, app_services: AppServices
) -> None:
    app_services.settings.change(muted_cues=frozenset({CueKind.REST.value}))
    page = make()

    for kind in CueKind:
        button(page, kind).click()

    assert tones.tried == list(CueKind)
    assert button(page, CueKind.REST).toolTip() == "Hear it: Rest"


def test_a_missing_loudspeaker_is_said_in_words(make: Callable[[], SettingsPage]) -> None:
    assert state(make()) == NO_DEVICE


def test_an_answer_that_comes_late_is_said_when_it_comes(
    make: Callable[[], SettingsPage], tones: FakeTones
) -> None:
    tones.words = "Looking for a loudspeaker…"
    page = make()
    assert state(page) == tones.words
    tones.words = "Sounds play through: Desk"
    tones.changed.emit()

    assert state(page) == "Sounds play through: Desk"


def test_at_no_volume_nobody_looks_for_a_loudspeaker(
    make: Callable[[], SettingsPage], tones: FakeTones, app_services: AppServices
) -> None:
    app_services.settings.change(volume=0.0)
    page = make()
    assert (state(page), tones.looks) == ("The volume is 0, so the player is silent.", 0)
    assert not button(page, CueKind.START).isEnabled()

    set_volume(page, 40)
    assert state(page) == NO_DEVICE
    assert button(page, CueKind.START).isEnabled()

    set_volume(page, 60)
    assert tones.looks == 1


def test_large_text_in_a_small_window_cuts_nothing(
    make: Callable[[], SettingsPage], ui_context: UiContext
) -> None:
    ui_context.theme.set_theme(Theme.named("light", 2.0))
    page = make()
    page.resize(760, 700)
    QApplication.processEvents()

    for kind in CueKind:
        corner = button(page, kind).mapTo(page, button(page, kind).rect().topRight())
        assert corner.x() < page.width(), kind
