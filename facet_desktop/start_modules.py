"""Finds Facet's modules of a start in one file instead of a hundred and fifty.

For every module Python lists its folder, asks for the time of its source and opens its byte code: together a
twentieth of a start. Here one file, where Python keeps byte code, holds what was loaded before the first page
of earlier starts. A module is taken from it only while its source has the size and the time that it had then;
all others, and all where the file is missing or was made by another Python, are found as always.

The file also keeps what the module of value classes compiles, for as long as its source is the same.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from facet_desktop.kept_code import read_kept, write_kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import CodeType, ModuleType

PACKAGE = "facet_desktop."
_FILE = Path(cache_from_source(__file__)).with_suffix(".codes")

_Entry = tuple[str, str, bool, int, int, "CodeType"]
"""Path of the source, path of Python's own byte code, whether it is a package, the time of the source in
nanoseconds and its size when compiled, byte code. In one stream: modules share most of their names."""


class _KeptLoader(SourceFileLoader):
    """Python's own loader of a source, which has the byte code already."""

    def __init__(self, fullname: str, path: str, code: CodeType) -> None:
        super().__init__(fullname, path)
        self._code = code

    def get_code(self, _fullname: str) -> CodeType:
        """The code of the module."""
        return self._code


class StartModules:
    """The modules in a file, and the way to them. Stands at the head of `sys.meta_path`."""

    def __init__(self, file: Path = _FILE) -> None:
        self._file = file
        self._early = frozenset(sys.modules)
        kept = read_kept(file)
        self._entries: dict[str, _Entry] = kept.get("modules", {})
        self._inits: dict[tuple[int, bool], CodeType] = kept.get("inits", {})

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where a module is, if its source is still that of the file."""
        entry = self._entries.get(fullname)
        if entry is None or not _is_fresh(entry):
            return None
        source, cached, is_package, _, _, code = entry
        spec = ModuleSpec(fullname, _KeptLoader(fullname, source, code), origin=source, is_package=is_package)
        spec.has_location = True
        spec.cached = cached
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        return spec

    def teach(self) -> None:
        """Hands value classes the byte code that their module compiled in earlier starts."""
        from facet_desktop.domain import values

        if _is_from_here(values):
            values.INIT_CODES.learn(self._inits)

    def keep(self, names: Iterable[str]) -> None:
        """Takes in what was not found here of Facet's modules, and writes the file if there is any."""
        late = (name for name in names if name.startswith(PACKAGE) and name not in self._early)
        new = {name: entry for name in late if (entry := _new_entry(name)) is not None}
        if new and not sys.dont_write_bytecode:
            from facet_desktop.domain.values import INIT_CODES

            known = {name: entry for name, entry in self._entries.items() if _is_fresh(entry)}
            write_kept(self._file, {"modules": {**known, **new}, "inits": dict(INIT_CODES.known)})


def install() -> None:
    """From here on, modules are looked for in the file first. A frozen program has one of its own."""
    if not getattr(sys, "frozen", False):
        modules = StartModules()
        sys.meta_path.insert(0, modules)
        modules.teach()


def keep(names: Iterable[str]) -> None:
    """Keeps these modules for the next start, where `install` was called."""
    for finder in sys.meta_path:
        if isinstance(finder, StartModules):
            finder.keep(names)


def _is_from_here(module: ModuleType | None) -> bool:
    return isinstance(getattr(getattr(module, "__spec__", None), "loader", None), _KeptLoader)


def _new_entry(name: str) -> _Entry | None:
    module = sys.modules.get(name)
    loader = getattr(getattr(module, "__spec__", None), "loader", None)
    if not isinstance(loader, SourceFileLoader) or _is_from_here(module):
        return None
    with suppress(OSError, ImportError):
        state = os.stat(loader.path)
        code = loader.get_code(name)
        if code is not None:
            path, cached = str(loader.path), cache_from_source(loader.path)
            return path, cached, loader.is_package(name), state.st_mtime_ns, state.st_size, code
    return None


def _is_fresh(entry: _Entry) -> bool:
    source, _, _, mtime_ns, size, _ = entry
    try:
        state = os.stat(source)
    except OSError:
        return False
    return (state.st_mtime_ns, state.st_size) == (mtime_ns, size)
