"""A program as a plain document: for storage, for files, and for comparing two programs.

The names of the fields are meant to be read and written by people:

* a span is one number or [low, high] ("sets = 3", "reps = [10, 12]");
* a tempo is [up, hold, down, pause] in seconds; weekdays are "mon" to "sun";
* a field without a value is left out, because TOML knows no null.

Reading is strict about names and kinds of values, and says everything that is wrong. It does not judge
whether a dose makes sense: drafts may be unfinished, and `Program.problems` speaks about that.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from math import isfinite
from typing import Any

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.document_node import Node, Problems
from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.program import (
    EVERY_DAY,
    Gate,
    PlannedSession,
    Prescription,
    Program,
    ProgramPhase,
    ProgressionRule,
    Schedule,
)
from facet_desktop.domain.values import changed

FORMAT = 1
"""Counts up when an older program could no longer read the document rightly."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Document = dict[str, Any]
KnownItems = dict[str, Prescription]
"""Exercises of programs by the text of their tables, without their ids."""

_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


class ProgramDocumentError(ValueError):
    """A document that is no program; `problems` holds every (path, reason)."""

    def __init__(self, problems: Problems) -> None:
        super().__init__("; ".join(f"{path or 'document'}: {reason}" for path, reason in problems))
        self.problems = tuple(problems)


def canonical_json(document: object) -> str:
    """One text for one document or part: sorted names, no spaces, no escapes. Raises ValueError for NaN."""
    return _CANONICAL.encode(document)


def program_to_document(program: Program) -> Document:
    """The document of a program. Raises ProgramDocumentError for weekdays outside the week and for NaN."""
    return _given(
        format=FORMAT,
        id=program.id,
        title=program.title,
        notes=program.notes,
        template=program.template,
        current_phase=program.current_phase,
        phases=[phase_to_document(phase) for phase in program.phases],
    )


def phase_to_document(phase: ProgramPhase) -> Document:
    """The document of one phase. Raises ProgramDocumentError for weekdays outside the week and for NaN."""
    gate = phase.gate
    return _given(
        id=phase.id,
        phase=phase.phase.value,
        title=phase.title,
        gate={"criteria": list(gate.criteria), "min_weeks": gate.min_weeks} if gate is not None else None,
        sessions=[session_to_document(session) for session in phase.sessions],
    )


def session_to_document(session: PlannedSession) -> Document:
    """The document of one session. Raises ProgramDocumentError for weekdays outside the week and for NaN."""
    days = session.schedule.weekdays
    if not days <= EVERY_DAY:
        raise ProgramDocumentError([(f"{session.name}.weekdays", "days run from 0, Monday, to 6, Sunday")])
    return {
        "id": session.id,
        "name": session.name,
        "weekdays": [WEEKDAYS[day] for day in sorted(days)],
        "times_per_day": session.schedule.times_per_day,
        "items": [item_to_document(item) for item in session.items],
    }


def dose_to_document(dose: Dose) -> Document:
    """The document of one dose. Raises ProgramDocumentError for NaN."""
    tempo = dose.tempo
    return _given(
        sets=_span_to(dose.sets),
        reps=_span_to(dose.reps),
        hold_s=_span_to(dose.hold_s),
        distance_m=_span_to(dose.distance_m),
        rest_s=_plain(dose.rest_s),
        tempo=[_plain(part) for part in (tempo.up_s, tempo.hold_s, tempo.down_s, tempo.pause_s)]
        if tempo is not None
        else None,
        side=dose.side.value,
        times_per_day=_span_to(dose.times_per_day),
        days_per_week=_span_to(dose.days_per_week),
        by_hand=dose.by_hand,
    )


def item_to_document(item: Prescription, dose_to: Callable[[Dose], Document] = dose_to_document) -> Document:
    """The document of one prescription, as programs and journals keep it.

    `dose_to` answers for the dose, where several prescriptions share it.
    """
    return _given(
        id=item.id,
        exercise=item.exercise,
        exercise_version=item.exercise_version,
        name=item.name,
        dose=dose_to(item.dose),
        breath=item.breath.value,
        note=item.note,
        cue=item.cue,
        tempo_words=list(item.tempo_words) if item.tempo_words is not None else None,
        swap=item.swap,
        rule=_rule_to(item.rule) if item.rule is not None else None,
        group=item.group,
        section=item.section,
        prepare_s=_plain(item.prepare_s) if item.prepare_s is not None else None,
    )


def item_from_document(document: object) -> Prescription:
    """The prescription of a document. Raises ProgramDocumentError with every problem."""
    problems: Problems = []
    item = _item_from(Node(document, "", problems))
    if problems:
        raise ProgramDocumentError(problems)
    return item


def _rule_to(rule: ProgressionRule) -> Document:
    return _given(
        sessions=rule.sessions,
        max_pain_nprs=rule.max_pain_nprs,
        max_effort=rule.max_effort,
        harder=rule.harder,
        easier=rule.easier,
    )


def _span_to(span: Span | None) -> float | list[float] | None:
    if span is None:
        return None
    return [_plain(span.low), _plain(span.high)] if span.is_range else _plain(span.low)


