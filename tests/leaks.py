"""Finds Qt timers and threads that a test started and forgot."""

import gc
from collections.abc import Callable
from typing import Any
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer

_started: WeakSet[QObject] = WeakSet()


def _watch(kind: type[QTimer] | type[QThread]) -> None:
    start: Callable[..., None] = kind.start

    def start_and_remember(self: Any, *arguments: Any) -> None:
        _started.add(self)
        start(self, *arguments)

    setattr(kind, "start", start_and_remember)  # noqa: B010 - the class's own method is replaced


_watch(QTimer)
_watch(QThread)


class QtLeaks:
    """Compares what runs after a test with what ran before."""

    def __init__(self) -> None:
        self._before = set(_running())

    def found(self) -> list[str]:
        """Names of the timers and threads that are new and still run."""
        if not self._new():
            return []
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        return [_describe(item) for item in self._new()]

    def _new(self) -> list[QObject]:
        return [item for item in _running() if item not in self._before]


def _running() -> list[QObject]:
    return [item for item in list(_started) if shiboken6.isValid(item) and _is_running(item)]


def _is_running(item: QObject) -> bool:
    if isinstance(item, QTimer):
        return item.isActive()
    return isinstance(item, QThread) and item.isRunning()


def _describe(item: QObject) -> str:
    parent = item.parent()
    owner = f" of {type(parent).__name__}" if parent is not None else ""
    return f"{type(item).__name__} {item.objectName() or 'without a name'}{owner}"
