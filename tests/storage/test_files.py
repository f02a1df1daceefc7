"""Small files are replaced whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from facet_desktop.storage.files import FileNotKeptError, make_private_folder, replace_file


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "settings"

    replace_file(target, b"old")
    replace_file(target, b"new")

    assert target.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["settings"]


def test_left_over_halves_of_a_crash_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "settings.new").write_bytes(b"ha")

    replace_file(tmp_path / "settings", b"whole")

    assert (tmp_path / "settings").read_bytes() == b"whole"
    assert os.listdir(tmp_path) == ["settings"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "settings"
    replace_file(target, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space"):
        replace_file(target, b"new")

    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["settings"]


def test_a_disk_that_forgets_what_was_written_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "settings"
    replace_file(target, b"old")
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"")

    with pytest.raises(FileNotKeptError):
        replace_file(target, b"new")

    monkeypatch.undo()
    assert target.read_bytes() == b"old"


def test_a_folder_that_exists_keeps_its_permissions(tmp_path: Path) -> None:
    made = tmp_path / "made"
    made.mkdir(mode=0o750)
    before = made.stat().st_mode

    make_private_folder(made)

    assert made.stat().st_mode == before
