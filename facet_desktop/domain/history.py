"""Undo by snapshot: a stack of whole, immutable values with the name of the change that led to each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from facet_desktop.domain.values import frozen

T = TypeVar("T")


@frozen
class _Entry(Generic[T]):
    value: T
    label: str
    merge_key: str | None


@dataclass(slots=True)
class History(Generic[T]):
    """Values before and after the present one.

    Pushes with the same `merge_key` in a row become one step, so that typing "12" is one change.
    """

    present: T
    _past: list[_Entry[T]] = field(default_factory=list)
    _future: list[_Entry[T]] = field(default_factory=list)
    _open_key: str | None = None

    def push(self, value: T, label: str, *, merge_key: str | None = None) -> None:
        """Makes `value` the present one; what was undone before is dropped. Equal values change nothing."""
        if value == self.present:
            return
        if merge_key is None or merge_key != self._open_key:
            self._past.append(_Entry(self.present, label, merge_key))
        self._open_key = merge_key
        self._future.clear()
        self.present = value

    def close_merge(self) -> None:
        """Ends a run of merged changes: the next push starts a new step."""
        self._open_key = None

    def drop_merge(self) -> bool:
        """Goes back to before a run of merged changes that has not ended; False when there is none."""
        if self._open_key is None:
            return False
        self.present = self._past.pop().value
        self._open_key = None
        return True

    @property
    def undo_label(self) -> str | None:
        """Name of the change that undo would take back, or None."""
        return self._past[-1].label if self._past else None

    @property
    def redo_label(self) -> str | None:
        """Name of the change that redo would bring back, or None."""
        return self._future[-1].label if self._future else None

    def undo(self) -> bool:
        """Goes one step back; False when there is none."""
        if not self._past:
            return False
        entry = self._past.pop()
        self._future.append(_Entry(self.present, entry.label, entry.merge_key))
        self.present = entry.value
        self._open_key = None
        return True

    def redo(self) -> bool:
        """Goes one step forward again; False when there is none."""
        if not self._future:
            return False
        entry = self._future.pop()
        self._past.append(_Entry(self.present, entry.label, entry.merge_key))
        self.present = entry.value
        self._open_key = None
        return True
