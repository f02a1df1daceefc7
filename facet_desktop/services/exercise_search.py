"""Finds exercises by name, alias or topic, forgiving typing errors, and by what they ask of the body."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.exercise import Category, Exercise, Load, Phase, Precaution, StartPosition
    from facet_desktop.domain.library import Library

FORGIVEN = 72
"""Least likeness, 0 to 100, at which a misspelt word still counts as meant."""
MIN_FUZZY_LETTERS = 4
"""Shorter words must be spelt right: almost anything is like two or three letters."""
MIN_JOINED_LETTERS = 6
"""A name written as one word, such as "birddog", has at least as many."""


@frozen
class Filters:
    """What an exercise must be. An empty set asks nothing; `without` lists what it must not need."""

    phases: frozenset[Phase] = frozenset()
    categories: frozenset[Category] = frozenset()
    positions: frozenset[StartPosition] = frozenset()
    loads: frozenset[Load] = frozenset()
    equipment: frozenset[str] = frozenset()
    without: frozenset[Precaution] = frozenset()
    only_own_equipment: bool = False
    """Only exercises that need nothing beyond `equipment`; otherwise those that use any of it."""

    def allow(self, exercise: Exercise) -> bool:
        """Whether the exercise passes all filters."""
        return (
            _meets(self.phases, exercise.phases)
            and _meets(self.categories, (exercise.category,))
            and _meets(self.positions, (exercise.position,))
            and _meets(self.loads, exercise.loads)
            and self._equipment_fits(exercise)
            and self.without.isdisjoint(exercise.precautions)
        )

    def _equipment_fits(self, exercise: Exercise) -> bool:
        if self.only_own_equipment:
            return self.equipment.issuperset(exercise.equipment)
        return _meets(self.equipment, exercise.equipment)


NO_FILTERS = Filters()


@frozen
class _Entry:
    """An exercise with its names, and all the words that may be meant by a query."""

    exercise: Exercise
    names: tuple[str, ...]
    words: tuple[str, ...]
    topics: tuple[str, ...]


class ExerciseSearch:
    """Searches one library. Nothing is indexed before the first question."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._entries: tuple[_Entry, ...] | None = None

    def find(
        self, query: str = "", filters: Filters = NO_FILTERS, limit: int | None = None
    ) -> tuple[Exercise, ...]:
        """Exercises that fit, the best first; without a query all that pass the filters, by name."""
        asked = _plain(query)
        allowed = [entry for entry in self._all() if filters.allow(entry.exercise)]
        if not asked:
            return tuple(entry.exercise for entry in allowed[:limit])
        ranked = [(score, entry) for entry in allowed if (score := _score(asked, entry)) > 0]
        ranked.sort(key=lambda pair: (-pair[0], pair[1].exercise.name))
        return tuple(entry.exercise for _, entry in ranked[:limit])

    def best(self, query: str) -> Exercise | None:
        """The one exercise that is most likely meant, or None."""
        return next(iter(self.find(query, limit=1)), None)

    def equipment(self) -> tuple[str, ...]:
        """Everything that any exercise needs, by name."""
        return tuple(sorted({thing for entry in self._all() for thing in entry.exercise.equipment}))

    def _all(self) -> tuple[_Entry, ...]:
        if self._entries is None:
            exercises = sorted(self._library.exercises(), key=lambda one: one.name.casefold())
            self._entries = tuple(_entry(one) for one in exercises)
        return self._entries


def _entry(exercise: Exercise) -> _Entry:
    names = tuple(map(_plain, (exercise.name, exercise.slug, *exercise.aliases)))
    topics = (
        exercise.category.value,
        exercise.position.value,
        *exercise.targets,
        *exercise.loads,
        *exercise.equipment,
    )
    return _Entry(exercise, names, _words(names), _words(map(_plain, topics)))


def _score(asked: str, entry: _Entry) -> float:
    """0 when the query is not meant. Whole names, then beginnings, words inside, misspellings, topics."""
    for place, name in enumerate(entry.names):
        if name == asked:
            return 1000 - place
    for place, name in enumerate(entry.names):
        if name.startswith(asked):
            return 900 - place - len(name) / 100
    wanted = asked.split()
    scores = [_word_score(word, entry) for word in wanted]
    if min(scores) > 0:
        return sum(scores) / len(scores) + 20 * len(wanted) / max(len(wanted), len(entry.names[0].split()))
    joined = asked.replace(" ", "")
    if len(joined) < MIN_JOINED_LETTERS:
        return 0
    return _likeness(joined, tuple(name.replace(" ", "") for name in entry.names))


def _word_score(word: str, entry: _Entry) -> float:
    """How well one word of the query fits: the name counts more than aliases, spelling more than guesses."""
    title = entry.names[0].split()
    tests = (
        (700, word in title),
        (650, any(known.startswith(word) for known in title)),
        (600, word in entry.words),
        (500, any(known.startswith(word) for known in entry.words)),
        (450, any(topic.startswith(word) for topic in entry.topics)),
        (400, any(word in known for known in entry.words)),
    )
    found = next((score for score, fits in tests if fits), 0)
    if found:
        return found
    in_title = _likeness(word, tuple(title))
    elsewhere = _likeness(word, entry.words)
    return max(250 + in_title if in_title else 0, 200 + elsewhere if elsewhere else 0)


def _likeness(word: str, known: tuple[str, ...]) -> float:
    """The greatest likeness, 0 to 100, of a word and a known one or its beginning; 0 below FORGIVEN."""
    if len(word) < MIN_FUZZY_LETTERS:
        return 0
    from rapidfuzz import fuzz

    found = max(
        (
            max(fuzz.ratio(word, one), fuzz.ratio(word, one[: len(word)]))
            for one in known
            if _may_mean(word, one)
        ),
        default=0.0,
    )
    return found if found >= FORGIVEN else 0


def _may_mean(word: str, known: str) -> bool:
    """Short words are like too many others: "wall" is no slip of "all", and "band" none of "and"."""
    return len(known) >= MIN_FUZZY_LETTERS or known[:1] == word[:1]


def _plain(text: str) -> str:
    """Small letters without accents, hyphens as spaces."""
    split = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(one if one.isalnum() else " " for one in split if not unicodedata.combining(one))
    return " ".join(letters.split())


def _words(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for text in texts for word in text.split()))


def _meets(wanted: AbstractSet[object], given: Iterable[object]) -> bool:
    return not wanted or not wanted.isdisjoint(given)
