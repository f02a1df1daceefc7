"""The cache saves time and never changes what is read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facet_desktop.domain.library import LoadedLibrary
from facet_desktop.exchange import library_cache
from facet_desktop.exchange.library_files import FOLDERS, SINGLE_FILES, read_library
from facet_desktop.resources import resources_dir
from tests.exchange.library_kit import copy_library, edit, shipped


def content(loaded: LoadedLibrary) -> object:
    library = loaded.library
    return (
        library.exercises(),
        dict(library.labels),
        library.ladders,
        dict(library.patterns),
        dict(library.conditions),
        library.templates.all(),
        loaded.problems,
    )


def test_a_cached_read_gives_exactly_the_same_library(tmp_path: Path) -> None:
    cache = tmp_path / "deep" / "library.json"
    first = read_library(resources_dir(), cache)
    assert cache.is_file()
    second = read_library(resources_dir(), cache)
    assert content(first) == content(second) == content(shipped())
    assert list(cache.parent.iterdir()) == [cache]


def test_problems_are_remembered_too(tmp_path: Path) -> None:
    root = copy_library(tmp_path / "library")
    (root / "exercises" / "clamshell.toml").unlink()
    first = read_library(root, tmp_path / "cache")
    assert first.problems
    assert content(read_library(root, tmp_path / "cache")) == content(first)


def test_a_fresh_cache_needs_neither_pydantic_nor_tomllib(tmp_path: Path) -> None:
    cache = tmp_path / "library.json"
    read_library(resources_dir(), cache)
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from facet_desktop.exchange.library_files import FOLDERS, SINGLE_FILES, read_library\n"
        "loaded = read_library(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "assert len(loaded.library) == 60\n"
        "heavy = {'pydantic', 'tomllib', 'tomlkit'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", program, str(resources_dir()), str(cache)], check=True)


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    root, cache = copy_library(tmp_path / "library"), tmp_path / "cache"
    read_library(root, cache)
    edit(root, "exercises/clamshell.toml", 'name = "Clamshell"', 'name = "The clamshell"')
    assert read_library(root, cache).library.exercise("clamshell").name == "The clamshell"


def test_a_change_of_the_same_size_is_noticed_by_its_time(tmp_path: Path) -> None:
    root, cache = copy_library(tmp_path / "library"), tmp_path / "cache"
    read_library(root, cache)
    path = root / "exercises" / "clamshell.toml"
    edit(root, "exercises/clamshell.toml", 'name = "Clamshell"', 'name = "Clamshall"')
    os.utime(path, ns=(1, 1))
    assert read_library(root, cache).library.exercise("clamshell").name == "Clamshall"


def test_added_and_removed_files_are_noticed(tmp_path: Path) -> None:
    root, cache = copy_library(tmp_path / "library"), tmp_path / "cache"
    read_library(root, cache)
    (root / "programs" / "office-worker.toml").unlink()
    assert "office-worker" not in read_library(root, cache).library.templates
    (root / "exercises" / "new.toml").write_text("", encoding="utf-8")
    assert any(one.file == "exercises/new.toml" for one in read_library(root, cache).problems)


@pytest.mark.parametrize("name", ["FORMAT", "__version__"])
def test_another_version_of_facet_does_not_trust_the_cache(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    read_library(resources_dir(), cache)
    before = cache.read_bytes()
    monkeypatch.setattr(library_cache, name, "another")
    read_library(resources_dir(), cache)
    assert cache.read_bytes() != before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(data=st.data())
def test_a_damaged_cache_is_rebuilt_without_a_word(tmp_path: Path, data: st.DataObject) -> None:
    cache = tmp_path / "cache"
    if not cache.exists():
        read_library(resources_dir(), cache)
    whole = cache.read_bytes()
    damage = data.draw(st.sampled_from(["cut", "flip", "junk", "empty"]))
    if damage == "cut":
        cache.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    elif damage == "flip":
        position = data.draw(st.integers(0, len(whole) - 1))
        cache.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
    else:
        cache.write_bytes(data.draw(st.binary(max_size=40)) if damage == "junk" else b"")
    stamp = library_cache.stamp_of(resources_dir(), FOLDERS, SINGLE_FILES)
    assert library_cache.load(cache, stamp) is None
    cache.write_bytes(whole)
    assert library_cache.load(cache, stamp) is not None


def test_a_damaged_cache_is_replaced_by_a_good_one(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.write_bytes(b"{}\n{}")
    assert content(read_library(resources_dir(), cache)) == content(shipped())
    assert len(cache.read_bytes()) > 50_000


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    assert read_library(resources_dir(), blocked / "cache").problems == ()


def test_a_failed_write_leaves_the_old_cache_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    cache.write_bytes(b"old")

    def full_disk(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    assert len(read_library(resources_dir(), cache).library) == 60
    assert cache.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [cache]
