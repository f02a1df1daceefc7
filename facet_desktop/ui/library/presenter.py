"""What the Library page shows, read from the services."""

from __future__ import annotations

from facet_desktop.domain.condition import Condition
from facet_desktop.domain.dose import Side
from facet_desktop.domain.editing.summary import warnings
from facet_desktop.domain.exercise import Evidence, Exercise, Neighbour
from facet_desktop.domain.ladder import Ladder, Rung
from facet_desktop.services.app import AppServices
from facet_desktop.services.exercise_search import ExerciseSearch
from facet_desktop.services.settings import Role
from facet_desktop.services.wording.all_words import Words
from facet_desktop.services.wording.sentence import sentence
from facet_desktop.ui.library.filtering import FilterChoice, FilterGroups
from facet_desktop.ui.library.models import BrowseModel, DetailModel, LadderView, Link, RungView, Tile
from facet_desktop.ui.library.words import (
    CATEGORY,
    DOT,
    EQUIPMENT,
    LOAD,
    PHASE,
    POSITION,
    LibraryWords,
)

_NEIGHBOURS = ("easier", "harder", "swap")


class LibraryPresenter:
    """Searches and describes the library; keeps which filters are on."""

    def __init__(self, services: AppServices, words: Words, own: LibraryWords) -> None:
        self._services = services
        self._words = words
        self._own = own
        self._groups = FilterGroups(words.terms, own)
        self._library = services.library.library
        self._search = ExerciseSearch(self._library)
        self.choice = FilterChoice()

    @property
    def is_clinic(self) -> bool:
        """Whether the things that only a clinic does are offered."""
        return self._services.settings.present.role is Role.CLINIC

    def browse(self, query: str) -> BrowseModel:
        """The list that fits the words and the filters."""
        search = self._present_search()
        meant = search.find(query)
        filters = self.choice.filters()
        conditions = self._conditions()
        return BrowseModel(
            tiles=tuple(self._tile(one, conditions) for one in meant if filters.allow(one)),
            groups=self._groups.groups(search.find(), meant, self.choice),
            total=len(self._library),
            filters_on=len(self.choice.on),
        )

    def exercise(self, slug: str) -> Exercise | None:
        """An exercise of the library, or None."""
        return self._services.library.library.find(slug)

    def detail(self, exercise: Exercise) -> DetailModel:
        """Everything about one exercise."""
        terms, dose = self._words.terms, self._words.dose
        return DetailModel(
            slug=exercise.slug,
            name=exercise.name,
            also_called=self._own.also_called(exercise.aliases),
            purpose=exercise.purpose,
            dose=sentence(dose.line(exercise.dose)),
            chips=dose.chips(exercise.dose),
            frequency=sentence(dose.frequency(exercise.dose)),
            steps=exercise.steps,
            faults=exercise.faults,
            cue=exercise.cue,
            facts=self._facts(exercise),
            needs=tuple(sentence(terms.precaution(tag)) for tag in exercise.precautions),
            warning=self._warning(exercise, self._conditions()),
            links=self._links(exercise),
            ladders=tuple(self._ladder(one, exercise) for one in self._ladders(exercise)),
            evidence=sentence(terms.evidence(exercise.source.evidence)),
            source_note=exercise.source.note,
            one_sided=exercise.dose.side is not Side.BOTH,
            is_own=exercise.source.evidence is Evidence.OWN,
            turns=tuple(sentence(turn.words) for turn in exercise.turns if exercise.turn(1)),
        )

    def _present_search(self) -> ExerciseSearch:
        present = self._services.library.library
        if present is not self._library:
            self._library, self._search = present, ExerciseSearch(present)
        return self._search

    def _conditions(self) -> tuple[Condition, ...]:
        patient = self._services.patients.current()
        known = self._services.library.library.conditions
        return tuple(known[slug] for slug in (patient.conditions if patient else ()) if slug in known)

    def _tile(self, exercise: Exercise, conditions: tuple[Condition, ...]) -> Tile:
        terms = self._words.terms
        phase = [terms.phase(exercise.phases[0])] if exercise.phases else []
        return Tile(
            exercise.slug,
            exercise.name,
            DOT.join([*phase, terms.category(exercise.category)]),
            self._warning(exercise, conditions),
            exercise.source.evidence is Evidence.OWN,
        )

    def _warning(self, exercise: Exercise, conditions: tuple[Condition, ...]) -> str:
        found = warnings(exercise, conditions)
        terms = self._words.terms
        avoid = self._own.to_avoid(terms.precaution(tag) for tag in sorted(found.avoid))
        return avoid or self._own.to_ease(terms.precaution(tag) for tag in sorted(found.ease))

    def _facts(self, exercise: Exercise) -> tuple[tuple[str, str], ...]:
        terms = self._words.terms
        listed = (
            ("breath", terms.breath(exercise.breath)),
            (EQUIPMENT, ", ".join(exercise.equipment) or self._own.nothing_needed()),
            (POSITION, terms.position(exercise.position)),
            (CATEGORY, terms.category(exercise.category)),
            ("targets", ", ".join(exercise.targets)),
            (LOAD, ", ".join(map(terms.load, exercise.loads))),
            (PHASE, ", ".join(map(terms.phase, exercise.phases))),
        )
        return tuple((self._own.fact(kind), sentence(text)) for kind, text in listed)

    def _links(self, exercise: Exercise) -> tuple[Link, ...]:
        neighbours: tuple[Neighbour | None, ...] = (exercise.easier, exercise.harder, exercise.swap)
        found: list[Link] = []
        for kind, one in zip(_NEIGHBOURS, neighbours, strict=True):
            target = self.exercise(one.slug) if one is not None and one.slug else None
            text = target.name if target is not None else (one.text if one is not None else None)
            if text:
                found.append(
                    Link(kind, self._own.neighbour(kind), target.slug if target else "", sentence(text))
                )
        return tuple(found)

    def _ladders(self, exercise: Exercise) -> tuple[Ladder, ...]:
        return self._services.library.library.ladders_with(exercise.slug)

    def _ladder(self, ladder: Ladder, here: Exercise) -> LadderView:
        return LadderView(ladder.name, tuple(self._rung(rung, here) for rung in ladder.rungs))

    def _rung(self, rung: Rung, here: Exercise) -> RungView:
        slug = here.slug if here.slug in rung.alternatives else rung.exercise
        exercise = self.exercise(slug)
        name = exercise.name if exercise is not None else slug
        return RungView(slug, name, rung.text or "", here.slug in rung.slugs())
