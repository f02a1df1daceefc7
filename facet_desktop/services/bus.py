"""A small event bus: services publish after commit, the screens listen."""

from __future__ import annotations

from collections.abc import Callable

from facet_desktop.services.events import Event

Listener = Callable[[Event], None]


class EventBus:
    """Hands every event to every listener, in the order in which they subscribed."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Adds a listener; the returned function takes it off again."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(self, event: Event) -> None:
        """Tells every listener; call it only after the change is stored."""
        for listener in tuple(self._listeners):
            listener(event)
