"""Warning signs lock sessions until somebody records that exercise is allowed again."""

from __future__ import annotations

import pytest

from facet_desktop.domain.dose import Dose
from facet_desktop.domain.errors import UserError
from facet_desktop.domain.program import PlannedSession
from facet_desktop.services.events import SafetyChanged
from facet_desktop.services.records import ScreenContext
from tests.domain.sessions import item
from tests.services.memory import PATIENT, Room

DAY_MS = 86_400_000


@pytest.fixture
def room() -> Room:
    return Room(PlannedSession("session-1", "Morning", items=(item("a", Dose()),)))


def start(room: Room) -> None:
    room.play.start("revision-1", "session-1", room.pacing)


def test_a_grave_sign_locks_starting_and_taking_up_until_it_is_cleared(room: Room) -> None:
    start(room)
    room.clock.advance(1000)
    result = room.safety.answer(PATIENT, {"numb": True, "stiff": False}, ScreenContext.WEEKLY)
    assert result.locks
    (session_id,) = room.sessions.heads
    with pytest.raises(UserError, match="locked"):
        start(room)
    with pytest.raises(UserError, match="locked"):
        room.play.take_up(session_id)

    room.clock.advance(1000)
    room.safety.clear(PATIENT, "  Dr   Example ", "seen in hospital")

    assert room.safety.lock(PATIENT) is None
    room.play.take_up(session_id)


def test_the_lock_names_the_signs_that_were_answered_with_yes(room: Room) -> None:
    room.safety.answer(PATIENT, {"numb": True, "stiff": True}, ScreenContext.FIRST)
    locked = room.safety.lock(PATIENT)
    assert locked is not None
    assert [flag.slug for flag in locked.raised] == ["numb", "stiff"]


def test_a_sign_that_can_wait_locks_nothing(room: Room) -> None:
    result = room.safety.answer(PATIENT, {"stiff": True}, ScreenContext.WEEKLY)
    assert [flag.slug for flag in result.raised] == ["stiff"]
    assert room.safety.lock(PATIENT) is None
    start(room)


def test_the_screen_is_due_at_first_and_again_after_a_week(room: Room) -> None:
    assert room.safety.is_due(PATIENT)
    room.safety.answer(PATIENT, {}, ScreenContext.FIRST)
    room.clock.advance(6 * DAY_MS)
    assert not room.safety.is_due(PATIENT)
    room.clock.advance(DAY_MS)
    assert room.safety.is_due(PATIENT)


@pytest.mark.parametrize("name", ["", "   ", "x" * 121])
def test_a_clearance_needs_a_name_of_sensible_length(room: Room, name: str) -> None:
    room.safety.answer(PATIENT, {"numb": True}, ScreenContext.WEEKLY)
    room.clock.advance(1)
    with pytest.raises(UserError):
        room.safety.clear(PATIENT, name)
    assert room.safety.lock(PATIENT) is not None


def test_screens_and_clearances_are_told_to_the_pages(room: Room) -> None:
    room.safety.answer(PATIENT, {}, ScreenContext.WEEKLY)
    room.safety.clear(PATIENT, "Dr Example")
    assert room.events == [SafetyChanged(PATIENT), SafetyChanged(PATIENT)]


def test_some_signs_asked_in_a_session_do_not_stand_for_the_weekly_screen(room: Room) -> None:
    room.safety.answer(PATIENT, {}, ScreenContext.FIRST)
    assert not room.safety.is_due(PATIENT)
    room.clock.advance(1000)
    room.safety.answer(PATIENT, {"stiff": True}, ScreenContext.DURING_SESSION)
    assert room.safety.is_due(PATIENT)


def test_a_screen_is_the_first_the_weekly_or_an_extra_one(room: Room) -> None:
    assert room.safety.context(PATIENT) is ScreenContext.FIRST
    room.safety.answer(PATIENT, {}, ScreenContext.FIRST)
    assert room.safety.context(PATIENT) is ScreenContext.BEFORE_SESSION
    room.clock.advance(7 * DAY_MS)
    assert room.safety.context(PATIENT) is ScreenContext.WEEKLY


def test_the_day_of_the_answers_that_lock_is_told_while_they_lock(room: Room) -> None:
    assert room.safety.locked_on(PATIENT) is None
    day = room.clock.today()
    room.safety.answer(PATIENT, {"numb": True}, ScreenContext.WEEKLY)
    room.clock.advance(2 * DAY_MS)
    assert room.safety.locked_on(PATIENT) == day
    room.safety.clear(PATIENT, "Dr Example")
    assert room.safety.locked_on(PATIENT) is None
