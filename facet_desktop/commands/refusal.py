"""Qt's refusal to start, in one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from facet_desktop.qt_check import EXIT_QT_MISSING

NO_SCREEN = (
    "Facet cannot open its window, because the screen that this session names does not answer or Qt does not "
    "know it: start Facet from a desktop, or set QT_QPA_PLATFORM=offscreen to run without a window."
)


@contextmanager
def told_in_one_sentence() -> Iterator[None]:
    """Ends the program with a sentence where Qt, inside, would write many lines and abort the process.

    What else Qt remarks on meanwhile is written when the block has ended.
    """
    remarks: list[str] = []

    def take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            # Qt aborts as soon as this returns: there is no way back to the command.
            print(NO_SCREEN, file=sys.stderr, flush=True)
            os._exit(EXIT_QT_MISSING)
        remarks.append(f"{context.category}: {message}")

    earlier = qInstallMessageHandler(take)
    try:
        yield
    finally:
        qInstallMessageHandler(earlier)
        for remark in remarks:
            print(remark, file=sys.stderr)
