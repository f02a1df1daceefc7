"""Parts of a page that are made when they are first wanted: what is never shown costs no start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

Part = TypeVar("Part", bound=QWidget)


class MadeLater(Generic[Part]):
    """A part and how it is made; ``make`` also puts it in its place."""

    def __init__(self, make: Callable[[], Part]) -> None:
        self._make = make
        self._made: Part | None = None

    @property
    def made(self) -> Part | None:
        """The part, once it was wanted."""
        return self._made

    def show_if(self, wanted: bool) -> Part | None:
        """Shows it or hides it; answers the part while it is wanted."""
        if wanted and self._made is None:
            self._made = self._make()
        if self._made is not None:
            self._made.setVisible(wanted)
        return self._made if wanted else None
