"""The library as one value: exercises, ladders, breathing patterns, conditions and program templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from facet_desktop.domain.exercise import Evidence
from facet_desktop.domain.shelf import Shelf
from facet_desktop.domain.values import changed, frozen

if TYPE_CHECKING:
    from facet_desktop.domain.breathing import BreathPattern
    from facet_desktop.domain.condition import Condition
    from facet_desktop.domain.exercise import Exercise, Neighbour, Precaution
    from facet_desktop.domain.ladder import Ladder
    from facet_desktop.domain.plan_advice import PlanAdvice
    from facet_desktop.domain.problems import Problem
    from facet_desktop.domain.red_flags import RedFlag
    from facet_desktop.domain.templates import ProgramTemplate


@frozen
class Label:
    """What a list or a search needs of an exercise, without building the exercise."""

    slug: str
    name: str
    aliases: tuple[str, ...]


@frozen
class Neighbours:
    """Where to go from an exercise: other exercises, or variants of it in words."""

    easier: Exercise | None
    harder: Exercise | None
    swap: Exercise | None
    easier_text: str | None
    harder_text: str | None
    swap_text: str | None


@frozen
class Library:
    """Everything that Facet knows about exercise. Immutable; entries are built on first use.

    Exercises may name neighbours that are missing (their file was left out); such a neighbour reads as None.
    """

    labels: Mapping[str, Label] = field(default_factory=dict)
    shelf: Shelf[Exercise] = field(default_factory=Shelf)
    ladders: tuple[Ladder, ...] = ()
    patterns: Mapping[str, BreathPattern] = field(default_factory=dict)
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    red_flags: tuple[RedFlag, ...] = ()
    plan_advice: Mapping[str, PlanAdvice] = field(default_factory=dict)
    templates: Shelf[ProgramTemplate] = field(default_factory=Shelf)

    @classmethod
    def of(cls, exercises: Iterable[Exercise], ladders: Iterable[Ladder] = ()) -> Library:
        """A library of exercises that exist already; for tests and previews."""
        return cls(ladders=tuple(ladders)).with_exercises(exercises)

    def __contains__(self, slug: object) -> bool:
        return slug in self.shelf

    def __len__(self) -> int:
        return len(self.shelf)

    def slugs(self) -> tuple[str, ...]:
        """Slugs of all exercises."""
        return tuple(self.shelf)

    def exercise(self, slug: str) -> Exercise:
        """The exercise with that slug. Raises KeyError when there is none."""
        return self.shelf[slug]

    def find(self, slug: str | None) -> Exercise | None:
        """The exercise with that slug, or None."""
        return self.shelf.get(slug)

    def as_prescribed(self, slug: str, number: int) -> Exercise | None:
        """The exercise if it is the version that was meant: what ships has one only. None for another."""
        found = self.find(slug)
        is_meant = found is not None and (
            found.version == number or found.source.evidence is not Evidence.OWN
        )
        return found if is_meant else None

    def exercises(self) -> tuple[Exercise, ...]:
        """All exercises. Builds those that were not used yet."""
        return self.shelf.all()

    def template(self, slug: str) -> ProgramTemplate:
        """The program template with that slug. Raises KeyError when there is none."""
        return self.templates[slug]

    def neighbours(self, slug: str) -> Neighbours:
        """Easier, harder and swap of an exercise. Raises KeyError when the exercise is unknown."""
        exercise = self.exercise(slug)
        return Neighbours(
            self._target(exercise.easier),
            self._target(exercise.harder),
            self._target(exercise.swap),
            _words(exercise.easier),
            _words(exercise.harder),
            _words(exercise.swap),
        )

    def ladders_with(self, slug: str) -> tuple[Ladder, ...]:
        """Every ladder that has this exercise on one of its rungs."""
        return tuple(ladder for ladder in self.ladders if slug in ladder.slugs())

    def swap_for(self, slug: str, avoid: frozenset[Precaution]) -> Exercise | None:
        """The nearest exercise without any of the precautions in `avoid`; None when there is none.

        Looks at the swap first, then at easier ones, following each as far as it leads.
        """
        seen = {slug}
        waiting = [slug]
        while waiting:
            for candidate in self._ways_out(waiting.pop(0)):
                if candidate.slug in seen:
                    continue
                if avoid.isdisjoint(candidate.precautions):
                    return candidate
                seen.add(candidate.slug)
                waiting.append(candidate.slug)
        return None

    def with_exercises(self, exercises: Iterable[Exercise]) -> Library:
        """A library with more exercises (a clinic's own); one with a known slug replaces the other."""
        added = {exercise.slug: exercise for exercise in exercises}
        labels = {slug: Label(slug, one.name, one.aliases) for slug, one in added.items()}
        return changed(self, labels={**self.labels, **labels}, shelf=self.shelf.with_things(added))

    def _ways_out(self, slug: str) -> Iterator[Exercise]:
        exercise = self.find(slug)  # one that was put away leads nowhere
        for neighbour in (exercise.swap, exercise.easier) if exercise is not None else ():
            target = self._target(neighbour)
            if target is not None:
                yield target

    def _target(self, neighbour: Neighbour | None) -> Exercise | None:
        return self.find(neighbour.slug) if neighbour is not None else None


@frozen
class LoadedLibrary:
    """A library as it was read, with everything that was wrong with its files."""

    library: Library
    problems: tuple[Problem, ...]


def _words(neighbour: Neighbour | None) -> str | None:
    return neighbour.text if neighbour is not None else None
