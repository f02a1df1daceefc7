"""Doses typed in one go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.domain.dose_text import check, format_dose, parse_dose, parse_line
from facet_desktop.domain.dose_words import WordKind

PLAIN = Dose()
TEN_SLOW = Dose(sets=Span.of(1), reps=Span.of(10), hold_s=Span.of(5), rest_s=15)


def typed(text: str, base: Dose = PLAIN) -> Dose:
    line = parse_line(text)
    assert check(line, base) == ()
    return line.applied_to(base)


def test_the_two_examples_of_the_manual_read_as_meant() -> None:
    bridge = Dose(sets=Span.of(3), reps=Span.of(10), rest_s=45, tempo=Tempo(3, 2, 4, 0))
    assert typed("bridge 3x10 r45 3-2-4") == bridge
    assert typed("plank 4x20s each") == Dose(sets=Span.of(4), hold_s=Span.of(20), side=Side.EACH)


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("x 3 x 10", Dose(sets=Span.of(3), reps=Span.of(10))),
        ("x 3×8-12", Dose(sets=Span.of(3), reps=Span(8, 12))),
        ("x 2-3x30-60s", Dose(sets=Span(2, 3), hold_s=Span(30, 60))),
        ("x 2x10x5s", Dose(sets=Span.of(2), reps=Span.of(10), hold_s=Span.of(5))),
        ("x 2x400m", Dose(sets=Span.of(2), distance_m=Span.of(400))),
        ("x 2min", Dose(hold_s=Span.of(120))),
        ("x 3 sets 10 reps", Dose(sets=Span.of(3), reps=Span.of(10))),
        ("x 4x20 s alt", Dose(sets=Span.of(4), hold_s=Span.of(20), side=Side.ALTERNATING)),
        ("x 3x10 r1:30", Dose(sets=Span.of(3), reps=Span.of(10), rest_s=90)),
        ("x 3x10 rest2min", Dose(sets=Span.of(3), reps=Span.of(10), rest_s=120)),
        ("x 10 h2,5", Dose(reps=Span.of(10), hold_s=Span.of(2.5))),
        ("x 12 2/day 3-5/week", Dose(reps=Span.of(12), times_per_day=Span.of(2), days_per_week=Span(3, 5))),
        ("x 3x10 3-2-4-1", Dose(sets=Span.of(3), reps=Span.of(10), tempo=Tempo(3, 2, 4, 1))),
        ("x 10 byhand", Dose(reps=Span.of(10), by_hand=True)),
    ],
)
def test_every_spelling_of_the_grammar_is_understood(text: str, dose: Dose) -> None:
    assert typed(text) == dose


def test_what_is_not_typed_stays_as_it_was() -> None:
    assert typed("tilt 2x8", TEN_SLOW) == Dose(sets=Span.of(2), reps=Span.of(8), hold_s=Span.of(5), rest_s=15)
    assert typed("tilt r30", TEN_SLOW) == Dose(reps=Span.of(10), hold_s=Span.of(5), rest_s=30)


def test_another_kind_of_amount_takes_the_place_of_the_old_one() -> None:
    assert typed("tilt 4x20s", TEN_SLOW).reps is None
    assert typed("tilt 400m", TEN_SLOW) == Dose(distance_m=Span.of(400), rest_s=15)
    assert typed("tilt free", TEN_SLOW) == Dose(rest_s=15)
    assert typed("tilt 10", Dose(hold_s=Span.of(30))) == Dose(reps=Span.of(10))


def test_a_tempo_says_the_hold_unless_a_hold_is_typed_too() -> None:
    assert typed("tilt 3-2-4", TEN_SLOW).hold_s is None
    assert typed("tilt 3-2-4 h6", TEN_SLOW).hold_s == Span.of(6)


def test_the_first_word_is_always_the_name() -> None:
    line = parse_line("90-90 rest 2min")
    assert line.name == "90-90 rest"
    assert line.applied_to(PLAIN).hold_s == Span.of(120)


@pytest.mark.parametrize(
    ("text", "part", "sentence"),
    [
        ("bridge 3x10 fast", "fast", "“fast” is not understood"),
        ("bridge 3x10 rest", "rest", "such as r45"),
        ("bridge 3x10 4x5", "4x5", "a second time"),
        ("bridge 300x10", "300x10", "sets must be between 1 and 20"),
        ("bridge 3x10 r5000", "r5000", "the rest must be between 0 and 900 seconds"),
        ("bridge 3x12-8", "3x12-8", "the low end is above the high end"),
    ],
)
def test_each_mistake_is_named_at_its_place(text: str, part: str, sentence: str) -> None:
    problem = check(parse_line(text), PLAIN)[0]
    assert text[problem.start : problem.end] == part
    assert sentence in str(problem)


def test_the_hint_knows_what_can_still_be_typed() -> None:
    assert parse_line("bridge 3x10").missing() == (WordKind.REST, WordKind.TEMPO, WordKind.SIDE)
    assert not parse_line("bridge").has_dose


def _ranges(low: float, high: float, *, whole: bool) -> st.SearchStrategy[Span]:
    numbers = st.integers(int(low), int(high)).map(float)
    parts = numbers if whole else numbers | st.integers(int(low * 10), int(high * 10)).map(lambda n: n / 10)
    return st.tuples(parts, parts).map(lambda pair: Span(min(pair), max(pair)))


_tempo_parts = st.sampled_from((0.0, 0.5, 1.0, 2.0, 10.0))
_tempos = st.none() | st.builds(Tempo, st.sampled_from((1.0, 2.5)), *[_tempo_parts] * 3)
_reps, _holds = _ranges(1, 200, whole=True), _ranges(1, 3600, whole=False)
_amounts: st.SearchStrategy[dict[str, Span]] = st.one_of(
    st.fixed_dictionaries({"reps": _reps}),
    st.fixed_dictionaries({"hold_s": _holds}),
    st.fixed_dictionaries({"reps": _reps, "hold_s": _holds}),
    st.fixed_dictionaries({"distance_m": _ranges(1, 10_000, whole=False)}),
    st.just({}),
)
sound_doses = st.builds(
    lambda amount, **rest: Dose(**amount, **rest),
    _amounts,
    sets=_ranges(1, 20, whole=True),
    rest_s=st.integers(0, 900).map(float) | st.just(12.5),
    tempo=_tempos,
    side=st.sampled_from(Side),
    times_per_day=_ranges(1, 12, whole=True),
    days_per_week=_ranges(1, 7, whole=True),
    by_hand=st.booleans(),
)


@given(sound_doses)
def test_every_sound_dose_survives_being_written_and_read(dose: Dose) -> None:
    assert dose.problems() == []
    line = parse_dose(format_dose(dose))
    assert check(line, PLAIN) == ()
    assert line.applied_to(PLAIN) == dose


@given(st.text(max_size=40))
def test_no_text_is_too_strange_to_be_judged(text: str) -> None:
    for problem in check(parse_line(text), TEN_SLOW):
        assert 0 <= problem.start <= problem.end <= len(text)
        assert str(problem)
