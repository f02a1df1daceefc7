"""What the conditions of a person allow: exercises to leave out, and whether the breath may be held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facet_desktop.domain.condition import reasons_against_holds

if TYPE_CHECKING:
    from facet_desktop.domain.condition import Condition
    from facet_desktop.domain.exercise import Precaution
    from facet_desktop.domain.item_changes import SwapLimits
    from facet_desktop.domain.timeline import Pacing
    from facet_desktop.services.library_service import LibraryService
    from facet_desktop.services.ports import PatientRepository


class PersonLimits:
    """Reads conditions afresh each time, so that one noted a moment ago counts."""

    def __init__(self, patients: PatientRepository, library: LibraryService) -> None:
        self._patients = patients
        self._library = library

    def conditions(self, patient_id: str | None) -> tuple[Condition, ...]:
        """Conditions of a person that the library knows; none where nobody is known."""
        patient = self._patients.get(patient_id) if patient_id is not None else None
        known = self._library.library.conditions
        return tuple(known[key] for key in (patient.conditions if patient else ()) if key in known)

    def swaps(self, patient_id: str | None) -> SwapLimits:
        """Limits for other exercises. A condition for clinicians alone keeps to what the plan names."""
        from facet_desktop.domain.item_changes import SwapLimits

        conditions = self.conditions(patient_id)
        avoid: frozenset[Precaution] = frozenset().union(*(one.avoid for one in conditions))
        return SwapLimits(avoid, plan_only=any(one.clinician_only for one in conditions))

    def against_holds(self, patient_id: str | None) -> tuple[Condition, ...]:
        """The conditions because of which the breath must not be held."""
        return reasons_against_holds(self.conditions(patient_id))

    def pacing(self, patient_id: str | None, pacing: Pacing) -> Pacing:
        """The pacing of a session, without breath-holds where a condition forbids them."""
        if pacing.allow_breath_pauses and self.against_holds(patient_id):
            return replace(pacing, allow_breath_pauses=False)
        return pacing
