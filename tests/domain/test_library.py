"""The library value: neighbours, swaps, own exercises, conditions, templates."""

from dataclasses import replace

import pytest

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.condition import Condition, cautions
from facet_desktop.domain.dose import Dose, Side, Span
from facet_desktop.domain.exercise import (
    Category,
    Evidence,
    Exercise,
    Load,
    Neighbour,
    Phase,
    Precaution,
    Source,
    StartPosition,
    Turn,
)
from facet_desktop.domain.ladder import Ladder, Rung
from facet_desktop.domain.library import Library
from facet_desktop.domain.library_checks import exercise_problems, library_problems
from facet_desktop.domain.shelf import Shelf
from facet_desktop.domain.templates import MAX_EFFORT, DoseChange, prescribe


def exercise(slug: str, *precautions: Precaution, **neighbours: Neighbour | None) -> Exercise:
    return Exercise(
        slug=slug,
        version=3,
        name=slug.title(),
        aliases=(f"old {slug}",),
        phases=(Phase.EARLY,),
        category=Category.MOBILITY,
        position=StartPosition.SITTING,
        loads=(Load.NEUTRAL,),
        targets=("back",),
        equipment=(),
        precautions=precautions,
        dose=Dose(sets=Span.of(2), reps=Span.of(8, 10)),
        breath=BreathCode.FREE,
        purpose="Moves the back.",
        steps=("One.", "Two."),
        faults=("Do not rush",),
        easier=neighbours.get("easier"),
        harder=neighbours.get("harder"),
        swap=neighbours.get("swap"),
        source=Source(Evidence.OWN, "Own."),
    )


def to(slug: str) -> Neighbour:
    return Neighbour(slug=slug)


def test_an_entry_is_built_once_and_only_when_asked_for() -> None:
    built: list[str] = []

    def make(slug: str) -> Exercise:
        built.append(slug)
        return exercise(slug)

    shelf = Shelf({"a": lambda: make("a"), "b": lambda: make("b")})
    assert "a" in shelf
    assert len(shelf) == 2
    assert built == []
    assert shelf["a"] is shelf["a"]
    assert built == ["a"]
    assert [one.slug for one in shelf.all()] == ["a", "b"]
    assert built == ["a", "b"]


def test_an_unknown_slug_raises_or_reads_as_none() -> None:
    library = Library.of([exercise("a")])
    with pytest.raises(KeyError):
        library.exercise("b")
    assert library.find("b") is None
    assert library.find(None) is None


def test_neighbours_are_exercises_or_words() -> None:
    library = Library.of(
        [exercise("a", easier=to("b"), harder=Neighbour(text="slower"), swap=to("gone")), exercise("b")]
    )
    around = library.neighbours("a")
    assert around.easier == library.exercise("b")
    assert (around.harder, around.harder_text) == (None, "slower")
    assert (around.swap, around.swap_text) == (None, None)


def test_own_exercises_join_and_replace_without_touching_the_first_library() -> None:
    library = Library.of([exercise("a"), exercise("b")])
    own = replace(exercise("b"), name="Our own b", aliases=("ours",))
    merged = library.with_exercises([own, exercise("c")])
    assert merged.slugs() == ("a", "b", "c")
    assert merged.exercise("b").name == merged.labels["b"].name == "Our own b"
    assert merged.labels["b"].aliases == ("ours",)
    assert library.slugs() == ("a", "b")
    assert library.exercise("b").name == "B"


def test_a_swap_is_searched_until_nothing_stands_against_it() -> None:
    kneel, wrist = Precaution.KNEEL, Precaution.WRIST
    library = Library.of(
        [
            exercise("a", kneel, wrist, swap=to("b"), easier=to("d")),
            exercise("b", wrist, swap=to("c"), easier=to("a")),
            exercise("c"),
            exercise("d", kneel),
        ]
    )
    nearest = library.swap_for("a", frozenset({kneel}))
    assert nearest is not None
    assert nearest.slug == "b"
    further = library.swap_for("a", frozenset({kneel, wrist}))
    assert further is not None
    assert further.slug == "c"
    assert library.swap_for("d", frozenset({kneel})) is None


