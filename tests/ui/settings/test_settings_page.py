"""Settings act at once and are stored at once."""

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QSlider, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.bootstrap import SETTINGS_FILE, OpenFolder
from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.domain.pain import Thresholds
from facet_desktop.exchange.settings_file import SettingsFile
from facet_desktop.services.app import AppServices
from facet_desktop.services.settings import Role, Settings, ThemeChoice
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.settings.data_section import folder_bytes
from facet_desktop.ui.settings.page import SettingsPage
from facet_desktop.ui.settings.rows import Stepper
from facet_desktop.ui.settings.words import SettingsWords
from facet_desktop.ui.widgets.segmented import SegmentedControl
from tests.ui.settings.tones import FakeTones


@pytest.fixture
def page(qtbot: QtBot, ui_context: UiContext) -> SettingsPage:
    page = SettingsPage(ui_context, make_tones=FakeTones)
    qtbot.addWidget(page)
    ui_context.bridge.happened.connect(lambda event: page.refresh() if page.concerns(event) else None)
    page.resize(1000, 800)
    page.refresh()
    page.show()
    return page


def pick(page: QWidget, name: str, key: str) -> None:
    control = page.findChild(SegmentedControl, name)
    assert control is not None
    found = control.findChild(QAbstractButton, f"segment_{key}")
    assert found is not None
    found.click()


def step(page: QWidget, name: str, which: str) -> Stepper:
    stepper = page.findChild(Stepper, name)
    assert stepper is not None
    found = stepper.findChild(QAbstractButton, f"step_{which}")
    assert found is not None
    found.click()
    return stepper


def stored(opened: OpenFolder) -> Settings:
    return SettingsFile(opened.folder / SETTINGS_FILE).load()


def test_role_and_theme_are_stored_when_chosen(page: SettingsPage, opened: OpenFolder) -> None:
    pick(page, "role", "clinic")
    pick(page, "theme", "contrast")
    assert stored(opened).role is Role.CLINIC
    assert stored(opened).theme is ThemeChoice.CONTRAST


def test_text_size_goes_in_steps_and_stops_at_the_ends(page: SettingsPage, app_services: AppServices) -> None:
    assert step(page, "text_size", "more").value_text() == "110\N{NO-BREAK SPACE}%"
    app_services.settings.change(text_scale=2.0)
    stepper = step(page, "text_size", "more")
    assert app_services.settings.present.text_scale == 2.0
    more = stepper.findChild(QAbstractButton, "step_more")
    assert more is not None
    assert not more.isEnabled()


def test_sounds_can_be_softened_and_switched_off_one_by_one(page: SettingsPage, opened: OpenFolder) -> None:
    volume = page.findChild(QSlider, "volume")
    rest = page.findChild(QCheckBox, "cue_rest")
    assert volume is not None
    assert rest is not None
    volume.setValue(30)
    rest.click()
    assert stored(opened).volume == 0.3
    assert stored(opened).muted_cues == {"rest"}
    rest.click()
    assert stored(opened).muted_cues == frozenset()


def test_the_large_words_of_full_screen_can_be_switched_off(page: SettingsPage, opened: OpenFolder) -> None:
    box = page.findChild(QCheckBox, "room_view")
    assert box is not None
    assert box.isChecked()
    box.click()
    assert not stored(opened).room_view


def test_the_pace_is_stored_in_seconds(page: SettingsPage, opened: OpenFolder) -> None:
    field = page.findChild(QSpinBox, "prepare_s")
    assert field is not None
    field.setValue(25)
    assert stored(opened).pacing.prepare_s == 25.0


def test_a_clinic_sets_from_how_many_exercises_the_editor_speaks_up(
    page: SettingsPage, app_services: AppServices
) -> None:
    app_services.settings.change(role=Role.CLINIC)
    assert step(page, "kept_up_exercises", "less").value_text() == "3"
    numbers = [app_services.settings.present.kept_up_exercises]
    usual = page.findChild(QAbstractButton, "usual_kept_up")
    assert usual is not None
    usual.click()
    numbers.append(app_services.settings.present.kept_up_exercises)
    assert numbers == [3, None]
    section = page.findChild(QWidget, "settings_editor")
    assert section is not None
    seen = [section.isVisibleTo(page)]
    app_services.settings.change(role=Role.HOME)
    seen.append(section.isVisibleTo(page))
    assert seen == [True, False]


def test_pain_limits_never_cross_and_say_what_they_mean(
    page: SettingsPage, app_services: AppServices
) -> None:
    step(page, "green_max", "more")
    assert app_services.settings.present.thresholds == Thresholds(4, 5)
    step(page, "green_max", "more")
    assert app_services.settings.present.thresholds == Thresholds(4, 5)
    step(page, "amber_max", "more")
    meaning = page.findChild(QLabel, "limits_meaning")
    assert meaning is not None
    assert meaning.text().startswith("0 to 4 is comfortable, 5 to 6 means watch, 7 and above")

    usual = page.findChild(QAbstractButton, "usual_limits")
    assert usual is not None
    usual.click()
    assert app_services.settings.present.thresholds == Thresholds()
    assert not usual.isEnabled()


def test_no_row_of_steps_leads_to_limits_that_contradict(
    page: SettingsPage, app_services: AppServices, opened: OpenFolder
) -> None:
    names = [one.name for one in fields(Thresholds)]
    for name, which in [(name, which) for which in ("more", "less") for name in names]:
        for _ in range(12):
            step(page, name, which)
            assert app_services.settings.present.thresholds.is_sound
            assert stored(opened).thresholds == app_services.settings.present.thresholds
    assert app_services.settings.present.thresholds == Thresholds(0, 1, 0, 1, 1, 2)


def test_how_somebody_breathes_and_counts_is_stored(page: SettingsPage, opened: OpenFolder) -> None:
    for name in ("count_by_hand", "no_breath_holds"):
        box = page.findChild(QCheckBox, name)
        assert box is not None
        box.click()
    pick(page, "breath_delta", "-1")
    pacing = stored(opened).pacing
    assert pacing.count_by_hand
    assert not pacing.allow_breath_pauses
    assert pacing.breath_delta_s == -1


def test_the_folder_is_named_with_its_size(page: SettingsPage, opened: OpenFolder) -> None:
    folder = page.findChild(QLabel, "data_folder")
    size = page.findChild(QLabel, "data_size")
    assert folder is not None
    assert size is not None
    assert folder.text() == str(opened.folder)
    assert size.text().endswith("kB on disk")


def test_a_setting_that_cannot_be_stored_goes_back_and_is_reported(
    page: SettingsPage, app_services: AppServices, monkeypatch: pytest.MonkeyPatch, reported: list[Exception]
) -> None:
    def refuse(*_: object) -> None:
        raise StorageError(Trouble.READ_ONLY)

    monkeypatch.setattr(SettingsFile, "save", refuse)
    pick(page, "theme", "dark")
    assert [str(error) for error in reported] == ["read-only: "]
    control = page.findChild(SegmentedControl, "theme")
    assert control is not None
    assert control.key() == "light"


def test_sizes_are_counted_and_written_for_people(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 1500)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c").write_bytes(b"x" * 1_200_000)
    assert folder_bytes(tmp_path) == 1_201_500
    assert SettingsWords().size(1_201_500) == "1.2 MB"
    assert SettingsWords().size(1500) == "2 kB"


def test_every_control_has_a_name(page: SettingsPage) -> None:
    for kind in (QAbstractButton, QSlider, QSpinBox):
        for control in page.findChildren(kind):
            assert control.objectName(), control.accessibleName()
            assert control.accessibleName(), control.objectName()
