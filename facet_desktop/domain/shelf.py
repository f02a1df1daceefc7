"""Things by slug, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """A read-only collection in which every entry is built once, on first use.

    Start-up touches a handful of sixty exercises, so the others cost nothing until a page needs them.
    Entries must be immutable: two threads may build the same one, and either result is kept.
    """

    __slots__ = ("_built", "_makers")

    def __init__(self, makers: Mapping[str, Callable[[], T]] | None = None) -> None:
        self._makers: dict[str, Callable[[], T]] = dict(makers or {})
        self._built: dict[str, T] = {}

    @classmethod
    def of(cls, things: Mapping[str, T]) -> Shelf[T]:
        """A shelf of things that exist already."""
        return cls().with_things(things)

    def __getitem__(self, slug: str) -> T:
        """The entry with that slug. Raises KeyError when there is none."""
        if slug not in self._built:
            self._built.setdefault(slug, self._makers[slug]())
        return self._built[slug]

    def get(self, slug: str | None) -> T | None:
        """The entry with that slug, or None."""
        return self[slug] if slug is not None and slug in self._makers else None

    def __contains__(self, slug: object) -> bool:
        return slug in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    def all(self) -> tuple[T, ...]:
        """Every entry, in the order of the shelf."""
        return tuple(self[slug] for slug in self._makers)

    def with_things(self, things: Mapping[str, T]) -> Shelf[T]:
        """A new shelf with more entries; one with a slug that is here already takes its place."""
        makers = self._makers | {slug: _already(thing) for slug, thing in things.items()}
        shelf: Shelf[T] = Shelf(makers)
        shelf._built.update(self._built)
        shelf._built.update(things)
        return shelf


def _already(thing: T) -> Callable[[], T]:
    return lambda: thing
