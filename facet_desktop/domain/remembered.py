"""What was made of an immutable object, found again by the object itself and not by what is in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
MAX_KEPT = 2000


class Remembered(Generic[Given, Made]):
    """A function that makes each answer once, for programs of which an edit changes a few objects.

    The object is kept with its answer: as long as it is known, no other object can have its `id`.
    """

    def __init__(self, make: Callable[[Given], Made]) -> None:
        self._make = make
        self._kept: dict[int, tuple[Given, Made]] = {}

    def __call__(self, given: Given) -> Made:
        """What is made of an object."""
        kept = self._kept.get(id(given))
        if kept is None:
            kept = (given, self._make(given))
            if len(self._kept) >= MAX_KEPT:
                self._kept.clear()
            self._kept[id(given)] = kept
        return kept[1]

    def forget(self) -> None:
        """Makes every answer anew."""
        self._kept.clear()
