"""`demo`: a made-up caseload in a folder."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict

from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.commands.failure import CommandError
from facet_desktop.commands.output import say, say_json
from facet_desktop.services.demo.caseload import Caseload, DemoCounts, DemoSize
from facet_desktop.services.settings import Role

MOST_DAYS = 18_000
"""About 49 years; earlier days would lie before the time that ids can tell."""


def run(arguments: argparse.Namespace) -> int:
    """Fills the folder; the same seed, day and size give the same records."""
    if min(arguments.patients, arguments.days) < 1:
        message = "there must be at least one patient and one day"
        raise CommandError(message)
    if arguments.days > MOST_DAYS:
        message = f"there can be {MOST_DAYS} days at most"
        raise CommandError(message)
    size = DemoSize(arguments.patients, arguments.days, arguments.seed)
    with open_folder(arguments.data_dir) as folder:
        if folder.services.patients.all():
            message = "the folder holds patients already; choose an empty one"
            raise CommandError(message)
        counts = fill(folder, size, progress=not arguments.json and sys.stderr.isatty())
    if arguments.json:
        say_json(asdict(counts))
    else:
        say([f"{counts.patients} patients, {counts.sessions} sessions, {counts.sets} sets"])
    return 0


def fill(folder: OpenFolder, size: DemoSize, *, progress: bool = False, role: Role = Role.HOME) -> DemoCounts:
    """Fills an open folder with sample data and makes the first sample patient the current one."""
    from facet_desktop.storage.bulk_store import BulkRecords

    def told(done: int) -> None:
        if progress:
            print(f"\r{done} of {size.patients} patients", end="", file=sys.stderr, flush=True)

    services = folder.services
    records = BulkRecords(folder.store)
    caseload = Caseload(records, services.library.library, services.clock, folder.store.device_id)
    with records.quick():
        counts = caseload.fill(size, told)
    services.settings.change(role=role, current_patient=services.patients.all()[0].id)
    return counts
