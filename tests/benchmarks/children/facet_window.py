"""The real program, started as its entry point starts it, to the first paint of its first page."""

import sys

from PySide6.QtWidgets import QApplication

import facet_desktop.ui.app
from facet_desktop.__main__ import main
from facet_desktop.services.app import AppServices
from facet_desktop.ui.app import Folders, build_window
from facet_desktop.ui.shell.window import MainWindow


def build_watched(
    app: QApplication, services: AppServices, folders: Folders, *, live: bool = True
) -> MainWindow:
    """The window of the program, which ends the process when its first page stands."""
    window = build_window(app, services, folders, live=live)
    window.first_painted.connect(painted)
    return window


def painted() -> None:
    """Answers and quits."""
    from tests.benchmarks.children.painted import answer

    answer()


setattr(facet_desktop.ui.app, "build_window", build_watched)  # noqa: B010 - mypy would refuse the plain way
main(["--data-dir", sys.argv[1]])
