"""A program as canonical JSON, written piece by piece: an edit writes only the exercises that it changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facet_desktop.domain.program_document import (
    canonical_json,
    dose_to_document,
    item_to_document,
    phase_to_document,
    program_to_document,
    session_to_document,
)
from facet_desktop.domain.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facet_desktop.domain.dose import Dose
    from facet_desktop.domain.program import PlannedSession, Prescription, Program, ProgramPhase


class ProgramWriter:
    """Answers `text`, the same as `canonical_json` of the whole document."""

    def __init__(self) -> None:
        self._doses: Remembered[Dose, dict[str, Any]] = Remembered(dose_to_document)
        self._items: Remembered[Prescription, str] = Remembered(self._item)

    def text(self, program: Program) -> str:
        """A program. Raises ProgramDocumentError for weekdays outside the week and for NaN."""
        bare = program_to_document(replace(program, phases=()))
        return _object(bare, "phases", map(self._phase, program.phases))

    def _phase(self, phase: ProgramPhase) -> str:
        bare = phase_to_document(replace(phase, sessions=()))
        return _object(bare, "sessions", map(self._session, phase.sessions))

    def _session(self, session: PlannedSession) -> str:
        bare = session_to_document(replace(session, items=()))
        return _object(bare, "items", map(self._items, session.items))

    def _item(self, item: Prescription) -> str:
        return canonical_json(item_to_document(item, self._doses))


def _object(bare: Mapping[str, Any], name: str, parts: Iterable[str]) -> str:
    """Canonical JSON of a document in which the list of that name holds parts that are JSON already."""
    texts = {key: canonical_json(value) for key, value in bare.items()}
    texts[name] = f"[{','.join(parts)}]"
    return f"{{{','.join(f'{canonical_json(key)}:{texts[key]}' for key in sorted(texts))}}}"
