"""The real program, started as its entry point starts it, to the first paint of its first page."""

import sys
from typing import TYPE_CHECKING

from facet_desktop.__main__ import main
from facet_desktop.commands import desktop, window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from facet_desktop.bootstrap import OpenFolder
    from facet_desktop.ui.shell.window import MainWindow

unwatched = desktop.main_window


def watched(application: "QApplication", folder: "OpenFolder", *, live: bool = True) -> "MainWindow":
    """The window of the program, which ends the process when its first page stands."""
    made = unwatched(application, folder, live=live)
    made.first_painted.connect(painted)
    return made


def painted() -> None:
    """Answers and quits."""
    from tests.benchmarks.children.painted import answer

    answer()


setattr(window, "main_window", watched)  # noqa: B010 - mypy would refuse the plain way
main(["--data-dir", sys.argv[1]])
