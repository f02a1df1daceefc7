"""What the library column shows: exercises that fit the words and the filters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from facet_desktop.domain.editing.summary import warnings
from facet_desktop.domain.exercise import Category, Exercise, Load, Phase, Precaution, StartPosition
from facet_desktop.domain.values import frozen
from facet_desktop.services.exercise_search import ExerciseSearch, Filters
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.editor.state import EditorState
from facet_desktop.ui.editor.view_model import LibraryRow
from facet_desktop.ui.editor.words import DOT

Value = TypeVar("Value")
PHASE, CATEGORY, POSITION, LOAD, EQUIPMENT, WITHOUT = (
    "phase", "category", "position", "load", "equipment", "without",
)  # fmt: skip


class FilterWords(Wording):
    """Names of the filters."""

    def group(self, kind: str) -> str:
        """Title of a group of filters."""
        return {
            PHASE: self.tr("Phase"),
            CATEGORY: self.tr("What it trains"),
            POSITION: self.tr("Position"),
            LOAD: self.tr("Direction of load"),
            EQUIPMENT: self.tr("Equipment"),
            WITHOUT: self.tr("Nothing that needs"),
        }[kind]

    def without(self, tag: str) -> str:
        """Such as "no kneeling"."""
        return self.tr("no %1").replace("%1", tag)

    def search(self, count: int) -> str:
        """Hint of the search field."""
        return self.tr("Search %n exercise(s)", count)


@frozen
class FilterOption:
    """One filter that can be switched on and off."""

    kind: str
    value: str
    label: str
    is_on: bool

    @property
    def key(self) -> tuple[str, str]:
        """What identifies it."""
        return self.kind, self.value


@frozen
class Listing:
    """What the list shows, and how many more there would be without filters."""

    rows: tuple[LibraryRow, ...]
    hidden: int
    is_outside: bool = False
    """Whether nothing fits the filters and these were found without them."""


class LibraryPresenter:
    """Searches the library for the editor; keeps which filters are on."""

    def __init__(self, state: EditorState, words: FilterWords) -> None:
        self._state = state
        self._words = words
        self._library = state.services.library.library
        self._search = ExerciseSearch(self._library)
        self._on: dict[tuple[str, str], None] = {}
        self._phase: Phase | None = None

    @property
    def search(self) -> ExerciseSearch:
        """The search over the library as it is now."""
        present = self._state.services.library.library
        if present is not self._library:
            self._library, self._search = present, ExerciseSearch(present)
        return self._search

    def hint(self) -> str:
        """Such as "Search 60 exercises"."""
        return self._words.search(len(self._state.services.library.library))

    def follow(self, phase: Phase) -> bool:
        """Lets the filter of the phase follow the phase that is shown; True when that changed the list."""
        if phase is self._phase:
            return False
        if self._phase is None or (PHASE, self._phase.value) in self._on:
            self._on.pop((PHASE, self._phase.value if self._phase else ""), None)
            self._on[(PHASE, phase.value)] = None
        self._phase = phase
        return True

    def listing(self, query: str) -> Listing:
        """Exercises that fit, the best first; where nothing fits the filters, those that fit the words."""
        everything = self.search.find(query)
        inside = self.search.find(query, self._filters()) if self._on else everything
        if inside or not query.strip():
            return Listing(tuple(map(self.row, inside)), len(everything) - len(inside))
        return Listing(tuple(map(self.row, everything)), 0, is_outside=bool(everything))

    def quick(self) -> tuple[FilterOption, ...]:
        """The filters offered as chips: of this phase and this patient, and whatever else is on."""
        keys: dict[tuple[str, str], None] = {}
        if self._phase is not None:
            keys[(PHASE, self._phase.value)] = None
        keys[(LOAD, Load.FLEXION.value)] = None
        for tag in sorted(self._state.avoided()) or [Precaution.KNEEL]:
            keys[(WITHOUT, tag.value)] = None
        return tuple(self._option(*key) for key in {**keys, **self._on})

    def groups(self) -> tuple[tuple[str, tuple[FilterOption, ...]], ...]:
        """Every filter, by group."""
        values: tuple[tuple[str, Iterable[str]], ...] = (
            (PHASE, Phase),
            (CATEGORY, Category),
            (POSITION, StartPosition),
            (LOAD, Load),
            (EQUIPMENT, self.search.equipment()),
            (WITHOUT, Precaution),
        )
        return tuple(
            (self._words.group(kind), tuple(self._option(kind, str(value)) for value in several))
            for kind, several in values
        )

    def toggle(self, kind: str, value: str) -> None:
        """Switches a filter."""
        if (kind, value) in self._on:
            del self._on[(kind, value)]
        else:
            self._on[(kind, value)] = None

    def clear(self) -> None:
        """Switches all filters off."""
        self._on.clear()

    def _filters(self) -> Filters:
        return Filters(
            phases=frozenset(map(Phase, self._values(PHASE))),
            categories=frozenset(map(Category, self._values(CATEGORY))),
            positions=frozenset(map(StartPosition, self._values(POSITION))),
            loads=frozenset(map(Load, self._values(LOAD))),
            equipment=frozenset(self._values(EQUIPMENT)),
            without=frozenset(map(Precaution, self._values(WITHOUT))),
        )

    def _values(self, kind: str) -> list[str]:
        return [value for one, value in self._on if one == kind]

    def _option(self, kind: str, value: str) -> FilterOption:
        return FilterOption(kind, value, self._label(kind, value), (kind, value) in self._on)

    def _label(self, kind: str, value: str) -> str:
        terms = self._state.words.terms
        if kind == WITHOUT:
            return self._words.without(terms.precaution(Precaution(value)))
        return {
            PHASE: lambda: terms.phase(Phase(value)),
            CATEGORY: lambda: terms.category(Category(value)),
            POSITION: lambda: terms.position(StartPosition(value)),
            LOAD: lambda: terms.load(Load(value)),
            EQUIPMENT: lambda: value,
        }[kind]()

    def row(self, exercise: Exercise) -> LibraryRow:
        """An exercise as a row."""
        terms = self._state.words.terms
        phase = [terms.phase(exercise.phases[0])] if exercise.phases else []
        found = warnings(exercise, self._state.conditions())
        tags = [terms.precaution(tag) for tag in sorted(found.avoid)]
        return LibraryRow(
            slug=exercise.slug,
            name=exercise.name,
            detail=DOT.join([*phase, terms.category(exercise.category)]),
            warning=self._state.own.warned(tags),
        )
