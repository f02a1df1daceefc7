"""Keeps the display awake while a session runs; lets it go on each pause, at the end and with the program.

The system is asked in a thread of its own, because a stuck desktop service may take seconds to answer. A
system that cannot be asked, or says no, changes nothing else.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Event, Thread

_LOG = logging.getLogger(__name__)
Mode = AbstractContextManager[object]


def _presenting() -> Mode:
    """The system's own way to keep the display on; loaded with the first session."""
    from wakepy import keep

    mode: Mode = keep.presenting(on_fail="pass")
    return mode


class Awake:
    """`keep(True)` while time counts, `keep(False)` else; never raises and never waits."""

    def __init__(self, make: Callable[[], Mode] = _presenting) -> None:
        self._make = make
        self._release: Event | None = None

    @property
    def is_kept(self) -> bool:
        """Whether the display is meant to stay on now."""
        return self._release is not None

    def keep(self, wanted: bool) -> None:
        """Keep the display on, or let it go; does nothing when that is so already."""
        if wanted == self.is_kept:
            return
        if self._release is not None:
            self._release.set()
            self._release = None
            return
        release = Event()
        try:
            Thread(target=_hold, args=(self._make, release), name="facet-awake", daemon=True).start()
        except RuntimeError as error:
            _LOG.info("No thread to keep the display awake: %s", error)
        # Also without a thread: the next pause tries anew, the next frame does not.
        self._release = release


def _hold(make: Callable[[], Mode], release: Event) -> None:
    """Holds the mode from one thread, as the system may ask for, until it is released."""
    try:
        with make():
            release.wait()
    except Exception as error:
        _LOG.info("The display cannot be kept awake: %s", error)
