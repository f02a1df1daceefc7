from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain.breath_binding import bind_breath, rhythm
from facet_desktop.domain.breathing import (
    FREE_BREATH,
    MIN_CYCLE_S,
    PACED_PARTS,
    BreathCode,
    BreathPart,
    BreathPattern,
    BreathPhase,
    breath_in_parts,
    fill,
)
from facet_desktop.domain.step import Part, PartSpan

IN, FULL, OUT, EMPTY, FREE = BreathPhase
BOX = BreathPattern("box", "Box", 4, 4, 4, 4, (120, 300), None, True, "", "", "")

spans = st.integers(0, 60_000)
parts = st.lists(st.builds(PartSpan, st.sampled_from(Part), spans), max_size=4).map(tuple)
codes = st.sampled_from(BreathCode)


def spoken(code: BreathCode, *spans: tuple[Part, int], allow_pauses: bool = True) -> list[tuple[str, int]]:
    """The breath of a repetition as pairs that are easy to read."""
    row = tuple(PartSpan(part, ms) for part, ms in spans)
    bound = bind_breath(code, row, rhythm(allow_pauses=allow_pauses))
    return [(bit.phase.value, bit.duration_ms) for bit in bound]


LIFT = ((Part.UP, 3000), (Part.HOLD, 2000), (Part.DOWN, 4000), (Part.PAUSE, 1000))


def test_out_on_the_effort_carries_a_short_hold_and_in_covers_the_way_back() -> None:
    assert spoken(BreathCode.EXHALE_ON_EFFORT, *LIFT) == [("out", 5000), ("in", 5000)]


def test_a_longer_hold_gets_breaths_of_its_own() -> None:
    long = ((Part.UP, 3000), (Part.HOLD, 12_000), (Part.DOWN, 3000))

    assert spoken(BreathCode.EXHALE_ON_EFFORT, *long) == [
        ("out", 3000), ("in", 3000), ("out", 3000), ("in", 3000), ("out", 3000), ("in", 3000),
    ]  # fmt: skip


def test_out_on_the_way_back_is_in_while_lowering() -> None:
    assert spoken(BreathCode.EXHALE_ON_RETURN, *LIFT) == [("in", 5000), ("out", 5000)]


def test_a_stretch_eases_in_on_the_out_breath_and_goes_on_slowly() -> None:
    hold = ((Part.UP, 3000), (Part.HOLD, 20_000), (Part.DOWN, 3000))

    assert spoken(BreathCode.STRETCH, *hold) == [
        ("out", 3000), ("in", 4000), ("out", 6000), ("in", 4000), ("out", 6000), ("in", 3000),
    ]  # fmt: skip


def test_the_hypopressive_pause_is_left_out_where_it_is_not_allowed() -> None:
    row = ((Part.UP, 6000), (Part.HOLD, 8000), (Part.DOWN, 4000))

    assert spoken(BreathCode.HYPOPRESSIVE, *row) == [("out", 6000), ("empty", 8000), ("in", 4000)]
    assert spoken(BreathCode.HYPOPRESSIVE, *row, allow_pauses=False) == [
        ("out", 6000), ("in", 4000), ("out", 4000), ("in", 4000),
    ]  # fmt: skip


def test_nobody_is_hurried_by_repetitions_shorter_than_a_breath() -> None:
    assert spoken(BreathCode.WAVE, (Part.UP, 1500), (Part.DOWN, 1500)) == [("free", 3000)]


def test_a_repetition_below_six_seconds_is_left_to_free_breathing_with_its_pause_counted() -> None:
    short = (PartSpan(Part.UP, 2000), PartSpan(Part.DOWN, 2000))

    assert [bit.phase for bit in bind_breath(BreathCode.EXHALE_ON_EFFORT, short)] == [FREE]
    assert [bit.phase for bit in bind_breath(BreathCode.EXHALE_ON_EFFORT, short, cycle_ms=6000)] == [OUT, IN]


@pytest.mark.parametrize(
    ("delta_s", "paced", "quiet"),
    [(-1, (3000, 5000), (2000, 4000)), (0, (4000, 6000), (3000, 3000)), (1, (5000, 7000), (4000, 4000))],
)
def test_breaths_of_their_own_can_be_a_second_longer_or_shorter(
    delta_s: int, paced: tuple[int, int], quiet: tuple[int, int]
) -> None:
    found = rhythm(delta_s)

    assert tuple(bit.duration_ms for bit in found.paced) == paced
    assert tuple(bit.duration_ms for bit in found.quiet) == quiet
    hold = (PartSpan(Part.HOLD, 3 * sum(paced)),)
    assert [bit.duration_ms for bit in bind_breath(BreathCode.STRETCH, hold, found)] == [*paced] * 3
    assert bind_breath(BreathCode.PACED, hold, found) == found.paced


