from collections.abc import Callable

import pytest

from facet_desktop.domain.cues import CueKind
from facet_desktop.domain.dose import Dose, Span, Tempo, lowered
from facet_desktop.domain.engine import PauseReason, Status
from facet_desktop.domain.errors import StorageError, Trouble, UserError
from facet_desktop.domain.journal import EntryKind
from facet_desktop.domain.pain import PainContext
from facet_desktop.domain.program import PlannedSession
from facet_desktop.domain.step import StepKind
from facet_desktop.services.events import PainRated, SessionChanged
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.records import PainRating, SessionStatus, Stamp
from tests.domain.sessions import BRIDGE, PACING, STRETCH, item, session
from tests.services.memory import DEVICE, PATIENT, Room


@pytest.fixture
def room() -> Room:
    return Room(session(BRIDGE, STRETCH))


@pytest.fixture
def played(room: Room) -> PlayedSession:
    return room.play.start("revision-1", "morning", PACING)


def run(room: Room, played: PlayedSession, ms: int, tick_ms: int = 250) -> list[CueKind]:
    """Lets time go by with ticks; returns the cues that were given."""
    heard = []
    while ms > 0 and not played.is_over:
        room.clock.advance(min(tick_ms, ms))
        ms -= tick_ms
        heard += [cue.kind for cue in played.tick()]
    return heard


def test_a_whole_session_leaves_one_entry_a_set_between_start_and_end(
    room: Room, played: PlayedSession
) -> None:
    run(room, played, 200_000)

    assert room.kinds() == [EntryKind.STARTED, *[EntryKind.SET_ENDED] * 4, EntryKind.FINISHED]
    assert [(row["item_id"], row["set_no"], row["side"]) for row in room.of(EntryKind.SET_ENDED)] == [
        ("bridge", 1, "both"),
        ("bridge", 2, "both"),
        ("stretch", 1, "left"),
        ("stretch", 1, "right"),
    ]
    assert all(row["completed"] for row in room.of(EntryKind.SET_ENDED))
    head = room.head()
    assert (head.status, head.done_exercises, head.completion) == (SessionStatus.FINISHED, 2, 1.0)
    assert head.credited_ms == played.timeline.total_ms
    assert head.ended_ms == room.clock.wall_ms()


def test_entries_are_numbered_from_one_without_a_gap_and_dated(room: Room, played: PlayedSession) -> None:
    run(room, played, 200_000)

    assert [entry.seq for entry in room.journal()] == list(range(1, 7))
    assert all(
        earlier.at_ms <= later.at_ms
        for earlier, later in zip(room.journal(), room.journal()[1:], strict=False)
    )


def test_the_screens_are_told_of_the_start_and_the_end(room: Room, played: PlayedSession) -> None:
    run(room, played, 200_000)

    assert room.events == [SessionChanged(PATIENT, room.head().id)] * 2


def test_a_set_is_stored_before_the_next_step_starts(room: Room, played: PlayedSession) -> None:
    run(room, played, 22_000)

    assert played.frame().step.kind is StepKind.REST
    assert len(room.of(EntryKind.SET_ENDED)) == 1
    assert room.head().checkpoint_step == played.state.step


def test_every_step_leaves_a_checkpoint(room: Room, played: PlayedSession) -> None:
    run(room, played, 11_000)

    assert played.frame().step.rep_no == 2
    assert (room.head().checkpoint_step, room.head().credited_ms) == (2, 11_000)
    assert room.kinds() == [EntryKind.STARTED]


def test_a_tick_within_a_step_writes_nothing(room: Room, played: PlayedSession) -> None:
    run(room, played, 1000)
    before = room.sessions.writes

    run(room, played, 3000, tick_ms=16)

    assert room.sessions.writes == before


