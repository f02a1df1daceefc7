from hypothesis import given

from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.domain.program import PlannedSession
from facet_desktop.domain.step import Part, PartSpan, StepKind, StepSide
from facet_desktop.domain.timeline import Pacing, compile_session, session_ms
from tests.domain.sessions import BRIDGE, BY_HAND, PACING, STRETCH, WALK, any_sessions, item, pacings, session


def test_two_exercises_become_the_steps_counted_by_hand() -> None:
    timeline = compile_session(session(BRIDGE, STRETCH), PACING)

    found = [(step.kind.value, step.start_ms, step.duration_ms, step.side.value) for step in timeline.steps]

    assert found == [
        ("prepare", 0, 5000, "both"),
        ("rep", 5000, 6000, "both"),
        ("rep", 11_000, 6000, "both"),
        ("rep", 17_000, 5000, "both"),
        ("rest", 22_000, 20_000, "both"),
        ("rep", 42_000, 6000, "both"),
        ("rep", 48_000, 6000, "both"),
        ("rep", 54_000, 5000, "both"),
        ("rest", 59_000, 10_000, "both"),
        ("prepare", 69_000, 5000, "left"),
        ("hold", 74_000, 36_000, "left"),
        ("switch", 110_000, 4000, "right"),
        ("hold", 114_000, 36_000, "right"),
    ]
    assert timeline.total_ms == 150_000


def test_the_pause_after_the_last_repetition_is_left_to_the_rest() -> None:
    first, *_, last = compile_session(session(BRIDGE), PACING).steps[1:4]

    assert [span.part for span in first.parts] == [Part.UP, Part.HOLD, Part.DOWN, Part.PAUSE]
    assert [span.part for span in last.parts] == [Part.UP, Part.HOLD, Part.DOWN]


def test_a_given_hold_replaces_the_hold_of_the_tempo() -> None:
    dose = Dose(reps=Span.of(1), hold_s=Span.of(5), tempo=Tempo(2, 1, 2, 1))

    step = compile_session(session(item("Lift", dose)), PACING).steps[1]

    assert step.parts == (PartSpan(Part.UP, 2000), PartSpan(Part.HOLD, 5000), PartSpan(Part.DOWN, 2000))


def test_the_low_end_of_every_range_is_played() -> None:
    dose = Dose(sets=Span(2, 4), reps=Span(3, 12), rest_s=0)

    steps = compile_session(session(item("Tilt", dose)), PACING).steps

    assert sum(1 for step in steps if step.is_work) == 6


def test_each_side_gets_its_full_dose_after_time_to_change() -> None:
    dose = Dose(sets=Span.of(2), reps=Span.of(2), side=Side.EACH, rest_s=7)

    steps = compile_session(session(item("Clam", dose)), Pacing(first_side=StepSide.RIGHT)).steps

    assert [(step.kind, step.side, step.set_no) for step in steps if step.rep_no != 2] == [
        (StepKind.PREPARE, StepSide.RIGHT, 1),
        (StepKind.REP, StepSide.RIGHT, 1),
        (StepKind.SWITCH, StepSide.LEFT, 1),
        (StepKind.REP, StepSide.LEFT, 1),
        (StepKind.REST, StepSide.BOTH, 1),
        (StepKind.REP, StepSide.RIGHT, 2),
        (StepKind.SWITCH, StepSide.LEFT, 2),
        (StepKind.REP, StepSide.LEFT, 2),
    ]


def test_alternating_repetitions_change_sides_one_by_one_in_one_set() -> None:
    dose = Dose(reps=Span.of(2), side=Side.ALTERNATING)

    steps = compile_session(session(item("March", dose)), Pacing(prepare_s=0)).steps

    assert [step.side for step in steps] == [StepSide.LEFT, StepSide.RIGHT] * 2
    assert [step.ends_set for step in steps] == [False, False, False, True]


def test_a_circuit_goes_round_set_by_set_and_a_shorter_exercise_drops_out() -> None:
    long = item("A", Dose(sets=Span.of(2), reps=Span.of(1)), group="ring")
    short = item("B", Dose(sets=Span.of(1), reps=Span.of(1)), group="ring")

    steps = compile_session(session(long, short), PACING).steps

    assert [(step.name, step.set_no) for step in steps if step.is_work] == [("A", 1), ("B", 1), ("A", 2)]


def test_rest_inside_an_exercise_is_its_own_and_between_exercises_the_setting() -> None:
    timeline = compile_session(session(BRIDGE, STRETCH), PACING)

    rests = [step.duration_ms for step in timeline.steps if step.kind is StepKind.REST]

    assert rests == [20_000, 10_000]


def test_what_the_person_ends_by_hand_is_open_ended_with_an_estimate() -> None:
    steps = compile_session(session(WALK, BY_HAND), PACING).steps
    open_ones = [step for step in steps if step.open_ended]

    assert [(step.kind, step.duration_ms) for step in open_ones] == [
        (StepKind.HOLD, 60_000),
        (StepKind.REP, 6000),
        (StepKind.REP, 5000),
    ]


def test_preparation_can_be_left_out_for_one_exercise() -> None:
    assert compile_session(session(BRIDGE), Pacing(prepare_s=0)).steps[0].kind is StepKind.REP


def test_an_empty_session_has_an_empty_timeline() -> None:
    timeline = compile_session(session(), PACING)

    assert (timeline.steps, timeline.total_ms) == ((), 0)


@given(any_sessions, pacings)
def test_steps_follow_each_other_without_gap_or_overlap(planned: PlannedSession, pacing: Pacing) -> None:
    timeline = compile_session(planned, pacing)

    at_ms = 0
    for index, step in enumerate(timeline.steps):
        assert (step.index, step.start_ms) == (index, at_ms)
        at_ms = step.end_ms
    assert timeline.total_ms == at_ms == session_ms(planned, pacing)


@given(any_sessions, pacings)
def test_every_set_of_every_side_is_there_once_and_in_order(planned: PlannedSession, pacing: Pacing) -> None:
    timeline = compile_session(planned, pacing)

    ends = [step for step in timeline.steps if step.ends_set]

    for number, one in enumerate(planned.items):
        of_item = [step.set_no for step in ends if step.item == number]
        sides = 2 if one.dose.side is Side.EACH else 1
        assert of_item == [set_no for set_no in range(1, one.dose.played_sets + 1) for _ in range(sides)]
        assert sum(step.ends_exercise for step in ends if step.item == number) == 1


@given(any_sessions, pacings)
def test_repetitions_of_a_block_count_from_one_to_the_last(planned: PlannedSession, pacing: Pacing) -> None:
    timeline = compile_session(planned, pacing)

    for step in timeline.steps:
        block = timeline.block_of(step.index)
        assert step in block
        assert {one.block for one in block} == {step.block}
        if step.is_work:
            assert [one.rep_no for one in block] == list(range(1, step.reps + 1))
            assert step.block_offset_ms == step.start_ms - block[0].start_ms


@given(any_sessions, pacings)
def test_breath_covers_each_repetition_to_the_millisecond(planned: PlannedSession, pacing: Pacing) -> None:
    for step in compile_session(planned, pacing).steps:
        if step.is_work and not step.breath_repeats:
            assert sum(bit.duration_ms for bit in step.breath) == step.duration_ms
