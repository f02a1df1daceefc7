"""What somebody reads in the player about breath, counting and intervals."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facet_desktop.domain.breath_binding import holds_breath
from facet_desktop.domain.breathing import BreathPhase
from facet_desktop.domain.cues import CueKind
from facet_desktop.domain.engine import Status
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.journal import EntryKind
from facet_desktop.domain.program import Prescription
from facet_desktop.domain.step import StepKind
from facet_desktop.domain.templates import prescribe
from tests.domain.sessions import BRIDGE, STRETCH, session
from tests.ui.player.house import House

Key = Qt.Key


def from_library(house: House, slug: str) -> Prescription:
    return prescribe(house.services.library.library.exercise(slug), "item-1", Phase.EARLY)


def said_in_a_repetition(house: House) -> set[str]:
    """Everything in the ring and under it while one repetition goes by."""
    said: set[str] = set()
    presenter = house.page.presenter
    assert presenter is not None
    while presenter.session.frame().step.rep_no < 2:
        house.run(500)
        model = presenter.model()
        if model.work is not None:
            said |= {model.work.ring.above, model.work.ring.main, *model.work.chips}
            said |= set(model.work.ring.below.split(" · "))
        said.add(model.figure.hint)
    return said


def test_a_vacuum_leads_out_holds_without_air_and_leads_in(house: House) -> None:
    house.begin(session(from_library(house, "hypopressive-exhale")))

    said = said_in_a_repetition(house)

    assert {"Breathe out", "Pause, no air", "Breathe in", "stay empty 8 s"} <= said


def test_the_clock_lunge_goes_forward_to_the_side_and_back_with_either_leg(house: House) -> None:
    house.begin(session(from_library(house, "multidirectional-lunge")))
    presenter = house.page.presenter
    assert presenter is not None
    shown: dict[int, tuple[str, str, str]] = {}
    while len(shown) < 8:
        house.run(500)
        step, model = presenter.session.frame().step, presenter.model()
        if step.kind is StepKind.REP and model.work is not None:
            figure = model.figure.exercise.removeprefix("multidirectional-lunge")
            shown[step.rep_no] = (figure, model.work.chips[0], step.side.value)
    forward, side, back = (
        ("", "step forward 2 s"),
        ("-side", "step to the side 2 s"),
        ("-back", "step back at an angle 2 s"),
    )
    expected = [forward, forward, side, side, back, back, forward, forward]
    assert [shown[number][:2] for number in range(1, 9)] == expected
    assert [shown[number][2] for number in range(1, 5)] == ["left", "right", "left", "right"]


IN, FULL, OUT, EMPTY, FREE = BreathPhase


@pytest.mark.parametrize(
    ("slug", "phases"),
    [
        pytest.param("neutral-bridge", [OUT, FREE, IN], id="exhale-on-effort"),
        pytest.param("goblet-squat", [IN, OUT], id="exhale-on-return"),
        pytest.param("cat-cow", [OUT, IN], id="wave"),
        pytest.param("single-knee-to-chest", [OUT, *[IN, OUT] * 3, IN], id="stretch"),
        pytest.param("deep-core-cocontraction", [OUT, IN, OUT, IN, FREE], id="engage-hold"),
        pytest.param("diaphragmatic-breathing", [IN, OUT] * 30, id="paced"),
        pytest.param("suitcase-carry", [FREE], id="free"),
        pytest.param("hypopressive-exhale", [OUT, EMPTY, IN, FREE], id="hypopressive"),
    ],
)
def test_every_code_of_breath_is_led_in_the_player(
    house: House, slug: str, phases: list[BreathPhase]
) -> None:
    played = house.begin(session(from_library(house, slug)))
    house.run(5000)
    presenter, seen = house.page.presenter, list[BreathPhase]()
    assert presenter is not None
    first = played.frame().step
    for _ in range(first.duration_ms // 100):
        phase = presenter.motion().phase
        seen += [phase] if seen[-1:] != [phase] else []
        house.run(100)

    assert seen == phases
    wanted = [{IN: CueKind.BREATHE_IN, OUT: CueKind.BREATHE_OUT}[one] for one in phases if one in (IN, OUT)]
    heard = [kind for kind in house.sounds.heard if kind in (CueKind.BREATHE_IN, CueKind.BREATHE_OUT)]
    assert heard[: len(wanted)] == wanted


def test_with_high_blood_pressure_nobody_is_told_to_stay_without_air(house: House) -> None:
    house.services.patients.set_conditions(house.patient.id, ("hypertension",))
    house.begin(session(from_library(house, "hypopressive-exhale")))

    said = said_in_a_repetition(house)

    assert {"Breathe out", "Breathe in", "hold 8 s"} <= said
    assert not any("empty" in text or "no air" in text for text in said)
    assert any(text.startswith("Keep breathing all the time.") for text in said)
    assert CueKind.BREATHE_IN in house.sounds.heard


def test_space_counts_for_whoever_counts_alone(house: House) -> None:
    pacing = house.services.settings.present.pacing
    played = house.services.play.start(
        house.publish(session(BRIDGE)), "morning", type(pacing)(prepare_s=5, count_by_hand=True)
    )
    house.show(played)
    house.run(20_000)
    assert (played.frame().step.kind, played.frame().step.rep_no) == (StepKind.REP, 1)
    assert house.text("player_count") == "Count one"

    house.press(Key.Key_Space, Key.Key_Space)

    assert played.frame().step.rep_no == 3


def test_a_walking_program_is_three_walks_with_rests_between(house: House) -> None:
    played = house.begin(session(from_library(house, "walking-intervals")))

    row = [(step.kind, step.duration_ms) for step in played.timeline.steps]

    walk, rest = (StepKind.HOLD, 300_000), (StepKind.REST, 30_000)
    assert row == [(StepKind.PREPARE, 5000), walk, rest, walk, rest, walk]
    house.run(5000 + 60_000, frame_ms=1000)
    ring = house.page.stage.work.ring.words()
    assert (ring.above, ring.main) == ("Keep going", "4:00")
    assert house.text("player_set") == "Set 1 of 3"
    house.run(240_000, frame_ms=500)
    assert house.is_shown("rest_clock")
    assert house.sounds.heard.count(CueKind.HALFWAY) == 1


def test_in_a_pause_each_breath_can_be_made_longer_from_now_on(house: House) -> None:
    played = house.begin(session(STRETCH))
    house.run(5000 + 4000)
    house.press(Key.Key_Space)
    assert not house.is_shown("paused_no_holds")
    house.click("segment_1")
    house.press(Key.Key_Space, on=QApplication.focusWidget())

    assert played.state.status is Status.RUNNING
    assert [bit.duration_ms for bit in played.frame().step.breath[1:3]] == [6250, 8750]
    assert house.of(EntryKind.BREATH) == [{"breath_delta_s": 1, "allow_breath_pauses": True}]
    assert (played.frame().step.rep_no, played.frame().elapsed_ms) == (1, 4000)
    house.clock.sleep(9_000_000)
    again = house.services.play.take_up(house.record().id)
    assert again.timeline == played.timeline


def test_in_a_pause_somebody_may_choose_never_to_hold_the_breath(house: House) -> None:
    played = house.begin(session(from_library(house, "hypopressive-exhale")))
    house.run(6000)
    assert any(holds_breath(step.breath) for step in played.timeline.steps)
    house.press(Key.Key_Space)
    assert not house.is_shown("paused_breath_pace")
    house.click("paused_no_holds")
    assert house.is_shown("paused_breath_pace")
    house.press(Key.Key_Space)

    assert not any(holds_breath(step.breath) for step in played.timeline.steps)
    assert played.state.status is Status.RUNNING


def test_where_a_condition_forbids_it_nobody_can_switch_holding_on(house: House) -> None:
    house.services.patients.set_conditions(house.patient.id, ("hypertension",))
    house.begin(session(from_library(house, "hypopressive-exhale")))
    house.run(6000)
    house.press(Key.Key_Space)

    assert not house.is_shown("paused_no_holds")
    presenter = house.page.presenter
    assert presenter is not None
    presenter.breathe(0, never_holds=False)
    assert not presenter.session.pacing.allow_breath_pauses


def test_where_the_breath_follows_the_movement_there_is_nothing_to_set(house: House) -> None:
    house.begin(session(BRIDGE))
    house.press(Key.Key_Space)

    assert not house.is_shown("paused_breath")


def test_space_after_a_click_on_a_number_pauses_and_rates_nothing(house: House) -> None:
    played = house.begin(session(BRIDGE, STRETCH))
    house.run(23_000)
    house.click("pain_4")
    house.press(Key.Key_Space, on=QApplication.focusWidget())

    assert played.state.status is Status.PAUSED
    assert len(house.of(EntryKind.PAIN)) == 1
