"""Whether what ships is complete, sound and faithful to its sources."""

import re
from itertools import count

import pytest

from facet_desktop.domain.dose import Span, Tempo
from facet_desktop.domain.exercise import Evidence, Exercise, Phase, Precaution
from facet_desktop.domain.timeline import session_ms
from facet_desktop.resources import resources_dir
from tests.exchange.library_kit import shipped

LIBRARY = shipped().library


def words(text: str) -> list[str]:
    return text.split()


NAMED_BY_CLINICIANS_GUIDE = words(
    """
    deep-core-cocontraction multifidus-activation diaphragmatic-breathing front-plank side-plank
    single-knee-to-chest double-knee-to-chest childs-pose seated-flexion-stretch side-lying-gapping
    ninety-ninety-rest neutral-bridge staggered-stance-lift slow-rotation-drill single-leg-stance
    perturbed-gait multidirectional-lunge floor-to-shelf-lift
    """
)
NAMED_BY_REHAB_SCIENCE = words(
    """
    double-knee-to-chest seated-flexion-stretch peanut-extensor-mobilization cat-cow marching-bridge
    """
)
NAMED_BY_ASK_DOCTOR_JO = words(
    """
    single-knee-to-chest pelvic-tilt segmental-bridge childs-pose quadruped-arm-lift quadruped-leg-lift
    bird-dog cat-stretch
    """
)
NAMED_BY_MUSCLE_IMBALANCE_GUIDE = words(
    """
    hypopressive-exhale diaphragmatic-breathing front-plank side-plank bird-dog bird-dog-unstable
    neutral-bridge goblet-squat split-squat step-up adductor-squeeze hamstring-stretch-strap
    standing-hip-flexor-stretch open-book foam-roll-glutes low-impact-cardio walking-intervals
    suitcase-carry step-over overhead-reach dual-task-balance perturbation-stance
    """
)
TEMPLATES = words(
    """
    flare-relief early-phase middle-phase late-phase maintenance office-worker no-kneeling-older-adult
    post-procedure rehab-science-four ask-doctor-jo-six morning-stiffness return-to-lifting
    """
)


def test_every_shipped_file_is_sound() -> None:
    assert [str(problem) for problem in shipped().problems] == []


def test_the_library_holds_what_the_reference_lists() -> None:
    assert len(LIBRARY) == 60
    assert len(LIBRARY.ladders) == 11
    assert sorted(LIBRARY.templates) == sorted(TEMPLATES)
    assert len(LIBRARY.conditions) == 24
    assert sorted(LIBRARY.patterns) == [
        "box", "diaphragmatic", "exhale-on-effort", "four-seven-eight", "hypopressive", "resonance",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "slugs",
    [
        NAMED_BY_CLINICIANS_GUIDE,
        NAMED_BY_REHAB_SCIENCE,
        NAMED_BY_ASK_DOCTOR_JO,
        NAMED_BY_MUSCLE_IMBALANCE_GUIDE,
    ],
    ids=["clinicians-guide", "rehab-science", "ask-doctor-jo", "muscle-imbalance"],
)
def test_every_exercise_that_a_source_names_is_present(slugs: list[str]) -> None:
    assert [slug for slug in slugs if slug not in LIBRARY] == []


def test_exercises_outside_the_four_sources_are_marked_as_knowledge() -> None:
    named = {*NAMED_BY_CLINICIANS_GUIDE, *NAMED_BY_REHAB_SCIENCE, *NAMED_BY_ASK_DOCTOR_JO}
    named |= set(NAMED_BY_MUSCLE_IMBALANCE_GUIDE)
    marked = {one.slug for one in LIBRARY.exercises() if one.source.evidence is not Evidence.KNOWLEDGE}
    # Named by a source only as a muscle or a task, so that no list above holds them.
    assert marked - named == {"clamshell", "hip-hinge-dowel", "loaded-hinge", "sit-to-stand"}
    assert named <= marked


def test_only_the_doses_of_the_second_video_are_marked_as_its_own() -> None:
    marks = {one.slug: one.source.evidence for one in LIBRARY.exercises()}
    partly = {slug for slug, mark in marks.items() if mark is Evidence.SOURCE_PART}
    assert partly == {"childs-pose", "bird-dog", "segmental-bridge"}
    whole = {slug for slug, mark in marks.items() if mark is Evidence.SOURCE}
    assert partly | whole == set(NAMED_BY_ASK_DOCTOR_JO)


@pytest.mark.parametrize("slug", ["peanut-extensor-mobilization", "foam-roll-glutes"])
def test_rolling_lasts_one_minute_in_rolls_of_two_seconds_each_way(slug: str) -> None:
    dose = LIBRARY.exercise(slug).dose
    assert dose.reps is not None
    assert dose.repetition_tempo() == Tempo(2, 0, 2, 0)
    assert dose.reps.low * dose.repetition_tempo().total_s == 60


@pytest.mark.parametrize("exercise", LIBRARY.exercises(), ids=lambda one: one.slug)
def test_kneeling_can_always_be_avoided(exercise: Exercise) -> None:
    swap = LIBRARY.neighbours(exercise.slug).swap
    if Precaution.KNEEL in exercise.precautions:
        assert swap is not None
        assert Precaution.KNEEL not in swap.precautions


