"""Which versions there are, and what stands side by side. No widgets here."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from facet_desktop.domain.comparison import (
    Change,
    Comparison,
    ItemPair,
    PhasePair,
    SessionPair,
    compare,
)
from facet_desktop.domain.program import PlannedSession, Prescription, Program, ProgramPhase
from facet_desktop.domain.values import frozen
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.dates import day_text
from facet_desktop.ui.editor.revisions.words import ChangeSentences, ComparisonWords
from facet_desktop.ui.editor.words import EditorWords
from facet_desktop.ui.translation import translate

DAY = "d MMM yyyy"


@frozen
class Version:
    """A version that can be chosen; `number` is None for the draft."""

    number: int | None
    title: str
    note: str
    played: str
    program: Program


class Level(StrEnum):
    """How deep a row stands."""

    PHASE = "phase"
    SESSION = "session"
    ITEM = "item"


@frozen
class Cell:
    """One side of a row."""

    title: str
    detail: str = ""


@frozen
class Row:
    """A phase, session or exercise on both sides; `changes` are sentences about what differs.

    `elsewhere` tells where an exercise is that stands in another session on the side where it has no cell.
    """

    level: Level
    old: Cell | None
    new: Cell | None
    change: Change
    chip: str
    changes: tuple[str, ...]
    elsewhere: str = ""


@frozen
class ComparisonView:
    """Both versions side by side."""

    old_title: str
    new_title: str
    summary: str
    rows: tuple[Row, ...]


class RevisionsPresenter:
    """Answers for one program of one patient, the draft as it stood when this was made."""

    def __init__(self, context: UiContext, patient_id: str, program: Program) -> None:
        self._words = ComparisonWords(translate)
        self._own = EditorWords(translate)
        services = context.services
        self._terms = context.words.terms
        self._say = ChangeSentences(context.words, self._own, self._words, services.library.library)
        found = services.revisions.of(patient_id, program.id)
        revisions = tuple(
            Version(
                one.revision.number,
                self._words.revision(one.revision.number, day_text(one.day, DAY)),
                one.revision.note,
                self._words.played(
                    one.sessions, day_text(one.last_played, DAY) if one.last_played is not None else ""
                ),
                one.revision.program,
            )
            for one in found
        )
        self.versions = (Version(None, self._words.draft(), "", "", program), *revisions)

    def view(self, old: int, new: int, *, only_changes: bool) -> ComparisonView:
        """The comparison of two of the versions, by their places in the list."""
        older, newer = self.versions[old], self.versions[new]
        comparison = compare(older.program, newer.program)
        rows = tuple(self._rows(comparison, only_changes=only_changes))
        return ComparisonView(older.title, newer.title, self._words.summary(comparison), rows)

    def _rows(self, comparison: Comparison, *, only_changes: bool) -> Iterator[Row]:
        for phase in comparison.phases:
            if only_changes and phase.change is Change.SAME:
                continue
            yield self._phase(phase)
            for session in phase.sessions:
                if only_changes and session.change is Change.SAME:
                    continue
                yield self._session(session)
                for item in session.items:
                    if not (only_changes and item.change is Change.SAME):
                        yield self._item(item, phase)

    def _phase(self, pair: PhasePair) -> Row:
        return self._row(
            Level.PHASE, _phase_cell(pair.old), _phase_cell(pair.new), pair.change, self._say.of_phase(pair)
        )

    def _session(self, pair: SessionPair) -> Row:
        return self._row(
            Level.SESSION,
            self._session_cell(pair.old),
            self._session_cell(pair.new),
            pair.change,
            self._say.of_session(pair),
        )

    def _item(self, pair: ItemPair, phase: PhasePair) -> Row:
        here = phase.new if pair.moved_to is not None else phase.old
        old = None if pair.moved_from is not None else pair.old
        return Row(
            Level.ITEM,
            self._item_cell(old),
            self._item_cell(pair.new),
            pair.change,
            self._words.change_of(pair),
            self._say.of_item(pair),
            self._words.elsewhere(pair, here),
        )

    def _row(
        self, level: Level, old: Cell | None, new: Cell | None, change: Change, said: tuple[str, ...]
    ) -> Row:
        """Headings say "changed" only for themselves; what is under them says its own."""
        own = Change.SAME if change is Change.CHANGED and not said else change
        return Row(level, old, new, own, self._words.change(own), said)

    def _session_cell(self, session: PlannedSession | None) -> Cell | None:
        if session is None:
            return None
        return Cell(session.name, self._own.schedule(session.schedule, self._terms))

    def _item_cell(self, item: Prescription | None) -> Cell | None:
        return Cell(item.name, self._say.dose(item)) if item is not None else None


def _phase_cell(phase: ProgramPhase | None) -> Cell | None:
    return Cell(phase.title) if phase is not None else None
