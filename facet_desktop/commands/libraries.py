"""The library that a command works with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from facet_desktop.bootstrap import holds_data, open_folder
from facet_desktop.resources import resources_dir

if TYPE_CHECKING:
    from facet_desktop.domain.library import LoadedLibrary


def library_of(data_dir: Path | None) -> LoadedLibrary:
    """The library that ships; with a data folder, also the clinic's own exercises that it holds."""
    if data_dir is None or not holds_data(data_dir):
        from facet_desktop.exchange.library_files import read_library

        return read_library(resources_dir())
    from facet_desktop.domain.library import LoadedLibrary

    with open_folder(data_dir) as folder:
        service = folder.services.library
        # Every entry is built now: later the folder is closed.
        service.library.exercises()
        return LoadedLibrary(service.library, service.problems)
