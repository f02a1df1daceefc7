"""Stories of a session at home, through the real page, the real services and a real data folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facet_desktop.domain.cues import CueKind
from facet_desktop.domain.engine import PauseReason
from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.journal import EntryKind
from facet_desktop.domain.pain import PainContext
from facet_desktop.domain.step import StepKind
from facet_desktop.domain.templates import prescribe
from facet_desktop.services.records import SessionStatus
from facet_desktop.storage.database import Database
from facet_desktop.ui.figure.view import FigureView
from tests.domain.sessions import BRIDGE, BY_HAND, PACING, STRETCH, WALK, session
from tests.ui.player.house import House, open_house

Key = Qt.Key


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[House]:
    with open_house(qapp, tmp_path / "data") as house:
        yield house


def test_a_whole_session_from_pain_before_to_the_note_after(house: House) -> None:
    house.begin(session(BRIDGE, STRETCH))
    house.press(Key.Key_4)
    house.run(23_000)
    house.press(Key.Key_2)
    house.click("effort_3")
    house.run(200_000)
    house.press(Key.Key_3)
    house.page.stage.done.note.setPlainText("Easier than yesterday")
    house.click("done_finish")

    head = house.record()
    assert (head.status, head.done_exercises) == (SessionStatus.FINISHED, 2)
    assert (head.pain_before_nprs, head.pain_after_nprs) == (4, 3)
    assert [row["completed"] for row in house.of(EntryKind.SET_ENDED)] == [True] * 4
    assert house.kinds() == [
        EntryKind.STARTED,
        EntryKind.PAIN,
        EntryKind.SET_ENDED,
        EntryKind.PAIN,
        EntryKind.EFFORT,
        *[EntryKind.SET_ENDED] * 3,
        EntryKind.FINISHED,
        EntryKind.PAIN,
        EntryKind.NOTE,
    ]
    assert house.of(EntryKind.NOTE) == [{"text": "Easier than yesterday"}]
    assert house.closed == [head]


def test_the_cues_of_a_session_are_heard_in_order(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(100_000, frame_ms=16)

    heard = house.sounds.heard
    assert heard[:5] == [CueKind.PREPARE, *[CueKind.COUNTDOWN] * 3, CueKind.START]
    assert heard.count(CueKind.BREATHE_OUT) == heard.count(CueKind.BREATHE_IN) == 6
    assert heard[-1] is CueKind.DONE


def test_each_side_of_a_hold_is_led_in_full_with_its_half_and_its_last_three_seconds(house: House) -> None:
    played = house.begin(session(STRETCH))
    sides = set()
    while not played.is_over:
        house.run(100)
        frame = played.frame()
        if frame.step.is_work:
            sides.add((frame.step.side.value, frame.step.duration_ms))

    side = [CueKind.START, CueKind.HALFWAY, *[CueKind.COUNTDOWN] * 3]
    heard = [kind for kind in house.sounds.heard if kind not in (CueKind.BREATHE_IN, CueKind.BREATHE_OUT)]
    before = [CueKind.PREPARE, *[CueKind.COUNTDOWN] * 3]
    assert heard == [*before, *side, CueKind.SWITCH, *side, CueKind.DONE]
    assert sides == {("left", 36_000), ("right", 36_000)}


def test_the_figure_and_the_first_words_are_there_before_the_exercise_begins(house: House) -> None:
    exercise = house.services.library.library.exercise("cat-cow")
    played = house.begin(session(prescribe(exercise, "item-1", Phase.EARLY)))

    assert played.frame().step.kind is StepKind.PREPARE
    assert house.text("player_heading") == "Cat-cow"
    assert house.page.stage.figure.accessibleName() == exercise.steps[0]
    view = house.page.stage.figure.findChild(FigureView)
    assert view is not None
    assert view.isVisible()


def test_the_session_can_be_taken_back_to_the_set_before(house: House) -> None:
    played = house.begin(session(BRIDGE))
    house.run(5000 + 17_000 + 20_000 + 1000)
    assert (played.frame().step.set_no, played.frame().step.kind) == (2, StepKind.REP)

    house.press(Key.Key_Left)
    assert played.frame().step.kind is StepKind.REST
    house.press(Key.Key_Left)

    assert (played.frame().step.set_no, played.frame().step.rep_no) == (1, 1)
    house.run(100_000)
    rows = [(row["set_no"], row["completed"]) for row in house.of(EntryKind.SET_ENDED)]
    assert rows == [(1, True), (2, False), (1, True), (2, True)]
    assert house.record().done_exercises == 1


def test_pause_sleep_and_going_on_credit_only_exercise(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(6000)
    house.press(Key.Key_Space)
    house.clock.advance(120_000)
    house.press(Key.Key_Space)
    house.run(1000)
    house.clock.sleep(3_600_000)
    house.page.advance()

    assert "asleep" in house.text("paused_reason")
    house.click("paused_resume")
    house.run(1000)

    assert [row["reason"] for row in house.of(EntryKind.PAUSED)] == ["user", "sleep"]
    presenter = house.page.presenter
    assert presenter is not None
    assert presenter.session.state.credited_ms == 8000


def test_skip_back_and_fifteen_seconds_more_by_keys(house: House) -> None:
    played = house.begin(session(BRIDGE))
    house.run(1000)
    house.press(Key.Key_Plus)
    assert played.frame().remaining_ms == 19_000
    house.press(Key.Key_Right)
    assert played.frame().step.kind is StepKind.REP
    house.run(10_000)
    house.press(Key.Key_Left)
    assert (played.frame().step.rep_no, played.frame().elapsed_ms) == (1, 0)
    house.press(Key.Key_PageDown)
    assert played.frame().step.kind is StepKind.REST
    house.press(Key.Key_Equal)
    assert played.frame().remaining_ms == 35_000
    house.click("rest_go")

    assert (played.frame().step.set_no, played.frame().step.rep_no) == (2, 1)
    assert house.kinds().count(EntryKind.JUMPED) == 4
    assert house.kinds().count(EntryKind.EXTENDED) == 2
    assert house.of(EntryKind.SET_ENDED)[0]["reps_done"] == 1


def test_ten_is_one_answer_not_two(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(23_000)

    house.press(Key.Key_1)
    house.clock.advance(400)
    house.press(Key.Key_0)
    house.run(3000)

    assert [row["pain_nprs"] for row in house.of(EntryKind.PAIN)] == [10]


def test_a_one_is_kept_when_no_zero_follows(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(23_000)

    house.press(Key.Key_1)
    assert house.of(EntryKind.PAIN) == []
    house.run(1200)

    assert [row["pain_nprs"] for row in house.of(EntryKind.PAIN)] == [1]


@pytest.mark.parametrize("leave", [Key.Key_Space, Key.Key_Right, Key.Key_Escape])
def test_a_one_is_kept_at_the_latest_when_the_person_moves_on(house: House, leave: Key) -> None:
    house.begin(session(BRIDGE))
    house.run(23_000)

    house.press(Key.Key_1, leave)

    assert [row["set_no"] for row in house.of(EntryKind.PAIN)] == [1]


def test_pain_rated_on_the_first_page_is_not_asked_again(house: House) -> None:
    house.services.pain.rate(house.patient.id, 5)

    house.begin(session(BRIDGE))

    assert not house.page.stage.before.isVisible()
    assert house.record().pain_before_nprs == 5


def test_pain_before_holds_nothing_up_and_goes_with_the_preparation(house: House) -> None:
    house.begin(session(BRIDGE))
    assert house.page.stage.before.isVisible()

    house.run(5100)

    assert not house.page.stage.before.isVisible()
    assert house.record().pain_before_nprs is None


def test_it_hurts_and_stopping_keeps_everything(house: House) -> None:
    played = house.begin(session(BRIDGE, STRETCH))
    house.run(24_000)
    house.press(Key.Key_H)
    assert played.state.pause_reason is PauseReason.HURTS
    house.press(Key.Key_6, on=house.page.actions_here.hurts)
    house.click("hurts_stop")

    assert house.text("done_title") == "Stopped here"
    assert house.of(EntryKind.HURTS)[0]["answer"] == "stop"
    assert [row["pain_nprs"] for row in house.of(EntryKind.PAIN)] == [6]
    assert house.record().status is SessionStatus.STOPPED
    assert [row["completed"] for row in house.of(EntryKind.SET_ENDED)] == [True]


def test_it_hurts_and_skipping_goes_on_with_the_next_exercise(house: House) -> None:
    played = house.begin(session(BRIDGE, STRETCH))
    house.run(8000)
    house.click("player_hurts")
    house.click("hurts_skip")

    assert (played.frame().step.name, played.frame().step.kind) == ("Stretch", StepKind.PREPARE)
    assert played.state.pause_reason is None
    assert house.of(EntryKind.HURTS)[0]["exercise"] == "bridge"


def test_it_hurts_and_doing_less_lowers_the_dose_of_this_exercise(house: House) -> None:
    played = house.begin(session(BRIDGE))
    house.run(8000)
    house.press(Key.Key_H)
    house.click("hurts_lower")

    assert max(step.reps for step in played.timeline.steps) == 2
    assert played.frame().step.kind is StepKind.PREPARE
    assert house.of(EntryKind.SWAPPED)[0]["reason"] == "hurts"


def test_it_hurts_and_waiting_stays_paused(house: House) -> None:
    played = house.begin(session(BRIDGE))
    house.run(8000)
    house.press(Key.Key_H)
    house.press(Key.Key_Escape, on=house.page.actions_here.hurts)

    assert played.state.pause_reason is PauseReason.HURTS
    assert house.of(EntryKind.HURTS)[0]["answer"] == "wait"
    assert house.page.stage.paused.isVisible()


def test_stopping_asks_once_and_keeping_going_goes_on(house: House) -> None:
    played = house.begin(session(BRIDGE))
    house.run(23_000)
    house.press(Key.Key_Escape)
    assert "1 of 2 sets" in house.page.actions_here.stop.text.text()
    house.click("stop_go_on")
    assert played.state.pause_reason is None

    house.press(Key.Key_Escape)
    house.click("stop_confirm")

    assert house.record().status is SessionStatus.STOPPED
    assert house.record().done_exercises == 0
    assert house.kinds()[-1] is EntryKind.STOPPED


def test_a_killed_program_goes_on_at_the_same_step_and_counts_the_whole_set(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(12_000)
    house.clock.sleep(50_000_000)

    offer = house.services.play.offer(house.patient.id)
    assert offer is not None
    again = house.services.play.take_up(offer.record.id)
    house.show(again)

    assert (offer.step.rep_no, again.frame().step.rep_no) == (2, 2)
    assert house.text("paused_title") == "Welcome back"
    house.press(Key.Key_Space)
    house.run(100_000)
    assert house.record().done_exercises == 1
    assert house.record().status is SessionStatus.FINISHED


def test_repetitions_are_counted_with_space_where_the_person_counts(house: House) -> None:
    played = house.begin(session(BY_HAND, WALK))
    house.run(8000)
    house.press(Key.Key_Space)
    assert played.frame().step.rep_no == 2
    house.click("player_count")
    house.run(10_000 + 5000 + 90_000)
    assert played.frame().step.name == "Walk"
    house.press(Key.Key_Space)

    rows = house.of(EntryKind.SET_ENDED)
    assert [(row["exercise"], row["reps_done"], row["completed"]) for row in rows] == [
        ("squat", 2, True),
        ("walk", 1, True),
    ]
    assert house.record().status is SessionStatus.FINISHED


def test_a_full_disk_pauses_says_so_and_loses_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    played = house.begin(session(BRIDGE))
    house.run(21_900)

    def full(*_: object) -> None:
        raise StorageError(Trouble.FULL, "no space")

    with monkeypatch.context() as patch:
        patch.setattr(Database, "transaction", full)
        patch.setattr(Database, "execute", full)
        house.run(500)
        assert house.page.stage.banner.isVisible()
        assert "disk is full" in house.page.stage.banner.text()
        assert played.state.pause_reason is PauseReason.ERROR
        house.click("player_try_again")
        assert house.page.stage.banner.isVisible()
    house.click("player_try_again")
    house.run(500)

    assert not house.page.stage.banner.isVisible()
    assert [row["reps_done"] for row in house.of(EntryKind.SET_ENDED)] == [3]
    assert played.frame().step.kind is StepKind.REST
    assert played.state.credited_ms == 22_400


def test_an_answer_that_could_not_be_kept_is_kept_on_the_second_try(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.begin(session(BRIDGE))
    house.run(23_000)

    def locked(*_: object) -> None:
        raise StorageError(Trouble.LOCKED, "busy")

    with monkeypatch.context() as patch:
        patch.setattr(Database, "transaction", locked)
        patch.setattr(Database, "execute", locked)
        house.press(Key.Key_7)
        assert house.page.stage.banner.isVisible()
    house.press(Key.Key_Space)

    assert [row["pain_nprs"] for row in house.of(EntryKind.PAIN)] == [7]
    ratings = house.folder.store.pain.between(house.patient.id, house.clock.today(), house.clock.today())
    assert [(one.pain_nprs, one.context) for one in ratings] == [(7, PainContext.DURING)]
    assert not house.page.stage.banner.isVisible()


def test_a_preview_leaves_no_trace(house: House) -> None:
    house.show(house.services.play.preview(session(BRIDGE), PACING))
    assert house.is_shown("preview_tag")
    assert not house.page.stage.before.isVisible()
    house.run(30_000)
    house.press(Key.Key_5, Key.Key_Escape)

    assert house.closed == [None]
    today = house.clock.today()
    assert house.folder.store.sessions.between(house.patient.id, today, today) == []
    assert house.folder.store.pain.between(house.patient.id, today, today) == []


def test_closing_the_program_keeps_the_place(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(23_000)
    house.press(Key.Key_1)

    house.page.hold()

    assert house.kinds()[-2:] == [EntryKind.PAIN, EntryKind.PAUSED]
    offer = house.services.play.offer(house.patient.id)
    assert offer is not None
    assert offer.step.kind is StepKind.REST


def test_a_note_that_was_not_finished_is_kept_when_the_program_closes(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(100_000)
    house.page.stage.done.note.setPlainText("Left knee stiff")

    house.page.hold()
    house.page.hold()

    assert house.of(EntryKind.NOTE) == [{"text": "Left knee stiff"}]
