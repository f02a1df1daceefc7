"""Without a command: the window."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from facet_desktop.bootstrap import open_folder
from facet_desktop.commands.desktop import data_folder, main_window, make_application, throw_away_folder
from facet_desktop.domain.errors import StorageError
from facet_desktop.qt_check import EXIT_QT_MISSING, window_problem
from facet_desktop.resources import resources_dir

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from facet_desktop.bootstrap import OpenFolder

DEMO_PATIENTS = 8
DEMO_DAYS = 84
LONG_UPDATE_BYTES = 40_000_000
"""From this size on, a second or more passes before the window can come."""


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
            with ExitStack() as meanwhile:
                tell = partial(_tell_of_update, application, meanwhile)
                opening = open_folder(data_folder(chosen), translate=translate, before_update=tell)
                folder = stack.enter_context(opening)
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


def _tell_of_update(application: QApplication, meanwhile: ExitStack, size_bytes: int) -> None:
    if size_bytes >= LONG_UPDATE_BYTES:
        from facet_desktop.ui.app import show_updating

        meanwhile.callback(show_updating(application, resources_dir()).close)


def _fill_with_samples(folder: OpenFolder) -> None:
    from facet_desktop.commands.demo import fill
    from facet_desktop.services.demo.caseload import DemoSize

    fill(folder, DemoSize(DEMO_PATIENTS, DEMO_DAYS))
    print("Sample data in a throw-away folder; nothing of it is kept.", file=sys.stderr)
