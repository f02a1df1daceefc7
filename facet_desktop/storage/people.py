"""Stored devices and patients."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from facet_desktop.storage.rows import patient_from, patient_row
from facet_desktop.storage.sqlite_dialect import pack_id, unpack_id
from facet_desktop.storage.tables import DEVICE, PATIENT
from facet_desktop.storage.texts import storable

if TYPE_CHECKING:
    from facet_desktop.services.records import Patient
    from facet_desktop.storage.database import Database


class Devices:
    """The computers that made the records of this database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, device_id: str, name: str, at_ms: int, *, is_local: bool = False) -> None:
        """Adds a device; one that is known already stays as it is."""
        self._database.execute(
            f"{DEVICE.insert} ON CONFLICT (id) DO NOTHING",
            (pack_id(device_id), storable(name), at_ms, int(is_local)),
        )

    def local(self) -> str | None:
        """The id of the device of this data folder, or None."""
        row = self._database.row("SELECT id FROM device WHERE is_local = ?", (True,))
        return unpack_id(row[0]) if row is not None else None


class Patients:
    """Stored patients."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, patient: Patient) -> None:
        """Adds a patient, or replaces the one of the same id."""
        self._database.execute(PATIENT.upsert, patient_row(patient))

    def get(self, patient_id: str) -> Patient | None:
        """One patient, or None."""
        row = self._database.row(PATIENT.select("WHERE id = ?"), (pack_id(patient_id),))
        return patient_from(row) if row is not None else None

    def all(self) -> Sequence[Patient]:
        """Every patient, ordered by name without regard to capitals."""
        rows = self._database.rows(PATIENT.select("ORDER BY lower(name), id"))
        return [patient_from(row) for row in rows]
