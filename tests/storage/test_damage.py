"""Damaged files: every flipped bit of a page is noticed, and never read as if it were sound."""

from pathlib import Path
from random import Random

import pytest

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage.keys import SALT_BYTES
from facet_desktop.storage.opening import DATABASE_FILE
from facet_desktop.storage.store import open_store
from tests.fakes import CountedIds, FakeClock
from tests.storage.records import Maker, stored_session

FLIPS = 150
PAGE = 4096


@pytest.fixture
def database_file(folder: Path) -> Path:
    with open_store(folder, FakeClock(), CountedIds()) as store:
        make = Maker(FakeClock(), CountedIds(), store.device_id)
        session = stored_session(store, make)
        store.sessions.record(session, [make.entry(session, seq, reps_done=10) for seq in range(2, 60)])
    return folder / DATABASE_FILE


def found_in(file: Path) -> list[str]:
    """What opening or checking says of a database file."""
    try:
        with open_store(file.parent, FakeClock(), CountedIds()) as store:
            return list(store.integrity().problems)
    except StorageError as error:
        if error.trouble is not Trouble.CORRUPT:
            raise
        return [str(error)]


def test_every_flipped_bit_is_found(database_file: Path) -> None:
    sound = database_file.read_bytes()
    random = Random(20260105)
    missed = []
    for _ in range(FLIPS):
        # The first bytes are the salt, which the key file knows too: damage there does no harm.
        at, bit = random.randrange(SALT_BYTES, len(sound)), 1 << random.randrange(8)
        damaged = bytearray(sound)
        damaged[at] ^= bit
        database_file.write_bytes(damaged)
        if not found_in(database_file):
            missed.append((at, bit))

    assert missed == []


def test_a_damaged_salt_does_no_harm(database_file: Path) -> None:
    damaged = bytearray(database_file.read_bytes())
    damaged[3] ^= 4
    database_file.write_bytes(damaged)

    assert found_in(database_file) == []


@pytest.mark.parametrize("size", [17, PAGE, PAGE + 100, 5 * PAGE, -PAGE, -1])
def test_a_file_cut_short_is_found(database_file: Path, size: int) -> None:
    database_file.write_bytes(database_file.read_bytes()[:size])

    assert found_in(database_file)


def test_a_page_of_an_older_copy_is_found_by_the_check(database_file: Path) -> None:
    sound = database_file.read_bytes()
    with open_store(database_file.parent, FakeClock(), CountedIds()) as store:
        store.database.execute("DELETE FROM session_event WHERE seq > 20")
    changed = database_file.read_bytes()
    pages = range(PAGE, min(len(sound), len(changed)), PAGE)
    differing = [at for at in pages if sound[at : at + PAGE] != changed[at : at + PAGE]]
    mixed = bytearray(changed)
    mixed[differing[0] : differing[0] + PAGE] = sound[differing[0] : differing[0] + PAGE]
    database_file.write_bytes(mixed)

    assert found_in(database_file)


def test_damage_met_while_reading_is_named_and_a_new_connection_works(database_file: Path) -> None:
    sound = database_file.read_bytes()
    damaged = bytearray(sound)
    for at in range(3 * PAGE + 50, len(sound), PAGE):
        damaged[at] ^= 1
    database_file.write_bytes(damaged)

    with (
        pytest.raises(StorageError) as caught,
        open_store(database_file.parent, FakeClock(), CountedIds()) as store,
    ):
        store.database.rows("SELECT * FROM session_event")

    assert caught.value.trouble is Trouble.CORRUPT
    database_file.write_bytes(sound)
    assert found_in(database_file) == []
