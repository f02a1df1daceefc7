"""Makes the frozen database of a released version: `uv run python -m tests.storage.freeze`.

Run it once for each release and commit the folder that it names; never run it again for that version. Later
versions must open every one of them.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from facet_desktop import __version__
from facet_desktop.domain.journal import EntryKind
from facet_desktop.services.records import SessionStatus
from facet_desktop.storage.instance_lock import LOCK_FILE
from facet_desktop.storage.store import Store, open_store
from tests.fakes import CountedIds, FakeClock
from tests.storage.records import MONDAY, Maker, stored_session

FROZEN = Path(__file__).parents[1] / "data"


def fill(store: Store, make: Maker) -> None:
    """A finished session, one cut off, a draft, and a week of pain."""
    done = stored_session(store, make)
    sets = [make.entry(done, seq, set_no=seq - 1, reps_done=10, completed=True) for seq in range(2, 5)]
    last = make.entry(done, 5, EntryKind.FINISHED)
    finished = replace(done, status=SessionStatus.FINISHED, done_exercises=1, ended_ms=last.at_ms)
    store.sessions.record(finished, [*sets, last])
    stored_session(store, make)
    store.programs.save_draft(make.draft(done.patient_id))
    for day in range(7):
        store.pain.add(make.rating(done.patient_id, 7 - day, MONDAY + timedelta(days=day)))


def freeze(folder: Path) -> None:
    """Makes the database of this version in an empty folder."""
    with open_store(folder, FakeClock(), CountedIds(1_000_000)) as store:
        fill(store, Maker(FakeClock(), CountedIds(), store.device_id))
    (folder / LOCK_FILE).unlink()


if __name__ == "__main__":
    target = FROZEN / f"facet-{__version__}"
    shutil.rmtree(target, ignore_errors=True)
    freeze(target)
    print(target)
