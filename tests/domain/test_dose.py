import pytest

from facet_desktop.domain.dose import DEFAULT_TEMPO, Dose, Span, Tempo


def test_the_player_takes_the_low_end_of_a_range() -> None:
    dose = Dose(sets=Span(2, 3), reps=Span(6, 8))
    assert (dose.played_sets, dose.played_reps) == (2, 6)


def test_a_prescribed_hold_takes_the_place_of_the_hold_in_the_tempo() -> None:
    dose = Dose(reps=Span.of(10), hold_s=Span(3, 5), tempo=Tempo(2, 9, 2, 2))
    assert dose.repetition_tempo() == Tempo(2, 3, 2, 2)


def test_repetitions_without_a_tempo_take_the_usual_one() -> None:
    assert Dose(reps=Span.of(10)).repetition_tempo() == DEFAULT_TEMPO


@pytest.mark.parametrize(
    ("dose", "field"),
    [
        (Dose(sets=Span.of(0)), "sets"),
        (Dose(sets=Span.of(21)), "sets"),
        (Dose(sets=Span(3, 2)), "sets"),
        (Dose(reps=Span.of(2.5)), "reps"),
        (Dose(hold_s=Span.of(0)), "hold_s"),
        (Dose(rest_s=-1), "rest_s"),
        (Dose(tempo=Tempo(-1, 0, 0, 0)), "tempo"),
        (Dose(reps=Span.of(3), tempo=Tempo(0, 0, 0, 0.5)), "tempo"),
        (Dose(reps=Span.of(3), distance_m=Span.of(20)), "distance_m"),
        (Dose(days_per_week=Span.of(8)), "days_per_week"),
    ],
)
def test_every_unsound_field_is_named(dose: Dose, field: str) -> None:
    assert [name for name, _ in dose.problems()] == [field]


def test_all_problems_are_listed_at_once() -> None:
    dose = Dose(sets=Span.of(0), reps=Span.of(0), rest_s=9999)
    assert {name for name, _ in dose.problems()} == {"sets", "reps", "rest_s"}


@pytest.mark.parametrize(
    ("span", "factor", "whole", "expected"),
    [
        (Span.of(10), 1.1, True, Span.of(11)),
        (Span.of(10), 0.7, True, Span.of(7)),
        (Span(30, 60), 0.7, False, Span(21, 42)),
        (Span.of(1), 0.7, True, Span.of(1)),
    ],
)
def test_scaling_a_span_keeps_the_least_value(span: Span, factor: float, whole: bool, expected: Span) -> None:
    assert span.scaled(factor, least=1, whole=whole) == expected