def test_pauses_and_moves_are_in_the_journal_with_their_reasons(room: Room, played: PlayedSession) -> None:
    run(room, played, 8000)
    played.pause()
    played.resume()
    played.extend()
    played.skip()
    played.back()

    assert room.kinds() == [
        EntryKind.STARTED,
        EntryKind.PAUSED,
        EntryKind.RESUMED,
        EntryKind.EXTENDED,
        EntryKind.SET_ENDED,
        EntryKind.JUMPED,
        EntryKind.JUMPED,
    ]
    assert room.of(EntryKind.PAUSED) == [{"reason": "user"}]
    assert room.of(EntryKind.EXTENDED)[0]["by_ms"] == 15_000


def test_sleep_pauses_and_is_not_credited(room: Room, played: PlayedSession) -> None:
    run(room, played, 6000)

    room.clock.sleep(3_600_000)
    played.tick()

    assert (played.state.status, played.state.pause_reason) == (Status.PAUSED, PauseReason.SLEEP)
    assert played.state.credited_ms == 6000
    assert room.of(EntryKind.PAUSED) == [{"reason": "sleep"}]


def test_cues_come_once_each_and_the_last_one_is_done(room: Room, played: PlayedSession) -> None:
    heard = run(room, played, 200_000, tick_ms=16)

    assert heard[:4] == [CueKind.PREPARE, *[CueKind.COUNTDOWN] * 3]
    assert heard.count(CueKind.START) == 4
    assert heard.count(CueKind.SWITCH) == heard.count(CueKind.DONE) == 1
    assert heard[-1] is CueKind.DONE


def test_a_pause_gives_no_cues(room: Room, played: PlayedSession) -> None:
    run(room, played, 1000)
    played.pause()

    assert run(room, played, 30_000) == []


def test_pain_at_rest_is_kept_with_the_exercise_it_belongs_to(room: Room, played: PlayedSession) -> None:
    run(room, played, 23_000)
    step = played.frame().step

    played.rate_pain(4, PainContext.DURING, step)
    played.rate_effort(3, step)

    assert room.of(EntryKind.PAIN) == [
        {
            "pain_nprs": 4,
            "context": "during",
            "item_id": "bridge",
            "exercise": "bridge",
            "set_no": 1,
            "step": 4,
        }
    ]
    assert room.of(EntryKind.EFFORT)[0]["effort"] == 3
    assert [rating.context for rating in room.pain.ratings.values()] == [PainContext.DURING]
    assert PainRated(PATIENT) in room.events


def test_pain_before_and_after_stand_in_the_head_of_the_session(room: Room, played: PlayedSession) -> None:
    played.rate_pain(5, PainContext.BEFORE)
    played.stop()
    played.rate_pain(3, PainContext.AFTER)

    head = room.head()
    assert (head.pain_before_nprs, head.pain_after_nprs) == (5, 3)
    assert head.status is SessionStatus.STOPPED


def test_a_changed_answer_replaces_the_rating_of_the_day_and_the_journal_keeps_both(
    room: Room, played: PlayedSession
) -> None:
    played.rate_pain(1, PainContext.BEFORE)
    played.rate_pain(6, PainContext.BEFORE)

    assert [rating.pain_nprs for rating in room.pain.ratings.values()] == [6]
    assert [row["pain_nprs"] for row in room.of(EntryKind.PAIN)] == [1, 6]
    assert room.head().pain_before_nprs == 6


@pytest.mark.parametrize("value", [-1, 11])
def test_a_rating_outside_the_scale_is_refused(room: Room, played: PlayedSession, value: int) -> None:
    with pytest.raises(ValueError, match="between 0 and 10"):
        played.rate_pain(value, PainContext.BEFORE)
    with pytest.raises(ValueError, match="between 0 and 10"):
        played.rate_effort(value, played.frame().step)

    assert room.kinds() == [EntryKind.STARTED]


