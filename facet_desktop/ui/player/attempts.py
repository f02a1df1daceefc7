"""Things done one after another; what could not be stored waits to be tried again, once."""

from __future__ import annotations

from collections.abc import Callable

from facet_desktop.domain.errors import StorageError, Trouble

Action = Callable[[], object]


class Attempts:
    """Runs actions and remembers where trouble stopped them."""

    def __init__(self) -> None:
        self.trouble: Trouble | None = None
        self._name = ""
        self._waiting: tuple[Action, ...] = ()

    def run(self, name: str, *actions: Action) -> bool:
        """Runs what waits and then these; says whether all went well.

        The same thing asked for again while it waits is not done twice.
        """
        waiting = self._waiting if name == self._name and self._waiting else (*self._waiting, *actions)
        self._name, self._waiting, self.trouble = name, (), None
        for index, action in enumerate(waiting):
            try:
                action()
            except StorageError as error:
                self._waiting, self.trouble = waiting[index:], error.trouble
                return False
        return True

    def again(self) -> bool:
        """Runs what waits; says whether all went well."""
        return self.run(self._name)