def test_ladders_are_found_by_any_of_their_rungs() -> None:
    ladder = Ladder("one", "One", (Rung("a"), Rung("b", "longer", ("c",))), "Own.")
    library = Library.of([exercise("a")], [ladder])
    assert library.ladders_with("c") == (ladder,)
    assert library.ladders_with("z") == ()


def test_circles_unknown_slugs_and_bad_swaps_are_all_reported() -> None:
    library = Library.of(
        [
            exercise("a", easier=to("b")),
            exercise("b", easier=to("a"), harder=to("gone")),
            exercise("c", Precaution.KNEEL, swap=to("d")),
            exercise("d", Precaution.KNEEL, swap=to("e")),
            exercise("e", easier=to("a")),
        ],
        [Ladder("one", "One", (Rung("a"), Rung("lost")), "Own.")],
    )
    found = {(problem.file, problem.field) for problem in library_problems(library)}
    assert found == {
        ("exercises/a.toml", "easier.slug"),
        ("exercises/b.toml", "easier.slug"),
        ("exercises/b.toml", "harder.slug"),
        ("exercises/c.toml", "swap.slug"),
        ("ladders.toml", "ladders.1.rungs.2"),
    }


def test_repetitions_go_through_the_turns_of_the_figure_that_is_shown() -> None:
    round_trip = replace(exercise("clock"), turns=(Turn("forward", "clock"), Turn("back", "clock-back")))
    assert [turn and turn.words for turn in map(round_trip.turn, range(1, 5))] == [
        "forward", "back", "forward", "back",
    ]  # fmt: skip
    assert replace(round_trip, figure="picture-1").turn(1) is None
    assert replace(round_trip, slug="copy", figure="clock").turn(2) == Turn("back", "clock-back")
    assert exercise("plain").turn(1) is None


def test_sides_can_alternate_only_in_counted_repetitions() -> None:
    walking = replace(exercise("a"), dose=Dose(hold_s=Span.of(300), side=Side.ALTERNATING))
    assert [field for field, _ in exercise_problems(walking)] == ["dose.side"]


def condition(slug: str, *, avoid: tuple[Precaution, ...] = (), only: bool = False) -> Condition:
    return Condition(
        slug, slug, frozenset(avoid), frozenset({Precaution.BALANCE}), "Take care.", only, "Own."
    )


def test_cautions_name_the_condition_and_the_shared_tags() -> None:
    knee = condition("knee", avoid=(Precaution.KNEEL, Precaution.WRIST))
    surgery = condition("surgery", only=True)
    kneeling = exercise("a", Precaution.KNEEL, Precaution.BALANCE)
    first, second = cautions(kneeling, [knee, surgery])
    assert first.avoid == frozenset({Precaution.KNEEL})
    assert first.ease == frozenset({Precaution.BALANCE})
    assert second.condition is surgery
    assert cautions(exercise("b"), [knee]) == ()
    assert [one.condition for one in cautions(exercise("b"), [knee, surgery])] == [surgery]


def test_a_dose_change_touches_only_what_it_names() -> None:
    dose = exercise("a").dose
    assert DoseChange().applied_to(dose) == dose
    changed = DoseChange(sets=Span.of(1), rest_s=0.0, by_hand=False).applied_to(dose)
    assert changed == replace(dose, sets=Span.of(1), rest_s=0.0)


def test_a_prescription_remembers_dose_version_and_neighbours() -> None:
    one = exercise("a", easier=to("b"), harder=Neighbour(text="slower"), swap=to("c"))
    prescription = prescribe(one, "item-1", Phase.MIDDLE)
    assert (prescription.exercise, prescription.exercise_version) == ("a", 3)
    assert prescription.dose == one.dose
    assert prescription.swap == "c"
    assert prescription.rule is not None
    assert prescription.rule.max_effort == MAX_EFFORT[Phase.MIDDLE] == 6
    assert (prescription.rule.easier, prescription.rule.harder) == ("b", None)
    assert prescribe(one, "item-2", Phase.FLARE).rule is None
