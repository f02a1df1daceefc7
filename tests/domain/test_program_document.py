"""Programs as documents: nothing is lost on the way there and back, and nothing wrong is let in."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Span, Tempo
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.program import (
    PlannedSession,
    Prescription,
    Program,
    ProgramPhase,
    Schedule,
)
from facet_desktop.domain.program_document import (
    KnownItems,
    ProgramDocumentError,
    canonical_json,
    program_from_document,
    program_to_document,
)
from facet_desktop.domain.program_writing import ProgramWriter
from tests.domain.programs import programs

BRIDGE = Prescription(
    "item-1",
    "bridge",
    2,
    "Bridge",
    Dose(Span(2, 3), Span.of(10), tempo=Tempo(2, 1.5, 2, 0)),
    BreathCode.EXHALE_ON_EFFORT,
)
MORNING = PlannedSession("session-1", "Morning", Schedule(frozenset({0, 2, 4})), (BRIDGE,))
PROGRAM = Program("program-1", "Back to it", (ProgramPhase("phase-1", Phase.EARLY, "Start", (MORNING,)),))


def document() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(canonical_json(program_to_document(PROGRAM)))
    return made


def problems_of(broken: object) -> dict[str, str]:
    with pytest.raises(ProgramDocumentError) as caught:
        program_from_document(broken)
    return dict(caught.value.problems)


@given(programs, programs)
def test_exercises_that_were_read_before_change_no_program(one: Program, other: Program) -> None:
    known: KnownItems = {}
    for program in (one, other, one):
        assert program_from_document(program_to_document(program), known) == program


def test_a_faulty_exercise_is_faulty_each_time() -> None:
    broken, known = document(), KnownItems()
    broken["phases"][0]["sessions"][0]["items"][0]["tempo_words"] = ["up"]
    for _ in range(2):
        with pytest.raises(ProgramDocumentError):
            program_from_document(broken, known)


@given(programs)
def test_every_program_comes_back_from_its_text_as_it_was(program: Program) -> None:
    text = canonical_json(program_to_document(program))

    read = program_from_document(json.loads(text))

    assert read == program
    assert canonical_json(program_to_document(read)) == text
    assert ProgramWriter().text(program) == text


def test_a_writer_writes_what_changed_since_the_last_time() -> None:
    writer = ProgramWriter()
    other = replace(BRIDGE, id="item-2", note='"Slowly"')
    both = replace(MORNING, items=(BRIDGE, other))
    louder = replace(MORNING, name="Evening", items=(replace(other, note="Loudly"), BRIDGE))

    for session in (both, louder, both):
        program = replace(PROGRAM, phases=(replace(PROGRAM.phases[0], sessions=(session,)),))
        assert writer.text(program) == canonical_json(program_to_document(program))


def test_the_fields_read_like_a_prescription() -> None:
    session = document()["phases"][0]["sessions"][0]

    assert session["weekdays"] == ["mon", "wed", "fri"]
    assert session["items"][0]["dose"] == {
        "sets": [2, 3],
        "reps": 10,
        "rest_s": 30,
        "tempo": [2, 1.5, 2, 0],
        "side": "both",
        "times_per_day": 1,
        "days_per_week": 7,
        "by_hand": False,
    }


def test_whole_numbers_look_the_same_whether_typed_as_10_or_10_0() -> None:
    typed = replace(BRIDGE, dose=replace(BRIDGE.dose, reps=Span(10.0, 10.0)))
    session = replace(MORNING, items=(typed,))
    program = PROGRAM.with_session("session-1", lambda _: session)

    assert canonical_json(program_to_document(program)) == canonical_json(program_to_document(PROGRAM))


def test_fields_with_a_usual_value_may_be_left_out() -> None:
    short = document()
    session = short["phases"][0]["sessions"][0]
    del session["weekdays"], session["times_per_day"], session["items"][0]["dose"]

    read = program_from_document(short)

    assert read.session("session-1").schedule == Schedule()
    assert read.session("session-1").items[0].dose == Dose()


def test_every_problem_is_named_with_its_place_in_one_go() -> None:
    broken = document()
    phase = broken["phases"][0]
    item = phase["sessions"][0]["items"][0]
    del broken["title"]
    phase["phase"] = "someday"
    phase["sessions"][0]["weekdays"] = ["mon", "noon"]
    item["dose"].update(sets="many", reps=[1, 2, 3], tempo=[1, 2], by_hand=1, speed=3)
    item["exercise_version"] = True
    item["tempo_words"] = ["up", "down"]

    found = problems_of(broken)

    at = "phases.1.sessions.1"
    assert found == {
        "title": "is missing",
        "phases.1.phase": "must be one of: flare, early, middle, late, maintenance",
        f"{at}.weekdays": "must be some of: mon, tue, wed, thu, fri, sat, sun",
        f"{at}.items.1.exercise_version": "must be a whole number",
        f"{at}.items.1.tempo_words": "must be a list of 3 texts",
        f"{at}.items.1.dose.sets": "must be a number, or a low and a high number",
        f"{at}.items.1.dose.reps": "must be a number, or a low and a high number",
        f"{at}.items.1.dose.tempo": "must be a list of 4 numbers",
        f"{at}.items.1.dose.by_hand": "must be true or false",
        f"{at}.items.1.dose.speed": "is not a field of this table",
    }


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 10**400, None, "3"])
def test_what_is_no_honest_number_is_refused(number: object) -> None:
    broken = document()
    broken["phases"][0]["sessions"][0]["items"][0]["dose"]["rest_s"] = number

    assert "phases.1.sessions.1.items.1.dose.rest_s" in problems_of(broken)


def test_a_document_of_a_newer_version_is_refused_as_such() -> None:
    newer = document() | {"format": 2, "mood": "unknown"}

    assert problems_of(newer) == {"format": "was made by a newer version of this program"}


@pytest.mark.parametrize("nonsense", [None, [], "program", 3, {"phases": [3]}, {"phases": {}}])
def test_what_is_no_program_at_all_is_refused(nonsense: object) -> None:
    assert problems_of(nonsense)


def test_a_weekday_outside_the_week_is_not_written() -> None:
    strange = PROGRAM.with_session("session-1", lambda one: replace(one, schedule=Schedule(frozenset({9}))))

    with pytest.raises(ProgramDocumentError):
        program_to_document(strange)
