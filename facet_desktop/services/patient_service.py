"""Patients, and which of them the screens are about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.services.events import PatientChanged
from facet_desktop.services.records import Patient, Stamp

if TYPE_CHECKING:
    from facet_desktop.services.bus import EventBus
    from facet_desktop.services.ports import Clock, Ids, PatientRepository
    from facet_desktop.services.settings import SettingsService

MAX_NAME = 120


class PatientService:
    """One method for each thing that is done with a patient."""

    def __init__(
        self,
        patients: PatientRepository,
        settings: SettingsService,
        clock: Clock,
        ids: Ids,
        bus: EventBus,
        device_id: str,
    ) -> None:
        self._patients = patients
        self._settings = settings
        self._clock = clock
        self._ids = ids
        self._bus = bus
        self._device_id = device_id

    def all(self) -> tuple[Patient, ...]:
        """Every patient, by name."""
        return tuple(self._patients.all())

    def find(self, patient_id: str) -> Patient | None:
        """The patient with that id, or None."""
        return self._patients.get(patient_id)

    def add(self, name: str, *, birth_year: int | None = None, is_sample: bool = False) -> Patient:
        """Adds a patient and makes it the current one. Raises UserError for an empty or long name."""
        patient = Patient(
            self._ids.new(),
            _checked(name),
            Stamp(self._clock.wall_ms(), self._device_id),
            birth_year,
            is_sample=is_sample,
        )
        self._patients.save(patient)
        self._bus.publish(PatientChanged(patient.id))
        self.choose(patient.id)
        return patient

    def rename(self, patient_id: str, name: str) -> Patient:
        """Gives a patient another name. Raises UserError for an empty or long one."""
        return self._save(replace(self._existing(patient_id), name=_checked(name)))

    def set_conditions(self, patient_id: str, conditions: tuple[str, ...]) -> Patient:
        """Sets the conditions (keys of the condition table) from which precautions follow."""
        return self._save(replace(self._existing(patient_id), conditions=conditions))

    def choose(self, patient_id: str) -> None:
        """Makes a patient the current one of this computer."""
        self._settings.change(current_patient=patient_id)

    def current(self) -> Patient | None:
        """The patient whom the screens are about; the first one when none was chosen, None without any."""
        chosen = self._settings.present.current_patient
        patient = self._patients.get(chosen) if chosen else None
        if patient is not None:
            return patient
        return next(iter(self._patients.all()), None)

    def _existing(self, patient_id: str) -> Patient:
        patient = self._patients.get(patient_id)
        if patient is None:
            raise UserError(mark("This patient is no longer here."))
        return patient

    def _save(self, patient: Patient) -> Patient:
        self._patients.save(patient)
        self._bus.publish(PatientChanged(patient.id))
        return patient


def _checked(name: str) -> str:
    cleaned = " ".join(name.split())
    if not cleaned:
        raise UserError(mark("A name is needed."), mark("Any name or number will do; it stays here."))
    if len(cleaned) > MAX_NAME:
        raise UserError(mark("The name is longer than {limit} characters."), limit=MAX_NAME)
    return cleaned
