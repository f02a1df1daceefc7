"""The log of the program: bounded, in the data folder, and without health data.

Texts of exceptions may quote what a person typed, so only those that speak of code are written; the rest of
an error is its kind and the places it passed through.
"""

from __future__ import annotations

import logging
import traceback
from copy import copy
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QtMsgType

from facet_desktop import __version__

LOG_BYTES, LOG_FILES = 512_000, 3
_SPEAKS_OF_CODE = (AttributeError, ImportError, NameError, TypeError)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def discreet_traceback(error: BaseException) -> str:
    """Versions, the places an error passed through and its kind; never values or typed text."""
    import platform

    lines = [f"Facet {__version__}, Qt {qt_version}, Python {platform.python_version()}, {platform.system()}"]
    seen: BaseException | None = error
    while seen is not None:
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        ]
        said = f": {seen}" if isinstance(seen, _SPEAKS_OF_CODE) else ""
        lines.append(f"{type(seen).__name__}{said}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines)


class DiscreetFormatter(logging.Formatter):
    """Writes exceptions without their values."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """One record; a full traceback that another handler left in it is not taken over."""
        fresh = copy(record)
        fresh.exc_text = None
        return super().format(fresh)

    def formatException(self, ei: _ExcInfo) -> str:
        """The discreet form of an exception."""
        return discreet_traceback(ei[1]) if ei[1] is not None else ""


class BoundedLog(logging.FileHandler):
    """A log file that starts anew when it is full and keeps a few earlier ones.

    Python's own handler of this kind loads sockets and queues, which no start of the program can spare.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8")
        self._path = path

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; make room afterwards if the file is full."""
        super().emit(record)
        if self.stream is not None and self.stream.tell() >= LOG_BYTES:
            self._start_anew()

    def _start_anew(self) -> None:
        self.close()
        for number in range(LOG_FILES - 1, 0, -1):
            older = self._path if number == 1 else self._numbered(number - 1)
            if older.exists():
                older.replace(self._numbered(number))
        self.stream = self._open()

    def _numbered(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}")


class OpenLog:
    """Everything that is logged goes to a file, until closed."""

    def __init__(self, path: Path) -> None:
        self._handler = BoundedLog(path)
        self._handler.setFormatter(DiscreetFormatter())
        self._handler.setLevel(logging.INFO)
        self._root = logging.getLogger()
        self._level = self._root.level
        self._root.addHandler(self._handler)
        self._root.setLevel(logging.INFO)

    def note_qt(self, kind: QtMsgType, category: str, message: str) -> None:
        """Logs a message of Qt."""
        logging.getLogger(f"qt.{category}").log(_LEVELS[kind], "%s", message)

    def close(self) -> None:
        """Stops writing and gives everything back."""
        self._root.removeHandler(self._handler)
        self._root.setLevel(self._level)
        self._handler.close()
