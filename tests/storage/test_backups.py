"""Backups are whole, checked, and come with their key."""

from contextlib import closing
from pathlib import Path

import pytest

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage import sqlite_dialect
from facet_desktop.storage.backups import KEY_SUFFIX
from facet_desktop.storage.database import Database
from facet_desktop.storage.keys import KEY_FILE, KeyFile
from facet_desktop.storage.opening import DATABASE_FILE
from facet_desktop.storage.store import Store, open_store
from facet_desktop.storage.trouble import troubles_named
from tests.fakes import CountedIds, FakeClock
from tests.storage.records import Maker, stored_session

_PAGE = 4096


def test_a_backup_holds_everything_up_to_the_last_commit(store: Store, make: Maker, tmp_path: Path) -> None:
    session = stored_session(store, make)
    target = tmp_path / "backups" / "monday.facet.db"

    store.back_up(target)
    store.sessions.checkpoint(session.id, 9, 9)

    restored = tmp_path / "restored"
    restored.mkdir()
    target.rename(restored / DATABASE_FILE)
    Path(f"{target}{KEY_SUFFIX}").rename(restored / KEY_FILE)
    with open_store(restored, FakeClock(), CountedIds()) as copy:
        assert copy.sessions.get(session.id) == session
        assert copy.integrity().is_sound
    assert list(target.parent.iterdir()) == []


def test_a_backup_takes_the_place_of_the_one_before(store: Store, make: Maker, tmp_path: Path) -> None:
    target = tmp_path / "facet.db"
    store.back_up(target)
    before = target.read_bytes()
    stored_session(store, make)

    store.back_up(target)

    assert target.read_bytes() != before


def test_damage_on_any_page_of_a_copy_is_found(store: Store, make: Maker, tmp_path: Path) -> None:
    stored_session(store, make)
    target = tmp_path / "facet.db"
    store.back_up(target)
    key = KeyFile.read(Path(f"{target}{KEY_SUFFIX}").read_bytes()).open().sqlcipher
    whole = bytearray(target.read_bytes())

    def is_sound() -> bool:
        try:
            with closing(Database(target, key)) as copy, troubles_named:
                return sqlite_dialect.copy_problems(copy.connection) == []
        except StorageError:
            return False

    assert is_sound()
    for place in range(_PAGE + 100, len(whole), 5 * _PAGE):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        target.write_bytes(damaged)
        assert not is_sound(), place


def test_a_copy_that_turns_out_damaged_never_replaces_a_good_one(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "facet.db"
    store.back_up(target)
    before = target.read_bytes()
    monkeypatch.setattr(sqlite_dialect, "copy_problems", lambda _: ["page 3"])

    with pytest.raises(StorageError) as caught:
        store.back_up(target)

    assert caught.value.trouble is Trouble.CORRUPT
    assert target.read_bytes() == before
    assert sorted(one.name for one in tmp_path.glob("facet.db*")) == ["facet.db", f"facet.db{KEY_SUFFIX}"]
