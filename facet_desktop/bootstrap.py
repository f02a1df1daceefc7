"""The composition root: opens a data folder, builds the services, and hands them to window or command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from facet_desktop.clock import SystemClock, Uuid7Ids
from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.library import LoadedLibrary
from facet_desktop.exchange.csv_export import CsvFiles
from facet_desktop.exchange.library_files import read_library
from facet_desktop.exchange.program_files import ProgramFiles
from facet_desktop.exchange.settings_file import SettingsFile
from facet_desktop.resources import resources_dir
from facet_desktop.services.app import AppServices
from facet_desktop.services.bus import EventBus
from facet_desktop.services.events import Event, SessionChanged
from facet_desktop.services.export_service import ExportService
from facet_desktop.services.library_service import LibraryService
from facet_desktop.services.morning_service import MorningService
from facet_desktop.services.pain_service import PainService
from facet_desktop.services.patient_service import PatientService
from facet_desktop.services.planned_days import PlannedDays
from facet_desktop.services.play_service import PlayService
from facet_desktop.services.ports import Clock, Ids
from facet_desktop.services.program_files import ProgramFileService
from facet_desktop.services.program_service import ProgramService, ProgramTools
from facet_desktop.services.progress_service import ProgressService
from facet_desktop.services.recording import RecordingTools
from facet_desktop.services.records import SessionStatus
from facet_desktop.services.safety_service import SafetyService
from facet_desktop.services.settings import SettingsService
from facet_desktop.services.today_service import TodayService, TodaySources
from facet_desktop.services.wording.all_words import Words
from facet_desktop.services.wording.base import Translate, english
from facet_desktop.storage.store import Store, open_store

SETTINGS_FILE = "settings.json"
CACHE_FOLDER = "cache"
LIBRARY_CACHE = "library.json"


@dataclass(frozen=True, slots=True)
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
    services = _build(_Parts(store, clock, ids, bus, settings, library, words, _Figures(resources)))
    return OpenFolder(folder, resources, store, services, words)


def _log_emptied_after_sessions(store: Store) -> Callable[[Event], None]:
    """Empties the write-ahead log when a session has ended: a single damaged bit in it would cost sets."""

    def take(event: Event) -> None:
        if isinstance(event, SessionChanged):
            session = store.sessions.get(event.session_id)
            if session is not None and session.status is not SessionStatus.RUNNING:
                store.checkpoint()

    return take


@dataclass(frozen=True, slots=True)
class _Parts:
    store: Store
    clock: Clock
    ids: Ids
    bus: EventBus
    settings: SettingsService
    library: LibraryService
    words: Words
    figures: _Figures


def _build(parts: _Parts) -> AppServices:
    store, clock, ids, bus = parts.store, parts.clock, parts.ids, parts.bus
    days = PlannedDays(store.programs, store.sessions, clock)
    progress = ProgressService(store.pain, store.programs, days, parts.settings, clock, parts.words.progress)
    pain = PainService(store.pain, clock, ids, bus, store.device_id)
    safety = SafetyService(store.safety, parts.library, clock, ids, bus, store.device_id)
    programs = ProgramService(
        ProgramTools(store.programs, store, clock, ids, bus, store.device_id), parts.library
    )
    recording = RecordingTools(store.sessions, store.pain, store, clock, ids, bus)
    return AppServices(
        clock=clock,
        ids=ids,
        bus=bus,
        settings=parts.settings,
        library=parts.library,
        figures=parts.figures,
        patients=PatientService(store.patients, parts.settings, clock, ids, bus, store.device_id),
        programs=programs,
        play=PlayService(store.programs, recording, safety, store.device_id),
        pain=pain,
        today=TodayService(
            TodaySources(store.programs, store.sessions, store.pain, days, progress, parts.library, clock)
        ),
        progress=progress,
        safety=safety,
        morning=MorningService(store.sessions, store.pain, pain, parts.settings, clock),
        exports=ExportService(progress, CsvFiles(), parts.words.progress),
        program_files=ProgramFileService(ProgramFiles(), programs, parts.library, ids),
    )


@dataclass(frozen=True, slots=True)
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
