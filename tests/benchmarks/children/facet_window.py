"""The real program to the first paint of its first page."""

from typing import TYPE_CHECKING

from tests.benchmarks.children.watching import start

if TYPE_CHECKING:
    from facet_desktop.ui.shell.window import MainWindow


def watch(window: "MainWindow") -> None:
    """Ends the process when the first page stands."""
    window.first_painted.connect(painted)


def painted() -> None:
    """Answers and quits."""
    from tests.benchmarks.children.painted import answer

    answer()


start(watch)
