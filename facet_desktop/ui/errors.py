"""Errors by blame.

What the user can mend becomes a banner, known trouble of the machine a dialog with advice, and everything
else is logged and shown with details to copy. All but the first make a running session stand still.
"""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.ui.translation import error_line, translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from facet_desktop.ui.error_words import ErrorText
    from facet_desktop.ui.theme import Look


class ErrorDesk(QObject):
    """Takes errors from any thread and shows them on the GUI thread, one dialog at a time.

    `told` carries the words for a banner; `halted` asks whatever plays to stand still.
    """

    told = Signal(str)
    halted = Signal()
    _arrived = Signal(object)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._window: QWidget | None = None
        self._is_open = False
        self._arrived.connect(self._take)

    def serve(self, window: QWidget) -> None:
        """Shows dialogs over this window from now on."""
        self._window = window

    def report(self, error: BaseException) -> None:
        """Logs and shows an error."""
        self._arrived.emit(error)

    def watch(self) -> None:
        """Takes every exception that nobody catches, in slots and in threads, until `unwatch`."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def unwatch(self) -> None:
        """Gives the hooks back to Python."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _take(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.told.emit(error_line(error))
            return
        self.halted.emit()
        import logging  # only where something went wrong

        from facet_desktop.ui.error_words import ErrorWords

        log = logging.getLogger(__name__)
        words = ErrorWords(translate)
        if isinstance(error, StorageError):
            log.error("Trouble with the data: %s", error.trouble.value)
            self._open(words.trouble(error.trouble))
            return
        from facet_desktop.ui.logs import discreet_traceback

        details = discreet_traceback(error)
        log.error("A defect\n%s", details)
        self._open(words.defect(), details)

    def _open(self, text: ErrorText, details: str = "") -> None:
        if self._is_open:  # a repaint that fails sixty times a second shows one dialog
            return
        from facet_desktop.ui.error_dialog import ErrorDialog

        dialog = ErrorDialog(self._look, text, details, self._window)
        self._is_open = True
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self._is_open = False

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error.with_traceback(trace))

    def _uncaught_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
            self.report(told.exc_value)
