"""Records into rows and back. The order of the values is that of the columns in `tables`."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from facet_desktop.domain.journal import Entry, EntryKind
from facet_desktop.domain.pain import PainContext
from facet_desktop.domain.program_document import (
    program_from_document,
    program_to_document,
)
from facet_desktop.domain.program_writing import ProgramWriter
from facet_desktop.services.records import (
    Clearance,
    Draft,
    PainRating,
    Patient,
    Revision,
    ScreenContext,
    Screening,
    SessionRecord,
    SessionStatus,
    Stamp,
)
from facet_desktop.storage.sqlite_dialect import pack_id, unpack_id
from facet_desktop.storage.texts import checked_json, storable, storable_json

if TYPE_CHECKING:
    from facet_desktop.domain.program import Program
    from facet_desktop.domain.program_document import KnownItems
    from facet_desktop.storage.database import Row


def patient_row(patient: Patient) -> Row:
    """The row of a patient."""
    stamp = patient.stamp
    return (
        pack_id(patient.id),
        pack_id(stamp.device_id),
        stamp.at_ms,
        storable(patient.name),
        patient.birth_year,
        json.dumps([storable(condition) for condition in patient.conditions]),
        int(patient.is_sample),
    )


def patient_from(row: Row) -> Patient:
    """The patient of a row."""
    key, device, at_ms, name, birth_year, conditions, is_sample = row
    stamp = Stamp(at_ms, unpack_id(device))
    return Patient(unpack_id(key), name, stamp, birth_year, tuple(json.loads(conditions)), bool(is_sample))


def draft_row(draft: Draft, document: str) -> Row:
    """The row of a draft with its program as text."""
    return (
        pack_id(draft.program.id),
        pack_id(draft.patient_id),
        pack_id(draft.stamp.device_id),
        draft.stamp.at_ms,
        draft.based_on,
        document,
    )


def draft_from(row: Row, written: tuple[str, Program] | None = None) -> Draft:
    """The draft of a row. `written` is a document with its program, so that it need not be read again."""
    _, patient, device, at_ms, based_on, document = row
    program = written[1] if written is not None and written[0] == document else program_of(document)
    return Draft(program, unpack_id(patient), Stamp(at_ms, unpack_id(device)), based_on)


def revision_row(revision: Revision) -> Row:
    """The row of a published revision."""
    return (
        pack_id(revision.id),
        pack_id(revision.program.id),
        pack_id(revision.patient_id),
        pack_id(revision.stamp.device_id),
        revision.stamp.at_ms,
        revision.number,
        storable(revision.note),
        program_text(revision.program),
    )


def revision_from(row: Row, known: KnownItems | None = None) -> Revision:
    """The published revision of a row; `known` holds exercises of others."""
    key, _, patient, device, at_ms, number, note, document = row
    stamp = Stamp(at_ms, unpack_id(device))
    return Revision(unpack_id(key), unpack_id(patient), number, note, program_of(document, known), stamp)


def program_text(program: Program, writer: ProgramWriter | None = None) -> str:
    """A program as it is stored: its document as canonical JSON. A `writer` knows parts of it already."""
    text = (writer or ProgramWriter()).text(program)
    return checked_json(text, lambda: program_to_document(program))


def program_of(document: str, known: KnownItems | None = None) -> Program:
    """The program of a stored document. Raises ValueError for one that is damaged."""
    return program_from_document(json.loads(document), known)


def session_row(session: SessionRecord) -> Row:
    """The row of a session's head."""
    return (
        pack_id(session.id),
        pack_id(session.patient_id),
        pack_id(session.revision_id),
        pack_id(session.stamp.device_id),
        session.stamp.at_ms,
        storable(session.planned_session_id),
        storable(session.name),
        session.local_day.isoformat(),
        *session_progress(session)[:-1],
    )


PROGRESS = (
    "status",
    "planned_exercises",
    "done_exercises",
    "checkpoint_step",
    "credited_ms",
    "ended_ms",
    "pain_before_nprs",
    "pain_after_nprs",
)
"""The columns of a session that change while it is played."""


def session_progress(session: SessionRecord) -> Row:
    """The values of PROGRESS, and the key of the session."""
    return (
        session.status.value,
        session.planned_exercises,
        session.done_exercises,
        session.checkpoint_step,
        session.credited_ms,
        session.ended_ms,
        session.pain_before_nprs,
        session.pain_after_nprs,
        pack_id(session.id),
    )


def session_from(row: Row) -> SessionRecord:
    """The session of a row."""
    key, patient, revision, device, at_ms, planned, name, local_day, status, *progress = row
    return SessionRecord(
        unpack_id(key),
        unpack_id(patient),
        unpack_id(revision),
        planned,
        name,
        date.fromisoformat(local_day),
        Stamp(at_ms, unpack_id(device)),
        SessionStatus(status),
        *progress,
    )


def entry_row(entry: Entry, device_id: str) -> Row:
    """The row of a journal entry."""
    return (
        pack_id(entry.id),
        pack_id(entry.session_id),
        entry.seq,
        pack_id(device_id),
        entry.at_ms,
        entry.kind.value,
        storable_json(dict(entry.data)),
    )


def entry_from(row: Row) -> Entry:
    """The journal entry of a row."""
    key, session, seq, _, at_ms, kind, payload = row
    return Entry(unpack_id(key), unpack_id(session), seq, at_ms, EntryKind(kind), json.loads(payload))


def rating_row(rating: PainRating) -> Row:
    """The row of a pain rating."""
    return (
        pack_id(rating.id),
        pack_id(rating.patient_id),
        pack_id(rating.session_id) if rating.session_id is not None else None,
        pack_id(rating.stamp.device_id),
        rating.stamp.at_ms,
        rating.local_day.isoformat(),
        rating.pain_nprs,
        rating.context.value,
    )


def rating_from(row: Row) -> PainRating:
    """The pain rating of a row."""
    key, patient, session, device, at_ms, local_day, pain_nprs, context = row
    return PainRating(
        unpack_id(key),
        unpack_id(patient),
        Stamp(at_ms, unpack_id(device)),
        date.fromisoformat(local_day),
        pain_nprs,
        PainContext(context),
        unpack_id(session) if session is not None else None,
    )


def screening_row(screening: Screening) -> Row:
    """The row of a screen for warning signs."""
    return (
        pack_id(screening.id),
        pack_id(screening.patient_id),
        pack_id(screening.stamp.device_id),
        screening.stamp.at_ms,
        screening.local_day.isoformat(),
        screening.context.value,
        json.dumps(screening.raised),
        int(screening.locks),
    )


def screening_from(row: Row) -> Screening:
    """The screen of a row."""
    key, patient, device, at_ms, local_day, context, raised, locks = row
    return Screening(
        unpack_id(key),
        unpack_id(patient),
        Stamp(at_ms, unpack_id(device)),
        date.fromisoformat(local_day),
        ScreenContext(context),
        tuple(json.loads(raised)),
        bool(locks),
    )


def clearance_row(clearance: Clearance) -> Row:
    """The row of a clearance."""
    return (
        pack_id(clearance.id),
        pack_id(clearance.patient_id),
        pack_id(clearance.stamp.device_id),
        clearance.stamp.at_ms,
        clearance.local_day.isoformat(),
        storable(clearance.cleared_by),
        storable(clearance.note),
    )
