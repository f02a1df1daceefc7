"""Opening a data folder: what is new is made, what is wrong is named, and nothing old is ever overwritten."""

import errno
import os
import shutil
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage import sqlite_dialect
from facet_desktop.storage.database import Database
from facet_desktop.storage.keys import KEY_FILE, create_key, read_key_file
from facet_desktop.storage.opening import DATABASE_FILE
from facet_desktop.storage.schema import SCHEMA_VERSION
from facet_desktop.storage.store import open_store
from tests.fakes import CountedIds, FakeClock
from tests.storage.records import Maker, stored_session


def trouble_of_opening(folder: Path) -> Trouble:
    with pytest.raises(StorageError) as caught:
        open_store(folder, FakeClock(), CountedIds())
    return caught.value.trouble


def read_key(folder: Path) -> str:
    key_file = read_key_file(folder)
    assert key_file is not None
    return key_file.open().sqlcipher


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if file.is_file() and not file.name.endswith("-shm")
    }


def test_a_new_folder_gets_a_database_that_only_its_owner_can_read(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "facet"

    with open_store(folder, FakeClock(), CountedIds()) as store:
        assert store.patients.all() == []
        assert store.integrity().problems == ()
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (*folder.iterdir(), folder)}

    assert f"{DATABASE_FILE}-wal" in modes
    if sys.platform != "win32":
        assert {name for name, mode in modes.items() if mode & 0o077} == set()


def test_nothing_on_the_disk_is_readable_without_the_key(folder: Path) -> None:
    with open_store(folder, FakeClock(), CountedIds()) as store:
        make = Maker(FakeClock(), CountedIds(), store.device_id)
        store.patients.save(make.patient("Findable Person"))
        while_open = contents(folder)

    for name, data in (while_open | contents(folder)).items():
        assert b"Findable" not in data
        assert name in (KEY_FILE, "facet.lock") or b"CREATE" not in data


def test_what_was_stored_is_there_next_time_and_the_device_is_the_same(folder: Path) -> None:
    with open_store(folder, FakeClock(), CountedIds()) as store:
        device = store.device_id
        session = stored_session(store, Maker(FakeClock(), CountedIds(), device))

    with open_store(folder, FakeClock(), CountedIds()) as again:
        assert again.device_id == device
        assert again.sessions.get(session.id) == session


def test_after_closing_nothing_is_left_in_the_log(folder: Path) -> None:
    with open_store(folder, FakeClock(), CountedIds()) as store:
        stored_session(store, Maker(FakeClock(), CountedIds(), store.device_id))

    assert not (folder / f"{DATABASE_FILE}-wal").exists()


def test_a_checkpoint_empties_the_log_while_the_store_stays_open(folder: Path) -> None:
    with open_store(folder, FakeClock(), CountedIds()) as store:
        stored_session(store, Maker(FakeClock(), CountedIds(), store.device_id))
        assert (folder / f"{DATABASE_FILE}-wal").stat().st_size > 0

        assert store.checkpoint()

        assert (folder / f"{DATABASE_FILE}-wal").stat().st_size == 0


def test_a_second_program_is_kept_out_until_the_first_has_ended(folder: Path) -> None:
    with open_store(folder, FakeClock(), CountedIds()):
        assert trouble_of_opening(folder) is Trouble.IN_USE
        assert trouble_of_opening(folder) is Trouble.IN_USE

    open_store(folder, FakeClock(), CountedIds()).close()


def test_a_failed_opening_does_not_keep_the_folder_locked(folder: Path) -> None:
    key = (folder / KEY_FILE).read_bytes()
    (folder / KEY_FILE).unlink()
    assert trouble_of_opening(folder) is Trouble.KEY_MISSING

    (folder / KEY_FILE).write_bytes(key)

    open_store(folder, FakeClock(), CountedIds()).close()


def test_a_missing_key_is_never_replaced_by_a_new_one(folder: Path) -> None:
    (folder / KEY_FILE).unlink()
    before = contents(folder)

    assert trouble_of_opening(folder) is Trouble.KEY_MISSING

    assert contents(folder) == before


