"""An exercise written as TOML reads back as the same exercise."""

import pytest

from facet_desktop.domain.exercise import Exercise
from facet_desktop.exchange.exercise_toml import exercise_to_toml
from facet_desktop.exchange.library_reader import read_exercise
from facet_desktop.resources import resources_dir
from tests.exchange.library_kit import shipped


@pytest.mark.parametrize("exercise", shipped().library.exercises(), ids=lambda one: one.slug)
def test_writing_and_reading_changes_nothing(exercise: Exercise) -> None:
    text = exercise_to_toml(exercise)
    assert read_exercise(text.encode(), "copy.toml") == (exercise, [])


def test_the_written_form_is_the_one_that_ships() -> None:
    exercise = shipped().library.exercise("bird-dog")
    shipped_text = (resources_dir() / "exercises" / "bird-dog.toml").read_text(encoding="utf-8")
    assert exercise_to_toml(exercise) == shipped_text
