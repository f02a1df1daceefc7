"""The plan in plain words. No widgets here."""

from __future__ import annotations

from facet_desktop.domain.program import PlannedSession, Prescription, Program, ProgramPhase
from facet_desktop.domain.timeline import session_ms
from facet_desktop.domain.values import frozen
from facet_desktop.services.records import Revision
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.dates import day_text
from facet_desktop.ui.translation import translate

_DOT = " \N{MIDDLE DOT} "


@frozen
class SessionPart:
    """A session: its name, when and how long in words, and its exercises."""

    name: str
    when: str
    items: tuple[Prescription, ...]


@frozen
class PhasePart:
    """A phase; `gate` are the sentences that lead out of it."""

    title: str
    is_present: bool
    sessions: tuple[SessionPart, ...]
    gate: tuple[str, ...]


@frozen
class PlanModel:
    """The whole plan. `notes` are those of the program and of its last publishing."""

    title: str
    subtitle: str
    notes: tuple[str, ...]
    phases: tuple[PhasePart, ...]


class PlanPresenter:
    """Describes the current plan of the current patient and brings an earlier one back."""

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self._words = PlanWords(translate)

    def current(self) -> Revision | None:
        """The plan in force, or None."""
        patient = self._context.services.patients.current()
        return self._context.services.programs.current(patient.id) if patient else None

    def patient_id(self) -> str | None:
        """Whose plan it is."""
        patient = self._context.services.patients.current()
        return patient.id if patient else None

    def model(self) -> PlanModel | None:
        """The page; None without a plan."""
        revision = self.current()
        if revision is None:
            return None
        program = revision.program
        active = program.active_phase()
        since = day_text(self._context.services.clock.day_of(revision.stamp.at_ms))
        return PlanModel(
            title=program.title,
            subtitle=self._words.subtitle(revision.number, since),
            notes=tuple(note for note in (revision.note, program.notes) if note.strip()),
            phases=tuple(self._phase(phase, program, active) for phase in program.phases),
        )

    def bring_back(self, revision: Revision) -> None:
        """Publishes the program of an earlier revision again. Raises UserError when it is unsound."""
        self._context.services.programs.publish(revision.patient_id, revision.program, revision.note)

    def _phase(self, phase: ProgramPhase, program: Program, active: ProgramPhase | None) -> PhasePart:
        return PhasePart(
            title=phase.title,
            is_present=phase is active and len(program.phases) > 1,
            sessions=tuple(self._session(one) for one in phase.sessions if one.items),
            gate=phase.gate.criteria if phase.gate else (),
        )

    def _session(self, session: PlannedSession) -> SessionPart:
        words, schedule = self._context.words, session.schedule
        minutes = words.dose.minutes(session_ms(session, self._context.services.settings.present.pacing))
        parts = [words.terms.weekdays(schedule.weekdays)]
        if schedule.times_per_day > 1:
            parts.append(self._words.times(schedule.times_per_day))
        return SessionPart(session.name, _DOT.join([*parts, minutes]), session.items)


class PlanWords(Wording):
    """Words of the page."""

    def subtitle(self, number: int, since: str) -> str:
        """Such as "Version 2 · since Friday 20 November"."""
        version = self.tr("Version %1").replace("%1", str(number))
        return version + _DOT + self.tr("since %1").replace("%1", since)

    def times(self, count: int) -> str:
        """Such as "2 times a day"."""
        return self.tr("%n time(s) a day", count)
