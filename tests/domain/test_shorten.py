from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Span, Tempo
from facet_desktop.domain.program import PlannedSession, Prescription
from facet_desktop.domain.shorten import shorten
from facet_desktop.domain.timeline import Pacing, session_ms

PACING = Pacing(prepare_s=10, between_exercises_s=20)


def item(name: str, sets: int, reps: int = 10) -> Prescription:
    dose = Dose(sets=Span.of(sets), reps=Span.of(reps), rest_s=30, tempo=Tempo(2, 1, 2, 1))
    return Prescription(name, name, 1, name, dose, BreathCode.FREE)


def sets_of(session: PlannedSession) -> list[tuple[str, int]]:
    return [(one.name, one.dose.played_sets) for one in session.items]


def test_sets_go_first_where_most_are_left_and_the_order_stays() -> None:
    session = PlannedSession("s", "Morning", items=(item("a", 2), item("b", 3), item("c", 1)))
    # 6 sets of 59 s, rests of 30 s inside a and b (3 of them), 3 x 10 s to prepare, 2 x 20 s between.
    assert session_ms(session, PACING) == 6 * 59_000 + 3 * 30_000 + 30_000 + 40_000
    assert sets_of(shorten(session, 426_000, PACING)) == [("a", 2), ("b", 2), ("c", 1)]
    assert sets_of(shorten(session, 425_999, PACING)) == [("a", 2), ("b", 2), ("c", 1)]
    assert sets_of(shorten(session, 424_999, PACING)) == [("a", 2), ("b", 1), ("c", 1)]


def test_when_every_exercise_has_one_set_exercises_go_from_the_end() -> None:
    session = PlannedSession("s", "Morning", items=(item("a", 1), item("b", 1), item("c", 1)))
    assert sets_of(shorten(session, 160_000, PACING)) == [("a", 1), ("b", 1)]


def test_something_always_stays() -> None:
    session = PlannedSession("s", "Morning", items=(item("a", 3), item("b", 1)))
    assert sets_of(shorten(session, 1, PACING)) == [("a", 1)]
    empty = PlannedSession("s", "Morning")
    assert shorten(empty, 1, PACING) == empty


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5), st.integers(1, 30))
def test_a_shortened_session_fits_or_is_down_to_one_set(sets: list[int], minutes: int) -> None:
    session = PlannedSession("s", "x", items=tuple(item(f"i{n}", count) for n, count in enumerate(sets)))
    short = shorten(session, minutes * 60_000, PACING)
    fits = session_ms(short, PACING) <= minutes * 60_000
    assert fits or sets_of(short) == [("i0", 1)]
    assert [one.name for one in short.items] == [one.name for one in session.items[: len(short.items)]]
