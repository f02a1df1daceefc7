"""The composition root: opens a data folder, builds the services, and hands them to window or command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Self

from facet_desktop.clock import SystemClock, Uuid7Ids
from facet_desktop.domain.values import frozen
from facet_desktop.exchange.library_files import read_library
from facet_desktop.exchange.settings_file import SettingsFile
from facet_desktop.resources import resources_dir
from facet_desktop.services.app import AppServices, Ports
from facet_desktop.services.bus import EventBus
from facet_desktop.services.events import Event, SessionChanged
from facet_desktop.services.library_service import LibraryService
from facet_desktop.services.records import SessionStatus
from facet_desktop.services.settings import SettingsService
from facet_desktop.services.wording.all_words import Words
from facet_desktop.services.wording.base import Translate, english
from facet_desktop.storage.store import Store, open_store

if TYPE_CHECKING:
    from types import TracebackType

    from facet_desktop.domain.figure.movement import Movement
    from facet_desktop.domain.library import LoadedLibrary
    from facet_desktop.services.export_service import TableWriter
    from facet_desktop.services.ports import Clock, Ids
    from facet_desktop.services.program_files import ProgramFileStore

SETTINGS_FILE = "settings.json"
CACHE_FOLDER = "cache"
LIBRARY_CACHE = "library.json"


@frozen
class OpenFolder:
    """An open data folder with the services over it. Use it in a `with`; closing lets the next one in."""

    folder: Path
    resources: Path
    store: Store
    services: AppServices
    words: Words

    @property
    def cache(self) -> Path:
        """Where things lie that can be made again at any time."""
        return self.folder / CACHE_FOLDER

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()


def open_folder(
    folder: Path, *, clock: Clock | None = None, ids: Ids | None = None, translate: Translate = english
) -> OpenFolder:
    """Opens a data folder, making it where it is new. Raises StorageError when that cannot be done."""
    clock = clock or SystemClock()
    ids = ids or Uuid7Ids(clock)
    resources = resources_dir()
    store = open_store(folder, clock, ids)
    bus = EventBus()
    words = Words.using(translate)
    settings = SettingsService(SettingsFile(folder / SETTINGS_FILE), bus)
    library = LibraryService(_ShippedLibrary(resources, folder / CACHE_FOLDER / LIBRARY_CACHE), bus)
    bus.subscribe(_log_emptied_after_sessions(store))
    ports = Ports(
        store, clock, ids, bus, settings, library, _Figures(resources), words, _tables, _program_files
    )
    return OpenFolder(folder, resources, store, AppServices(ports), words)


def _log_emptied_after_sessions(store: Store) -> Callable[[Event], None]:
    """Empties the write-ahead log when a session has ended: a single damaged bit in it would cost sets."""

    def take(event: Event) -> None:
        if isinstance(event, SessionChanged):
            session = store.sessions.get(event.session_id)
            if session is not None and session.status is not SessionStatus.RUNNING:
                store.checkpoint()

    return take


def _tables() -> TableWriter:
    from facet_desktop.exchange.csv_export import CsvFiles

    return CsvFiles()


def _program_files() -> ProgramFileStore:
    from facet_desktop.exchange.program_files import ProgramFiles

    return ProgramFiles()


@frozen
class _ShippedLibrary:
    """Reads the library that ships, by way of the cache of what was checked before."""

    root: Path
    cache_file: Path

    def read(self) -> LoadedLibrary:
        return read_library(self.root, self.cache_file)


class _Figures:
    """Moving figures, read one by one when asked for; a bad file is the library check's to tell."""

    def __init__(self, resources: Path) -> None:
        self._root = resources / "poses"
        self._known: dict[str, Movement | None] = {}

    def find(self, slug: str) -> Movement | None:
        """The movement of an exercise, or None."""
        if slug not in self._known:
            self._known[slug] = self._read(slug)
        return self._known[slug]

    def _read(self, slug: str) -> Movement | None:
        from facet_desktop.exchange.pose_files import PoseFileError, PoseFolder

        try:
            return PoseFolder(self._root).movement(slug)
        except (KeyError, PoseFileError):
            return None
