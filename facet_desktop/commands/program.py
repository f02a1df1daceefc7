"""`program import` and `program export`: programs of a data folder from and to files."""

from __future__ import annotations

import argparse

from facet_desktop.bootstrap import OpenFolder, holds_data, open_folder
from facet_desktop.commands.failure import CommandError
from facet_desktop.commands.output import say, say_json
from facet_desktop.services.records import Patient


def take(arguments: argparse.Namespace) -> int:
    """Makes a draft of a file for a patient; with a fault in the file nothing is changed."""
    with open_folder(arguments.data_dir) as folder:
        program = folder.services.program_files.read(arguments.file)
        patient = _patient(folder, arguments.patient, add=True)
        draft = folder.services.program_files.import_program(patient.id, arguments.file)
    if arguments.json:
        say_json({"patient": patient.name, "program": draft.program.id, "title": program.title})
    else:
        say([f"{program.title} is a draft of {patient.name} now"])
    return 0


def give(arguments: argparse.Namespace) -> int:
    """Writes the program that a patient plays, or the draft where nothing is published yet."""
    if not holds_data(arguments.data_dir):
        message = f"there is no database in {arguments.data_dir}"
        raise CommandError(message)
    with open_folder(arguments.data_dir) as folder:
        patient = _patient(folder, arguments.patient, add=False)
        revision = folder.services.programs.current(patient.id)
        program = revision.program if revision is not None else None
        draft = folder.services.programs.open_draft(patient.id)
        if draft is not None and (program is None or arguments.draft):
            program = draft.program
        if program is None:
            message = f"{patient.name} has no program yet"
            raise CommandError(message)
        folder.services.program_files.export_program(program, arguments.out)
    if arguments.json:
        say_json({"patient": patient.name, "program": program.id, "title": program.title})
    else:
        say([f"{program.title} of {patient.name} is in {arguments.out}"])
    return 0


def _patient(folder: OpenFolder, name: str | None, *, add: bool) -> Patient:
    """The patient of that name, else the current one; for an import a new name is a new patient."""
    patients = folder.services.patients
    if name is None:
        current = patients.current()
        if current is None:
            message = "there is no patient yet; name one with --patient"
            raise CommandError(message)
        return current
    found = [one for one in patients.all() if one.name.casefold() == name.strip().casefold()]
    if len(found) > 1:
        message = f"{len(found)} patients bear the name {name!r}"
        raise CommandError(message)
    if not found and not add:
        message = f"there is no patient named {name!r}"
        raise CommandError(message)
    return found[0] if found else patients.add(name)
