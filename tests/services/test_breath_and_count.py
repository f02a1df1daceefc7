"""How a person breathes and counts in a session, and what their conditions change about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facet_desktop.domain.breath_binding import holds_breath
from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Span, Tempo
from facet_desktop.domain.step import StepKind
from facet_desktop.services.playing import PlayedSession
from tests.domain.sessions import BRIDGE, PACING, STRETCH, item, session
from tests.services.memory import PATIENT, Room

VACUUM = item(
    "Vacuum", Dose(reps=Span.of(3), hold_s=Span.of(8), tempo=Tempo(3, 8, 3, 20)), BreathCode.HYPOPRESSIVE
)


@pytest.fixture
def room() -> Room:
    return Room(session(VACUUM, BRIDGE, STRETCH))


def begin(room: Room, **pacing: object) -> PlayedSession:
    return room.play.start("revision-1", "morning", replace(PACING, **pacing))  # type: ignore[arg-type]


def is_held(played: PlayedSession) -> bool:
    return any(holds_breath(step.breath) for step in played.timeline.steps)


def lengths(played: PlayedSession) -> list[int]:
    return [step.duration_ms for step in played.timeline.steps]


def test_without_a_reason_the_breath_is_held_where_the_exercise_asks_for_it(room: Room) -> None:
    assert is_held(begin(room))


def test_a_condition_that_forbids_it_takes_every_hold_away_and_no_time(room: Room) -> None:
    usual = room.play.preview(room.planned, PACING)
    room.people.conditions = ("hypertension",)

    played = begin(room)

    assert not is_held(played)
    assert lengths(played) == lengths(usual)
    assert not room.play.preview(room.planned, PACING, PATIENT).pacing.allow_breath_pauses


def test_whoever_does_not_want_to_hold_the_breath_is_never_asked_to(room: Room) -> None:
    assert not is_held(begin(room, allow_breath_pauses=False))


def test_a_condition_noted_while_a_session_waits_counts_when_it_is_taken_up(room: Room) -> None:
    begun = begin(room)
    room.people.conditions = ("hypertension",)

    again = room.restarted().take_up(room.head().id)

    assert not is_held(again)
    assert lengths(again) == lengths(begun)


def test_a_slower_breath_of_its_own_lasts_through_a_restart(room: Room) -> None:
    begun = begin(room, breath_delta_s=1)
    stretch = next(step for step in begun.timeline.steps if step.kind is StepKind.HOLD)
    assert [bit.duration_ms for bit in stretch.breath[1:3]] == [6250, 8750]

    again = room.restarted().take_up(room.head().id)

    assert again.timeline == begun.timeline


def test_whoever_counts_alone_ends_each_repetition_and_no_hold(room: Room) -> None:
    played = begin(room, count_by_hand=True)
    for step in played.timeline.steps:
        assert step.open_ended == (step.kind is StepKind.REP)
    played.skip()
    room.clock.advance(4000)
    played.tick()
    assert played.frame().step.rep_no == 1

    played.complete()

    assert played.frame().step.rep_no == 2
    assert room.restarted().take_up(room.head().id).timeline == played.timeline


def test_an_old_journal_without_these_choices_is_read_as_before(room: Room) -> None:
    begun = begin(room)
    first = room.journal()[0]
    old = {key: value for key, value in first.data.items() if key not in ("breath_delta_s", "count_by_hand")}
    room.journal()[0] = replace(first, data=old)

    assert room.restarted().take_up(room.head().id).timeline == begun.timeline
