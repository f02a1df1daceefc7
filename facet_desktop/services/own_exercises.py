"""Makes, changes, puts away, exports and imports the clinic's own exercises.

Every save adds a version; nothing that was prescribed is ever changed. A picture is only taken in after it
was cleaned: read, scaled and written anew by the caller, so that nothing hidden travels along.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Span
from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.exercise import (
    Category,
    Evidence,
    Exercise,
    Load,
    Neighbour,
    Phase,
    Source,
    StartPosition,
)
from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.figure_names import OWN_POSE, PICTURE
from facet_desktop.domain.library import Library
from facet_desktop.domain.library_checks import library_problems
from facet_desktop.domain.problems import Problem
from facet_desktop.domain.values import frozen
from facet_desktop.services.figures import FigureSource
from facet_desktop.services.library_service import LibraryService
from facet_desktop.services.own_editing import OwnEditing
from facet_desktop.services.own_records import (
    FormPlace,
    OwnContent,
    OwnDraftRepository,
    Picture,
    StoredVersion,
)
from facet_desktop.services.own_shelf import OwnShelf, movement_of
from facet_desktop.services.ports import Clock, Ids, Transactions
from facet_desktop.services.records import Stamp

MAX_SLUG = 60
Clean = Callable[[bytes], Picture]
"""Reads a picture and writes it anew. Raises UserError for anything that is not a plain picture."""


@frozen
class OwnTools:
    """What own exercises need to be kept."""

    shelf: OwnShelf
    drafts: OwnDraftRepository
    unit: Transactions
    clock: Clock
    ids: Ids
    device_id: str


@frozen
class ImportPlan:
    """A sound file that waits for a decision. `replaces` is the name of the own exercise with its slug.

    `left_out` are slugs of easier, harder and swap that this library does not have.
    """

    content: OwnContent
    picture: bytes | None
    replaces: str | None
    left_out: tuple[str, ...] = ()


class OwnExercises:
    """One method for each thing that is done with an own exercise."""

    def __init__(self, tools: OwnTools, figures: FigureSource, library: LibraryService) -> None:
        self._tools = tools
        self._shelf = tools.shelf
        self._repository = tools.shelf.repository
        self._codec = tools.shelf.codec
        self._figures = figures
        self._library = library

    def movement(self, content: OwnContent) -> Movement | None:
        """The figure of an exercise, stored or being edited; None without one."""
        return movement_of(content, self._figures)

    def content(self, slug: str) -> OwnContent | None:
        """The newest version of an own exercise, or None."""
        return self._shelf.find(slug)

    def prescribed(self, slug: str, number: int) -> Exercise | None:
        """The exercise as it was in that version; where it is lost, as it is now. None if unknown."""
        return self._library.library.as_prescribed(slug, number) or self._shelf.prescribed(slug, number)

    def copy_of(self, exercise: Exercise, name: str) -> OwnContent:
        """A copy to change, with the figure of the original. It gets its own slug when it is saved."""
        own = self._shelf.find(exercise.slug)
        copied = replace(
            exercise,
            slug="",
            version=1,
            name=name,
            source=Source(Evidence.OWN, exercise.source.note),
            figure=exercise.figure if own is not None else exercise.slug,
        )
        return OwnContent(copied, own.pose if own is not None else None)

    def blank(self, note: str) -> OwnContent:
        """A new exercise to fill in; `note` says where it comes from."""
        exercise = Exercise(
            slug="",
            version=1,
            name="",
            aliases=(),
            phases=(Phase.EARLY,),
            category=Category.MOBILITY,
            position=StartPosition.STANDING,
            loads=(Load.NEUTRAL,),
            targets=(),
            equipment=(),
            precautions=(),
            dose=Dose(sets=Span.of(2), reps=Span.of(8)),
            breath=BreathCode.FREE,
            purpose="",
            steps=(),
            faults=(),
            easier=None,
            harder=None,
            swap=None,
            source=Source(Evidence.OWN, note),
        )
        return OwnContent(exercise)

    def picture_of(self, content: OwnContent) -> Picture | None:
        """The stored picture that an exercise shows, or None."""
        return self._shelf.picture(content.exercise.figure)

    def problems(self, content: OwnContent, picture: Picture | None = None) -> tuple[Problem, ...]:
        """Everything that keeps an exercise from being saved, with the field. `picture` comes with it."""
        slug = content.exercise.slug or self.new_slug(content.exercise.name)
        named = replace(content.exercise, slug=slug)
        found = self._codec.problems(replace(content, exercise=named))
        if not found:
            file = f"exercises/{slug}.toml"
            joined = self._library.library.with_exercises([named])
            found = [one for one in library_problems(joined) if one.file == file]
        return (*found, *self._figure_problems(content, picture))

    def fill_in(self, place: FormPlace, begun: OwnContent) -> OwnEditing:
        """Opens a form that begins with `begun`, and with what was filled in and not saved the last time."""
        return OwnEditing(self._tools, self, place, begun)

    def save(
        self, content: OwnContent, picture: Picture | None = None, drafts: Iterable[str] = ()
    ) -> Exercise:
        """Stores a new version and drops the drafts that it is made of.

        Raises UserError while something is wrong with it.
        """
        exercise = content.exercise
        slug = exercise.slug or self.new_slug(exercise.name)
        number = self._next_number(slug)
        figure = picture.name if picture is not None else exercise.figure
        saved = replace(exercise, slug=slug, version=number, figure=figure)
        content = OwnContent(saved, content.pose if figure == OWN_POSE else None)
        if problems := self.problems(content, picture):
            raise UserError(mark("{problem}"), mark("Mend this, then save again."), problem=problems[0])
        with self._tools.unit.transaction():
            if picture is not None:
                self._repository.add_picture(self._tools.ids.new(), picture, self._stamp())
            document = self._codec.encode(content)
            version = StoredVersion(self._tools.ids.new(), slug, number, document, self._stamp())
            self._repository.add(version)
            if slug in self._repository.archived():
                self._mark(slug, archived=False)
            for draft_id in drafts:
                self._tools.drafts.delete(draft_id)
        self._library.reload()
        return saved

    def archive(self, slug: str) -> None:
        """Takes an own exercise out of the library. Programs that name it keep it."""
        self._mark(slug, archived=True)
        self._library.reload()

    def restore(self, slug: str) -> None:
        """Brings an own exercise back."""
        self._mark(slug, archived=False)
        self._library.reload()

    def archived(self) -> tuple[Exercise, ...]:
        """Exercises that are put away, by name."""
        found = (self._shelf.find(slug) for slug in self._repository.archived())
        return tuple(sorted((one.exercise for one in found if one is not None), key=lambda one: one.name))

    def export(self, slug: str, path: Path) -> None:
        """Writes an own exercise with its figure or picture into a file. Raises UserError."""
        content = self._shelf.find(slug)
        if content is None:
            raise UserError(mark("This exercise is not one of your own."), mark("Copy it first."))
        self._codec.write(path, content, self._shelf.picture(content.exercise.figure))

    def read_file(self, path: Path) -> ImportPlan | tuple[Problem, ...]:
        """A plan for a sound file, or everything that is wrong with it. Nothing is kept yet."""
        read = self._codec.read(path)
        if read.content is None:
            return read.problems
        own = self._own(read.content)
        problems = self._file_problems(own, read.picture)
        if problems:
            return tuple(replace(one, file=path.name) for one in problems)
        present = self._shelf.find(own.exercise.slug)
        replaces = present.exercise.name if present is not None else None
        return ImportPlan(own, read.picture, replaces, self._lost(read.content.exercise))

    def take_in(self, plan: ImportPlan, clean: Clean, *, as_new: bool) -> Exercise:
        """Stores what a file held: as a new version of the exercise it `replaces`, or as another exercise.

        Raises UserError for a picture that is refused; then nothing is kept.
        """
        picture = clean(plan.picture) if plan.picture is not None else None
        exercise = plan.content.exercise
        if as_new or exercise.slug in self._shipped():
            exercise = replace(exercise, slug=self.new_slug(exercise.name))
        return self.save(replace(plan.content, exercise=exercise), picture)

    def new_slug(self, name: str) -> str:
        """A slug made of a name that no exercise has."""
        plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
        base = re.sub(r"[^a-z0-9]+", "-", plain)[: MAX_SLUG - 4].strip("-") or "exercise"
        taken = {one.slug for one in self._repository.newest()} | set(self._library.library.slugs())
        number = 1
        while (slug := base if number == 1 else f"{base}-{number}") in taken:
            number += 1
        return slug

    def _own(self, content: OwnContent) -> OwnContent:
        """What a file held, marked as own, without the neighbours that are not in this library.

        A file of the library itself names no figure, because it has that of its slug.
        """
        one, lost = content.exercise, self._lost(content.exercise)

        def known(neighbour: Neighbour | None) -> Neighbour | None:
            return None if neighbour is not None and neighbour.slug in lost else neighbour

        exercise = replace(
            one,
            source=Source(Evidence.OWN, one.source.note),
            easier=known(one.easier),
            harder=known(one.harder),
            swap=known(one.swap),
            figure=one.figure or (one.slug if one.slug in self._shipped() else None),
        )
        return replace(content, exercise=exercise)

    def _lost(self, exercise: Exercise) -> tuple[str, ...]:
        """Slugs of neighbours that this library does not have."""
        library = self._library.library
        around = (exercise.easier, exercise.harder, exercise.swap)
        slugs = dict.fromkeys(one.slug for one in around if one is not None and one.slug is not None)
        return tuple(slug for slug in slugs if slug not in library)

    def _file_problems(self, content: OwnContent, picture: bytes | None) -> tuple[Problem, ...]:
        """A picture that comes with the file is judged when it is taken in."""
        return tuple(one for one in self.problems(content) if picture is None or one.field != "figure")

    def _figure_problems(self, content: OwnContent, picture: Picture | None) -> tuple[Problem, ...]:
        figure, slug = content.exercise.figure, content.exercise.slug
        if figure is None:
            return (Problem(slug, "figure", "choose a figure or a picture"),)
        if figure.startswith(PICTURE):
            known = picture is not None and picture.name == figure
            missing = not known and self._shelf.picture(figure) is None
        else:
            missing = self.movement(content) is None
        lost = (turn.figure for turn in content.exercise.turns if self._figures.find(turn.figure) is None)
        return (
            *(Problem(slug, "figure", "names a figure or picture that does not exist"),) * missing,
            *(Problem(slug, "turns", f"names the figure '{name}', which does not exist") for name in lost),
        )

    def _shipped(self) -> frozenset[str]:
        library: Library = self._library.library
        return frozenset(slug for slug in library.slugs() if self._shelf.find(slug) is None)

    def _next_number(self, slug: str) -> int:
        versions = self._repository.versions(slug)
        return versions[0].number + 1 if versions else 1

    def _mark(self, slug: str, *, archived: bool) -> None:
        mark_id = self._tools.ids.new()
        self._repository.set_archived(mark_id, slug, archived=archived, stamp=self._stamp())

    def _stamp(self) -> Stamp:
        return Stamp(self._tools.clock.wall_ms(), self._tools.device_id)
