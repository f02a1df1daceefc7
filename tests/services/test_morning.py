"""The question on the morning after a session."""

from __future__ import annotations

import pytest

from facet_desktop.domain.dose import Dose, Span
from facet_desktop.domain.pain import PainContext, Thresholds
from facet_desktop.domain.program import PlannedSession
from facet_desktop.domain.traffic_light import MorningVerdict
from facet_desktop.services.morning_service import MorningService
from facet_desktop.services.pain_service import PainService
from facet_desktop.services.settings import Settings, SettingsService
from tests.domain.sessions import item
from tests.services.memory import DEVICE, PATIENT, Room

DAY_MS = 86_400_000


class FixedSettings:
    """Settings that are what they are."""

    def load(self) -> Settings:
        return Settings(thresholds=Thresholds(green_rise_max=1, amber_rise_max=2))

    def save(self, settings: Settings) -> None:
        raise AssertionError("nothing is changed here")


@pytest.fixture
def room() -> Room:
    return Room(PlannedSession("session-1", "Morning", items=(item("A", Dose(reps=Span.of(2))),)))


@pytest.fixture
def morning(room: Room) -> MorningService:
    pain = PainService(room.pain, room.clock, room.ids, room.bus, DEVICE)
    settings = SettingsService(FixedSettings(), room.bus)
    return MorningService(room.sessions, room.pain, pain, settings, room.clock)


def play(room: Room, before: int | None) -> None:
    session = room.play.start("revision-1", "session-1", room.pacing)
    if before is not None:
        session.rate_pain(before, PainContext.BEFORE)
    for _ in range(100):
        room.clock.advance(1000)
        session.tick()
    assert session.is_over


@pytest.mark.parametrize(
    ("pain", "verdict"),
    [
        (3, MorningVerdict.READY),
        (4, MorningVerdict.READY),
        (5, MorningVerdict.HOLD),
        (6, MorningVerdict.REGRESS),
    ],
)
def test_the_answer_is_compared_with_the_rating_before_the_session(
    room: Room, morning: MorningService, pain: int, verdict: MorningVerdict
) -> None:
    play(room, 3)
    room.clock.advance(DAY_MS)
    question = morning.question(PATIENT)
    assert question is not None
    assert morning.answer(PATIENT, question, pain) is verdict
    assert morning.question(PATIENT) is None


def test_it_is_asked_on_the_next_day_only(room: Room, morning: MorningService) -> None:
    play(room, 3)
    assert morning.question(PATIENT) is None
    room.clock.advance(2 * DAY_MS)
    assert morning.question(PATIENT) is None


def test_without_a_rating_before_there_is_nothing_to_compare(room: Room, morning: MorningService) -> None:
    play(room, None)
    room.clock.advance(DAY_MS)
    assert morning.question(PATIENT) is None


def test_a_corrected_answer_takes_the_place_of_the_first(room: Room, morning: MorningService) -> None:
    play(room, 3)
    room.clock.advance(DAY_MS)
    question = morning.question(PATIENT)
    assert question is not None
    morning.answer(PATIENT, question, 1)
    today = room.clock.today()
    (first,) = room.pain.between(PATIENT, today, today)
    assert morning.answer(PATIENT, question, 10, corrects=first) is MorningVerdict.REGRESS
    assert [one.pain_nprs for one in room.pain.between(PATIENT, today, today)] == [10]
