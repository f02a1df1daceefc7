"""`check`: is the database of a folder sound?"""

from __future__ import annotations

import argparse
from pathlib import Path

from facet_desktop.bootstrap import holds_data, open_folder
from facet_desktop.commands.failure import CommandError
from facet_desktop.commands.output import say, say_json
from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage.integrity import IntegrityReport


def run(arguments: argparse.Namespace) -> int:
    """Reads every page and every record; fails when anything is wrong."""
    if not holds_data(arguments.data_dir):
        message = f"there is no database in {arguments.data_dir}"
        raise CommandError(message)
    report = _report(arguments.data_dir)
    if arguments.json:
        say_json({"sound": report.is_sound, "problems": list(report.problems), "counts": report.counts})
    else:
        say(report.problems)
        say([", ".join(f"{count} {name}" for name, count in report.counts.items())] if report.counts else [])
    if not report.is_sound:
        message = f"the database has {len(report.problems)} problem(s)"
        raise CommandError(message)
    return 0


def _report(data_dir: Path) -> IntegrityReport:
    """What is wrong; a database too damaged to be opened is a finding like any other."""
    try:
        with open_folder(data_dir) as folder:
            return folder.store.integrity()
    except StorageError as error:
        if error.trouble is not Trouble.CORRUPT:
            raise
        return IntegrityReport((str(error),), {})
