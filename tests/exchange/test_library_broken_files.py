"""Bad files are left out, the rest works, and every fault is named with its file and field."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain.problems import Problem
from facet_desktop.exchange.library_files import read_library
from facet_desktop.exchange.library_reader import read_exercise, read_program
from facet_desktop.exchange.toml_text import MAX_BYTES, write_toml
from facet_desktop.resources import resources_dir
from tests.exchange.library_kit import copy_library, edit, shipped

SOUND = (resources_dir() / "exercises" / "bird-dog.toml").read_bytes()


def sound_table() -> dict[str, Any]:
    return tomllib.loads(SOUND.decode())


def problems_of(table: dict[str, Any]) -> dict[str, str]:
    exercise, problems = read_exercise(write_toml(table).encode(), "mine.toml")
    assert (exercise is None) == bool(problems)
    assert all(problem.file == "mine.toml" for problem in problems)
    return {problem.field: problem.reason for problem in problems}


def test_all_faults_of_a_file_are_listed_at_once() -> None:
    table = sound_table()
    del table["name"]
    table["colour"] = "blue"
    table["steps"] = ["Only one."]
    table["category"] = "yoga"
    table["dose"] |= {"reps": [10, 5], "rest_s": "long"}
    assert problems_of(table) == {
        "name": "is missing",
        "colour": "is not a known field",
        "steps": "needs at least 2 entries, has 1",
        "category": problems_of(table)["category"],
        "dose.reps": "the low end is above the high end",
        "dose.rest_s": "must be a number",
    }
    assert problems_of(table)["category"].startswith("must be one of 'breathing', 'motor-control'")


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"sets": 0}, "dose.sets", "must be between 1 and 20"),
        ({"reps": 2.5}, "dose.reps", "must be a whole number"),
        ({"reps": True}, "dose.reps", "must be a number, or a list of the low and the high end"),
        ({"reps": [1, 2, 3]}, "dose.reps", "must be a number, or a list of the low and the high end"),
        ({"hold_s": float("inf")}, "dose.hold_s", "must be a number, or a list of the low and the high end"),
        ({"reps": "10"}, "dose.reps", "must be a number, or a list of the low and the high end"),
        ({"tempo": [1, 2, 3]}, "dose.tempo", "needs at least 4 entries, has 3"),
        ({"tempo": [1, 2, "a", 4]}, "dose.tempo.3", "must be a number"),
        ({"tempo": [0, 0, 0.5, 0]}, "dose.tempo", "a repetition must last at least 1 second"),
        ({"side": "left"}, "dose.side", "must be one of 'both', 'each', 'alternating'"),
        ({"distance_m": 20}, "dose.distance_m", "cannot be combined with repetitions or a hold"),
        ({"days_per_week": 8}, "dose.days_per_week", "must be between 1 and 7"),
        ({"by_hand": 1}, "dose.by_hand", "must be true or false"),
    ],
)
def test_a_dose_that_cannot_be_meant_is_refused(changes: dict[str, Any], field: str, reason: str) -> None:
    table = sound_table()
    table["dose"] |= changes
    assert problems_of(table) == {field: reason}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"easier": {"slug": "bird-dog"}}, "easier.slug"),
        ({"easier": {"slug": "cat-cow", "text": "smaller"}}, "easier"),
        ({"swap": {}}, "swap"),
        ({"slug": "Bird Dog"}, "slug"),
        ({"version": 0}, "version"),
        ({"aliases": ["one", "one"]}, "aliases"),
        ({"steps": ["One.", " "]}, "steps.2"),
        ({"cue": "a\u0007b"}, "cue"),
        ({"name": "x" * 201}, "name"),
        ({"name": "two\u2028lines"}, "name"),
        ({"name": "turned \u202edraw"}, "name"),
        ({"name": "\u200b \u200b"}, "name"),
        ({"breath": "hypopressive"}, "precautions"),
        ({"source": {"evidence": "hearsay", "note": "Somebody said so."}}, "source.evidence"),
    ],
)
def test_the_field_at_fault_is_named(changes: dict[str, Any], field: str) -> None:
    assert list(problems_of(sound_table() | changes)) == [field]


JUNK = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.datetimes(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(st.characters(codec="ascii", min_codepoint=33), min_size=1), inner, max_size=3
        )
    ),
    max_leaves=4,
)
TOP_FIELDS = sorted(sound_table())
DOSE_FIELDS = sorted(sound_table()["dose"])


@given(field=st.sampled_from(TOP_FIELDS), junk=JUNK)
def test_any_value_in_any_field_is_judged_and_never_raises(field: str, junk: object) -> None:
    found = problems_of(sound_table() | {field: junk})
    assert all(place.split(".")[0] in {field, "slug"} for place in found)


@given(field=st.sampled_from(DOSE_FIELDS), junk=JUNK)
def test_any_value_in_any_part_of_a_dose_is_judged_and_never_raises(field: str, junk: object) -> None:
    table = sound_table()
    table["dose"][field] = junk
    assert all(place.startswith("dose.") for place in problems_of(table))


@given(
    removed=st.sets(st.sampled_from(TOP_FIELDS), min_size=1),
    added=st.dictionaries(st.from_regex(r"[a-z]{8,12}", fullmatch=True), JUNK, max_size=3),
)
def test_missing_and_unknown_fields_are_all_named(removed: set[str], added: dict[str, object]) -> None:
    table = {key: value for key, value in sound_table().items() if key not in removed}
    found = problems_of(table | added)
    optional = {"aliases", "equipment", "precautions", "tempo_words", "easier", "harder", "swap"}
    assert {key for key in found if "." not in key} >= (removed - optional) | set(added)


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_refused_in_words(raw: bytes) -> None:
    exercise, problems = read_exercise(raw, "mine.toml")
    assert exercise is None
    assert problems
    assert all(problem.file == "mine.toml" and problem.reason for problem in problems)


@given(st.integers(0, len(SOUND) - 1), st.integers(1, 255))
def test_one_damaged_byte_never_raises(position: int, change: int) -> None:
    raw = bytearray(SOUND)
    raw[position] ^= change
    exercise, problems = read_exercise(bytes(raw), "mine.toml")
    assert (exercise is None) == bool(problems)


def test_deep_nesting_is_refused_in_words() -> None:
    _, (problem,) = read_exercise(b"a = " + b"[" * 20_000, "mine.toml")
    assert "not valid TOML" in problem.reason


def test_a_bad_file_is_left_out_and_the_rest_works(tmp_path: Path) -> None:
    root = copy_library(tmp_path / "library")
    (root / "exercises" / "clamshell.toml").write_text("slug = ", encoding="utf-8")
    edit(root, "exercises/cat-cow.toml", "sets = 2", "sets = 0")
    (root / "exercises" / "dead-bug.toml").write_bytes(b"\xff\xfe")
    (root / "exercises" / "heel-slide.toml").write_bytes(b"#" * (MAX_BYTES + 1))
    loaded = read_library(root)
    assert len(loaded.library) == 56
    by_file = {problem.file: problem for problem in loaded.problems}
    assert "not valid TOML" in by_file["exercises/clamshell.toml"].reason
    assert "UTF-8" in by_file["exercises/dead-bug.toml"].reason
    assert "larger than" in by_file["exercises/heel-slide.toml"].reason
    assert by_file["exercises/cat-cow.toml"].field == "dose.sets"
    assert loaded.library.exercise("bird-dog").slug == "bird-dog"


def test_whoever_named_a_missing_exercise_is_told_and_still_works(tmp_path: Path) -> None:
    root = copy_library(tmp_path / "library")
    (root / "exercises" / "clamshell.toml").unlink()
    loaded = read_library(root)
    places = {(problem.file, problem.field) for problem in loaded.problems}
    assert ("exercises/side-plank-knees.toml", "easier.slug") in places
    assert ("ladders.toml", "ladders.6.rungs.1") in places
    assert ("programs/no-kneeling-older-adult.toml", "phases.1.sessions.2.items.5.exercise") in places
    assert loaded.library.neighbours("side-plank-knees").easier is None
    assert "no-kneeling-older-adult" not in loaded.library.templates
    assert all("clamshell" not in ladder.slugs() for ladder in loaded.library.ladders)


def test_a_file_must_bear_the_name_of_its_slug(tmp_path: Path) -> None:
    root = copy_library(tmp_path / "library")
    twin = root / "exercises" / "twin.toml"
    twin.write_bytes(SOUND)
    loaded = read_library(root)
    expected = "must be the name of the file without its ending: 'twin'"
    assert loaded.problems == (Problem("exercises/twin.toml", "slug", expected),)
    assert len(loaded.library) == 60


def test_circles_of_easier_and_harder_are_found(tmp_path: Path) -> None:
    root = copy_library(tmp_path / "library")
    edit(root, "exercises/pelvic-tilt.toml", 'slug = "diaphragmatic-breathing"', 'slug = "cat-cow"')
    edit(root, "exercises/perturbed-gait.toml", 'text = "outdoor terrain"', 'slug = "step-over"')
    found = {(problem.file, problem.field): problem.reason for problem in read_library(root).problems}
    assert set(found) == {
        ("exercises/pelvic-tilt.toml", "easier.slug"),
        ("exercises/cat-cow.toml", "easier.slug"),
        ("exercises/cat-stretch.toml", "easier.slug"),
        ("exercises/seated-cat-cow.toml", "easier.slug"),
        ("exercises/perturbed-gait.toml", "harder.slug"),
        ("exercises/step-over.toml", "harder.slug"),
    }
    reason = found["exercises/step-over.toml", "harder.slug"]
    assert reason == "leads back to itself: step-over > perturbed-gait > step-over"


def test_a_kneeling_exercise_needs_a_swap_without_kneeling(tmp_path: Path) -> None:
    root = copy_library(tmp_path / "library")
    edit(root, "exercises/cat-cow.toml", '[swap]\nslug = "seated-cat-cow"', "")
    edit(root, "exercises/cat-stretch.toml", '[swap]\nslug = "seated-cat-cow"', '[swap]\nslug = "bird-dog"')
    found = [(problem.file, problem.field) for problem in read_library(root).problems]
    assert found == [("exercises/cat-cow.toml", "swap"), ("exercises/cat-stretch.toml", "swap.slug")]


def test_a_ladder_or_condition_named_twice_keeps_the_first(tmp_path: Path) -> None:
    root = copy_library(tmp_path / "library")
    edit(root, "ladders.toml", 'slug = "legs"', 'slug = "lift"')
    loaded = read_library(root)
    assert loaded.problems == (Problem("ladders.toml", "ladders.9.slug", "is used twice: 'lift'"),)
    assert [ladder.name for ladder in loaded.library.ladders if ladder.slug == "lift"] == ["Lifting"]


def test_an_empty_place_gives_an_empty_library_and_says_why(tmp_path: Path) -> None:
    loaded = read_library(tmp_path / "nowhere")
    assert len(loaded.library) == 0
    assert {problem.file for problem in loaded.problems} == {
        "exercises", "breathing", "programs", "ladders.toml", "conditions.toml", "red_flags.toml",
        "plan_advice.toml",
    }  # fmt: skip


def test_a_program_file_from_anywhere_is_read_or_its_faults_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    text = (resources_dir() / "programs" / "return-to-lifting.toml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    template, problems = read_program(path, shipped().library)
    assert template == shipped().library.template("return-to-lifting")
    assert problems == []
    broken = text.replace('"loaded-hinge" }', '"loaded-hinges", dose = { sets = 99 } }').replace(
        '"suitcase-carry",', '"suitcase-carry", dose = { reps = 5 },'
    )
    path.write_text(broken, encoding="utf-8")
    template, problems = read_program(path, shipped().library)
    assert template is None
    assert [(problem.file, problem.field) for problem in problems] == [
        ("mine.toml", "phases.1.sessions.1.items.3.exercise"),
        ("mine.toml", "phases.1.sessions.1.items.5.dose.distance_m"),
    ]
