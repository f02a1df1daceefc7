"""Finding exercises by a few letters, even wrong ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from facet_desktop.domain.exercise import Category, Load, Phase, Precaution, StartPosition
from facet_desktop.domain.library import Library
from facet_desktop.services.exercise_search import NO_FILTERS, ExerciseSearch, Filters
from tests.domain.editing.exercises import exercise

LIBRARY = Library.of(
    [
        exercise("segmental-bridge", aliases=("roll-up bridge",), precautions=(Precaution.SUPINE,)),
        exercise("marching-bridge", phases=(Phase.MIDDLE,), equipment=("mat",)),
        exercise("front-plank", aliases=("prone bridge",), precautions=(Precaution.PRONE, Precaution.WRIST)),
        exercise(
            "single-knee-to-chest",
            aliases=("knee to chest",),
            category=Category.FLEXION_STRETCH,
            loads=(Load.FLEXION,),
        ),
        exercise("bird-dog", precautions=(Precaution.KNEEL,), position=StartPosition.QUADRUPED),
        exercise(
            "childs-pose", name="Child’s pose", precautions=(Precaution.KNEEL,), equipment=("mat", "pillow")
        ),
    ]
)


@pytest.fixture
def search() -> ExerciseSearch:
    return ExerciseSearch(LIBRARY)


def slugs(search: ExerciseSearch, query: str, filters: Filters = NO_FILTERS) -> list[str]:
    return [one.slug for one in search.find(query, filters)]


def test_what_an_exercise_needs_is_searched_too(search: ExerciseSearch) -> None:
    assert slugs(search, "pillow") == ["childs-pose"]


def test_a_word_spelt_right_is_no_slip_of_a_shorter_one() -> None:
    known = [exercise("wall-plank"), exercise("arm-lift", name="All-fours arm and leg lift")]
    assert slugs(ExerciseSearch(Library.of(known)), "wall") == ["wall-plank"]
    assert slugs(ExerciseSearch(Library.of(known)), "band") == []
    assert slugs(ExerciseSearch(Library.of(known)), "arms") == ["arm-lift"]


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("segmental bridge", "segmental-bridge"),
        ("Segm", "segmental-bridge"),
        ("roll up", "segmental-bridge"),
        ("brid dog", "bird-dog"),
        ("plnak", "front-plank"),
        ("kneechest", "single-knee-to-chest"),
        ("knee chest", "single-knee-to-chest"),
        ("childs", "childs-pose"),
        ("CHILD'S POSE", "childs-pose"),
        ("marchign brigde", "marching-bridge"),
        ("flexion stretch", "single-knee-to-chest"),
    ],
)
def test_the_exercise_that_was_meant_comes_first(search: ExerciseSearch, query: str, best: str) -> None:
    found = search.best(query)
    assert found is not None
    assert found.slug == best


def test_names_come_before_other_names(search: ExerciseSearch) -> None:
    assert slugs(search, "bridge") == ["marching-bridge", "segmental-bridge", "front-plank"]


def test_nothing_is_found_for_nonsense(search: ExerciseSearch) -> None:
    assert slugs(search, "zzzz") == []
    assert search.best("qx") is None


def test_without_a_query_everything_is_listed_by_name(search: ExerciseSearch) -> None:
    assert slugs(search, "  ") == sorted(LIBRARY.slugs())


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(phases=frozenset({Phase.MIDDLE})), ["marching-bridge"]),
        (Filters(categories=frozenset({Category.FLEXION_STRETCH})), ["single-knee-to-chest"]),
        (Filters(positions=frozenset({StartPosition.QUADRUPED})), ["bird-dog"]),
        (Filters(loads=frozenset({Load.FLEXION})), ["single-knee-to-chest"]),
        (Filters(equipment=frozenset({"mat"})), ["childs-pose", "marching-bridge"]),
        (
            Filters(without=frozenset({Precaution.KNEEL, Precaution.SUPINE})),
            ["front-plank", "marching-bridge", "single-knee-to-chest"],
        ),
        (
            Filters(
                equipment=frozenset({"mat"}), only_own_equipment=True, without=frozenset({Precaution.KNEEL})
            ),
            ["front-plank", "marching-bridge", "segmental-bridge", "single-knee-to-chest"],
        ),
    ],
)
def test_filters_leave_only_what_fits(search: ExerciseSearch, filters: Filters, expected: list[str]) -> None:
    assert slugs(search, "", filters) == expected


def test_filters_and_words_work_together(search: ExerciseSearch) -> None:
    assert slugs(search, "bridge", Filters(without=frozenset({Precaution.SUPINE}))) == [
        "marching-bridge",
        "front-plank",
    ]


def test_the_first_answers_can_be_asked_for(search: ExerciseSearch) -> None:
    assert len(search.find("", limit=2)) == 2


def test_everything_that_is_needed_is_listed(search: ExerciseSearch) -> None:
    assert search.equipment() == ("mat", "pillow")


def test_the_search_costs_nothing_before_it_is_used() -> None:
    code = "import sys, facet_desktop.services.exercise_search; sys.exit('rapidfuzz' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
