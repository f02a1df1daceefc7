"""What differs between two programs, side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given

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


def test_an_exercise_in_another_session_left_one_and_came_into_the_other() -> None:
    two = add_session(PLAN, "early", PlannedSession("e", "Evening"))
    new = move_items(two, ["tilt"], "e", 0)
    assert of(two, new) == [
        ("tilt", Change.REMOVED),
        ("bridge", Change.SAME),
        ("plank", Change.SAME),
        ("tilt", Change.ADDED),
    ]


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
