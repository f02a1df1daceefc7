"""Whether every exercise that ships says what the table of the clinical reference says, cell by cell."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.domain.exercise import Evidence, Exercise, Load, Neighbour, Phase, Precaution
from tests.exchange.library_kit import shipped

LIBRARY = shipped().library

PHASES = {"E": Phase.EARLY, "M": Phase.MIDDLE, "L": Phase.LATE, "X": Phase.MAINTENANCE}
SIDES = {"B": Side.BOTH, "U": Side.EACH, "A": Side.ALTERNATING}
LOADS = dict(zip("FNRSE", Load, strict=True))
TAGS = {
    "KNEEL": Precaution.KNEEL,
    "WRIST": Precaution.WRIST,
    "SHLD": Precaution.SHOULDER,
    "FLEX": Precaution.FLEXION,
    "EXT": Precaution.EXTENSION,
    "ROT": Precaution.ROTATION,
    "LOAD": Precaution.LOAD,
    "SUP": Precaution.SUPINE,
    "PRONE": Precaution.PRONE,
    "BAL": Precaution.BALANCE,
    "APNEA": Precaution.APNEA,
    "PRESS": Precaution.PRESSURE,
    "KNEEFLEX": Precaution.KNEE_FLEXION,
    "HEAD": Precaution.HEAD_DOWN,
}
BREATHS = {
    # Squats, hinges and lunges are hard on the way back, and breathing out belongs to the effort.
    "EFF": {BreathCode.EXHALE_ON_EFFORT, BreathCode.EXHALE_ON_RETURN},
    "STR": {BreathCode.STRETCH},
    "WAVE": {BreathCode.WAVE},
    "HOLD": {BreathCode.ENGAGE_HOLD},
    "P46": {BreathCode.PACED},
    "FREE": {BreathCode.FREE},
    "HYPO": {BreathCode.HYPOPRESSIVE},
}
MARKS = {
    "s": Evidence.SOURCE,
    "s (sets proposed)": Evidence.SOURCE_PART,
    "s (seed no count)": Evidence.SOURCE_PART,
    "s*": Evidence.SOURCE_EXERCISE,
    "k": Evidence.KNOWLEDGE,
}

# Doses that the table gives in a form that no clock can count, as their source notes say.
IN_WORDS = {
    "pelvic-tilt": "1x10x3-5s",  # the sources say 3 to 5 seconds
    "peanut-extensor-mobilization": "3-4x15",  # a minute of rolls of 4 seconds on each level
    "foam-roll-glutes": "1x15",
    "front-plank": "4x10-30s r30",
    "side-plank": "4x10-30s r30",
    "multidirectional-lunge": "2x12 r60",  # three directions, four times each
    "step-over": "3x5 r45",  # ten steps, five with each leg
    "walking-intervals": "3x5-10min",
    "low-impact-cardio": "1x10-30min",
}
# Walking and holding cannot change sides by repetition: nothing is counted.
WITHOUT_SIDES = {"perturbed-gait", "walking-intervals"}
SECONDS = {"s": 1, "min": 60}
DOSE = re.compile(
    r"(?P<sets>[\d-]+)x(?:(?P<hold>[\d-]+) ?(?P<unit>s|min)|(?P<metres>[\d-]+) m|(?P<reps>[\d-]+)"
    r"(?:x(?P<each>[\d-]+)s)?)(?:/side)?(?: r(?P<rest>\d+))?$"
)


def rows() -> dict[str, dict[str, str]]:
    text = (Path(__file__).parents[1] / "data" / "exercise_table.txt").read_text(encoding="utf-8")
    head, *lines = [line.split("|") for line in text.splitlines() if not line.startswith("#")]
    return {line[0]: dict(zip(head, line, strict=True)) for line in lines}


ROWS = rows()


def span(text: str, factor: int = 1) -> Span:
    low, _, high = text.partition("-")
    return Span(float(low) * factor, float(high or low) * factor)


def tempo(text: str) -> Tempo | None:
    parts = re.fullmatch(r"(\d+)-(\d+)-(\d+)-(\d+)", text)
    return Tempo(*map(float, parts.groups())) if parts else None


def written(row: dict[str, str]) -> Dose:
    """The dose of a row; the tempo of paced breathing is its breath, and of a roll is 2 seconds each way."""
    found = DOSE.match(IN_WORDS.get(row["id"], row["dose"]))
    assert found, row["dose"]
    part = found.groupdict()
    daily, weekly = row["freq"].split(";")
    paced = row["breath"] == "P46" and row["side"] == "B"
    rolled = Tempo(2, 0, 2, 0) if row["tempo"].startswith("roll") else None
    hold = part["hold"] or part["each"]
    return Dose(
        span(part["sets"]),
        span(part["reps"]) if part["reps"] else None,
        span(hold, SECONDS[part["unit"] or "s"]) if hold else None,
        span(part["metres"]) if part["metres"] else None,
        float(part["rest"] or 30),
        rolled or (None if paced else tempo(row["tempo"])),
        Side.BOTH if row["id"] in WITHOUT_SIDES else SIDES[row["side"]],
        span(daily),
        span(weekly),
    )


def names(exercise: Exercise) -> str:
    return " / ".join([exercise.name, *exercise.aliases]).lower()


def step(neighbour: Neighbour | None) -> str:
    return (neighbour.slug or neighbour.text or "") if neighbour else "-"


CELLS: dict[str, tuple[Callable[[dict[str, str]], object], Callable[[Exercise], object]]] = {
    "phases": (lambda row: [PHASES[code] for code in row["phases"]], lambda one: list(one.phases)),
    "category": (lambda row: row["category"].replace(" ", "-"), lambda one: one.category),
    "start": (lambda row: row["start"], lambda one: one.position),
    "load": (
        lambda row: [LOADS[code] for code in re.findall(r"(?<!anti-)\b[FNRSE]\b", row["load"])],
        lambda one: list(one.loads),
    ),
    "kit": (lambda row: row["kit"] == "none", lambda one: not one.equipment),
    "tags": (
        lambda row: {TAGS[tag] for tag in row["tags"].split(",") if tag != "-"},
        lambda one: {*one.precautions},
    ),
    "dose": (written, lambda one: one.dose),
    "easier": (lambda row: row["easier"], lambda one: step(one.easier)),
    "harder": (lambda row: row["harder"], lambda one: step(one.harder)),
    "swap": (lambda row: row["swap"], lambda one: step(one.swap)),
    "mark": (lambda row: MARKS[row["mark"]], lambda one: one.source.evidence),
}


def test_the_table_and_the_library_hold_the_same_exercises() -> None:
    assert sorted(ROWS) == sorted(exercise.slug for exercise in LIBRARY.exercises())


@pytest.mark.parametrize("cell", CELLS)
def test_every_exercise_says_what_its_row_says(cell: str) -> None:
    expected, actual = CELLS[cell]
    differing = {
        slug: (expected(row), actual(LIBRARY.exercise(slug)))
        for slug, row in ROWS.items()
        if expected(row) != actual(LIBRARY.exercise(slug))
    }
    assert differing == {}


def test_every_exercise_breathes_as_its_row_says() -> None:
    assert [s for s, row in ROWS.items() if LIBRARY.exercise(s).breath not in BREATHS[row["breath"]]] == []


def test_every_exercise_can_be_found_by_the_names_of_its_row() -> None:
    for slug, row in ROWS.items():
        name, _, rest = row["name"].partition(" (")
        wanted = [name, *re.split(r"[,;] ", rest.rstrip(")"))]
        assert [word for word in wanted if word.lower() not in names(LIBRARY.exercise(slug))] == []


@pytest.mark.parametrize("exercise", LIBRARY.exercises(), ids=lambda one: one.slug)
def test_steps_are_two_to_five_and_faults_are_named(exercise: Exercise) -> None:
    assert 2 <= len(exercise.steps) <= 5
    assert exercise.faults
