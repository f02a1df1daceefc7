"""The settings file: what is stored comes back, and nothing a person had is lost."""

import errno
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.domain.pain import Thresholds
from facet_desktop.domain.step import StepSide
from facet_desktop.domain.timeline import Pacing
from facet_desktop.exchange.settings_file import SettingsFile
from facet_desktop.services.settings import Role, Settings, ThemeChoice

EVERYTHING = Settings(
    role=Role.CLINIC,
    theme=ThemeChoice.DARK,
    text_scale=1.5,
    reduced_motion=True,
    language="de",
    current_patient="0190-7",
    pacing=Pacing(5, 6, 7, StepSide.RIGHT, allow_breath_pauses=False, breath_delta_s=-1, count_by_hand=True),
    thresholds=Thresholds(2, 6, 2, 4, 6, 8),
    volume=0.2,
    muted_cues=frozenset({"rest", "breathe-in"}),
    voice=True,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.json"


def test_a_missing_file_means_defaults_and_is_not_made_by_reading(path: Path) -> None:
    assert SettingsFile(path).load() == Settings()
    assert not path.exists()


def test_every_setting_comes_back_as_it_was_stored(path: Path) -> None:
    SettingsFile(path).save(EVERYTHING)

    assert SettingsFile(path).load() == EVERYTHING


def test_fields_of_a_newer_version_survive_a_save(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"theme": "dark", "lock_after_s": 300, "pacing": {"prepare_s": 5, "warm_up_s": 9}}')
    store = SettingsFile(path)

    store.save(replace(store.load(), volume=0.1))

    table = json.loads(path.read_text())
    assert table["lock_after_s"] == 300
    assert table["pacing"]["warm_up_s"] == 9
    assert (table["theme"], table["volume"]) == ("dark", 0.1)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"dark"', '{"theme": \x00}'])
def test_a_damaged_file_is_kept_aside_and_defaults_are_used(
    path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    path.write_text(text)
    store = SettingsFile(path)

    assert store.load() == Settings()

    assert store.moved_aside is not None
    assert store.moved_aside.read_text() == text
    assert "damaged" in caplog.text


def test_a_second_damaged_file_does_not_replace_the_first(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    for text in ("first", "second"):
        path.write_text(text)
        SettingsFile(path).load()

    kept = sorted(one.read_text() for one in path.parent.iterdir())
    assert kept == ["first", "second"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("theme", "sepia"),
        ("role", 3),
        ("text_scale", 9),
        ("text_scale", True),
        ("text_scale", float("nan")),
        ("volume", "loud"),
        ("reduced_motion", 1),
        ("muted_cues", "rest"),
        ("pacing", []),
        ("pacing", {"prepare_s": -1, "first_side": "both"}),
        ("thresholds", {"green_max": 6, "amber_max": 3}),
        ("thresholds", {"green_max": 2.5, "amber_max": 5}),
        ("thresholds", {"green_max": 2, "amber_max": 10}),
        ("thresholds", {"green_max": 2, "amber_max": 5, "stop_from": 5}),
        ("thresholds", {"green_rise_max": 2, "amber_rise_max": 2}),
        ("current_patient", ""),
    ],
)
def test_a_value_that_does_not_fit_takes_its_default_and_the_others_stay(
    path: Path, field: str, value: Any
) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"voice": True, field: value}))

    assert SettingsFile(path).load() == Settings(voice=True)


def test_a_disk_that_refuses_leaves_the_old_file_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SettingsFile(path)
    store.save(EVERYTHING)

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", refuse)
        with pytest.raises(StorageError) as caught:
            store.save(Settings())

    assert caught.value.trouble is Trouble.FULL
    assert SettingsFile(path).load() == EVERYTHING
    assert [one.name for one in path.parent.iterdir()] == [path.name]
