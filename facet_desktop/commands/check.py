"""`check`: is the database of a folder sound?"""

from __future__ import annotations

import argparse

from facet_desktop.bootstrap import open_folder
from facet_desktop.commands.failure import CommandError
from facet_desktop.commands.output import say, say_json
from facet_desktop.storage.opening import DATABASE_FILE


def run(arguments: argparse.Namespace) -> int:
    """Reads every page and every record; fails when anything is wrong."""
    if not (arguments.data_dir / DATABASE_FILE).is_file():
        message = f"there is no database in {arguments.data_dir}"
        raise CommandError(message)
    with open_folder(arguments.data_dir) as folder:
        report = folder.store.integrity()
    if arguments.json:
        say_json({"sound": report.is_sound, "problems": list(report.problems), "counts": report.counts})
    else:
        say([*report.problems, ", ".join(f"{count} {name}" for name, count in report.counts.items())])
    if not report.is_sound:
        message = f"the database has {len(report.problems)} problem(s)"
        raise CommandError(message)
    return 0
