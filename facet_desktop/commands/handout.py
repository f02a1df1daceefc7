"""`handout`: the patient's paper of a program file."""

from __future__ import annotations

import argparse

from facet_desktop.bootstrap import shipped_handouts
from facet_desktop.commands.desktop import make_application
from facet_desktop.commands.failure import CommandError
from facet_desktop.commands.libraries import library_of
from facet_desktop.commands.output import say, say_json
from facet_desktop.commands.timeline import read_program_file
from facet_desktop.services.handout_builder import Person
from facet_desktop.services.handout_service import HandoutLook, Paper


def run(arguments: argparse.Namespace) -> int:
    """Writes a PDF; figures are painted without a screen."""
    program = read_program_file(arguments.program, library_of(arguments.data_dir).library)
    application = make_application(offscreen_only=True)
    handouts = shipped_handouts()
    person = Person(
        name=arguments.patient_name,
        clinic=arguments.clinic,
        conditions=_known(arguments.conditions, handouts.condition_names()),
        revision=arguments.revision,
    )
    look = HandoutLook(Paper(arguments.paper), arguments.large_print, arguments.current_phase)
    pages = handouts.make(program, person, look)
    handouts.save(pages, arguments.out)
    application.quit()
    if arguments.json:
        say_json({"program": program.title, "bytes": len(pages), "out": arguments.out})
    else:
        say([f"{program.title} is in {arguments.out}"])
    return 0


def _known(given: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The conditions of a line. Raises CommandError for one that no table names."""
    found = tuple(filter(None, (one.strip() for one in given.split(","))))
    unknown = [one for one in found if one not in names]
    if unknown:
        message = f"there is no condition {', '.join(unknown)}; choose from: {', '.join(names)}"
        raise CommandError(message)
    return found
