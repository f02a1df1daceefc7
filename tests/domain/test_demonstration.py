"""An exercise shown again and again: position, side and breath follow from one elapsed time."""

import pytest

from facet_desktop.domain.breathing import BreathCode, BreathPhase
from facet_desktop.domain.demonstration import CYCLE_MS, demonstration
from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.domain.exercise import Exercise
from facet_desktop.domain.step import Part, StepSide
from tests.domain.editing.exercises import exercise

SLOW = Dose(sets=Span.of(2), reps=Span.of(8), tempo=Tempo(3, 2, 4, 1))


def slow_bridge(dose: Dose = SLOW) -> Exercise:
    return exercise("bridge", dose=dose, breath=BreathCode.EXHALE_ON_EFFORT)


@pytest.mark.parametrize(
    ("at_ms", "part", "position"),
    [(0, Part.UP, 0.0), (3_000, Part.HOLD, 1.0), (5_000, Part.DOWN, 1.0), (9_500, Part.PAUSE, 0.0)],
)
def test_the_figure_moves_in_the_tempo_of_the_dose(at_ms: int, part: Part, position: float) -> None:
    shown = demonstration(slow_bridge()).at(at_ms)
    assert shown.part is part
    assert shown.position == pytest.approx(position)


def test_it_begins_again_after_the_last_part() -> None:
    show = demonstration(slow_bridge())
    assert show.duration_ms == 10_000
    assert show.at(11_500).position == pytest.approx(show.at(1_500).position)


def test_breath_follows_the_same_time() -> None:
    show = demonstration(slow_bridge())
    assert show.at(1_000).breath.phase is BreathPhase.OUT
    assert show.at(6_000).breath.phase is BreathPhase.IN


def test_a_long_hold_is_cut_short_and_gets_time_to_move() -> None:
    held = slow_bridge(dose=Dose(hold_s=Span.of(30)))
    assert [span.duration_ms for span in demonstration(held).parts] == [2_000, 6_000, 2_000, 1_000]


def test_sides_change_by_turns_where_the_dose_alternates() -> None:
    turns = slow_bridge(dose=Dose(reps=Span.of(8), tempo=Tempo(1, 1, 1, 1), side=Side.ALTERNATING))
    show = demonstration(turns)
    assert [show.at(at, StepSide.RIGHT).side for at in (0, 4_000, 8_000)] == [
        StepSide.RIGHT,
        StepSide.LEFT,
        StepSide.RIGHT,
    ]


def test_a_walk_goes_on_in_rounds() -> None:
    walk = slow_bridge(dose=Dose(hold_s=Span.of(600)))
    show = demonstration(walk, cyclic=True)
    assert show.at(CYCLE_MS * 3).position == pytest.approx(3.0)