def test_paced_breath_is_four_in_and_six_out_whatever_the_movement() -> None:
    row = (PartSpan(Part.UP, 1234), PartSpan(Part.DOWN, 777))

    assert bind_breath(BreathCode.PACED, row) == PACED_PARTS


@given(codes.filter(lambda code: code is not BreathCode.PACED), parts, st.booleans())
def test_the_breath_lasts_exactly_as_long_as_the_movement(
    code: BreathCode, row: tuple[PartSpan, ...], allow_pauses: bool
) -> None:
    bound = bind_breath(code, row, rhythm(allow_pauses=allow_pauses))

    assert sum(bit.duration_ms for bit in bound) == sum(span.duration_ms for span in row)
    assert all(bit.duration_ms > 0 for bit in bound)


@given(codes, parts)
def test_the_breath_is_never_held_where_that_is_forbidden(
    code: BreathCode, row: tuple[PartSpan, ...]
) -> None:
    phases = {bit.phase for bit in bind_breath(code, row, rhythm(allow_pauses=False))}

    assert not phases & {FULL, EMPTY}


@given(spans)
def test_whole_breaths_fill_a_time_exactly_and_never_below_six_seconds(duration_ms: int) -> None:
    filled = fill(PACED_PARTS, duration_ms)

    assert sum(bit.duration_ms for bit in filled) == duration_ms
    cycles = [one.duration_ms + two.duration_ms for one, two in pairwise(filled) if one.phase is IN]
    assert all(cycle >= MIN_CYCLE_S * 1000 - 1 for cycle in cycles)
    if duration_ms >= MIN_CYCLE_S * 1000:
        assert [bit.phase for bit in filled] == [IN, OUT] * (len(filled) // 2)


@pytest.mark.parametrize(
    ("at_ms", "phase", "volume", "remaining_ms"),
    [
        (0, IN, 0.0, 4000),
        (2000, IN, 0.5, 2000),
        (4000, OUT, 1.0, 6000),
        (7000, OUT, 0.5, 3000),
        (10_000, IN, 0.0, 4000),
        (-1000, OUT, 0.067, 1000),
    ],
)
def test_a_paced_breath_read_at_an_instant(
    at_ms: int, phase: BreathPhase, volume: float, remaining_ms: int
) -> None:
    moment = breath_in_parts(PACED_PARTS, at_ms)

    assert (moment.phase, moment.remaining_ms) == (phase, remaining_ms)
    assert moment.volume == pytest.approx(volume, abs=0.001)


def test_a_breath_that_does_not_repeat_stays_at_its_end() -> None:
    moment = breath_in_parts(PACED_PARTS, 99_000, repeat=False)

    assert (moment.phase, moment.remaining_ms) == (OUT, 1)
    assert moment.volume == pytest.approx(0, abs=0.001)


def test_no_parts_mean_free_breathing() -> None:
    assert breath_in_parts((), 500) == FREE_BREATH


@given(st.integers(0, 60_000))
def test_the_disc_never_jumps_within_a_pattern(at_ms: int) -> None:
    row = BOX.parts()

    step = abs(breath_in_parts(row, at_ms + 16).volume - breath_in_parts(row, at_ms).volume)

    assert step < 0.02


def test_leaving_out_the_holds_keeps_the_cycle_slow_enough() -> None:
    short = BreathPattern("s", "Short", 2, 4, 2, 4, (60, 60), None, True, "", "", "")

    calm = short.without_holds()

    assert (calm.in_s, calm.full_s, calm.out_s, calm.empty_s) == (2, 0, 4, 0)
    assert not calm.holds_breath


@given(st.floats(-10, 10, allow_nan=False))
def test_adjusting_never_goes_below_the_shortest_cycle(delta_s: float) -> None:
    adjusted = BOX.without_holds().adjusted(delta_s)

    assert adjusted.cycle_s >= MIN_CYCLE_S - 1e-9
    assert adjusted.full_s == adjusted.empty_s == 0


def test_one_second_more_lengthens_every_part_that_there_is() -> None:
    assert [bit.duration_ms for bit in BOX.adjusted(1).parts()] == [5000] * 4


def test_a_breath_part_of_no_length_is_left_out() -> None:
    assert BOX.without_holds().parts() == (BreathPart(IN, 4000), BreathPart(OUT, 4000))
