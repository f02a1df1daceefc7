"""Programs to begin with: those that ship and the clinic's own, with names and favourites.

A template belongs to no patient. Nothing of it is ever overwritten: a new name, a favourite or a deletion is
a further mark, so each can be taken back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.program import MAX_TITLE
from facet_desktop.domain.values import frozen
from facet_desktop.services.events import TemplatesChanged
from facet_desktop.services.program_files import fresh_program
from facet_desktop.services.records import Stamp
from facet_desktop.services.template_records import NO, YES, MarkKind, StoredTemplate, TemplateMark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facet_desktop.domain.program import Program
    from facet_desktop.services.bus import EventBus
    from facet_desktop.services.library_service import LibraryService
    from facet_desktop.services.ports import Clock, Ids
    from facet_desktop.services.program_service import ProgramService
    from facet_desktop.services.records import Draft
    from facet_desktop.services.template_records import TemplateRepository


@frozen
class TemplateTools:
    """What templates need to be kept."""

    templates: TemplateRepository
    clock: Clock
    ids: Ids
    bus: EventBus
    device_id: str


@frozen
class OwnTemplate:
    """A template of the clinic's own, under its present name."""

    id: str
    name: str
    program: Program


class TemplateService:
    """One method for each thing that is done with a template. `key` is an id, or the slug of what ships."""

    def __init__(self, tools: TemplateTools, library: LibraryService, programs: ProgramService) -> None:
        self._tools = tools
        self._library = library
        self._programs = programs

    def own(self) -> tuple[OwnTemplate, ...]:
        """The clinic's own templates that are not deleted, by name."""
        marks = self._tools.templates.marks()
        found = (
            _named(one, marks)
            for one in self._tools.templates.all()
            if marks.get((one.id, MarkKind.REMOVED), NO) == NO
        )
        return tuple(sorted(found, key=lambda one: one.name.casefold()))

    def favourites(self) -> frozenset[str]:
        """Keys of the favourites among all templates."""
        marks = self._tools.templates.marks()
        return frozenset(
            key for (key, kind), value in marks.items() if kind is MarkKind.FAVOURITE and value == YES
        )

    def program(self, key: str) -> Program:
        """A program made from a template, with ids of its own. Raises UserError when it cannot be made."""
        if key in self._library.library.templates:
            return self._programs.from_template(key)
        stored = self._tools.templates.get(key) if _is_id(key) else None
        if stored is None:
            raise UserError(mark("This program is not in the library."), mark("Choose another one."))
        named = _named(stored, self._tools.templates.marks())
        return replace(fresh_program(stored.program, self._tools.ids.new), title=named.name)

    def begin(self, patient_id: str, key: str) -> Draft:
        """A new draft of a patient made from a template. Raises UserError when it cannot be made."""
        return self._programs.save_draft(patient_id, self.program(key), based_on=None)

    def save(self, program: Program, name: str) -> OwnTemplate:
        """Keeps a program as a template. Raises UserError for a name that is empty, long or taken."""
        checked = self._checked(name)
        copy = replace(fresh_program(program, self._tools.ids.new), title=checked)
        stored = StoredTemplate(self._tools.ids.new(), copy, self._stamp())
        self._tools.templates.add(stored)
        self._tools.bus.publish(TemplatesChanged())
        return OwnTemplate(stored.id, checked, copy)

    def rename(self, template_id: str, name: str) -> None:
        """Gives an own template another name. Raises UserError for one that is empty, long or taken."""
        self._note(template_id, MarkKind.NAME, self._checked(name, template_id))

    def remove(self, template_id: str) -> None:
        """Deletes an own template; programs made from it stay as they are."""
        self._note(template_id, MarkKind.REMOVED, YES)

    def restore(self, template_id: str) -> None:
        """Brings a deleted template back."""
        self._note(template_id, MarkKind.REMOVED, NO)

    def set_favourite(self, key: str, *, is_favourite: bool) -> None:
        """Makes any template a favourite, or no longer one."""
        self._note(key, MarkKind.FAVOURITE, YES if is_favourite else NO)

    def _note(self, key: str, kind: MarkKind, value: str) -> None:
        entry = TemplateMark(self._tools.ids.new(), key, kind, value, self._stamp())
        self._tools.templates.add_mark(entry)
        self._tools.bus.publish(TemplatesChanged())

    def _checked(self, name: str, own_id: str = "") -> str:
        cleaned = " ".join(name.split())
        if not cleaned:
            raise UserError(mark("A template needs a name."))
        if len(cleaned) > MAX_TITLE:
            raise UserError(mark("A name has at most {limit} characters."), limit=MAX_TITLE)
        others = (one.name.casefold() for one in self.own() if one.id != own_id)
        if cleaned.casefold() in others:
            raise UserError(mark("There is a template of this name already."), mark("Choose another name."))
        return cleaned

    def _stamp(self) -> Stamp:
        return Stamp(self._tools.clock.wall_ms(), self._tools.device_id)


def _named(stored: StoredTemplate, marks: Mapping[tuple[str, MarkKind], str]) -> OwnTemplate:
    return OwnTemplate(stored.id, marks.get((stored.id, MarkKind.NAME), stored.program.title), stored.program)


def _is_id(key: str) -> bool:
    """Whether a key can be the id of an own template; slugs of programs that are gone are not."""
    from uuid import UUID

    try:
        UUID(key)
    except ValueError:
        return False
    return True
