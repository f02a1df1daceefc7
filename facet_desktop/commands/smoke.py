"""`--smoke`: start, open and migrate the database, load the library, paint the window, quit."""

from __future__ import annotations

import argparse
import platform
from contextlib import ExitStack
from pathlib import Path

from facet_desktop import __version__
from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.clock import SystemClock
from facet_desktop.commands.desktop import main_window, make_application, throw_away_folder
from facet_desktop.commands.failure import CommandError
from facet_desktop.commands.output import say, say_json

Times = dict[str, int]


def run(arguments: argparse.Namespace) -> int:
    """Does all of it once, offscreen, and prints versions and milliseconds."""
    times = _Times()
    with ExitStack() as stack:
        application = make_application(offscreen_only=True)
        times.note("application_ms")
        chosen: Path | None = arguments.data_dir
        path = chosen if chosen is not None else stack.enter_context(throw_away_folder())
        folder = stack.enter_context(open_folder(path))
        times.note("database_ms")
        exercises = _check_library(folder)
        times.note("library_ms")
        window = main_window(application, folder, live=False)
        window.begin()
        window.show()
        application.processEvents()
        window.grab()
        times.note("window_ms")
        window.close()
    answer = {**_versions(), "exercises": exercises, **times.noted}
    if arguments.json:
        say_json(answer)
    else:
        say(f"{name}: {value}" for name, value in answer.items())
    return 0


class _Times:
    """Milliseconds between notes."""

    def __init__(self) -> None:
        self.noted: Times = {}
        self._clock = SystemClock()
        self._last_ms = self._clock.monotonic_ms()

    def note(self, name: str) -> None:
        now_ms = self._clock.monotonic_ms()
        self.noted[name] = now_ms - self._last_ms
        self._last_ms = now_ms


def _check_library(folder: OpenFolder) -> int:
    problems = folder.services.library.problems
    if problems:
        raise CommandError("; ".join(map(str, problems)))
    return len(folder.services.library.library.exercises())


def _versions() -> dict[str, str]:
    from PySide6.QtCore import qVersion

    return {"facet": __version__, "python": platform.python_version(), "qt": qVersion()}
