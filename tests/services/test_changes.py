"""Changing an exercise while it is played: swapped, lowered, shortened, and rebuilt after a crash."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facet_desktop.domain.dose import Dose, Side, Span, Tempo, carried_over, lowered
from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.domain.journal import EntryKind, SetKey, set_results
from facet_desktop.domain.program import PlannedSession
from facet_desktop.domain.step import StepKind, StepSide
from facet_desktop.services.playing import PlayedSession
from tests.domain.sessions import item
from tests.services.memory import Room

REPS = Dose(sets=Span.of(2), reps=Span.of(4), rest_s=10, tempo=Tempo(2, 0, 2, 0))
BRIDGE, SQUAT = item("Bridge", REPS), item("Squat", REPS)


@pytest.fixture
def room() -> Room:
    return Room(PlannedSession("session-1", "Morning", items=(BRIDGE, SQUAT)))


def start(room: Room, limit_ms: int | None = None) -> PlayedSession:
    return room.play.start("revision-1", "session-1", room.pacing, limit_ms)


def run_until(room: Room, session: PlayedSession, kind: StepKind, set_no: int, rep_no: int = 0) -> None:
    for _ in range(10_000):
        step = session.frame().step
        if (step.kind, step.set_no) == (kind, set_no) and step.rep_no >= rep_no:
            return
        room.clock.advance(100)
        session.tick()
    raise AssertionError("never got there")


def run_to_end(room: Room, session: PlayedSession) -> None:
    for _ in range(10_000):
        if session.is_over:
            return
        room.clock.advance(500)
        session.tick()
    raise AssertionError("never ended")


def test_a_swap_goes_on_in_the_same_set_with_time_to_prepare(room: Room) -> None:
    session = start(room)
    run_until(room, session, StepKind.REP, 2, 2)
    tilt = replace(item("Tilt", REPS), id=BRIDGE.id)

    session.change_item(tilt, "hurts")

    frame = session.frame()
    assert (frame.step.kind, frame.step.name, frame.step.set_no) == (StepKind.PREPARE, "Tilt", 2)
    run_to_end(room, session)
    results = set_results(room.journal())
    assert results[SetKey(BRIDGE.id, 1, StepSide.BOTH)].exercise == "bridge"
    assert results[SetKey(BRIDGE.id, 2, StepSide.BOTH)].exercise == "tilt"
    (head,) = room.sessions.heads.values()
    assert head.done_exercises == 2


def test_the_journal_keeps_what_was_begun_what_was_changed_and_why(room: Room) -> None:
    session = start(room)
    run_until(room, session, StepKind.REP, 1, 3)
    session.change_item(replace(item("Tilt", REPS), id=BRIDGE.id), "hurts")
    begun, swapped = room.journal()[-2:]
    assert (begun.kind, begun.data["reps_done"], begun.data["completed"]) == (EntryKind.SET_ENDED, 2, False)
    assert swapped.kind is EntryKind.SWAPPED
    assert {key: swapped.data[key] for key in ("from", "to", "reason", "set_no")} == {
        "from": "bridge",
        "to": "tilt",
        "reason": "hurts",
        "set_no": 1,
    }


def test_a_program_killed_after_a_swap_takes_up_the_changed_session_at_the_same_step(room: Room) -> None:
    session = start(room)
    run_until(room, session, StepKind.REP, 1, 2)
    session.change_item(replace(item("Tilt", REPS), id=BRIDGE.id), "easier")
    run_until(room, session, StepKind.REP, 1, 2)
    here, steps = session.state.step, session.timeline.steps
    (session_id,) = room.sessions.heads

    again = room.restarted().take_up(session_id)

    assert again.timeline.steps == steps
    assert again.frame().step == steps[here]


def test_a_swap_that_cannot_be_stored_changes_nothing(room: Room) -> None:
    session = start(room)
    run_until(room, session, StepKind.REP, 1, 2)
    before, entries = session.timeline, len(room.journal())
    room.disk.trouble = Trouble.FULL
    with pytest.raises(StorageError):
        session.change_item(replace(item("Tilt", REPS), id=BRIDGE.id), "hurts")
    room.disk.trouble = None
    assert session.timeline is before
    assert len(room.journal()) == entries
    session.resume()
    run_to_end(room, session)


def test_a_shortened_session_is_rebuilt_shortened(room: Room) -> None:
    session = start(room, 60_000)
    assert [one.dose.played_sets for one in session.planned.items] == [1, 1]
    (session_id,) = room.sessions.heads
    assert room.restarted().take_up(session_id).timeline == session.timeline


def test_what_a_shortened_session_leaves_out_does_not_count_as_done(room: Room) -> None:
    session = start(room, 25_000)
    assert [one.name for one in session.planned.items] == ["Bridge"]
    run_to_end(room, session)
    (head,) = room.sessions.heads.values()
    assert (head.planned_exercises, head.done_exercises) == (2, 1)


@pytest.mark.parametrize(
    ("prescribed", "usual", "expected"),
    [
        (  # repetitions carry over, tempo and side belong to the movement
            Dose(sets=Span.of(3), reps=Span.of(12), rest_s=45, tempo=Tempo(3, 1, 3, 0)),
            Dose(reps=Span.of(8), tempo=Tempo(2, 2, 2, 1), side=Side.EACH),
            Dose(sets=Span.of(3), reps=Span.of(12), rest_s=45, tempo=Tempo(2, 2, 2, 1), side=Side.EACH),
        ),
        (  # a hold is not turned into repetitions
            Dose(sets=Span.of(4), hold_s=Span.of(20), rest_s=15),
            Dose(reps=Span.of(8)),
            Dose(sets=Span.of(4), reps=Span.of(8), rest_s=15),
        ),
        (  # the shorter hold is taken
            Dose(hold_s=Span(30, 60)),
            Dose(hold_s=Span(10, 30)),
            Dose(hold_s=Span(10, 30)),
        ),
    ],
)
def test_a_swap_carries_the_dose_over(prescribed: Dose, usual: Dose, expected: Dose) -> None:
    assert carried_over(prescribed, usual) == expected


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        (Dose(reps=Span.of(10)), Dose(reps=Span.of(7))),
        (Dose(reps=Span.of(10), hold_s=Span.of(5)), Dose(reps=Span.of(7), hold_s=Span.of(5))),
        (Dose(hold_s=Span(30, 60)), Dose(hold_s=Span(21, 42))),
        (Dose(distance_m=Span.of(20)), Dose(distance_m=Span.of(14))),
        (Dose(reps=Span.of(1)), Dose(reps=Span.of(1))),
        (Dose(), Dose()),
    ],
)
def test_a_lowered_dose_has_thirty_per_cent_less_to_do(dose: Dose, expected: Dose) -> None:
    assert lowered(dose) == expected