@pytest.mark.parametrize("exercise", LIBRARY.exercises(), ids=lambda one: one.slug)
def test_texts_are_complete_and_calm(exercise: Exercise) -> None:
    texts = [exercise.purpose, exercise.cue, *exercise.steps, exercise.source.note]
    assert all(text[0].isupper() or text[0].isdigit() for text in texts)
    assert all(text.endswith(".") for text in texts)
    assert all(fault.startswith("Do not ") and not fault.endswith(".") for fault in exercise.faults)
    assert len(exercise.cue) <= 90
    whole = " ".join([*texts, *exercise.faults])
    assert not re.search(r"[—–!]|\bTrA\b|\bQL\b", whole)
    assert max(len(sentence.split()) for text in texts[:-1] for sentence in text.split(". ")) <= 30


@pytest.mark.parametrize("exercise", LIBRARY.exercises(), ids=lambda one: one.slug)
def test_the_source_note_says_where_the_dose_comes_from(exercise: Exercise) -> None:
    note = exercise.source.note
    assert re.search(r"propos", note)
    assert exercise.source.evidence is Evidence.KNOWLEDGE or re.search(r"\(S[0-3]\)", note)
    if exercise.source.evidence is Evidence.KNOWLEDGE:
        assert "Professional knowledge" in note
    if exercise.source.evidence in (Evidence.SOURCE, Evidence.SOURCE_PART):
        assert "Ask Doctor Jo video (S2)" in note


def test_every_word_of_a_ladder_is_an_exercise() -> None:
    assert all(slug in LIBRARY for ladder in LIBRARY.ladders for slug in ladder.slugs())
    assert [rung.exercise for rung in LIBRARY.ladders[0].rungs] == [
        "deep-core-cocontraction", "quadruped-arm-lift", "quadruped-leg-lift", "bird-dog",
        "bird-dog-unstable",
    ]  # fmt: skip


@pytest.mark.parametrize("slug", sorted(LIBRARY.templates))
def test_every_template_becomes_a_program_that_can_be_published(slug: str) -> None:
    numbers = count()
    program = LIBRARY.template(slug).program(LIBRARY, lambda: f"id-{next(numbers)}")
    assert program.problems() == []
    assert program.template == slug
    assert all(60_000 < session_ms(session) < 60 * 60_000 for _, session in program.sessions())


def test_the_six_of_the_second_video_keep_its_doses() -> None:
    numbers = count()
    program = LIBRARY.template("ask-doctor-jo-six").program(LIBRARY, lambda: str(next(numbers)))
    ((_, session),) = program.sessions()
    doses = {item.exercise: item.dose for item in session.items}
    assert list(doses) == [
        "single-knee-to-chest", "pelvic-tilt", "segmental-bridge", "childs-pose", "quadruped-arm-lift",
        "quadruped-leg-lift", "bird-dog", "cat-stretch",
    ]  # fmt: skip
    once = Span(1, 1)
    assert (doses["segmental-bridge"].sets, doses["segmental-bridge"].reps) == (once, Span(10, 10))
    assert (doses["childs-pose"].sets, doses["childs-pose"].hold_s) == (once, Span(30, 60))
    assert (doses["bird-dog"].sets, doses["bird-dog"].reps) == (once, Span(10, 10))
    assert (doses["pelvic-tilt"].reps, doses["pelvic-tilt"].hold_s) == (Span(10, 10), Span(3, 5))
    assert (doses["cat-stretch"].sets, doses["cat-stretch"].hold_s) == (Span(3, 3), Span(30, 30))


def test_the_four_of_the_first_video_keep_their_order_and_the_easier_bridge() -> None:
    ((phase,),) = (LIBRARY.template("rehab-science-four").phases,)
    items = phase.sessions[0].items
    assert [item.exercise for item in items] == NAMED_BY_REHAB_SCIENCE
    assert items[-1].easier == "neutral-bridge"


def test_the_program_without_kneeling_needs_none() -> None:
    template = LIBRARY.template("no-kneeling-older-adult")
    exercises = [LIBRARY.exercise(item.exercise) for _, item in template.items()]
    assert all(Precaution.KNEEL not in exercise.precautions for exercise in exercises)


def test_phases_lead_on_through_gates() -> None:
    for slug in ("flare-relief", "early-phase", "middle-phase", "late-phase"):
        gate = LIBRARY.template(slug).phases[0].gate
        assert gate is not None
        assert gate.criteria


def test_nothing_is_made_harder_during_a_flare() -> None:
    numbers = count()
    program = LIBRARY.template("flare-relief").program(LIBRARY, lambda: str(next(numbers)))
    assert program.phases[0].phase is Phase.FLARE
    assert all(item.rule is None for _, session in program.sessions() for item in session.items)


def test_patterns_that_pause_the_breath_say_who_must_not_use_them() -> None:
    for pattern in LIBRARY.patterns.values():
        assert pattern.holds_breath == bool(pattern.full_s or pattern.empty_s)
        assert ("pregnancy" in pattern.safety) == pattern.holds_breath


def test_no_shipped_file_is_forgotten() -> None:
    root = resources_dir()
    assert len(list((root / "exercises").iterdir())) == 60
    assert len(list((root / "programs").iterdir())) == 12
    assert len(list((root / "breathing").iterdir())) == 6
