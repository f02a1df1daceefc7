"""What the services keep and hand out: plain, frozen records with ids, UTC times and devices."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.pain import PainContext
    from facet_desktop.domain.program import Program


@frozen
class Stamp:
    """Who and when: UTC in milliseconds and the device on which a record was made."""

    at_ms: int
    device_id: str

    def after(self, earlier_ms: int | None) -> Stamp:
        """This stamp, or the moment after `earlier_ms` where the clock of the computer was set back since.

        For records of which the last one counts.
        """
        if earlier_ms is None or self.at_ms > earlier_ms:
            return self
        return Stamp(earlier_ms + 1, self.device_id)


@frozen
class Patient:
    """A person. At home there is one; a clinic has many. `conditions` are keys of the condition table."""

    id: str
    name: str
    stamp: Stamp
    birth_year: int | None = None
    conditions: tuple[str, ...] = ()
    is_sample: bool = False


@frozen
class Draft:
    """The program being edited for a patient, saved with every change. `based_on` is a revision number."""

    program: Program
    patient_id: str
    stamp: Stamp
    based_on: int | None = None


@frozen
class Revision:
    """A published program; it never changes. `number` counts from 1 within the program."""

    id: str
    patient_id: str
    number: int
    note: str
    program: Program
    stamp: Stamp


class SessionStatus(StrEnum):
    """How a played session stands."""

    RUNNING = "running"
    """Begun and not ended; after a crash it can be taken up again."""
    FINISHED = "finished"
    STOPPED = "stopped"
    """Ended early by the person, or given up after an interruption."""


@frozen
class SessionRecord:
    """The head of a played session.

    `local_day` is the calendar day of the person when it began. `checkpoint_step` is the step that was under
    way last. Counts are of exercises (clinical reference D7); pain is NPRS 0 to 10.
    """

    id: str
    patient_id: str
    revision_id: str
    planned_session_id: str
    name: str
    local_day: date
    stamp: Stamp
    status: SessionStatus
    planned_exercises: int
    done_exercises: int = 0
    checkpoint_step: int = 0
    credited_ms: int = 0
    ended_ms: int | None = None
    pain_before_nprs: int | None = None
    pain_after_nprs: int | None = None

    @property
    def completion(self) -> float:
        """Completed by prescribed exercises, 0 to 1."""
        return min(1.0, self.done_exercises / self.planned_exercises) if self.planned_exercises else 0.0


@frozen
class PainRating:
    """One pain rating, NPRS 0 to 10; several a day are kept."""

    id: str
    patient_id: str
    stamp: Stamp
    local_day: date
    pain_nprs: int
    context: PainContext
    session_id: str | None = None


class ScreenContext(StrEnum):
    """When warning signs were asked for."""

    FIRST = "first"
    WEEKLY = "weekly"
    BEFORE_SESSION = "before-session"
    DURING_SESSION = "during-session"


@frozen
class Screening:
    """One answered screen for warning signs.

    `raised` are the signs answered with yes; `locks` is what was judged then.
    """

    id: str
    patient_id: str
    stamp: Stamp
    local_day: date
    context: ScreenContext
    raised: tuple[str, ...]
    locks: bool


@frozen
class Clearance:
    """Somebody recorded that care was sought and exercise is allowed again; it lifts every earlier lock."""

    id: str
    patient_id: str
    stamp: Stamp
    local_day: date
    cleared_by: str
    note: str
