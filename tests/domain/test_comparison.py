"""What differs between two programs, side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.comparison import Change, ItemPair, compare
from facet_desktop.domain.dose import Dose, Span
from facet_desktop.domain.editing.items import add_items, group_items, move_items, remove_items, shift_items
from facet_desktop.domain.editing.sessions import add_session, schedule_session
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.program import PlannedSession, Prescription, Program, ProgramPhase
from tests.domain.programs import programs


def item(slug: str, **changes: Any) -> Prescription:
    plain = Prescription(slug, slug, 1, slug.title(), Dose(reps=Span.of(8)), BreathCode.FREE)
    return replace(plain, **changes)


MORNING = PlannedSession("m", "Morning", items=(item("tilt"), item("bridge"), item("plank")))
PLAN = Program("plan", "Plan", (ProgramPhase("early", Phase.EARLY, "Early", (MORNING,)),))


SLOTS = ("m", "e", "l")


def _spread(places: dict[str, str], reps: int) -> Program:
    """Exercises in the sessions of two phases; some are in none."""

    def made(key: str, name: str) -> PlannedSession:
        doses = Dose(reps=Span.of(reps))
        return PlannedSession(
            key, name, items=tuple(item(one, dose=doses) for one, at in places.items() if at == key)
        )

    early = ProgramPhase("early", Phase.EARLY, "Early", (made("m", "Morning"), made("e", "Evening")))
    return Program(
        "plan", "Plan", (early, ProgramPhase("late", Phase.LATE, "Late", (made("l", "Strength"),)))
    )


shuffled = st.builds(
    _spread,
    st.dictionaries(
        st.sampled_from(("tilt", "bridge", "plank", "walk", "clam")), st.sampled_from((*SLOTS, "none"))
    ),
    st.integers(8, 9),
)
"""Programs of the same exercises, each in any session or in none."""


def of(old: Program, new: Program) -> list[tuple[str, Change]]:
    return [(_name(pair), pair.change) for pair in compare(old, new).items()]


def _name(pair: ItemPair) -> str:
    one = pair.new or pair.old
    assert one is not None
    return one.exercise


@given(programs.filter(lambda program: not any(field == "id" for field, _ in program.problems())))
def test_a_program_is_the_same_as_itself(program: Program) -> None:
    comparison = compare(program, program)
    assert [phase.change for phase in comparison.phases] == [Change.SAME] * len(program.phases)
    assert [pair.new for pair in comparison.items()] == [
        item for _, session in program.sessions() for item in session.items
    ]


def test_added_and_removed_exercises_stand_where_they_are_or_were() -> None:
    new = add_items(remove_items(PLAN, ["bridge"]), "m", [item("walk")])
    assert of(PLAN, new) == [
        ("tilt", Change.SAME),
        ("bridge", Change.REMOVED),
        ("plank", Change.SAME),
        ("walk", Change.ADDED),
    ]


def test_a_changed_dose_names_its_fields() -> None:
    bridge = item("bridge", dose=Dose(Span.of(3), reps=Span.of(10)), note="slowly")
    new = PLAN.with_session("m", lambda one: replace(one, items=(one.items[0], bridge, one.items[2])))
    comparison = compare(PLAN, new)
    changed = [pair for pair in comparison.items() if pair.change is Change.CHANGED]
    assert [pair.fields for pair in changed] == [("dose.sets", "dose.reps", "note")]
    assert (comparison.count(Change.CHANGED), comparison.count(Change.SAME)) == (1, 2)


def test_what_only_moved_says_so() -> None:
    assert of(PLAN, shift_items(PLAN, "m", ["plank"], -1)) in (
        [("tilt", Change.SAME), ("plank", Change.MOVED), ("bridge", Change.SAME)],
        [("tilt", Change.SAME), ("plank", Change.SAME), ("bridge", Change.MOVED)],
    )


TWO = add_session(PLAN, "early", PlannedSession("e", "Evening"))


def test_an_exercise_in_another_session_moved_from_one_to_the_other() -> None:
    comparison = compare(TWO, move_items(TWO, ["tilt"], "e", 0))
    left, *_, came = comparison.items()
    assert (left.old, left.new, left.change) == (item("tilt"), None, Change.MOVED)
    assert (came.old, came.new, came.change) == (item("tilt"), item("tilt"), Change.MOVED)
    assert (left.moved_to and left.moved_to.session.name) == "Evening"
    assert (came.moved_from and came.moved_from.session.name) == "Morning"
    assert {change: comparison.count(change) for change in Change if comparison.count(change)} == {
        Change.SAME: 2,
        Change.MOVED: 1,
    }


def test_a_dose_that_changed_on_the_way_names_its_fields() -> None:
    more = Dose(reps=Span.of(12))
    new = move_items(TWO, ["tilt"], "e", 0).with_session(
        "e", lambda one: replace(one, items=(item("tilt", dose=more),))
    )
    came = list(compare(TWO, new).items())[-1]
    assert (came.change, came.fields) == (Change.CHANGED, ("dose.reps",))
    assert came.moved_from is not None


def test_what_moved_is_not_taken_for_another_of_the_same_exercise() -> None:
    again = replace(item("tilt"), id="other")
    new = add_items(move_items(TWO, ["tilt"], "e", 0), "m", [again])
    comparison = compare(TWO, new)
    assert [pair.new for pair in comparison.items() if pair.change is Change.ADDED] == [again]
    assert comparison.count(Change.MOVED) == 1


def test_an_exercise_moved_out_of_a_session_that_is_gone() -> None:
    late = ProgramPhase("late", Phase.LATE, "Late", (PlannedSession("l", "Strength", items=(item("tilt"),)),))
    new = Program("plan", "Plan", (late,))
    comparison = compare(PLAN, new)
    moved = [pair.moved_from for pair in comparison.items() if pair.moved_from is not None]
    assert [(place.phase.title, place.session.name) for place in moved] == [("Early", "Morning")]
    assert (comparison.count(Change.MOVED), comparison.count(Change.REMOVED)) == (1, 2)


@given(st.data())
def test_every_exercise_of_both_programs_is_told_once(data: st.DataObject) -> None:
    old, new = data.draw(shuffled), data.draw(shuffled)
    comparison = compare(old, new)
    pairs = [pair for pair in comparison.items() if pair.moved_to is None]
    came = {pair.new.id: pair for pair in pairs if pair.new is not None}
    old_items = [one for _, session in old.sessions() for one in session.items]
    new_items = [one for _, session in new.sessions() for one in session.items]
    assert [pair.new for pair in comparison.items() if pair.new is not None] == new_items
    assert sorted(pair.old.id for pair in pairs if pair.old is not None) == sorted(
        one.id for one in old_items
    )
    for pair in comparison.items():
        if pair.moved_to is not None and pair.old is not None:
            arrived = came[pair.old.id]
            assert arrived.new in pair.moved_to.session.items
            assert arrived.moved_from is not None
            assert pair.old in arrived.moved_from.session.items
    shared = {one.id for one in old_items} & {one.id for one in new_items}
    for pair in pairs:
        if pair.change in (Change.ADDED, Change.REMOVED):
            only = pair.new or pair.old
            assert only is not None
            assert only.id not in shared


def test_other_days_are_a_change_of_the_session_alone() -> None:
    comparison = compare(PLAN, schedule_session(PLAN, "m", {0, 2}, 1))
    phase = comparison.phases[0]
    assert (phase.change, phase.sessions[0].change) == (Change.CHANGED, Change.CHANGED)
    assert {pair.change for pair in comparison.items()} == {Change.SAME}


def test_the_same_program_under_other_ids_is_the_same() -> None:
    other = Program(
        "other",
        "Plan",
        (
            ProgramPhase(
                "e2",
                Phase.EARLY,
                "Early",
                (
                    PlannedSession(
                        "m2",
                        "Morning",
                        items=tuple(replace(one, id=f"x{one.id}") for one in MORNING.items),
                    ),
                ),
            ),
        ),
    )
    comparison = compare(PLAN, other)
    assert [phase.change for phase in comparison.phases] == [Change.SAME]
    assert comparison.count(Change.SAME) == 3


def test_another_circuit_is_no_change_but_becoming_one_is() -> None:
    grouped = group_items(PLAN, "m", ["tilt", "bridge"], "g1")
    again = group_items(PLAN, "m", ["tilt", "bridge"], "g2")
    assert {change for _, change in of(grouped, again)} == {Change.SAME}
    assert of(PLAN, grouped)[0] == ("tilt", Change.CHANGED)
