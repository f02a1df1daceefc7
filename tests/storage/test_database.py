"""Transactions and trouble: all or nothing, and the cause is never hidden."""

import contextlib
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage import sqlite_dialect
from facet_desktop.storage.database import Database
from facet_desktop.storage.opening import DATABASE_FILE
from facet_desktop.storage.sqlite_dialect import DriverError
from facet_desktop.storage.store import Store, open_store
from tests.fakes import CountedIds, FakeClock
from tests.storage.records import Maker, stored_session


class MishapError(Exception):
    """Something goes wrong in the middle."""


def test_a_transaction_that_fails_leaves_nothing_behind(store: Store, make: Maker) -> None:
    session = stored_session(store, make)

    def go_wrong() -> None:
        with store.transaction():
            store.sessions.record(replace(session, done_exercises=1), [make.entry(session, 2)])
            store.pain.add(make.rating(session.patient_id))
            raise MishapError

    with pytest.raises(MishapError):
        go_wrong()

    assert store.sessions.get(session.id) == session
    assert len(store.sessions.journal(session.id)) == 1
    assert store.pain.first_day(session.patient_id) is None


def test_several_calls_share_the_outer_transaction(store: Store, make: Maker) -> None:
    with store.transaction():
        session = stored_session(store, make)
        assert store.database.connection.in_transaction

    assert not store.database.connection.in_transaction
    assert store.sessions.get(session.id) == session


def test_a_call_that_fails_halfway_takes_back_its_first_half(store: Store, make: Maker) -> None:
    session = stored_session(store, make)
    changed = replace(session, done_exercises=1)

    with pytest.raises(DriverError):
        store.sessions.record(changed, [make.entry(session, 2), make.entry(session, 2)])

    assert store.sessions.get(session.id) == session
    assert len(store.sessions.journal(session.id)) == 1


def test_an_outer_transaction_cannot_store_what_is_left_of_a_failed_part(store: Store, make: Maker) -> None:
    session = stored_session(store, make)
    clumsy = [make.entry(session, 2), make.entry(session, 2)]

    def go_on_regardless() -> None:
        with store.transaction():
            store.pain.add(make.rating(session.patient_id))
            with contextlib.suppress(DriverError):
                store.sessions.record(session, clumsy)

    with pytest.raises(RuntimeError, match="part of this transaction failed"):
        go_on_regardless()

    assert store.pain.first_day(session.patient_id) is None
    store.pain.add(make.rating(session.patient_id))


def test_a_full_disk_is_named_loses_nothing_and_can_be_mended(store: Store, make: Maker) -> None:
    session = stored_session(store, make)
    pages = store.database.rows("PRAGMA page_count")[0][0]
    store.database.rows(f"PRAGMA max_page_count = {pages + 2}")
    done = [1]

    def fill() -> None:
        for seq in range(2, 10_000):
            store.sessions.record(session, [make.entry(session, seq, text="x" * 300)])
            done.append(seq)

    with pytest.raises(StorageError) as caught:
        fill()

    assert caught.value.trouble is Trouble.FULL
    assert [entry.seq for entry in store.sessions.journal(session.id)] == done
    store.database.rows("PRAGMA max_page_count = 100000")
    store.sessions.record(session, [make.entry(session, len(done) + 1)])
    assert store.integrity().is_sound


def test_a_full_disk_inside_a_longer_transaction_is_still_called_full(store: Store, make: Maker) -> None:
    session = stored_session(store, make)
    pages = store.database.rows("PRAGMA page_count")[0][0]
    store.database.rows(f"PRAGMA max_page_count = {pages + 2}")

    def fill() -> None:
        with store.transaction():
            for seq in range(2, 10_000):
                store.sessions.record(session, [make.entry(session, seq, text="x" * 300)])

    with pytest.raises(StorageError) as caught:
        fill()

    assert caught.value.trouble is Trouble.FULL
    assert len(store.sessions.journal(session.id)) == 1


def test_a_database_that_may_only_be_read_is_named(store: Store, make: Maker) -> None:
    store.database.execute("PRAGMA query_only = ON")

    with pytest.raises(StorageError) as caught:
        store.patients.save(make.patient())

    assert caught.value.trouble is Trouble.READ_ONLY


def test_a_database_held_by_somebody_else_is_named_locked(store: Store, make: Maker, folder: Path) -> None:
    store.database.execute("PRAGMA busy_timeout = 1")
    key = store._data_key.sqlcipher
    other = Database(folder / DATABASE_FILE, key)
    try:
        with other.transaction(), pytest.raises(StorageError) as caught:
            store.patients.save(make.patient())
    finally:
        other.close()

    assert caught.value.trouble is Trouble.LOCKED


def test_defects_of_the_program_are_not_dressed_up_as_trouble(store: Store) -> None:
    with pytest.raises(DriverError, match="no such table"):
        store.database.rows("SELECT * FROM nowhere")


def test_references_are_kept(store: Store, make: Maker) -> None:
    with pytest.raises(DriverError, match="FOREIGN KEY"):
        store.pain.add(make.rating(make.ids.new()))


def test_values_of_a_wrong_type_are_refused(store: Store) -> None:
    with pytest.raises(DriverError, match="cannot store TEXT"):
        store.database.execute("UPDATE device SET at_ms = 'yesterday'")


def test_commits_are_durable_and_temporary_data_stays_in_memory(store: Store) -> None:
    def setting(name: str) -> object:
        return store.database.rows(f"PRAGMA {name}")[0][0]

    assert (setting("journal_mode"), setting("synchronous"), setting("foreign_keys")) == ("wal", 2, 1)
    assert (setting("temp_store"), setting("secure_delete")) == (2, 1)
    assert setting("busy_timeout") == sqlite_dialect.BUSY_MS


def test_a_connection_stays_in_its_thread(store: Store) -> None:
    caught: list[BaseException] = []

    def use() -> None:
        try:
            store.patients.all()
        except DriverError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()

    assert "thread" in str(caught[0])


def test_closing_twice_does_no_harm(store: Store, folder: Path) -> None:
    store.close()
    store.close()
    with open_store(folder, FakeClock(), CountedIds()) as again:
        assert again.device_id == store.device_id


def test_an_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sqlite_dialect, "OLDEST_SQLITE", (99, 0, 0))

    with pytest.raises(RuntimeError, match="too old"):
        Database(tmp_path / "x.db", "x'00'")
