"""Whether ladders, programs and conditions hold what the clinical reference lists for them."""

import pytest

from facet_desktop.domain.exercise import Precaution
from tests.exchange.library_kit import shipped

LIBRARY = shipped().library

LADDERS = {
    "all-fours": "deep-core-cocontraction quadruped-arm-lift quadruped-leg-lift bird-dog bird-dog-unstable",
    "no-kneeling": (
        "multifidus-activation standing-bird-dog standing-bird-dog single-leg-stance perturbation-stance"
    ),
    "bridge": "pelvic-tilt segmental-bridge neutral-bridge marching-bridge single-leg-bridge",
    "supine": (
        "diaphragmatic-breathing deep-core-cocontraction heel-slide supine-march dead-bug overhead-reach"
    ),
    "anterior": "wall-plank front-plank front-plank side-plank",
    "lateral": "clamshell side-plank-knees side-plank suitcase-carry",
    "flexion": "ninety-ninety-rest single-knee-to-chest double-knee-to-chest childs-pose",
    "lift": "hip-hinge-dowel staggered-stance-lift loaded-hinge floor-to-shelf-lift",
    "legs": "sit-to-stand goblet-squat split-squat multidirectional-lunge",
    "rotation": "lower-trunk-rotation open-book slow-rotation-drill pallof-press suitcase-carry",
    "balance": "single-leg-stance perturbation-stance perturbed-gait",
}
FOUR = "double-knee-to-chest seated-flexion-stretch peanut-extensor-mobilization cat-cow marching-bridge"
EARLY = (
    "diaphragmatic-breathing deep-core-cocontraction multifidus-activation pelvic-tilt cat-cow "
    "segmental-bridge heel-slide quadruped-arm-lift walking-intervals"
)
MIDDLE = (
    "cat-cow open-book standing-hip-flexor-stretch marching-bridge bird-dog dead-bug side-plank-knees "
    "hip-hinge-dowel staggered-stance-lift sit-to-stand slow-rotation-drill low-impact-cardio"
)
PROGRAMS = {
    "flare-relief": (
        "ninety-ninety-rest diaphragmatic-breathing single-knee-to-chest pelvic-tilt lower-trunk-rotation "
        "walking-intervals"
    ),
    "early-phase": f"{EARLY} single-knee-to-chest peanut-extensor-mobilization",
    "middle-phase": MIDDLE,
    "late-phase": (
        "single-leg-bridge bird-dog-unstable side-plank loaded-hinge split-squat step-up "
        "multidirectional-lunge suitcase-carry floor-to-shelf-lift perturbation-stance dual-task-balance "
        "perturbed-gait low-impact-cardio"
    ),
    "maintenance": (
        "cat-cow single-knee-to-chest marching-bridge bird-dog side-plank loaded-hinge suitcase-carry "
        "single-leg-stance walking-intervals"
    ),
    "office-worker": (
        "seated-cat-cow seated-flexion-stretch standing-hip-flexor-stretch open-book wall-plank sit-to-stand"
    ),
    "no-kneeling-older-adult": (
        "seated-cat-cow counter-flexion-stretch seated-flexion-stretch standing-bird-dog wall-plank "
        "sit-to-stand neutral-bridge clamshell single-leg-stance walking-intervals"
    ),
    "post-procedure": f"{EARLY} {MIDDLE}",
    "rehab-science-four": FOUR,
    "ask-doctor-jo-six": (
        "single-knee-to-chest pelvic-tilt segmental-bridge childs-pose quadruped-arm-lift "
        "quadruped-leg-lift bird-dog cat-stretch"
    ),
    "morning-stiffness": (
        "diaphragmatic-breathing pelvic-tilt single-knee-to-chest lower-trunk-rotation seated-cat-cow "
        "sit-to-stand"
    ),
    "return-to-lifting": (
        "hip-hinge-dowel staggered-stance-lift loaded-hinge floor-to-shelf-lift suitcase-carry"
    ),
}
# Weeks at least before a gate opens, phase by phase; None is a phase without a gate.
GATES: dict[str, list[int | None]] = {
    "flare-relief": [0],
    "early-phase": [2],
    "middle-phase": [4],
    "late-phase": [4],
    "post-procedure": [0, 2, 4],
}
ARCHING = ({Precaution.EXTENSION}, set[Precaution]())
KNEELING = ({Precaution.KNEEL}, {Precaution.KNEE_FLEXION})
STRAINING = ({Precaution.APNEA, Precaution.HEAD_DOWN}, {Precaution.LOAD})
FALLING = (set[Precaution](), {Precaution.BALANCE})
BRUISING = ({Precaution.PRESSURE}, set[Precaution]())
LIGHTER = (
    set[Precaution](),
    {Precaution.FLEXION, Precaution.EXTENSION, Precaution.ROTATION, Precaution.LOAD},
)
CONDITIONS = {
    **dict.fromkeys(("knee-replacement", "kneeling-intolerance"), KNEELING),
    **dict.fromkeys(("spondylolisthesis", "extension-sensitive", "spinal-stenosis"), ARCHING),
    "osteoporosis": ({Precaution.FLEXION, Precaution.ROTATION}, set()),
    "radicular-flexion": ({Precaution.FLEXION}, set()),
    "pregnancy": ({Precaution.SUPINE, Precaution.PRONE, Precaution.APNEA, Precaution.PRESSURE}, set()),
    "shoulder-problem": ({Precaution.SHOULDER}, set()),
    "wrist-problem": ({Precaution.WRIST}, set()),
    **dict.fromkeys(("hypertension", "heart-disease", "lung-disease"), STRAINING),
    **dict.fromkeys(("glaucoma", "hernia", "prolapse"), STRAINING),
    **dict.fromkeys(("fall-risk", "vertigo"), FALLING),
    **dict.fromkeys(("anticoagulants", "fragile-skin", "recent-radiofrequency"), BRUISING),
    "recent-surgery": (set(), set()),
    **dict.fromkeys(("joint-hypermobility", "active-inflammation"), LIGHTER),
}


def test_the_eleven_ladders_climb_in_the_order_of_the_reference() -> None:
    found = {one.slug: " ".join(rung.exercise for rung in one.rungs) for one in LIBRARY.ladders}
    assert found == LADDERS
    (balance,) = [one for one in LIBRARY.ladders if one.slug == "balance"]
    assert balance.rungs[1].alternatives == ("dual-task-balance",)


@pytest.mark.parametrize("slug", PROGRAMS)
def test_every_program_holds_the_exercises_of_the_reference(slug: str) -> None:
    found = {item.exercise for _, item in LIBRARY.template(slug).items()}
    assert found == set(PROGRAMS[slug].split())


def test_every_gate_waits_the_weeks_of_the_reference() -> None:
    weeks = {
        slug: [phase.gate.min_weeks if phase.gate else None for phase in LIBRARY.template(slug).phases]
        for slug in LIBRARY.templates
    }
    assert {slug: found for slug, found in weeks.items() if any(week is not None for week in found)} == GATES


def test_every_condition_avoids_and_eases_what_the_reference_says() -> None:
    found = {slug: (set(one.avoid), set(one.ease)) for slug, one in LIBRARY.conditions.items()}
    assert found == CONDITIONS
    assert [slug for slug, one in LIBRARY.conditions.items() if one.clinician_only] == ["recent-surgery"]