def _plain(value: float) -> float:
    """Whole numbers without a decimal point, so that equal programs have equal documents."""
    if not isfinite(value):
        raise ProgramDocumentError([("", "numbers must be finite")])
    return int(value) if value == int(value) else value


def _given(**fields: Any) -> Document:
    return {name: value for name, value in fields.items() if value is not None}


def program_from_document(document: object, known: KnownItems | None = None) -> Program:
    """The program of a document. Raises ProgramDocumentError with every problem.

    `known` holds exercises that were read before, and takes in new ones: revisions repeat most of them.
    """
    items = {} if known is None else known
    problems: Problems = []
    node = Node(document, "", problems)
    if node.whole("format") > FORMAT:
        raise ProgramDocumentError([("format", "was made by a newer version of this program")])
    program = Program(
        id=node.text("id"),
        title=node.text("title"),
        phases=tuple(_phase_from(one, items) for one in node.nodes("phases")),
        notes=node.text("notes", ""),
        template=node.text_or_none("template"),
        current_phase=node.text_or_none("current_phase"),
    )
    node.close()
    if problems:
        raise ProgramDocumentError(problems)
    return program


def _phase_from(node: Node, known: KnownItems) -> ProgramPhase:
    phase = ProgramPhase(
        id=node.text("id"),
        phase=node.choice("phase", Phase),
        title=node.text("title"),
        sessions=tuple(_session_from(one, known) for one in node.nodes("sessions")),
        gate=_gate_from(node.node("gate")),
    )
    node.close()
    return phase


def _gate_from(node: Node | None) -> Gate | None:
    if node is None:
        return None
    gate = Gate(tuple(node.texts("criteria") or ()), node.whole("min_weeks", 0))
    node.close()
    return gate


def _session_from(node: Node, known: KnownItems) -> PlannedSession:
    session = PlannedSession(
        id=node.text("id"),
        name=node.text("name"),
        schedule=Schedule(_weekdays_from(node), node.whole("times_per_day", 1)),
        items=tuple(_known_item(one, known) for one in node.nodes("items")),
    )
    node.close()
    return session


def _weekdays_from(node: Node) -> frozenset[int]:
    names = node.texts("weekdays")
    if names is None:
        return EVERY_DAY
    if not set(names) <= set(WEEKDAYS):
        node.complain("weekdays", f"must be some of: {', '.join(WEEKDAYS)}")
        return EVERY_DAY
    return frozenset(map(WEEKDAYS.index, names))


def _known_item(node: Node, known: KnownItems) -> Prescription:
    """An exercise; two that differ in nothing but their ids are read once."""
    written = node.written_without("id")
    like = known.get(written)
    if like is not None:
        return changed(like, id=node.text("id"))
    faults = len(node.problems)
    item = _item_from(node)
    if len(node.problems) == faults:
        known[written] = item
    return item


def _item_from(node: Node) -> Prescription:
    words = node.texts("tempo_words", 3)
    item = Prescription(
        id=node.text("id"),
        exercise=node.text("exercise"),
        exercise_version=node.whole("exercise_version"),
        name=node.text("name"),
        dose=_dose_from(node.node("dose")),
        breath=node.choice("breath", BreathCode),
        note=node.text("note", ""),
        cue=node.text("cue", ""),
        tempo_words=(words[0], words[1], words[2]) if words is not None else None,
        swap=node.text_or_none("swap"),
        rule=_rule_from(node.node("rule")),
        group=node.text_or_none("group"),
        section=node.text_or_none("section"),
        prepare_s=node.number_or_none("prepare_s"),
    )
    node.close()
    return item


def _dose_from(node: Node | None) -> Dose:
    plain = Dose()
    if node is None:
        return plain
    tempo = node.numbers("tempo", 4)
    dose = Dose(
        sets=_span_from(node, "sets") or plain.sets,
        reps=_span_from(node, "reps"),
        hold_s=_span_from(node, "hold_s"),
        distance_m=_span_from(node, "distance_m"),
        rest_s=node.number("rest_s", plain.rest_s),
        tempo=Tempo(*tempo) if tempo is not None else None,
        side=node.choice("side", Side, plain.side),
        times_per_day=_span_from(node, "times_per_day") or plain.times_per_day,
        days_per_week=_span_from(node, "days_per_week") or plain.days_per_week,
        by_hand=node.flag("by_hand", plain.by_hand),
    )
    node.close()
    return dose


def _span_from(node: Node, field: str) -> Span | None:
    ends = node.span(field)
    return Span(*ends) if ends is not None else None


def _rule_from(node: Node | None) -> ProgressionRule | None:
    if node is None:
        return None
    plain = ProgressionRule()
    rule = ProgressionRule(
        sessions=node.whole("sessions", plain.sessions),
        max_pain_nprs=node.whole("max_pain_nprs", plain.max_pain_nprs),
        max_effort=node.whole("max_effort", plain.max_effort),
        harder=node.text_or_none("harder"),
        easier=node.text_or_none("easier"),
    )
    node.close()
    return rule
