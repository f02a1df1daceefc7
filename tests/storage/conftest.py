"""A fresh data folder for every test, copied from one that was made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from facet_desktop.storage.store import Store, open_store
from tests.fakes import CountedIds, FakeClock
from tests.storage.records import Maker


@pytest.fixture(scope="session")
def new_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data") / "new"
    open_store(folder, FakeClock(), CountedIds(1_000_000)).close()
    return folder


@pytest.fixture
def folder(new_folder: Path, tmp_path: Path) -> Path:
    """A data folder with an empty database that nobody has open."""
    return Path(shutil.copytree(new_folder, tmp_path / "facet"))


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with open_store(folder, FakeClock(), CountedIds()) as opened:
        yield opened


@pytest.fixture
def make(store: Store) -> Maker:
    return Maker(FakeClock(), CountedIds(), store.device_id)
