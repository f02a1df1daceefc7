"""Keeps the log and the crash report of the program."""

from __future__ import annotations

import faulthandler
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from pathlib import Path

    from facet_desktop.ui.logs import OpenLog


class LogKeeper:
    """Writes the crash report of the interpreter, and from `begin` on the log, until closed.

    Python's logging takes a fiftieth of a start to load, and a start has nothing to tell: it begins after the
    first page, or when something goes wrong before. What Qt says until then is written then.
    """

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self._directory = directory
        self._log: OpenLog | None = None
        self._is_closed = False
        self._waiting: list[tuple[QtMsgType, str, str]] = []
        self._crashes: IO[str] = (directory / "crash.log").open("a", encoding="utf-8")
        faulthandler.enable(self._crashes)
        self._earlier = qInstallMessageHandler(self._take)

    def begin(self) -> None:
        """Logs from here on; again, or after `close`, changes nothing."""
        if self._log is not None or self._is_closed:
            return
        from facet_desktop.ui.logs import OpenLog

        self._log = OpenLog(self._directory / "facet.log")
        while self._waiting:
            self._log.note_qt(*self._waiting.pop(0))

    def close(self) -> None:
        """Writes what still waits, stops writing and gives everything back."""
        if self._waiting:
            self.begin()
        qInstallMessageHandler(self._earlier)
        faulthandler.disable()
        self._crashes.close()
        if self._log is not None:
            self._log.close()
        self._is_closed = True

    def _take(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        said = (kind, context.category or "default", message)
        if self._log is None:
            self._waiting.append(said)
        else:
            self._log.note_qt(*said)
