"""What the person who plays may do: their conditions, as limits for other exercises."""

from __future__ import annotations

from facet_desktop.domain.exercise import Precaution
from facet_desktop.domain.item_changes import SwapLimits
from facet_desktop.services.app import AppServices
from facet_desktop.services.records import SessionRecord


def swap_limits(services: AppServices, record: SessionRecord | None) -> SwapLimits:
    """The precautions of the person whose session it is; in a preview of the current patient."""
    patients = services.patients
    patient = patients.find(record.patient_id) if record is not None else patients.current()
    known = services.library.library.conditions
    conditions = [known[key] for key in (patient.conditions if patient is not None else ()) if key in known]
    avoid: frozenset[Precaution] = frozenset().union(*(one.avoid for one in conditions))
    return SwapLimits(avoid, plan_only=any(one.clinician_only for one in conditions))
