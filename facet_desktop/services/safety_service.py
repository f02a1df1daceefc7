"""Warning signs and the lock that follows from them.

An answer that asks for care now or today locks every session of that person on this computer until somebody
records a clearance. The lock is a reminder to seek care, not a diagnosis.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.red_flags import RedFlag, ScreenResult, screen
from facet_desktop.services.events import SafetyChanged
from facet_desktop.services.records import Clearance, ScreenContext, Screening, Stamp

if TYPE_CHECKING:
    from datetime import date

    from facet_desktop.services.bus import EventBus
    from facet_desktop.services.library_service import LibraryService
    from facet_desktop.services.ports import Clock, Ids, SafetyRepository

SCREEN_EVERY = timedelta(days=7)
"""Warning signs are asked for weekly (clinical reference, E1)."""
MAX_NAME = 120
MAX_NOTE = 2000


class SafetyService:
    """Asks for warning signs, keeps the answers, locks and unlocks."""

    def __init__(
        self,
        safety: SafetyRepository,
        library: LibraryService,
        clock: Clock,
        ids: Ids,
        bus: EventBus,
        device_id: str,
    ) -> None:
        self._safety = safety
        self._library = library
        self._clock = clock
        self._ids = ids
        self._bus = bus
        self._device_id = device_id

    def questions(self) -> tuple[RedFlag, ...]:
        """Every warning sign, in the order in which it is asked."""
        return self._library.library.red_flags

    def is_due(self, patient_id: str) -> bool:
        """Whether all signs are to be asked: never asked, a week ago, or only some since, in a session."""
        last = self._safety.last_screening(patient_id)
        if last is None or last.context is ScreenContext.DURING_SESSION:
            return True
        # A day still to come tells of a clock that was wrong.
        return not timedelta(0) <= self._clock.today() - last.local_day < SCREEN_EVERY

    def context(self, patient_id: str) -> ScreenContext:
        """What a screen of all signs is when it is answered now, outside a session."""
        if self._safety.last_screening(patient_id) is None:
            return ScreenContext.FIRST
        return ScreenContext.WEEKLY if self.is_due(patient_id) else ScreenContext.BEFORE_SESSION

    def answer(self, patient_id: str, answers: Mapping[str, bool], context: ScreenContext) -> ScreenResult:
        """Keeps the answers of one screen and says what they ask for."""
        result = screen(self.questions(), answers)
        raised = tuple(flag.slug for flag in result.raised)
        self._safety.add_screening(
            Screening(
                self._ids.new(),
                patient_id,
                self._stamp(patient_id),
                self._clock.today(),
                context,
                raised,
                result.locks,
            )
        )
        self._bus.publish(SafetyChanged(patient_id))
        return result

    def lock(self, patient_id: str) -> ScreenResult | None:
        """The signs for which sessions are locked, or None when they are not."""
        locked = self._safety.open_lock(patient_id)
        return screen(self.questions(), dict.fromkeys(locked.raised, True)) if locked is not None else None

    def locked_on(self, patient_id: str) -> date | None:
        """The day of the answers that locked sessions, or None when they are not locked."""
        locked = self._safety.open_lock(patient_id)
        return locked.local_day if locked is not None else None

    def check(self, patient_id: str) -> None:
        """Raises UserError while sessions are locked."""
        if self._safety.open_lock(patient_id) is not None:
            raise UserError(
                mark("Sessions are locked because of a warning sign."),
                mark(
                    "Please get the care that was advised. Afterwards, record that exercise is allowed again."
                ),
            )

    def clear(self, patient_id: str, cleared_by: str, note: str = "") -> Clearance:
        """Records that care was sought and who allowed exercise again. Raises UserError without a name."""
        name = " ".join(cleared_by.split())
        if not name:
            raise UserError(mark("Please say who allowed exercise again."))
        if len(name) > MAX_NAME or len(note) > MAX_NOTE:
            raise UserError(mark("This text is too long."), mark("Please shorten it."))
        clearance = Clearance(
            self._ids.new(), patient_id, self._stamp(patient_id), self._clock.today(), name, note.strip()
        )
        self._safety.add_clearance(clearance)
        self._bus.publish(SafetyChanged(patient_id))
        return clearance

    def _stamp(self, patient_id: str) -> Stamp:
        """Now, after all that was answered and cleared before: a new sign locks whatever the clock says."""
        return Stamp(self._clock.wall_ms(), self._device_id).after(self._safety.last_at_ms(patient_id))