def test_that_it_hurt_is_kept_with_the_answer(room: Room, played: PlayedSession) -> None:
    run(room, played, 7000)
    played.pause(PauseReason.HURTS)
    played.note_hurts(played.frame().step, "skip")

    assert room.of(EntryKind.PAUSED) == [{"reason": "hurts"}]
    assert room.of(EntryKind.HURTS)[0] | {"step": 0} == {
        "answer": "skip", "item_id": "bridge", "exercise": "bridge", "set_no": 1, "step": 0,
    }  # fmt: skip


def rate(context: PainContext) -> Callable[[Room], None]:
    def add(room: Room) -> None:
        stamp = Stamp(room.clock.wall_ms(), DEVICE)
        room.pain.add(PainRating("r", PATIENT, stamp, room.clock.today(), 4, context))

    return add


@pytest.mark.parametrize("context", [PainContext.NOW, PainContext.MORNING])
def test_pain_rated_today_is_taken_over_without_a_second_rating(room: Room, context: PainContext) -> None:
    rate(context)(room)

    room.play.start("revision-1", "morning", PACING)

    assert room.head().pain_before_nprs == 4
    assert room.of(EntryKind.PAIN) == [{"pain_nprs": 4, "context": "before", "taken_over": True}]
    assert len(room.pain.ratings) == 1


@pytest.mark.parametrize("context", [PainContext.DURING, PainContext.AFTER, PainContext.BEFORE])
def test_pain_of_an_earlier_session_is_not_taken_over(room: Room, context: PainContext) -> None:
    rate(context)(room)

    room.play.start("revision-1", "morning", PACING)

    assert room.head().pain_before_nprs is None


def test_pain_of_yesterday_is_not_taken_over(room: Room) -> None:
    rate(PainContext.NOW)(room)
    room.clock.jump(86_400_000)

    room.play.start("revision-1", "morning", PACING)

    assert room.head().pain_before_nprs is None


ACTIONS: list[Callable[[PlayedSession], None]] = [
    PlayedSession.pause,
    PlayedSession.skip,
    PlayedSession.skip_exercise,
    PlayedSession.back,
    PlayedSession.extend,
    PlayedSession.stop,
    lambda played: played.rate_pain(3, PainContext.DURING, played.frame().step),
    lambda played: played.rate_effort(3, played.frame().step),
    lambda played: played.note_hurts(played.frame().step, "wait"),
    lambda played: played.note("stiff"),
    lambda played: played.change_item(BRIDGE, "lower"),
]


@pytest.mark.parametrize("act", ACTIONS)
def test_trouble_with_the_disk_pauses_where_it_stands_and_the_same_action_works_later(
    room: Room, played: PlayedSession, act: Callable[[PlayedSession], None]
) -> None:
    run(room, played, 7000)
    before, kept = played.state, room.kinds()
    room.disk.trouble = Trouble.FULL

    with pytest.raises(StorageError):
        act(played)

    assert (played.state.status, played.state.pause_reason) == (Status.PAUSED, PauseReason.ERROR)
    assert (played.state.step, played.state.elapsed_ms) == (before.step, before.elapsed_ms)
    assert room.kinds() == kept

    room.disk.trouble = None
    act(played)

    assert [entry.seq for entry in room.journal()] == list(range(1, len(room.journal()) + 1))
    assert room.kinds()[: len(kept)] == kept


def test_a_set_that_could_not_be_stored_is_stored_when_the_disk_works_again(
    room: Room, played: PlayedSession
) -> None:
    run(room, played, 21_750)
    room.disk.trouble = Trouble.LOCKED
    room.clock.advance(500)
    with pytest.raises(StorageError):
        played.tick()
    assert room.of(EntryKind.SET_ENDED) == []

    room.disk.trouble = None
    room.clock.advance(60_000)
    played.resume()
    run(room, played, 500)

    (row,) = room.of(EntryKind.SET_ENDED)
    assert (row["reps_done"], row["completed"]) == (3, True)
    assert played.state.credited_ms == 22_250


