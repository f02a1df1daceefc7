"""Reads one table of a plain document (dicts, lists, texts, numbers) strictly, keeping every problem.

Nothing is guessed and nothing is dropped in silence: a missing field, a wrong kind of value and an unknown
field each become a (path, reason) in the shared list, and reading goes on with a harmless stand-in, so that
one look shows all that is wrong. Paths count from 1 ("phases.1.sessions.2.name").
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Final, TypeGuard, TypeVar

Problems = list[tuple[str, str]]
Kind = TypeVar("Kind", bound=StrEnum)
Default = TypeVar("Default")


MAX_NUMBER = 10**15
"""Largest number of a document; such a one survives every JSON reader unchanged."""


class _Required:
    """Stands for "there is no default"."""


REQUIRED: Final = _Required()


class Node:
    """One table of the document with its path."""

    def __init__(self, data: object, path: str, problems: Problems) -> None:
        self.problems = problems
        self._path = path
        self._read: set[str] = set()
        self._data: dict[str, Any] = {}
        if isinstance(data, dict):
            self._data = data
        else:
            self.complain("", "must be a table of named fields")

    def complain(self, field: str, reason: str) -> None:
        """Adds a problem of a field; the empty field means this table itself."""
        self.problems.append((self.place(field), reason))

    def place(self, field: str) -> str:
        """The path of a field."""
        return ".".join(part for part in (self._path, field) if part)

    def written_without(self, field: str) -> str:
        """All but one field as one text: equal texts mean equal tables, kinds of numbers included."""
        return repr({name: value for name, value in self._data.items() if name != field})

    def has(self, field: str) -> bool:
        """Whether the field is there."""
        return field in self._data

    def text(self, field: str, default: str | _Required = REQUIRED) -> str:
        """A text."""
        value = self._take(field, default)
        return value if isinstance(value, str) else self._wrong(field, value, "must be a text", "")

    def text_or_none(self, field: str) -> str | None:
        """A text that may be absent."""
        return self.text(field) if self.has(field) else None

    def whole(self, field: str, default: int | _Required = REQUIRED) -> int:
        """A whole number."""
        value = self._take(field, default)
        if is_number(value) and isinstance(value, int):
            return value
        return self._wrong(field, value, "must be a whole number", 0)

    def number(self, field: str, default: float | _Required = REQUIRED) -> float:
        """A finite number."""
        value = self._take(field, default)
        return value if is_number(value) else self._wrong(field, value, "must be a number", 0.0)

    def number_or_none(self, field: str) -> float | None:
        """A finite number that may be absent."""
        return self.number(field) if self.has(field) else None

    def flag(self, field: str, default: bool | _Required = REQUIRED) -> bool:
        """True or false."""
        value = self._take(field, default)
        return value if isinstance(value, bool) else self._wrong(field, value, "must be true or false", False)

    def choice(self, field: str, kind: type[Kind], default: Kind | _Required = REQUIRED) -> Kind:
        """One word of a fixed list."""
        value = self._take(field, default)
        try:
            return kind(value)
        except ValueError:
            words = ", ".join(one.value for one in kind)
            return self._wrong(field, value, f"must be one of: {words}", next(iter(kind)))

    def numbers(self, field: str, count: int) -> Sequence[float] | None:
        """Exactly `count` finite numbers, or None where the field is absent."""
        if not self.has(field):
            return None
        value = self._take(field, REQUIRED)
        if isinstance(value, list) and len(value) == count and all(map(is_number, value)):
            return value
        return self._wrong(field, value, f"must be a list of {count} numbers", [0.0] * count)

    def texts(self, field: str, count: int | None = None) -> Sequence[str] | None:
        """A list of texts, of `count` where that is given, or None where the field is absent."""
        if not self.has(field):
            return None
        value = self._take(field, REQUIRED)
        texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
        if texts and count in (None, len(value)):
            return list(value)
        size = "" if count is None else f"{count} "
        return self._wrong(field, value, f"must be a list of {size}texts", [""] * (count or 0))

    def span(self, field: str) -> tuple[float, float] | None:
        """One number for both ends, or a list of a low and a high one; None where the field is absent."""
        if not self.has(field):
            return None
        value = self._take(field, REQUIRED)
        ends = value if isinstance(value, list) else [value]
        if len(ends) in (1, 2) and all(map(is_number, ends)):
            return ends[0], ends[-1]
        return self._wrong(field, value, "must be a number, or a low and a high number", (0.0, 0.0))

    def node(self, field: str) -> Node | None:
        """A table, or None where the field is absent."""
        if not self.has(field):
            return None
        return Node(self._take(field, REQUIRED), self.place(field), self.problems)

    def nodes(self, field: str) -> list[Node]:
        """A list of tables; an absent list is an empty one."""
        value = self._take(field, [])
        if not isinstance(value, list):
            self.complain(field, "must be a list of tables")
            return []
        return [
            Node(one, self.place(f"{field}.{number}"), self.problems) for number, one in enumerate(value, 1)
        ]

    def close(self) -> None:
        """Reports every field that nobody asked for."""
        for field in self._data:
            if field not in self._read:
                self.complain(str(field), "is not a field of this table")

    def _take(self, field: str, default: object) -> Any:
        self._read.add(field)
        return self._data.get(field, default)

    def _wrong(self, field: str, value: object, reason: str, stand_in: Default) -> Default:
        self.complain(field, "is missing" if value is REQUIRED else reason)
        return stand_in


def is_number(value: object) -> TypeGuard[float]:
    """Whether a value is a number up to MAX_NUMBER; true, false and NaN are none."""
    return (
        isinstance(value, int | float) and not isinstance(value, bool) and -MAX_NUMBER <= value <= MAX_NUMBER
    )
