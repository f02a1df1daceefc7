"""Programs from which something can be taken over: templates, this patient's programs, other patients'.

A list of them is cheap; a program is made or read only when it is asked for, because a clinic has many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.program import Program
    from facet_desktop.services.patient_service import PatientService
    from facet_desktop.services.ports import Clock, ProgramRepository
    from facet_desktop.services.program_service import ProgramService
    from facet_desktop.services.template_service import TemplateService


class SourceKind(StrEnum):
    """Where a program stands."""

    THIS_PATIENT = "this-patient"
    OWN = "own"
    SHIPPED = "shipped"
    OTHER_PATIENT = "other-patient"


@frozen
class ProgramSource:
    """A program to take from. `number` and `day` are those of its revision, where it has one.

    `title` is its title, or the name of another patient, whose program is read only by `load`.
    """

    kind: SourceKind
    title: str
    load: Callable[[], Program] = field(compare=False)
    number: int | None = None
    day: date | None = None


class ProgramSources:
    """Answers which programs there are for a patient's editor."""

    def __init__(
        self,
        programs: ProgramService,
        stored: ProgramRepository,
        templates: TemplateService,
        patients: PatientService,
        clock: Clock,
    ) -> None:
        self._programs = programs
        self._stored = stored
        self._templates = templates
        self._patients = patients
        self._clock = clock

    def all(self, patient_id: str) -> tuple[ProgramSource, ...]:
        """This patient's programs, own templates, those that ship, then the other patients by name."""
        return (
            *self._of_this(patient_id),
            *self._own(),
            *self._shipped(),
            *self._of_others(patient_id),
        )

    def _of_this(self, patient_id: str) -> Iterator[ProgramSource]:
        """The latest revision of each program of the patient."""
        seen: set[str] = set()
        for revision in self._stored.revisions_for(patient_id):
            program = revision.program
            if program.id in seen:
                continue
            seen.add(program.id)
            day = self._clock.day_of(revision.stamp.at_ms)
            load = partial(_same, program)
            yield ProgramSource(SourceKind.THIS_PATIENT, program.title, load, revision.number, day)

    def _own(self) -> Iterator[ProgramSource]:
        for one in self._templates.own():
            yield ProgramSource(SourceKind.OWN, one.name, self._template(one.id))

    def _shipped(self) -> Iterator[ProgramSource]:
        for one in self._programs.templates():
            yield ProgramSource(SourceKind.SHIPPED, one.title, self._template(one.slug))

    def _of_others(self, patient_id: str) -> Iterator[ProgramSource]:
        for patient in self._patients.all():
            if patient.id != patient_id:
                yield ProgramSource(SourceKind.OTHER_PATIENT, patient.name, self._patient(patient.id))

    def _template(self, key: str) -> Callable[[], Program]:
        return lambda: self._templates.program(key)

    def _patient(self, patient_id: str) -> Callable[[], Program]:
        def load() -> Program:
            draft = self._programs.open_draft(patient_id)
            if draft is None:
                raise UserError(mark("This patient has no program yet."))
            return draft.program

        return load


def _same(program: Program) -> Program:
    return program
