"""The shipped library, read once, and small libraries to break."""

import shutil
from functools import cache
from pathlib import Path

from facet_desktop.domain.library import LoadedLibrary
from facet_desktop.exchange.library_files import read_library
from facet_desktop.resources import resources_dir

LIBRARY_ENTRIES = (
    "exercises",
    "breathing",
    "programs",
    "ladders.toml",
    "conditions.toml",
    "red_flags.toml",
    "plan_advice.toml",
)


@cache
def shipped() -> LoadedLibrary:
    """The library as it ships."""
    return read_library(resources_dir())


def copy_library(target: Path) -> Path:
    """A copy of the shipped library that a test may damage."""
    for name in LIBRARY_ENTRIES:
        source = resources_dir() / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)
    return target


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Replaces text that must be there."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
