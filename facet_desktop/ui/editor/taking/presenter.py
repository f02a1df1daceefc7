"""Programs to take from, and what one of them holds. No widgets here."""

from __future__ import annotations

from facet_desktop.domain.editing.summary import warnings
from facet_desktop.domain.program import PlannedSession, Prescription, Program
from facet_desktop.domain.values import frozen
from facet_desktop.services.program_sources import ProgramSource, SourceKind
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.dates import day_text
from facet_desktop.ui.editor.state import EditorState
from facet_desktop.ui.editor.words import DOT
from facet_desktop.ui.translation import translate

DAY = "d MMM yyyy"
MAX_SHOWN = 200
"""Sources shown at once; a large caseload is searched, not scrolled."""


class TakingWords(Wording):
    """Headings and lines."""

    def kind(self, kind: SourceKind) -> str:
        """Heading of a group."""
        return {
            SourceKind.THIS_PATIENT: self.tr("This patient"),
            SourceKind.OWN: self.tr("Our own templates"),
            SourceKind.SHIPPED: self.tr("Ready-made programs"),
            SourceKind.OTHER_PATIENT: self.tr("Other patients"),
        }[kind]

    def revision(self, title: str, number: int, day: str) -> str:
        """Such as "Early phase · revision 2 · 20 Nov 2026"."""
        return title + DOT + self.tr("revision %1").replace("%1", str(number)) + DOT + day

    def chosen(self, exercises: int, sessions: int) -> str:
        """What is ticked."""
        if not exercises:
            return self.tr("Tick sessions or exercises to take over.")
        return self.tr("%n exercise(s)", exercises) + self.tr(" from ") + self.tr("%n session(s)", sessions)


@frozen
class SourceGroup:
    """A heading, and the lines under it with the source that each stands for."""

    title: str
    lines: tuple[tuple[str, ProgramSource], ...]


class TakingPresenter:
    """Answers for the editor's patient."""

    def __init__(self, state: EditorState) -> None:
        self._state = state
        self._words = TakingWords(translate)
        patient = state.patient
        self._sources = state.services.sources.all(patient.id) if patient is not None else ()

    def groups(self, typed: str) -> tuple[SourceGroup, ...]:
        """The sources whose line holds every typed word."""
        words = typed.casefold().split()
        lines = [(self._line(one), one) for one in self._sources]
        fitting = [pair for pair in lines if all(word in pair[0].casefold() for word in words)][:MAX_SHOWN]
        found = (
            SourceGroup(self._words.kind(kind), tuple(pair for pair in fitting if pair[1].kind is kind))
            for kind in SourceKind
        )
        return tuple(group for group in found if group.lines)

    def session_line(self, session: PlannedSession) -> str:
        """A session in one line."""
        return session.name + DOT + self._state.own.schedule(session.schedule, self._state.words.terms)

    def item_line(self, item: Prescription) -> str:
        """An exercise with its dose, and what speaks against it for this patient."""
        state = self._state
        found = warnings(state.prescribed(item), state.conditions())
        tags = [state.words.terms.precaution(tag) for tag in sorted(found.avoid | found.ease)]
        parts = [state.words.dose.line(item.dose), state.own.warned(tags)]
        return DOT.join([item.name, *(part for part in parts if part)])

    def chosen_line(self, exercises: int, sessions: int) -> str:
        """What is ticked, in words."""
        return self._words.chosen(exercises, sessions)

    def program(self, source: ProgramSource) -> Program:
        """The program of a source. Raises UserError when there is none."""
        return source.load()

    def _line(self, source: ProgramSource) -> str:
        if source.number is None or source.day is None:
            return source.title
        return self._words.revision(source.title, source.number, day_text(source.day, DAY))