def test_an_update_is_told_with_its_size_before_it_happens(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    raw_key = read_key(folder)

    def before_update(size_bytes: int) -> None:
        with closing(Database(folder / DATABASE_FILE, raw_key)) as database:
            told.append((size_bytes, sqlite_dialect.schema_version(database.connection)))

    open_store(folder, FakeClock(), CountedIds(), before_update).close()
    assert told == []

    with closing(Database(folder / DATABASE_FILE, raw_key)) as database:
        sqlite_dialect.set_schema_version(database.connection, SCHEMA_VERSION - 1)
    open_store(folder, FakeClock(), CountedIds(), before_update).close()
    assert told == [((folder / DATABASE_FILE).stat().st_size, SCHEMA_VERSION - 1)]


def test_a_new_folder_is_made_without_a_word_of_an_update(tmp_path: Path) -> None:
    told: list[int] = []

    open_store(tmp_path / "new", FakeClock(), CountedIds(), told.append).close()

    assert told == []


def test_a_missing_database_is_told_and_never_replaced_by_an_empty_one(folder: Path) -> None:
    data = (folder / DATABASE_FILE).read_bytes()
    (folder / DATABASE_FILE).unlink()
    before = contents(folder)

    assert trouble_of_opening(folder) is Trouble.DATA_MISSING
    assert contents(folder) == before

    (folder / DATABASE_FILE).write_bytes(data)
    open_store(folder, FakeClock(), CountedIds()).close()


def test_a_first_start_that_was_cut_off_between_its_files_begins_again(tmp_path: Path) -> None:
    for name, files in {"before the key": (KEY_FILE,), "before the first page": ()}.items():
        folder = tmp_path / name
        open_store(folder, FakeClock(), CountedIds()).close()
        for file in (f"{DATABASE_FILE}-wal", f"{DATABASE_FILE}-shm", *files):
            (folder / file).unlink(missing_ok=True)
        (folder / DATABASE_FILE).write_bytes(b"")

        with open_store(folder, FakeClock(), CountedIds()) as store:
            assert store.integrity().is_sound


def test_commits_that_are_still_in_the_log_need_their_key_too(folder: Path) -> None:
    (folder / KEY_FILE).unlink()
    (folder / DATABASE_FILE).write_bytes(b"")
    (folder / f"{DATABASE_FILE}-wal").write_bytes(b"commits of yesterday")

    assert trouble_of_opening(folder) is Trouble.KEY_MISSING


def test_a_damaged_key_file_is_a_wrong_key_and_stays_as_it_is(folder: Path) -> None:
    (folder / KEY_FILE).write_bytes(b'{"format": 1, "slots"')
    before = contents(folder)

    assert trouble_of_opening(folder) is Trouble.WRONG_KEY

    assert contents(folder) == before


def test_a_changed_digit_in_the_key_is_a_wrong_key(folder: Path) -> None:
    text = (folder / KEY_FILE).read_text()
    at = text.index('"key": "') + 8
    (folder / KEY_FILE).write_text(text[:at] + ("0" if text[at] != "0" else "1") + text[at + 1 :])

    assert trouble_of_opening(folder) is Trouble.WRONG_KEY


def test_the_key_file_of_another_folder_is_a_wrong_key(folder: Path) -> None:
    create_key(folder)

    assert trouble_of_opening(folder) is Trouble.WRONG_KEY


def test_a_damaged_key_file_makes_no_new_database_either(folder: Path) -> None:
    (folder / DATABASE_FILE).unlink()
    text = (folder / KEY_FILE).read_text()
    (folder / KEY_FILE).write_text(text.replace('"check": "', '"check": "0'))

    assert trouble_of_opening(folder) is Trouble.WRONG_KEY
    assert not (folder / DATABASE_FILE).exists()


def test_a_start_cut_off_before_the_first_table_is_taken_up(folder: Path) -> None:
    (folder / DATABASE_FILE).write_bytes(b"")

    with open_store(folder, FakeClock(), CountedIds()) as store:
        assert store.integrity().is_sound


def test_a_database_of_a_newer_version_is_refused_untouched(folder: Path) -> None:
    with open_store(folder, FakeClock(), CountedIds()) as store:
        sqlite_dialect.set_schema_version(store.database.connection, SCHEMA_VERSION + 1)
    before = contents(folder)

    assert trouble_of_opening(folder) is Trouble.TOO_NEW

    assert contents(folder) == before


def test_a_database_that_has_seen_unknown_migrations_is_refused(folder: Path) -> None:
    with open_store(folder, FakeClock(), CountedIds()) as store:
        sqlite_dialect.set_schema_version(store.database.connection, 0)
        store.database.execute(
            "INSERT INTO schema_migration (name, applied) VALUES ('0009_later', '2031-01-01 00:00:00')"
        )

    assert trouble_of_opening(folder) is Trouble.TOO_NEW


@pytest.mark.parametrize("folder", ["facet", "facet/inside"])
def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path, folder: str) -> None:
    (tmp_path / "facet").write_text("a file")

    with pytest.raises(StorageError) as caught:
        open_store(tmp_path / folder, FakeClock(), CountedIds())
    assert caught.value.trouble is Trouble.NO_FOLDER


@pytest.mark.parametrize("name", ["facet.lock", DATABASE_FILE, KEY_FILE])
def test_a_folder_in_the_place_of_a_file_is_a_trouble_with_a_name(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    (folder / name).mkdir()
    expected = {DATABASE_FILE: Trouble.READ_ONLY, KEY_FILE: Trouble.KEY_MISSING}
    assert trouble_of_opening(folder) is expected.get(name, Trouble.NO_FOLDER)


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.EROFS, Trouble.READ_ONLY),
        (errno.ENOSPC, Trouble.FULL),
        (errno.EIO, Trouble.DISK),
        (errno.ENODEV, Trouble.DISK),
    ],
)
def test_a_disk_that_takes_nothing_is_named(
    number: int, trouble: Trouble, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)

    assert trouble_of_opening(tmp_path) is trouble


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_disk_that_takes_no_more_of_the_log_is_named(folder: Path) -> None:
    import resource

    earlier = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, earlier[1]))
    try:
        assert trouble_of_opening(folder) is Trouble.DISK
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, earlier)
    open_store(folder, FakeClock(), CountedIds()).close()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named(folder: Path) -> None:
    folder.chmod(0o500)
    try:
        assert trouble_of_opening(folder) is Trouble.READ_ONLY
    finally:
        folder.chmod(0o700)


def test_a_start_loads_neither_peewee_nor_hashing_nor_uuid(folder: Path) -> None:
    import subprocess

    program = (
        "import sys; from pathlib import Path\n"
        "from facet_desktop.clock import SystemClock, Uuid7Ids\n"
        "from facet_desktop.storage.store import open_store\n"
        f"open_store(Path({str(folder)!r}), SystemClock(), Uuid7Ids(SystemClock())).close()\n"
        "print(sorted({'peewee', 'playhouse', 'hashlib', 'uuid', 'sqlite3', 'tempfile'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_a_copy_of_the_whole_folder_opens_elsewhere(folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "moved"))

    with open_store(copy, FakeClock(), CountedIds()) as store:
        assert store.integrity().is_sound
