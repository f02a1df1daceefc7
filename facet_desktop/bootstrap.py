"""The composition root: opens a data folder, builds the services, and hands them to window or command."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
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
from facet_desktop.services.settings import Settings, SettingsService
from facet_desktop.services.wording.all_words import Words
from facet_desktop.services.wording.base import Translate, english
from facet_desktop.storage.opening import DATABASE_FILE, has_data
from facet_desktop.storage.store import Store, open_store

if TYPE_CHECKING:
    from types import TracebackType

    from facet_desktop.domain.exercise import Exercise
    from facet_desktop.domain.figure.movement import Movement
    from facet_desktop.domain.library import Library, LoadedLibrary
    from facet_desktop.exchange.pose_files import PoseFolder
    from facet_desktop.services.export_service import TableWriter
    from facet_desktop.services.figures import FigureSource
    from facet_desktop.services.handout_service import HandoutService
    from facet_desktop.services.own_shelf import OwnFigures, OwnShelf
    from facet_desktop.services.ports import Clock, Ids
    from facet_desktop.services.program_files import ProgramFileStore
    from facet_desktop.storage.store import BeforeUpdate

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


def holds_data(folder: Path) -> bool:
    """Whether a folder has a database; to be asked by what only reads, for opening makes one."""
    return has_data(folder / DATABASE_FILE)


def open_folder(
    folder: Path,
    *,
    clock: Clock | None = None,
    ids: Ids | None = None,
    translate: Translate = english,
    before_update: BeforeUpdate | None = None,
) -> OpenFolder:
    """Opens a data folder, making it where it is new. Raises StorageError when that cannot be done."""
    clock = clock or SystemClock()
    ids = ids or Uuid7Ids(clock)
    resources = resources_dir()
    store = open_store(folder, clock, ids, before_update)
    bus = EventBus()
    words = Words(translate)
    settings = SettingsService(SettingsFile(folder / SETTINGS_FILE), bus)
    own = _Own(store)
    library = LibraryService(_WholeLibrary(resources, folder / CACHE_FOLDER / LIBRARY_CACHE, own), bus)
    bus.subscribe(_log_emptied_after_sessions(store))
    figures = _Figures(_ShippedFigures(resources), own)
    ports = Ports(
        store,
        clock,
        ids,
        bus,
        settings,
        library,
        figures,
        words,
        _tables,
        _program_files,
        own.shelf,
        lambda: _handouts(
            _prescribed(library, own),
            figures,
            lambda: library.library,
            lambda: settings.present,
            translate,
            clock,
        ),
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


def shipped_handouts(*, clock: Clock | None = None, translate: Translate = english) -> HandoutService:
    """Handouts without a data folder: what ships, with the settings of a new one."""
    resources = resources_dir()
    shipped = read_library(resources).library
    figures, clock = _ShippedFigures(resources), clock or SystemClock()
    return _handouts(shipped.as_prescribed, figures, lambda: shipped, Settings, translate, clock)


def _prescribed(library: LibraryService, own: _Own) -> Callable[[str, int], Exercise | None]:
    def find(slug: str, number: int) -> Exercise | None:
        present = library.library.as_prescribed(slug, number)
        return present if present or own.is_empty() else own.shelf().prescribed(slug, number)

    return find


def _handouts(
    prescribed: Callable[[str, int], Exercise | None],
    figures: FigureSource,
    library: Callable[[], Library],
    settings: Callable[[], Settings],
    translate: Translate,
    clock: Clock,
) -> HandoutService:
    from facet_desktop.exchange.whole_files import WholeFiles
    from facet_desktop.reporting.handout_pdf import HandoutPdf
    from facet_desktop.services.handout_service import HandoutService, HandoutTools
    from facet_desktop.services.wording.handout_words import HandoutWords
    from facet_desktop.ui.figure.print_drawer import PrintDrawer

    tools = HandoutTools(prescribed, figures, PrintDrawer(figures), HandoutPdf(resources_dir()), WholeFiles())
    return HandoutService(tools, library, settings, Words(translate), HandoutWords(translate), clock)


class _Own:
    """The clinic's own exercises; where there are none, a start asks no more than whether there are."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def is_empty(self) -> bool:
        return self._store.own_exercises.is_empty()

    def shelf(self) -> OwnShelf:
        return self._shelf

    @cached_property
    def _shelf(self) -> OwnShelf:
        from facet_desktop.exchange.own_exercise import OwnExerciseCodec
        from facet_desktop.services.own_shelf import OwnShelf

        return OwnShelf(self._store.own_exercises, OwnExerciseCodec())


@frozen
class _WholeLibrary:
    """Reads the library that ships, by way of the cache of what was checked before, and what is own."""

    root: Path
    cache_file: Path
    own: _Own

    def read(self) -> LoadedLibrary:
        shipped = read_library(self.root, self.cache_file)
        if self.own.is_empty():
            return shipped
        from facet_desktop.services.own_shelf import joined_library

        return joined_library(shipped, self.own.shelf())


class _ShippedFigures:
    """Moving figures, read one by one when asked for; a bad file is the library check's to tell."""

    def __init__(self, resources: Path) -> None:
        self._root = resources / "poses"
        self._known: dict[str, Movement | None] = {}

    def find(self, slug: str) -> Movement | None:
        """The movement of an exercise in any version, or None."""
        name = slug.partition("@")[0]
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def still(self, _slug: str) -> bytes | None:
        """What ships moves; there are no pictures."""
        return None

    def _read(self, slug: str) -> Movement | None:
        from facet_desktop.exchange.pose_files import PoseFileError

        try:
            return self._folder.movement(slug)
        except (KeyError, PoseFileError):
            return None

    @cached_property
    def _folder(self) -> PoseFolder:
        from facet_desktop.exchange.pose_files import PoseFolder

        return PoseFolder(self._root)


class _Figures:
    """The figures that ship, then those of own exercises; "name@2" is that of a certain version."""

    def __init__(self, shipped: _ShippedFigures, own: _Own) -> None:
        self._shipped = shipped
        self._own = own

    def find(self, slug: str) -> Movement | None:
        """The movement of an exercise, or None."""
        shipped = self._shipped.find(slug)
        return shipped or (None if self._own.is_empty() else self._own_figures.find(slug))

    def still(self, slug: str) -> bytes | None:
        """The picture of an own exercise without a movement, or None."""
        return None if self._own.is_empty() else self._own_figures.still(slug)

    @cached_property
    def _own_figures(self) -> OwnFigures:
        from facet_desktop.services.own_shelf import OwnFigures

        return OwnFigures(self._own.shelf(), self._shipped)
