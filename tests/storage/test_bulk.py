"""Very many rows at once: the same rows as one by one, in parts that are each whole."""

from collections.abc import Iterator

import pytest

from facet_desktop.storage import bulk
from facet_desktop.storage.bulk import ROWS_PER_STATEMENT, add_rows, bulk_settings
from facet_desktop.storage.database import Row
from facet_desktop.storage.rows import entry_row
from facet_desktop.storage.sqlite_dialect import DriverError
from facet_desktop.storage.store import Store
from facet_desktop.storage.tables import EVENT
from tests.storage.records import Maker, stored_session


@pytest.mark.parametrize("count", [0, 1, ROWS_PER_STATEMENT - 1, ROWS_PER_STATEMENT, 50, 101])
def test_rows_in_bulk_are_the_same_as_one_by_one(
    count: int, store: Store, make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "ROWS_PER_COMMIT", 50)
    session = stored_session(store, make)
    entries = [make.entry(session, seq, reps_done=seq) for seq in range(2, count + 2)]

    with bulk_settings(store.database):
        added = add_rows(store.database, EVENT, (entry_row(one, store.device_id) for one in entries))

    assert added == count
    assert list(store.sessions.journal(session.id))[1:] == entries
    assert store.integrity().is_sound


def test_a_failure_keeps_only_whole_parts(store: Store, make: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "ROWS_PER_COMMIT", 10)
    session = stored_session(store, make)

    def rows() -> Iterator[Row]:
        for seq in range(2, 27):
            yield entry_row(make.entry(session, min(seq, 25)), store.device_id)

    with pytest.raises(DriverError, match="UNIQUE"):
        add_rows(store.database, EVENT, rows())

    assert len(store.sessions.journal(session.id)) == 21
