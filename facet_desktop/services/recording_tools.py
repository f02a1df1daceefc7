"""What recording stands on; apart from the recorder, so that a start need not load that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.services.bus import EventBus
    from facet_desktop.services.ports import Clock, Ids, PainRepository, SessionRepository, Transactions


@frozen
class RecordingTools:
    """What a journal needs to be kept."""

    sessions: SessionRepository
    pain: PainRepository
    unit: Transactions
    clock: Clock
    ids: Ids
    bus: EventBus
