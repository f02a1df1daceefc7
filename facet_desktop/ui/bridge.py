"""Brings events of the services to the GUI thread, whichever thread published them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from facet_desktop.services.bus import EventBus
    from facet_desktop.services.events import Event


class EventBridge(QObject):
    """Emits `happened` on the GUI thread for every event of the bus."""

    happened = Signal(object)
    _arrived = Signal(object)

    def __init__(self, bus: EventBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self.happened, Qt.ConnectionType.AutoConnection)
        self._unsubscribe = bus.subscribe(self._take)

    def _take(self, event: Event) -> None:
        self._arrived.emit(event)

    def close(self) -> None:
        """Stops listening."""
        self._unsubscribe()
