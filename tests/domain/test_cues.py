from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.cues import Cue, CueKind, cues_between, cues_of
from facet_desktop.domain.dose import Dose, Span
from facet_desktop.domain.program import PlannedSession, Prescription
from facet_desktop.domain.step import Step, StepKind
from facet_desktop.domain.timeline import Pacing, compile_session
from tests.domain.sessions import BRIDGE, PACING, STRETCH, WALK, any_sessions, item, pacings, session


def steps(kind: StepKind, *items: Prescription) -> list[Step]:
    return [step for step in compile_session(session(*items), PACING).steps if step.kind is kind]


def heard(step: Step, extra_ms: int = 0) -> list[tuple[int, str]]:
    return [(cue.at_ms, cue.kind.value) for cue in cues_of(step, extra_ms)]


def test_preparation_is_announced_and_counted_down() -> None:
    (prepare,) = steps(StepKind.PREPARE, BRIDGE)

    assert cues_of(prepare) == (
        Cue(0, CueKind.PREPARE),
        Cue(2000, CueKind.COUNTDOWN, 3),
        Cue(3000, CueKind.COUNTDOWN, 2),
        Cue(4000, CueKind.COUNTDOWN, 1),
    )


def test_only_the_first_repetition_of_a_set_is_a_start() -> None:
    first, second, *_ = steps(StepKind.REP, BRIDGE)

    assert heard(first) == [(0, "start"), (0, "breathe-out"), (3000, "breathe-in")]
    assert heard(second) == [(0, "breathe-out"), (3000, "breathe-in")]


def test_a_long_hold_has_its_middle_and_its_last_three_seconds() -> None:
    hold, _ = steps(StepKind.HOLD, STRETCH)

    times = {kind: [at for at, one in heard(hold) if one == kind] for kind in ("halfway", "countdown")}

    assert times == {"halfway": [18_000], "countdown": [33_000, 34_000, 35_000]}


def test_a_short_hold_is_not_halved() -> None:
    (hold,) = steps(StepKind.HOLD, item("Hold", Dose(hold_s=Span.of(19))))

    assert CueKind.HALFWAY not in {cue.kind for cue in cues_of(hold)}


def test_a_switch_and_a_rest_sound_each_in_their_own_way() -> None:
    assert heard(steps(StepKind.SWITCH, STRETCH)[0])[0] == (0, "switch")
    assert heard(steps(StepKind.REST, BRIDGE)[0])[0] == (0, "rest")


def test_a_step_that_the_person_ends_is_never_counted_down() -> None:
    (walk,) = steps(StepKind.HOLD, WALK)

    assert heard(walk) == [(0, "start")]


def test_added_time_moves_the_countdown_to_the_new_end() -> None:
    (prepare,) = steps(StepKind.PREPARE, BRIDGE)

    assert [at for at, kind in heard(prepare, 15_000) if kind == "countdown"] == [17_000, 18_000, 19_000]


def test_breaths_go_on_sounding_in_the_added_time_of_a_hold() -> None:
    hold, _ = steps(StepKind.HOLD, STRETCH)

    breaths = [at for at, kind in heard(hold, 30_000) if kind.startswith("breathe")]

    assert all(later - earlier <= 10_000 for earlier, later in pairwise(breaths))
    assert breaths[-1] > 56_000


def test_paced_breath_goes_on_through_repetitions_without_starting_again() -> None:
    paced = item("Tilt", Dose(reps=Span.of(3)), BreathCode.PACED)
    row = steps(StepKind.REP, paced)

    breaths = [
        (step.block_offset_ms + cue.at_ms, cue.kind)
        for step in row
        for cue in cues_of(step)
        if cue.kind in (CueKind.BREATHE_IN, CueKind.BREATHE_OUT)
    ]

    assert breaths == [
        (0, CueKind.BREATHE_IN),
        (4000, CueKind.BREATHE_OUT),
        (10_000, CueKind.BREATHE_IN),
        (14_000, CueKind.BREATHE_OUT),
    ]


@given(any_sessions, pacings, st.lists(st.integers(1, 900), max_size=200), st.integers(0, 20_000))
def test_every_cue_sounds_once_however_the_ticks_fall(
    planned: PlannedSession, pacing: Pacing, gaps: list[int], extra_ms: int
) -> None:
    step = compile_session(planned, pacing).steps[-1]
    at_ms = -1
    found: list[Cue] = []
    for gap in gaps:
        found += cues_between(cues_of(step, extra_ms), at_ms, at_ms + gap)
        at_ms += gap

    assert found == [cue for cue in cues_of(step, extra_ms) if cue.at_ms <= at_ms]
