"""The real program from its first paint until all heavy imports are done: how long the window ever waited."""

from typing import TYPE_CHECKING

from tests.benchmarks.children.watching import start

if TYPE_CHECKING:
    from facet_desktop.ui.shell.window import MainWindow


def watch(window: "MainWindow") -> None:
    """Counts from the first paint on."""
    # Only now: the start itself decides what is imported before what.
    from tests.benchmarks.children.ticks import Ticks

    window.first_painted.connect(Ticks(window).start)


start(watch)
