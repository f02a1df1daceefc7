"""Programs to and from files.

A file becomes a draft of a patient: a copy with ids of its own, so that it never stands in the way of a
program that is here already, neither this patient's nor another's. A file with any fault changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from facet_desktop.domain.editing.phases import fresh_phase
from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.library import Library
from facet_desktop.domain.problems import Problem
from facet_desktop.domain.program import Program
from facet_desktop.services.library_service import LibraryService
from facet_desktop.services.ports import Ids
from facet_desktop.services.program_service import ProgramService
from facet_desktop.services.records import Draft

NewId = Callable[[], str]


class ProgramFileError(UserError):
    """A file that is no sound program; `problems` are all its faults."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(
            mark("The file holds no program that can be used: {problems}"),
            mark("Nothing was changed. Mend these places in the file, then try again."),
            problems="; ".join(map(str, problems)),
        )
        self.problems = tuple(problems)


class ProgramFileStore(Protocol):
    """Reads and writes program files."""

    def read(self, path: Path, library: Library, new_id: NewId) -> tuple[Program | None, list[Problem]]:
        """The program of a file, or None with every problem. Never raises for what a file holds."""
        ...

    def write(self, path: Path, program: Program) -> None:
        """Writes the whole file or leaves the old one. Raises UserError when that cannot be done."""
        ...


class ProgramFileService:
    """One method for each direction."""

    def __init__(
        self, files: ProgramFileStore, programs: ProgramService, library: LibraryService, ids: Ids
    ) -> None:
        self._files = files
        self._programs = programs
        self._library = library
        self._ids = ids

    def import_program(self, patient_id: str, path: Path) -> Draft:
        """A new draft of the patient from a file. Raises ProgramFileError with every problem."""
        program = self.read(path)
        return self._programs.save_draft(patient_id, fresh_program(program, self._ids.new), based_on=None)

    def read(self, path: Path) -> Program:
        """The program of a file as it stands there. Raises ProgramFileError with every problem."""
        program, problems = self._files.read(path, self._library.library, self._ids.new)
        if program is None:
            raise ProgramFileError(problems)
        return program

    def export_program(self, program: Program, path: Path) -> None:
        """Writes a program, finished or not. Raises UserError when the file cannot be written."""
        self._files.write(path, program)


def fresh_program(program: Program, new_id: NewId) -> Program:
    """An equal program with ids of its own; the phase to be played stays the same one."""
    phases = tuple(fresh_phase(phase, new_id) for phase in program.phases)
    renamed = {old.id: new.id for old, new in zip(program.phases, phases, strict=True)}
    return replace(
        program,
        id=new_id(),
        phases=phases,
        current_phase=renamed.get(program.current_phase or ""),
    )
