"""Ladders: exercises in the order of their demand, one progression decision between two rungs."""

from __future__ import annotations

from collections.abc import Iterator

from facet_desktop.domain.values import frozen


@frozen
class Rung:
    """One step of a ladder: an exercise, perhaps as a variant ("longer hold"), perhaps with alternatives."""

    exercise: str
    text: str | None = None
    alternatives: tuple[str, ...] = ()

    def slugs(self) -> tuple[str, ...]:
        """The exercise and its alternatives."""
        return (self.exercise, *self.alternatives)


@frozen
class Ladder:
    """A named row of rungs from the least to the most demanding (clinical reference, A2)."""

    slug: str
    name: str
    rungs: tuple[Rung, ...]
    source: str

    def slugs(self) -> Iterator[str]:
        """Every exercise that the ladder names, in order, alternatives included."""
        for rung in self.rungs:
            yield from rung.slugs()
