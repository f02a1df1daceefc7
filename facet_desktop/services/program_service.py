"""Programs from template to published revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.program import Program
from facet_desktop.domain.values import frozen
from facet_desktop.services.events import DraftSaved, ProgramPublished
from facet_desktop.services.records import Draft, Revision, Stamp

if TYPE_CHECKING:
    from facet_desktop.domain.library import Library
    from facet_desktop.domain.templates import ProgramTemplate
    from facet_desktop.services.bus import EventBus
    from facet_desktop.services.library_service import LibraryService
    from facet_desktop.services.ports import Clock, Ids, ProgramRepository, Transactions


@frozen
class ProgramTools:
    """What programs need to be kept."""

    programs: ProgramRepository
    unit: Transactions
    clock: Clock
    ids: Ids
    bus: EventBus
    device_id: str


class ProgramService:
    """One method for each thing that is done with a program."""

    def __init__(self, tools: ProgramTools, library: LibraryService) -> None:
        self._tools = tools
        self._library = library

    def templates(self) -> tuple[ProgramTemplate, ...]:
        """The programs that ship, in the order of the library."""
        return self._library.library.templates.all()

    def begin_from_template(self, patient_id: str, slug: str) -> Draft:
        """A new draft made from a template. Raises UserError when the template cannot be used."""
        return self.save_draft(patient_id, self.from_template(slug), based_on=None)

    def from_template(self, slug: str) -> Program:
        """A program made from a template that ships. Raises UserError when the template cannot be used."""
        library: Library = self._library.library
        template = library.templates.get(slug)
        if template is None:
            raise UserError(mark("This program is not in the library."), mark("Choose another one."))
        try:
            return template.program(library, self._tools.ids.new)
        except KeyError as error:
            raise UserError(
                mark("This program names an exercise that is missing from the library: {slug}."),
                mark("Check the library, or choose another program."),
                slug=error.args[0],
            ) from error

    def begin_empty(self, patient_id: str, title: str) -> Draft:
        """A new draft with nothing in it."""
        return self.save_draft(patient_id, Program(self._tools.ids.new(), title), based_on=None)

    def save_draft(self, patient_id: str, program: Program, based_on: int | None) -> Draft:
        """Stores the program as it is being edited; nothing but its size is checked yet."""
        draft = Draft(program, patient_id, self._stamp(), based_on)
        self._tools.programs.save_draft(draft)
        self._tools.bus.publish(DraftSaved(program.id))
        return draft

    def draft(self, program_id: str) -> Draft | None:
        """The stored draft of a program, or None."""
        return self._tools.programs.draft(program_id)

    def open_draft(self, patient_id: str) -> Draft | None:
        """What to edit for a patient: the latest draft, else the published program, else None."""
        drafts = self._tools.programs.drafts_of(patient_id)
        if drafts:
            return drafts[0]
        revision = self.current(patient_id)
        if revision is None:
            return None
        return Draft(revision.program, patient_id, revision.stamp, revision.number)

    def discard_draft(self, program_id: str) -> None:
        """Drops the draft; published revisions stay."""
        self._tools.programs.delete_draft(program_id)
        self._tools.bus.publish(DraftSaved(program_id))

    def publish(self, patient_id: str, program: Program, note: str = "") -> Revision:
        """Makes an immutable revision and drops the draft. Raises UserError listing what is wrong."""
        problems = program.problems()
        if problems:
            raise UserError(
                mark("The program cannot be published yet: {problems}"),
                mark("Mend these places, then publish again."),
                problems="; ".join(f"{place}: {reason}" for place, reason in problems),
            )
        with self._tools.unit.transaction():
            earlier = self._tools.programs.latest_of(program.id)
            number = earlier.number + 1 if earlier is not None else 1
            # The one published last is the one that is played, whatever the clock says.
            current = self._tools.programs.current_revision(patient_id)
            stamp = self._stamp().after(current.stamp.at_ms if current is not None else None)
            revision = Revision(self._tools.ids.new(), patient_id, number, note, program, stamp)
            self._tools.programs.add_revision(revision)
            self._tools.programs.delete_draft(program.id)
        self._tools.bus.publish(ProgramPublished(patient_id, revision.id))
        return revision

    def current(self, patient_id: str) -> Revision | None:
        """The revision that a patient plays now, or None."""
        return self._tools.programs.current_revision(patient_id)

    def revisions(self, program_id: str) -> tuple[Revision, ...]:
        """All revisions of a program, the latest first."""
        return tuple(self._tools.programs.revisions_of(program_id))

    def latest(self, program_id: str) -> Revision | None:
        """The latest revision of a program, or None."""
        return self._tools.programs.latest_of(program_id)

    def _stamp(self) -> Stamp:
        return Stamp(self._tools.clock.wall_ms(), self._tools.device_id)
