"""The database of every released version opens in this one, with everything in it."""

import shutil
from pathlib import Path

import pytest

from facet_desktop.services.records import SessionStatus
from facet_desktop.storage.store import open_store
from tests.fakes import CountedIds, FakeClock
from tests.storage.freeze import FROZEN
from tests.storage.records import MONDAY

VERSIONS = sorted(folder.name for folder in FROZEN.glob("facet-*") if folder.is_dir())


def test_the_first_release_is_among_the_frozen() -> None:
    assert "facet-0.1.0" in VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_a_database_of_an_older_version_opens_with_everything_in_it(version: str, tmp_path: Path) -> None:
    folder = shutil.copytree(FROZEN / version, tmp_path / version)

    with open_store(Path(folder), FakeClock(), CountedIds()) as store:
        assert store.integrity().problems == ()
        first, second = store.patients.all()
        done = store.sessions.between(first.id, MONDAY, MONDAY)
        revision = store.programs.current_revision(first.id)
        cut_off = store.sessions.unfinished(second.id)
        ratings = store.pain.between(first.id, MONDAY, MONDAY.replace(day=11))
        assert [(one.status, one.completion) for one in done] == [(SessionStatus.FINISHED, 1.0)]
        assert [entry.seq for entry in store.sessions.journal(done[0].id)] == [1, 2, 3, 4, 5]
        assert cut_off is not None
        assert cut_off.status is SessionStatus.RUNNING
        assert revision is not None
        assert revision.program.session(done[0].planned_session_id).items[0].exercise == "bridge"
        assert len(store.programs.drafts_of(first.id)) == 1
        assert [rating.pain_nprs for rating in ratings] == [7, 6, 5, 4, 3, 2, 1]
