"""Programs kept in memory as the documents that a database would hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from facet_desktop.domain.library import Library, LoadedLibrary
from facet_desktop.domain.program_document import canonical_json, program_from_document, program_to_document
from facet_desktop.services.bus import EventBus
from facet_desktop.services.library_service import LibraryService
from facet_desktop.services.program_service import ProgramService, ProgramTools
from facet_desktop.services.records import Draft, Revision
from tests.fakes import CountedIds, FakeClock


class MemoryPrograms:
    """A program repository; `fail_with` makes the next saves fail."""

    def __init__(self) -> None:
        self._drafts: dict[str, tuple[str, Draft]] = {}
        self._revisions: list[Revision] = []
        self.fail_with: Exception | None = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        yield

    def save_draft(self, draft: Draft) -> None:
        if self.fail_with is not None:
            raise self.fail_with
        text = canonical_json(program_to_document(draft.program))
        self._drafts.pop(draft.program.id, None)
        self._drafts[draft.program.id] = (text, draft)

    def draft(self, program_id: str) -> Draft | None:
        found = self._drafts.get(program_id)
        return None if found is None else _reread(*found)

    def drafts_of(self, patient_id: str) -> Sequence[Draft]:
        kept = [_reread(*pair) for pair in self._drafts.values() if pair[1].patient_id == patient_id]
        return kept[::-1]

    def delete_draft(self, program_id: str) -> None:
        self._drafts.pop(program_id, None)

    def add_revision(self, revision: Revision) -> None:
        self._revisions.append(revision)

    def revision(self, revision_id: str) -> Revision | None:
        return next((one for one in self._revisions if one.id == revision_id), None)

    def revisions_of(self, program_id: str) -> Sequence[Revision]:
        return [one for one in reversed(self._revisions) if one.program.id == program_id]

    def latest_of(self, program_id: str) -> Revision | None:
        return next(iter(self.revisions_of(program_id)), None)

    def revisions_for(self, patient_id: str) -> Sequence[Revision]:
        return [one for one in reversed(self._revisions) if one.patient_id == patient_id]

    def current_revision(self, patient_id: str) -> Revision | None:
        return next(iter(self.revisions_for(patient_id)), None)


class _Shelf:
    def __init__(self, library: Library) -> None:
        self._library = library

    def read(self) -> LoadedLibrary:
        return LoadedLibrary(self._library, ())


def program_service(programs: MemoryPrograms, library: Library | None = None) -> ProgramService:
    """The real service over programs in memory."""
    bus = EventBus()
    tools = ProgramTools(programs, programs, FakeClock(), CountedIds(), bus, "this-device")
    return ProgramService(tools, LibraryService(_Shelf(library or Library.of([])), bus))


def _reread(text: str, draft: Draft) -> Draft:
    import json

    return replace(draft, program=program_from_document(json.loads(text)))
