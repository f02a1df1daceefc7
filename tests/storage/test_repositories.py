"""What the repositories promise, one promise a test; the state machine beside it tries them in any order."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from facet_desktop.domain.errors import UserError
from facet_desktop.domain.journal import EntryKind
from facet_desktop.domain.program import Program
from facet_desktop.services.records import SessionStatus
from facet_desktop.storage.store import Store
from tests.domain.programs import programs
from tests.storage.records import MONDAY, Maker, stored_session

AWKWARD = (
    'O\'Neil "Bobby" <b>bold</b> 50 % \\u0000 \u202e\U0001f469\u200d\U0001f9bd ñ 漢字\n-- DROP TABLE patient;'
)


def test_awkward_texts_come_back_as_they_went(store: Store, make: Maker) -> None:
    patient = make.patient(AWKWARD)
    store.patients.save(patient)
    revision = replace(make.revision(patient.id, make.program(AWKWARD)), note=AWKWARD)
    store.programs.add_revision(revision)
    session = make.session(revision)
    store.sessions.add(session, [make.entry(session, 1, EntryKind.NOTE, text=AWKWARD)])

    assert store.patients.get(patient.id) == patient
    assert store.programs.revision(revision.id) == revision
    assert store.sessions.journal(session.id)[0].data["text"] == AWKWARD


@pytest.mark.parametrize("sign", ["\0", "\ud800"])
def test_signs_that_no_database_keeps_are_refused_before_anything_is_stored(
    sign: str, store: Store, make: Maker
) -> None:
    session = stored_session(store, make)
    text = f"a{sign}b"

    with pytest.raises(UserError):
        store.patients.save(make.patient(text))
    with pytest.raises(UserError):
        store.programs.save_draft(replace(make.draft(session.patient_id), program=make.program(text)))
    with pytest.raises(UserError):
        store.sessions.record(session, [make.entry(session, 2, EntryKind.NOTE, text=text)])

    assert len(store.patients.all()) == 1
    assert store.programs.drafts_of(session.patient_id) == []
    assert len(store.sessions.journal(session.id)) == 1


def test_what_is_no_id_is_refused(store: Store) -> None:
    for text in ("", "abc", "zz" * 16, "00" * 15):
        with pytest.raises(ValueError, match=r"UUID|hexadecimal|fromhex"):
            store.patients.get(text)


def test_what_is_not_there_is_none_or_empty(store: Store, make: Maker) -> None:
    nobody = make.ids.new()

    assert store.patients.get(nobody) is None
    assert store.programs.draft(nobody) is None
    assert store.programs.revision(nobody) is None
    assert store.programs.current_revision(nobody) is None
    assert store.sessions.get(nobody) is None
    assert store.sessions.unfinished(nobody) is None
    assert store.sessions.first_day(nobody) is None
    assert store.pain.first_day(nobody) is None
    assert [*store.programs.revisions_of(nobody), *store.sessions.journal(nobody)] == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(program=programs)
def test_any_program_can_be_published(store: Store, make: Maker, program: Program) -> None:
    patient = make.patient()
    store.patients.save(patient)
    revision = make.revision(patient.id, replace(program, id=make.ids.new()))

    store.programs.add_revision(revision)

    assert store.programs.revision(revision.id) == revision


def test_a_number_is_published_once(store: Store, make: Maker) -> None:
    patient = make.patient()
    store.patients.save(patient)
    first = make.revision(patient.id)
    store.programs.add_revision(first)

    with pytest.raises(ValueError, match="exists already"):
        store.programs.add_revision(make.revision(patient.id, first.program))

    assert store.programs.revisions_of(first.program.id) == [first]


def test_the_current_revision_is_the_one_published_last_of_any_program(store: Store, make: Maker) -> None:
    patient = make.patient()
    store.patients.save(patient)
    old = make.revision(patient.id)
    other = make.revision(patient.id)
    again = make.revision(patient.id, old.program, number=2)
    for revision in (again, old, other):
        store.programs.add_revision(revision)

    assert store.programs.current_revision(patient.id) == again
    assert store.programs.revisions_for(patient.id) == [again, other, old]
    assert store.programs.revisions_of(old.program.id) == [again, old]
    assert store.programs.latest_of(old.program.id) == again


def test_deleting_a_draft_keeps_what_was_published(store: Store, make: Maker) -> None:
    patient = make.patient()
    store.patients.save(patient)
    draft = make.draft(patient.id)
    revision = make.revision(patient.id, draft.program)
    store.programs.save_draft(draft)
    store.programs.add_revision(revision)

    store.programs.delete_draft(draft.program.id)

    assert store.programs.draft(draft.program.id) is None
    assert store.programs.revision(revision.id) == revision


def test_patients_come_by_name_without_regard_to_capitals(store: Store, make: Maker) -> None:
    for name in ("bea", "Cal", "Abe"):
        store.patients.save(make.patient(name))

    assert [patient.name for patient in store.patients.all()] == ["Abe", "bea", "Cal"]


def test_a_checkpoint_changes_only_where_the_session_stands(store: Store, make: Maker) -> None:
    session = stored_session(store, make)

    store.sessions.checkpoint(session.id, 7, 90_500)

    assert store.sessions.get(session.id) == replace(session, checkpoint_step=7, credited_ms=90_500)


def test_a_session_that_was_never_added_cannot_go_on(store: Store, make: Maker) -> None:
    session = stored_session(store, make)
    unknown = replace(session, id=make.ids.new())

    with pytest.raises(KeyError):
        store.sessions.checkpoint(unknown.id, 1, 1)
    with pytest.raises(KeyError):
        store.sessions.record(unknown, [])


def test_an_entry_of_another_session_is_refused(store: Store, make: Maker) -> None:
    session = stored_session(store, make)
    other = stored_session(store, make)

    with pytest.raises(ValueError, match="another session"):
        store.sessions.record(session, [make.entry(other, 2)])


def test_only_a_running_session_is_unfinished_and_the_latest_one_counts(store: Store, make: Maker) -> None:
    first = stored_session(store, make)
    revision = store.programs.revision(first.revision_id)
    assert revision is not None
    second = make.session(revision)
    store.sessions.add(second, [])

    assert store.sessions.unfinished(first.patient_id) == second
    store.sessions.record(replace(second, status=SessionStatus.FINISHED, ended_ms=5), [])
    assert store.sessions.unfinished(first.patient_id) == first
    store.sessions.record(replace(first, status=SessionStatus.STOPPED, ended_ms=6), [])
    assert store.sessions.unfinished(first.patient_id) is None


def test_days_are_read_from_first_to_last_both_included(store: Store, make: Maker) -> None:
    patient = make.patient()
    store.patients.save(patient)
    days = [MONDAY + timedelta(days=number) for number in range(4)]
    ratings = [make.rating(patient.id, number, day) for number, day in enumerate(days)]
    for rating in reversed(ratings):
        store.pain.add(rating)

    assert store.pain.between(patient.id, days[1], days[2]) == ratings[1:3]
    assert store.pain.between(patient.id, days[2], days[1]) == []
    assert store.pain.first_day(patient.id) == days[0]


def test_one_patient_does_not_see_the_other(store: Store, make: Maker) -> None:
    mine = stored_session(store, make)
    other = stored_session(store, make)
    store.pain.add(make.rating(other.patient_id))

    assert store.pain.between(mine.patient_id, MONDAY, MONDAY) == []
    assert store.sessions.between(mine.patient_id, MONDAY, MONDAY) == [mine]


def test_every_question_about_one_patient_is_answered_by_an_index(store: Store) -> None:
    """With 10 million rows, one scan of a table would be felt."""
    asked: list[str] = []
    store.database.connection.set_trace_callback(asked.append)
    nobody = "0" * 32
    store.patients.get(nobody)
    for read in (store.programs.drafts_of, store.programs.revisions_of, store.programs.revisions_for):
        read(nobody)
    store.programs.current_revision(nobody)
    store.sessions.unfinished(nobody)
    store.sessions.journal(nobody)
    for days in (store.sessions, store.pain):
        days.between(nobody, MONDAY, MONDAY)
        days.first_day(nobody)
    store.database.connection.set_trace_callback(None)

    plans = [str(row[3]) for sql in asked for row in store.database.rows(f"EXPLAIN QUERY PLAN {sql}")]

    assert len(asked) == 11
    assert [plan for plan in plans if plan.startswith("SCAN")] == []
