"""Loads Qt in half the time that a plain import of PySide6 takes. Decision record 14 holds the measurements.

PySide6 carries 3,600 lines of Python as text inside its library. At every start it compiles them, loads its
generator of type stubs, compiles a large regular expression for its error messages, and hooks into `import`
for its `__feature__` switches, so that it reads the source of every module imported later. Here the byte code
is kept where Python keeps its own, the expression waits until it is needed, and the generator and the hook,
of which Facet uses neither, are left out.

All are savings only: where PySide6 does otherwise one day, it loads as it always did. This module needs the
standard library only.
"""

from __future__ import annotations

import builtins
import re
import sys
from contextlib import ExitStack, contextmanager
from importlib import import_module
from importlib.util import cache_from_source, source_hash
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facet_desktop.kept_code import read_kept, write_kept
from facet_desktop.qt_enums import quicken, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType, ModuleType

_CACHE = Path(cache_from_source(__file__)).with_suffix(".support")
_STUB_GENERATOR = "shibokensupport/signature/lib/pyi_generator.py"
_SUPPORT = "shibokensupport."
_Codes = dict[tuple[str, bytes], "CodeType"]


def load_qt(cache_file: Path = _CACHE) -> None:
    """Imports the parts of Qt that every window needs. Raises ImportError when they cannot be loaded."""
    with ExitStack() as stack:
        stack.enter_context(quick_enums(cache_file.with_suffix(".enums")))
        stack.enter_context(compiled_once(cache_file))
        stack.enter_context(_replaced(re, "compile", _compile_late))
        import_module("PySide6.QtWidgets")
    plain_import = vars(builtins).get("__orig_import__")
    if plain_import is not None:
        vars(builtins)["__import__"] = plain_import


@contextmanager
def quick_enums(cache_file: Path) -> Iterator[None]:
    """Makes enumerations quickly from here on, and keeps what it took to find out that this may be done."""
    compared = sources()
    known = frozenset(read_kept(cache_file).get(compared, ())) if compared else frozenset()
    quick = quicken(known)
    yield
    if compared and quick.trusted != known and not sys.dont_write_bytecode:
        write_kept(cache_file, {compared: tuple(sorted(quick.trusted))})


@contextmanager
def compiled_once(cache_file: Path) -> Iterator[None]:
    """Answers `compile()` of whole files from the cache while the block runs, and adds what it lacks."""
    known: _Codes = read_kept(cache_file)
    codes = dict(known)
    plain_compile = builtins.compile

    def compile_once(source: Any, filename: Any, mode: str, *arguments: Any, **options: Any) -> Any:
        if arguments or options or mode != "exec" or not isinstance(source, bytes):
            return plain_compile(source, filename, mode, *arguments, **options)
        if filename == _STUB_GENERATOR:
            source = b""
        key = (str(filename), source_hash(source))
        if key not in codes:
            codes[key] = plain_compile(source, filename, mode)
        return codes[key]

    with _replaced(builtins, "compile", compile_once):
        yield
    if codes.keys() != known.keys() and not sys.dont_write_bytecode:
        write_kept(cache_file, codes)


class _LatePattern:
    """A regular expression that is compiled with the first use of one of its methods."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._arguments = pattern, flags

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def compile_and_run(*arguments: Any) -> Any:
            return getattr(re.compile(*self._arguments), name)(*arguments)

        return compile_and_run


_plain_re_compile = re.compile


def _compile_late(pattern: Any, flags: int = 0) -> Any:
    asking = sys._getframe(1).f_globals.get("__name__", "")
    return _LatePattern(pattern, flags) if asking.startswith(_SUPPORT) else _plain_re_compile(pattern, flags)


@contextmanager
def _replaced(module: ModuleType, name: str, function: Callable[..., Any]) -> Iterator[None]:
    original = vars(module)[name]
    vars(module)[name] = function
    try:
        yield
    finally:
        vars(module)[name] = original
