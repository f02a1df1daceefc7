"""Pain ratings outside a session."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from facet_desktop.domain.pain import (
    MEAN_DAYS,
    NPRS_MAX,
    NPRS_MIN,
    RESTING,
    PainContext,
    daily_values,
    days_between,
    rolling_mean,
)
from facet_desktop.services.events import PainRated
from facet_desktop.services.records import PainRating, Stamp

if TYPE_CHECKING:
    from datetime import date

    from facet_desktop.services.bus import EventBus
    from facet_desktop.services.ports import Clock, Ids, PainRepository


class PainService:
    """Keeps and reads pain ratings."""

    def __init__(self, pain: PainRepository, clock: Clock, ids: Ids, bus: EventBus, device_id: str) -> None:
        self._pain = pain
        self._clock = clock
        self._ids = ids
        self._bus = bus
        self._device_id = device_id

    def rate(
        self,
        patient_id: str,
        pain_nprs: int,
        context: PainContext = PainContext.NOW,
        *,
        corrects: PainRating | None = None,
    ) -> PainRating:
        """Keeps a rating of now; several a day are welcome. Raises ValueError outside 0 to 10.

        A rating that `corrects` another one, given a moment before, takes its place.
        """
        if not NPRS_MIN <= pain_nprs <= NPRS_MAX:
            message = f"pain lies between {NPRS_MIN} and {NPRS_MAX}, not {pain_nprs}"
            raise ValueError(message)
        latest = self.latest_today(patient_id)
        stamp = Stamp(self._clock.wall_ms(), self._device_id)
        rating = PainRating(
            corrects.id if corrects else self._ids.new(),
            patient_id,
            stamp.after(latest.stamp.at_ms if latest is not None else None),
            self._clock.today(),
            pain_nprs,
            context,
        )
        self._pain.add(rating)
        self._bus.publish(PainRated(patient_id))
        return rating

    def latest_today(self, patient_id: str) -> PainRating | None:
        """The last rating of today at rest, or None; pain during an exercise does not count."""
        today = self._clock.today()
        return next(iter(reversed(self._resting(patient_id, today, today))), None)

    def usual(self, patient_id: str) -> float | None:
        """Mean of the seven days before today, at rest; None where too few of them were rated."""
        yesterday = self._clock.today() - timedelta(days=1)
        days = days_between(yesterday - timedelta(days=MEAN_DAYS - 1), yesterday)
        ratings: dict[date, list[int]] = {}
        for one in self._resting(patient_id, days[0], yesterday):
            ratings.setdefault(one.local_day, []).append(one.pain_nprs)
        return rolling_mean(daily_values(days, ratings))[-1]

    def _resting(self, patient_id: str, first: date, last: date) -> list[PainRating]:
        return [one for one in self._pain.between(patient_id, first, last) if one.context in RESTING]
