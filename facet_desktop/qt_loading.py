"""Loads Qt in less time than a plain import of PySide6 takes. Decision record 14 holds the measurements.

PySide6 carries 3,600 lines of Python as text inside its library and compiles them at every start; their byte
code is kept here where Python keeps its own. It also hooks into `import` for its `__feature__` switches, and
reads the source of every module imported later; Facet uses no such switch and takes the hook out.

Both are savings only: where PySide6 does otherwise one day, it loads as it always did. This module needs the
standard library only.
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

_CACHE = Path(cache_from_source(__file__)).with_suffix(".support")
_Codes = dict[tuple[str, bytes], "CodeType"]


def load_qt(cache_file: Path = _CACHE) -> None:
    """Imports the parts of Qt that every window needs. Raises ImportError when they cannot be loaded."""
    with compiled_once(cache_file):
        import_module("PySide6.QtWidgets")
    plain_import = vars(builtins).get("__orig_import__")
    if plain_import is not None:
        vars(builtins)["__import__"] = plain_import


@contextmanager
def compiled_once(cache_file: Path) -> Iterator[None]:
    """Answers `compile()` of whole files from the cache while the block runs, and adds what it lacks."""
    known = _read(cache_file)
    codes = dict(known)

    def compile_once(source: Any, filename: Any, mode: str, *arguments: Any, **options: Any) -> Any:
        if arguments or options or mode != "exec" or not isinstance(source, bytes):
            return plain_compile(source, filename, mode, *arguments, **options)
        key = (str(filename), source_hash(source))
        if key not in codes:
            codes[key] = plain_compile(source, filename, mode)
        return codes[key]

    plain_compile = builtins.compile
    vars(builtins)["compile"] = compile_once
    try:
        yield
    finally:
        vars(builtins)["compile"] = plain_compile
    if codes.keys() != known.keys() and not sys.dont_write_bytecode:
        _write(cache_file, codes)


def _read(cache_file: Path) -> _Codes:
    try:
        content = cache_file.read_bytes()
        if content.startswith(MAGIC_NUMBER):
            codes: _Codes = marshal.loads(content[len(MAGIC_NUMBER) :])
            return codes
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return {}


def _write(cache_file: Path, codes: _Codes) -> None:
    """Writes the cache whole or not at all; where Python cannot keep byte code, neither can this."""
    temporary = cache_file.with_name(f"{cache_file.name}.{os.getpid()}")
    try:
        temporary.write_bytes(MAGIC_NUMBER + marshal.dumps(codes))
        temporary.replace(cache_file)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
