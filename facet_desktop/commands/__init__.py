"""The commands of the command line. Each lives in a module of its own and is imported only when it runs."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from facet_desktop import garbage, qt_check, start_modules
from facet_desktop.commands.failure import CommandError
from facet_desktop.domain.errors import StorageError, UserError

if TYPE_CHECKING:
    from collections.abc import Callable

EXIT_FAILED = 1


def run(argv: list[str]) -> int:
    """Runs one command; 0 when it succeeded, else the reason stands on stderr in one line."""
    command = _plain_start(argv) or partial(_named, argv)
    problem = qt_check.drawing_problem()
    if problem is not None:
        print(problem, file=sys.stderr)
        return qt_check.EXIT_QT_MISSING
    try:
        return command()
    except BrokenPipeError:
        # Whoever read the answer has seen enough; Python would complain again while it closes stdout.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        return 0
    except (CommandError, UserError, StorageError) as error:
        print(f"facet-desktop: {error}", file=sys.stderr)
    except OSError as error:  # a path that cannot be read or written: whoever gave it can mend it
        reason = f"{error.strerror}: {error.filename}" if error.filename else str(error)
        print(f"facet-desktop: {reason}", file=sys.stderr)
    return EXIT_FAILED


def _plain_start(argv: list[str]) -> Callable[[], int] | None:
    """The window, for a start as people start Facet; None when there is more to parse.

    Such a start builds no parser. What the window needs is imported before Qt, because PySide6 reads the
    source of every module that is imported after it.
    """
    match argv:
        case []:
            folder = None
        case ["--data-dir", name] if name and name[0] not in "-~":
            folder = Path(name)
        case _:
            return None
    garbage.stop_looking()
    start_modules.install()
    from facet_desktop.commands.window import open_window

    return partial(open_window, folder)


def _named(argv: list[str]) -> int:
    from facet_desktop.commands.arguments import parse

    arguments = parse(argv)
    return int(arguments.run(arguments))
