"""Starts the real program as its entry point does, and hands over its window before it is shown."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from facet_desktop import commands
from facet_desktop.__main__ import main

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from facet_desktop.bootstrap import OpenFolder
    from facet_desktop.ui.shell.window import MainWindow

plain_start = commands._plain_start


def start(watch: "Callable[[MainWindow], None]") -> None:
    """Runs the program on the data folder of the command line; `watch` gets its window."""

    def watched_start(argv: list[str]) -> Callable[[], int] | None:
        command = plain_start(argv)
        # Only now: the start itself decides what is imported before what.
        from facet_desktop.commands import desktop, window

        unwatched = desktop.main_window

        def main_window(
            application: "QApplication", folder: "OpenFolder", *, live: bool = True
        ) -> "MainWindow":
            made = unwatched(application, folder, live=live)
            made.resize(1280, 800)  # as large as the yardstick, whatever the screen
            watch(made)
            return made

        setattr(window, "main_window", main_window)  # noqa: B010 - mypy would refuse the plain way
        return command

    setattr(commands, "_plain_start", watched_start)  # noqa: B010
    main(["--data-dir", sys.argv[1]])
