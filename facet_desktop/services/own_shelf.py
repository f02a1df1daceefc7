"""Reads the clinic's own exercises: as part of the library, by version, and their figures."""

from __future__ import annotations

from facet_desktop.domain.exercise import Exercise
from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.figure_names import OWN_POSE, PICTURE
from facet_desktop.domain.library import LoadedLibrary
from facet_desktop.domain.own_figure import own_movement
from facet_desktop.domain.problems import Problem
from facet_desktop.services.figures import FigureSource
from facet_desktop.services.own_records import OwnCodec, OwnContent, OwnRepository, Picture, StoredVersion


class OwnShelf:
    """Own exercises by slug and version. What was read once is kept: versions never change."""

    def __init__(self, repository: OwnRepository, codec: OwnCodec) -> None:
        self.repository = repository
        self.codec = codec
        self._read: dict[str, OwnContent | None] = {}

    def present(self) -> tuple[Exercise, ...]:
        """The newest version of every exercise that is not put away; damaged ones are left out."""
        away = self.repository.archived()
        found = (self.content(one) for one in self.repository.newest() if one.slug not in away)
        return tuple(one.exercise for one in found if one is not None)

    def damaged(self) -> tuple[Problem, ...]:
        """One problem for each exercise whose newest version cannot be read."""
        return tuple(
            Problem(one.slug, "", "this exercise of your clinic cannot be read")
            for one in self.repository.newest()
            if self.content(one) is None
        )

    def find(self, slug: str, number: int | None = None) -> OwnContent | None:
        """A version of an own exercise, put away or not; the newest one without a number. None if unknown."""
        versions = self.repository.versions(slug)
        wanted = next((one for one in versions if number is None or one.number == number), None)
        return self.content(wanted) if wanted is not None else None

    def prescribed(self, slug: str, number: int) -> Exercise | None:
        """An own exercise as it was in a version; where that is lost, the newest. None if unknown."""
        own = self.find(slug, number) or self.find(slug)
        return own.exercise if own is not None else None

    def picture(self, name: str | None) -> Picture | None:
        """The picture that an exercise names as its figure, or None."""
        return self.repository.picture(name) if name is not None and name.startswith(PICTURE) else None

    def content(self, version: StoredVersion) -> OwnContent | None:
        """A stored version, or None where it is damaged."""
        if version.id not in self._read:
            try:
                self._read[version.id] = self.codec.decode(version.document)
            except (KeyError, TypeError, ValueError):
                self._read[version.id] = None
        return self._read[version.id]


def joined_library(shipped: LoadedLibrary, shelf: OwnShelf) -> LoadedLibrary:
    """The library that ships with own exercises in it; none takes the place of one that ships."""
    own = [one for one in shelf.present() if one.slug not in shipped.library]
    library = shipped.library.with_exercises(own) if own else shipped.library
    return LoadedLibrary(library, (*shipped.problems, *shelf.damaged()))


class OwnFigures:
    """Figures and pictures of own exercises. A name may end in "@2" for a certain version."""

    def __init__(self, shelf: OwnShelf, shipped: FigureSource) -> None:
        self._shelf = shelf
        self._shipped = shipped
        self._made: dict[int, tuple[OwnContent, Movement | None]] = {}

    def find(self, slug: str) -> Movement | None:
        """The movement of an own exercise, or None."""
        own = self._own(slug)
        if own is None:
            return None
        if id(own) not in self._made:
            # The content is kept beside its movement, so that its identity is not used again.
            self._made[id(own)] = (own, movement_of(own, self._shipped))
        return self._made[id(own)][1]

    def still(self, slug: str) -> bytes | None:
        """The picture that stands in for a movement, or None."""
        own = self._own(slug)
        picture = self._shelf.picture(own.exercise.figure) if own is not None else None
        return picture.content if picture is not None else None

    def _own(self, slug: str) -> OwnContent | None:
        name, _, number = slug.partition("@")
        exact = self._shelf.find(name, int(number)) if number.isdecimal() else None
        return exact or self._shelf.find(name)


def movement_of(own: OwnContent, figures: FigureSource) -> Movement | None:
    """The movement of an own exercise, stored or being edited."""
    figure = own.exercise.figure
    if figure == OWN_POSE:
        base = figures.find(own.pose.base) if own.pose is not None else None
        if base is None or own.pose is None:
            return None
        return own_movement(base, own.pose, own.exercise.slug)
    return figures.find(figure) if figure is not None else None
