"""Which filters are on, and how many exercises each one would leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from facet_desktop.domain.exercise import Category, Exercise, Load, Phase, Precaution, StartPosition
from facet_desktop.services.exercise_search import NO_FILTERS, Filters
from facet_desktop.services.wording.term_words import TermWords
from facet_desktop.ui.library.models import Group, Option
from facet_desktop.ui.library.words import (
    CATEGORY,
    EQUIPMENT,
    KINDS,
    LOAD,
    PHASE,
    POSITION,
    WITHOUT,
    LibraryWords,
)

_FIELDS = {
    PHASE: "phases",
    CATEGORY: "categories",
    POSITION: "positions",
    LOAD: "loads",
    EQUIPMENT: "equipment",
    WITHOUT: "without",
}
_MEMBERS: dict[str, Callable[[str], object]] = {
    PHASE: Phase,
    CATEGORY: Category,
    POSITION: StartPosition,
    LOAD: Load,
    EQUIPMENT: str,
    WITHOUT: Precaution,
}
_ORDER: dict[str, tuple[str, ...]] = {
    PHASE: tuple(Phase),
    CATEGORY: tuple(Category),
    POSITION: tuple(StartPosition),
    LOAD: tuple(Load),
    WITHOUT: tuple(Precaution),
}
_HAS: dict[str, Callable[[Exercise], Iterable[str]]] = {
    PHASE: lambda one: one.phases,
    CATEGORY: lambda one: (one.category,),
    POSITION: lambda one: (one.position,),
    LOAD: lambda one: one.loads,
    EQUIPMENT: lambda one: one.equipment,
    WITHOUT: lambda one: one.precautions,
}


@dataclass(slots=True)
class FilterChoice:
    """The filters that are on. Those of one kind widen the choice, except "nothing that needs"."""

    on: set[tuple[str, str]] = field(default_factory=set)

    def toggle(self, kind: str, value: str) -> None:
        """Switches one filter."""
        self.on ^= {(kind, value)}

    def clear(self) -> None:
        """Switches all filters off."""
        self.on.clear()

    def filters(self) -> Filters:
        """What an exercise must be."""
        changes: dict[str, Any] = {_FIELDS[kind]: frozenset(self._members(kind)) for kind in KINDS}
        return replace(NO_FILTERS, **changes)

    def without_kind(self, kind: str) -> Filters:
        """The filters as if none of this kind were on."""
        nothing: dict[str, Any] = {_FIELDS[kind]: frozenset()}
        return replace(self.filters(), **nothing)

    def _members(self, kind: str) -> Iterable[object]:
        return (_MEMBERS[kind](value) for one, value in self.on if one == kind)


class FilterGroups:
    """All filters as chips, in the user's words."""

    def __init__(self, terms: TermWords, words: LibraryWords) -> None:
        self._terms = terms
        self._words = words

    def groups(
        self, everything: tuple[Exercise, ...], found: tuple[Exercise, ...], choice: FilterChoice
    ) -> tuple[Group, ...]:
        """Every group; `found` are the exercises that the words of the search fit, before any filter."""
        return tuple(
            Group(kind, self._words.group(kind), self._options(kind, found, choice, _used(kind, everything)))
            for kind in KINDS
        )

    def _options(
        self, kind: str, found: tuple[Exercise, ...], choice: FilterChoice, values: tuple[str, ...]
    ) -> tuple[Option, ...]:
        filters = choice.filters() if kind == WITHOUT else choice.without_kind(kind)
        allowed = [one for one in found if filters.allow(one)]
        having = {value: sum(value in tuple(_HAS[kind](one)) for one in allowed) for value in values}
        return tuple(
            Option(
                kind,
                value,
                self.label(kind, value),
                len(allowed) - having[value] if kind == WITHOUT else having[value],
                (kind, value) in choice.on,
            )
            for value in values
        )

    def label(self, kind: str, value: str) -> str:
        """A filter in words."""
        terms = self._terms
        labels: dict[str, Callable[[], str]] = {
            PHASE: lambda: terms.phase(Phase(value)),
            CATEGORY: lambda: terms.category(Category(value)),
            POSITION: lambda: terms.position(StartPosition(value)),
            LOAD: lambda: terms.load(Load(value)),
            EQUIPMENT: lambda: value,
            WITHOUT: lambda: terms.precaution(Precaution(value)),
        }
        return labels[kind]()


def _used(kind: str, exercises: tuple[Exercise, ...]) -> tuple[str, ...]:
    """Values that any exercise has, in the order in which people know them; equipment by name."""
    used = {str(value) for one in exercises for value in _HAS[kind](one)}
    return tuple(value for value in _ORDER[kind] if value in used) if kind in _ORDER else tuple(sorted(used))
