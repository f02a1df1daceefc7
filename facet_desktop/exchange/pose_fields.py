"""Reading single fields of a pose file: numbers, points and names, with a problem for each that is wrong."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from facet_desktop.domain.figure.vectors import Vec
from facet_desktop.domain.problems import Problem

Table = dict[str, Any]


@dataclass(slots=True)
class Fields:
    """Collects problems of one file while reading its values; a wrong value gives its default."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, where: str, reason: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(self.file, where, reason))

    def number(self, value: Any, where: str, default: float = 0.0) -> float:
        """A number."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        self.wrong(where, f"needs a number, has {value!r}")
        return default

    def numbers(self, value: Any, where: str, count: int) -> list[float]:
        """A list of exactly ``count`` numbers."""
        if isinstance(value, list) and len(value) == count:
            return [self.number(one, where) for one in value]
        self.wrong(where, f"needs {count} numbers in brackets, has {value!r}")
        return [0.0] * count

    def point(self, value: Any, where: str) -> Vec:
        """A point or direction [x, y, z]."""
        x, y, z = self.numbers(value, where, 3)
        return (x, y, z)

    def name(self, value: Any, where: str, allowed: Collection[str]) -> str:
        """One of the allowed names."""
        if isinstance(value, str) and value in allowed:
            return value
        names = sorted(allowed)
        self.wrong(where, f"{value!r} is not one of {', '.join(names)}")
        return names[0]

    def flag(self, value: Any, where: str) -> bool:
        """True or false."""
        if isinstance(value, bool):
            return value
        self.wrong(where, f"needs true or false, has {value!r}")
        return False

    def table(self, value: Any, where: str, allowed: Collection[str]) -> Table:
        """A table with known keys only."""
        if not isinstance(value, dict):
            self.wrong(where, f"needs a table, has {value!r}")
            return {}
        unknown = [key for key in value if key not in allowed]
        for key in unknown:
            self.wrong(f"{where}.{key}" if where else key, f"unknown; known: {', '.join(sorted(allowed))}")
        return {key: one for key, one in value.items() if key not in unknown}
