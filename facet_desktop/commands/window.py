"""Without a command: the window."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from facet_desktop.bootstrap import open_folder
from facet_desktop.commands.desktop import data_folder, main_window, make_application, throw_away_folder
from facet_desktop.domain.errors import StorageError
from facet_desktop.qt_check import EXIT_QT_MISSING, window_problem
from facet_desktop.resources import resources_dir

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from facet_desktop.bootstrap import OpenFolder

DEMO_PATIENTS = 8
DEMO_DAYS = 84


def run(arguments: argparse.Namespace) -> int:
    """Without a command, and with more than a data folder to parse."""
    return open_window(arguments.data_dir, demo=arguments.demo)


def open_window(chosen: Path | None, *, demo: bool = False) -> int:
    """Opens a data folder, by default the person's own, and shows the window until it is closed."""
    problem = window_problem()
    if problem is not None:
        print(problem, file=sys.stderr)
        return EXIT_QT_MISSING
    # Not before `drawing_problem` has loaded Qt its own way, and said what is missing.
    from facet_desktop.commands.refusal import told_in_one_sentence

    with ExitStack() as stack:
        if demo:
            chosen = stack.enter_context(throw_away_folder())
        with told_in_one_sentence():
            application = make_application()
        from facet_desktop.ui.translation import translate

        try:
            folder = stack.enter_context(open_folder(data_folder(chosen), translate=translate))
        except StorageError as error:
            from facet_desktop.ui.app import show_trouble

            show_trouble(application, resources_dir(), error)
            raise
        if demo:
            _fill_with_samples(folder)
        window = main_window(application, folder)
        window.begin()
        window.show()
        return application.exec()


def _fill_with_samples(folder: OpenFolder) -> None:
    from facet_desktop.commands.demo import fill
    from facet_desktop.services.demo.caseload import DemoSize

    fill(folder, DemoSize(DEMO_PATIENTS, DEMO_DAYS))
    print("Sample data in a throw-away folder; nothing of it is kept.", file=sys.stderr)
