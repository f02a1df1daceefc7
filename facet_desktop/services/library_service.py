"""Holds the library that all pages use, and reads it again when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from facet_desktop.services.events import LibraryLoaded

if TYPE_CHECKING:
    from facet_desktop.domain.library import Library, LoadedLibrary
    from facet_desktop.domain.problems import Problem
    from facet_desktop.services.bus import EventBus


class LibraryReader(Protocol):
    """Reads the library from wherever it is kept."""

    def read(self) -> LoadedLibrary:
        """The library with all problems of its files. Never raises for a bad file."""
        ...


class LibraryService:
    """The library, read on first use."""

    def __init__(self, reader: LibraryReader, bus: EventBus) -> None:
        self._reader = reader
        self._bus = bus
        self._loaded: LoadedLibrary | None = None

    @property
    def library(self) -> Library:
        """Everything in the library that is sound."""
        return self._load().library

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that was wrong with its files."""
        return self._load().problems

    def reload(self) -> None:
        """Reads the files again and tells the screens."""
        self._loaded = self._reader.read()
        self._bus.publish(LibraryLoaded())

    def _load(self) -> LoadedLibrary:
        if self._loaded is None:
            self._loaded = self._reader.read()
        return self._loaded
