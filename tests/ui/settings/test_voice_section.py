"""The settings say in words whether the voice works, and only where it is wanted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from facet_desktop.services.app import AppServices
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.settings.page import SettingsPage
from facet_desktop.ui.settings.voice_section import VoiceSection
from facet_desktop.ui.voice.client import Patience, VoiceClient
from tests.ui.settings.tones import FakeTones
from tests.ui.voice import scripts

Make = Callable[..., SettingsPage]


@pytest.fixture
def page(qtbot: QtBot, ui_context: UiContext) -> Iterator[Make]:
    """Opens the settings on a computer whose voice behaves as told."""
    made: list[SettingsPage] = []

    def page(command: tuple[str, ...], patience: Patience | None = None) -> SettingsPage:
        page = SettingsPage(
            ui_context,
            make_voice=lambda: VoiceClient(command, patience=patience),
            make_tones=FakeTones,
        )
        ui_context.bridge.happened.connect(lambda event: page.refresh() if page.concerns(event) else None)
        qtbot.addWidget(page)
        page.refresh()
        page.show()
        made.append(page)
        return page

    yield page
    for one in made:
        one.hide()


def state(page: SettingsPage) -> str:
    label = page.findChild(QLabel, "voice_state")
    assert label is not None
    return "" if label.isHidden() else label.text()


def switch(page: SettingsPage) -> None:
    box = page.findChild(QCheckBox, "voice")
    assert box is not None
    box.click()


def trial(page: SettingsPage) -> QAbstractButton:
    button = page.findChild(QAbstractButton, "try_voice")
    assert button is not None
    return button


def is_asking(page: SettingsPage) -> bool:
    section = page.findChild(VoiceSection)
    assert section is not None
    return bool(section.findChildren(QProcess))


def test_the_voice_is_off_and_nothing_is_asked_until_it_is_wanted(page: Make) -> None:
    shown = page(scripts.FINDS_NOTHING)
    assert not is_asking(shown)
    assert state(shown) == ""
    assert trial(shown).isHidden()


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (scripts.FINDS_NOTHING, "No voice was found on this computer."),
        (scripts.HANGS, "did not answer in time."),
        (scripts.MISSING, "stopped by itself."),
    ],
    ids=["nothing", "hangs", "missing"],
)
def test_trouble_is_said_in_words_and_can_be_looked_at_again(
    page: Make, qtbot: QtBot, app_services: AppServices, command: tuple[str, ...], words: str
) -> None:
    shown = page(command, Patience(start_ms=10_000 if "found" in words else 200))
    switch(shown)
    assert app_services.settings.present.voice
    qtbot.waitUntil(lambda: words in state(shown), timeout=10_000)
    assert trial(shown).text() == "Look again"


def test_a_voice_that_works_can_be_heard(page: Make, qtbot: QtBot, tmp_path: Path) -> None:
    log = tmp_path / "told"
    shown = page(scripts.good(log))
    switch(shown)
    qtbot.waitUntil(lambda: state(shown) == "A voice was found.", timeout=10_000)
    assert trial(shown).text() == "Hear it"
    trial(shown).click()
    qtbot.waitUntil(lambda: "This is the voice" in log.read_text(encoding="utf-8"), timeout=10_000)
    switch(shown)
    assert state(shown) == ""
    qtbot.waitUntil(lambda: not is_asking(shown), timeout=10_000)


def test_looking_ends_with_the_page_and_begins_with_it(page: Make, qtbot: QtBot, tmp_path: Path) -> None:
    shown = page(scripts.good(tmp_path / "told"))
    switch(shown)
    shown.hide()
    qtbot.waitUntil(lambda: not is_asking(shown), timeout=10_000)
    shown.show()
    assert is_asking(shown)
