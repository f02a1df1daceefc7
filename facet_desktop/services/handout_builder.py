"""Puts a program, the library and what is known of the patient into the words of a handout."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from facet_desktop.domain.condition import Condition, cautions
from facet_desktop.domain.exercise import Exercise, Precaution
from facet_desktop.domain.figure_names import versioned
from facet_desktop.domain.library import Library
from facet_desktop.domain.pain import Thresholds, Zone
from facet_desktop.domain.program import PlannedSession, Prescription, Program, ProgramPhase
from facet_desktop.domain.red_flags import LOCKING, Urgency
from facet_desktop.domain.timeline import Pacing, compile_session
from facet_desktop.domain.values import frozen
from facet_desktop.services.figures import FigureSource
from facet_desktop.services.handout import (
    ExercisePart,
    Handout,
    LeaveOut,
    Light,
    Log,
    LogWeek,
    PhasePart,
    Picture,
    SessionRow,
    Sign,
    SignGroup,
)
from facet_desktop.services.wording.all_words import Words
from facet_desktop.services.wording.handout_words import HandoutWords

LOG_WEEKS = 4
DAYS = range(7)
CYCLE_POSITION = 0.25
"""The moment that tells a movement without start and end best."""


@frozen
class Person:
    """Whom the paper is for. `conditions` are keys of the condition table; texts may be empty."""

    name: str = ""
    clinic: str = ""
    conditions: tuple[str, ...] = ()
    revision: int | None = None


@frozen
class Basis:
    """What every handout of this computer rests on."""

    library: Library
    prescribed: Callable[[str, int], Exercise | None]
    figures: FigureSource
    words: Words
    own: HandoutWords
    limits: Thresholds = Thresholds()
    pacing: Pacing = Pacing()
    language: str = "en"


def build_handout(
    basis: Basis, program: Program, person: Person, today: date, *, current_only: bool = False
) -> Handout:
    """The handout of a program: the phase that is played now first, then the others in order.

    `current_only` leaves the other phases out. Conditions that the library does not know are left out too.
    """
    active = program.active_phase()
    phases = [] if active is None else [active]
    if not current_only:
        phases += [one for one in program.phases if one is not active]
    several = len(program.phases) > 1
    parts = []
    first_number = 1
    for phase in phases:
        part = _phase(basis, phase, first_number, now=phase is active, several=several)
        first_number += len(part.exercises)
        parts.append(part)
    conditions = _conditions(basis.library, person)
    words = basis.own
    return Handout(
        title=program.title,
        owner=words.owner(person.name) if person.name else "",
        facts=_facts(words, person, today),
        notes=program.notes,
        day=today,
        language=basis.language,
        labels=words.labels(),
        phases=tuple(parts),
        lights=tuple(_light(words, zone, basis.limits) for zone in Zone),
        pain_rules=words.pain_rules(basis.limits),
        leave_out=tuple(_leave_out(basis, one) for one in conditions),
        ask_first=words.ask_first(_touched(basis, phases, parts, conditions)),
        signs_lead=words.signs_lead(),
        signs=_signs(basis),
        log=_log(basis, active),
    )


def _facts(words: HandoutWords, person: Person, today: date) -> tuple[str, ...]:
    revision = words.revision(person.revision) if person.revision is not None else ""
    return tuple(filter(None, (person.clinic, words.date(today), revision)))


def _conditions(library: Library, person: Person) -> tuple[Condition, ...]:
    return tuple(library.conditions[slug] for slug in person.conditions if slug in library.conditions)


# -- phases --


def _phase(basis: Basis, phase: ProgramPhase, first: int, *, now: bool, several: bool) -> PhasePart:
    firsts: dict[Prescription, Prescription] = {}
    for session in phase.sessions:
        for item in session.items:
            firsts.setdefault(_kind(item), item)
    number_of = {kind: first + place for place, kind in enumerate(firsts)}
    words = basis.own
    heading = (phase.title if now else words.later(phase.title)) if several else ""
    gate = phase.gate
    return PhasePart(
        heading=heading,
        lead="" if now else words.later_lead(),
        sessions=tuple(_session(basis, session, number_of) for session in phase.sessions),
        exercises=tuple(_exercise(basis, phase, one, number_of[kind]) for kind, one in firsts.items()),
        gate=words.gate(gate.criteria, gate.min_weeks) if gate is not None else (),
    )


def _kind(item: Prescription) -> Prescription:
    """What makes two prescriptions the same on paper: all but their place in the program."""
    return replace(item, id="", group=None, section=None, swap=None, rule=None, prepare_s=None)


def _session(basis: Basis, session: PlannedSession, number_of: dict[Prescription, int]) -> SessionRow:
    words = basis.own
    about = ""
    if session.items:
        minutes = basis.words.dose.minutes(compile_session(session, basis.pacing).total_ms)
        numbers = words.numbers([number_of[_kind(item)] for item in session.items])
        about = f"{numbers}, {words.lasts(minutes)}"
    return SessionRow(
        name=session.name,
        about=about,
        days=tuple(words.times(session.schedule.planned_on(day)) for day in DAYS),
        circuits=tuple(words.circuit(one) for one in _circuits(session, number_of)),
    )


def _circuits(session: PlannedSession, number_of: dict[Prescription, int]) -> list[list[int]]:
    """Numbers of the exercises of each circuit: neighbours with the same group."""
    found: list[tuple[str | None, list[int]]] = []
    for item in session.items:
        if not found or item.group is None or found[-1][0] != item.group:
            found.append((item.group, []))
        found[-1][1].append(number_of[_kind(item)])
    return [numbers for group, numbers in found if group is not None and len(numbers) > 1]


def _exercise(basis: Basis, phase: ProgramPhase, item: Prescription, number: int) -> ExercisePart:
    known = basis.prescribed(item.exercise, item.exercise_version)
    kind = _kind(item)
    words = basis.own
    return ExercisePart(
        number=number,
        name=kind.name,
        section=item.section or "",
        dose_line=basis.words.dose.line(kind.dose),
        dose=words.dose(kind),
        planned=tuple(
            words.planned(
                session.name,
                basis.words.terms.weekdays(session.schedule.weekdays),
                session.schedule.times_per_day,
            )
            for session in phase.sessions
            if any(_kind(item) == kind for item in session.items)
        ),
        steps=known.steps if known is not None else (),
        breathing=words.breath(kind.breath),
        purpose=known.purpose if known is not None else "",
        watch=_watch(known, kind),
        note=kind.note,
        pictures=_pictures(basis, kind),
    )


def _watch(known: Exercise | None, kind: Prescription) -> tuple[str, ...]:
    faults = known.faults if known is not None else ()
    return (kind.cue, *faults) if kind.cue else faults


def _pictures(basis: Basis, kind: Prescription) -> tuple[Picture, ...]:
    figure = versioned(kind.exercise, kind.exercise_version)
    movement = basis.figures.find(figure)
    words = basis.own
    if movement is None:
        if basis.figures.still(figure) is None:
            return ()
        caption = words.caption(0.0, moving=False, single=True)
        return (Picture(figure, 0.0, caption, words.picture(kind.name, caption)),)
    single = len(movement.keyframes) < 2
    positions = (CYCLE_POSITION,) if movement.cyclic else (0.0,) if single else (0.0, 1.0)
    found = []
    for position in positions:
        caption = words.caption(position, moving=movement.cyclic, single=single)
        found.append(Picture(figure, position, caption, words.picture(kind.name, caption)))
    return tuple(found)


# -- safety --


def _light(words: HandoutWords, zone: Zone, limits: Thresholds) -> Light:
    return Light(
        zone.value, words.zone(zone), words.zone_range(zone, limits), words.zone_advice(zone, limits)
    )


def _leave_out(basis: Basis, condition: Condition) -> LeaveOut:
    words = basis.own
    name: Callable[[Precaution], str] = basis.words.terms.precaution
    sentences = (
        condition.advice,
        words.leave_out(sorted(map(name, condition.avoid))),
        words.careful(sorted(map(name, condition.ease))),
        words.first_agree() if condition.clinician_only else "",
    )
    return LeaveOut(condition.name, tuple(filter(None, sentences)))


def _touched(
    basis: Basis,
    phases: Iterable[ProgramPhase],
    parts: Iterable[PhasePart],
    conditions: tuple[Condition, ...],
) -> tuple[str, ...]:
    """Exercises of the program that ask for what a condition leaves out, with their numbers."""
    found = []
    for phase, part in zip(phases, parts, strict=True):
        kinds = dict.fromkeys(_kind(item) for session in phase.sessions for item in session.items)
        for kind, shown in zip(kinds, part.exercises, strict=True):
            known = basis.prescribed(kind.exercise, kind.exercise_version)
            if known is not None and any(one.avoid for one in cautions(known, conditions)):
                found.append(f"{shown.number} {shown.name}")
    return tuple(found)


def _signs(basis: Basis) -> tuple[SignGroup, ...]:
    groups = []
    for urgency in Urgency:
        signs = tuple(
            Sign(flag.question, flag.advice) for flag in basis.library.red_flags if flag.urgency is urgency
        )
        if signs:
            groups.append(SignGroup(basis.own.urgency(urgency), urgency in LOCKING, signs))
    return tuple(groups)


# -- log --


def _log(basis: Basis, phase: ProgramPhase | None) -> Log:
    sessions = phase.sessions if phase is not None else ()
    names = tuple(map(basis.words.terms.weekday, DAYS))
    boxes = tuple(tuple(one.schedule.planned_on(day) for one in sessions) for day in DAYS)
    weeks = tuple(LogWeek(basis.own.log_week(week), names, boxes) for week in range(1, LOG_WEEKS + 1))
    return Log(basis.own.log_lead(), tuple(one.name for one in sessions), weeks)
