"""Imports what later pages need, off the GUI thread, once the first page stands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from threading import Event, Thread

SWITCH_S = 0.0005
"""How long the window waits for each turn while modules run; Python lets ten times as much pass."""


class Warmup:
    """Imports modules one after another in the background, then says that it is done, in the same thread.

    Call `finish` before the program ends.
    """

    def __init__(self, modules: Sequence[str], done: Callable[[], None]) -> None:
        self._modules = tuple(modules)
        self._done = done
        self._stop = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin, once; never after `finish`."""
        if self._thread is None and not self._stop.is_set():
            self._thread = Thread(target=self._run, name="warm-up", daemon=True)
            self._thread.start()

    def finish(self) -> None:
        """Wait for the import that is under way and leave the rest."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        usual_s = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_S)
        try:
            self._import_all()
        finally:
            sys.setswitchinterval(usual_s)

    def _import_all(self) -> None:
        for name in self._modules:
            if self._stop.is_set():
                return
            try:
                import_module(name)
            except ImportError:  # the page that needs it will say so
                import logging  # only where something went wrong

                logging.getLogger(__name__).warning("%s could not be imported", name)
        self._done()