def test_a_rating_whose_commit_fails_leaves_no_trace_and_no_gap(room: Room, played: PlayedSession) -> None:
    room.unit.fail_at_commit = True
    with pytest.raises(StorageError):
        played.rate_pain(4, PainContext.BEFORE)
    room.unit.fail_at_commit = False

    played.rate_pain(5, PainContext.BEFORE)

    assert [entry.seq for entry in room.journal()] == [1, 2]
    assert room.head().pain_before_nprs == 5
    assert len(room.pain.ratings) == 1


@pytest.mark.parametrize("at_ms", [1000, 12_000, 21_000, 23_000, 60_000, 75_000, 112_000, 130_000])
def test_a_killed_session_is_offered_and_goes_on_at_the_same_step(
    room: Room, played: PlayedSession, at_ms: int
) -> None:
    run(room, played, at_ms)
    step, sets = played.state.step, len(room.of(EntryKind.SET_ENDED))

    room.clock.sleep(40_000_000)
    offer = room.restarted().offer(PATIENT)
    assert offer is not None
    again = room.restarted().take_up(offer.record.id)

    assert offer.step.index == step == again.state.step
    assert (again.state.status, again.state.pause_reason) == (Status.PAUSED, PauseReason.RESUMED)
    assert len(room.of(EntryKind.SET_ENDED)) == sets
    again.resume()
    run(room, again, 200_000)
    assert (room.head().status, room.head().done_exercises) == (SessionStatus.FINISHED, 2)
    assert [entry.seq for entry in room.journal()] == list(range(1, len(room.journal()) + 1))


def test_a_finished_session_is_not_offered_again(room: Room, played: PlayedSession) -> None:
    run(room, played, 200_000)

    assert room.play.offer(PATIENT) is None
    with pytest.raises(UserError):
        room.play.take_up(room.head().id)


def test_a_session_given_up_keeps_what_was_done(room: Room, played: PlayedSession) -> None:
    run(room, played, 23_000)

    room.play.give_up(room.head().id)

    assert room.play.offer(PATIENT) is None
    assert (room.head().status, room.kinds()[-1]) == (SessionStatus.STOPPED, EntryKind.STOPPED)
    assert len(room.of(EntryKind.SET_ENDED)) == 1


def test_a_preview_stores_nothing(room: Room) -> None:
    preview = room.play.preview(room.planned, PACING)
    preview.rate_pain(3, PainContext.BEFORE)
    preview.skip()
    preview.note("x")
    preview.stop()

    assert preview.recorder.record is None
    assert (room.sessions.heads, room.pain.ratings, room.events) == ({}, {}, [])


def test_nothing_to_play_is_said_in_words() -> None:
    empty = Room(session())

    with pytest.raises(UserError, match="no exercises"):
        empty.play.start("revision-1", "morning", PACING)
    with pytest.raises(UserError, match="nothing to preview"):
        empty.play.preview(session(), PACING)
    with pytest.raises(UserError, match="no longer here"):
        empty.play.start("gone", "morning", PACING)


def test_lowering_the_dose_goes_on_with_less_and_survives_a_restart(room: Room) -> None:
    dose = Dose(sets=Span.of(2), reps=Span.of(10), tempo=Tempo(1, 0, 1, 0), rest_s=5)
    lift = item("Lift", dose)
    room = Room(PlannedSession("morning", "Morning", items=(lift,)))
    played = room.play.start("revision-1", "morning", PACING)
    run(room, played, 8000)
    played.change_item(item("Lift", lowered(dose)), "hurts")

    again = room.restarted().take_up(room.head().id)

    assert again.timeline == played.timeline
    assert again.frame().step.kind is StepKind.PREPARE
    assert max(step.reps for step in again.timeline.steps) == 7
    assert [row["reason"] for row in room.of(EntryKind.SWAPPED)] == ["hurts"]
