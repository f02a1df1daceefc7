"""The check of the whole database finds what the pages alone do not tell."""

import pytest

from facet_desktop.services.own_records import FormDraft, FormKind, FormPlace
from facet_desktop.storage.store import Store
from tests.storage.records import Maker, stored_session


def test_a_sound_database_is_counted(store: Store, make: Maker) -> None:
    stored_session(store, make)

    report = store.integrity()

    assert report.is_sound
    assert report.counts == {
        "device": 1,
        "patient": 1,
        "program_draft": 0,
        "program_revision": 1,
        "session": 1,
        "session_event": 1,
        "pain_rating": 0,
        "screening": 0,
        "clearance": 0,
        "own_exercise": 0,
        "own_exercise_mark": 0,
        "own_picture": 0,
        "own_draft": 0,
        "own_draft_picture": 0,
        "own_template": 0,
        "template_mark": 0,
    }


@pytest.mark.parametrize(
    ("damage", "word"),
    [
        ("UPDATE session_event SET seq = 2", "journal"),
        ("UPDATE program_revision SET document = '{\"format\":1}'", "is missing"),
        ("UPDATE program_revision SET document = '{'", "program_revision"),
        ("DELETE FROM session", "missing session"),
    ],
)
def test_what_no_program_of_ours_would_write_is_reported(
    damage: str, word: str, store: Store, make: Maker
) -> None:
    stored_session(store, make)
    store.database.execute("PRAGMA foreign_keys = OFF")
    store.database.execute(damage)

    problems = store.integrity().problems

    assert len(problems) == 1
    assert word in problems[0]


def test_a_gap_in_a_journal_is_reported(store: Store, make: Maker) -> None:
    session = stored_session(store, make)
    store.sessions.record(session, [make.entry(session, 2), make.entry(session, 4)])

    assert store.integrity().problems == (f"journal of session {session.id}: 3 entries, numbered 1 to 4",)


def test_a_draft_that_cannot_be_read_is_reported(store: Store, make: Maker) -> None:
    draft = FormDraft(make.ids.new(), FormPlace(FormKind.NEW), None, '{"format":1}', make.stamp())
    store.own_drafts.save(draft)

    (problem,) = store.integrity().problems
    assert problem.startswith(f"own_draft {draft.id}: ")
