"""Every cue has a sentence in every language, and a broken file is told by its fault."""

import tomllib
from dataclasses import replace

import pytest

from facet_desktop.domain.cues import Cue, CueKind
from facet_desktop.domain.engine import EngineState, Status
from facet_desktop.domain.frame import Frame, frame_of
from facet_desktop.domain.step import Step, StepKind, StepSide
from facet_desktop.domain.timeline import compile_session
from facet_desktop.resources import resources_dir
from facet_desktop.services.wording.cue_sentences import FIELDS, CueSentences
from tests.domain.sessions import BRIDGE, PACING, STRETCH, session

TABLES = tomllib.loads((resources_dir() / "cues.toml").read_text(encoding="utf-8"))
ENGLISH = CueSentences("en", TABLES["en"])
TIMELINE = compile_session(session(BRIDGE, STRETCH), PACING)


def frame_at(kind: StepKind, side: StepSide | None = None, nth: int = 0) -> Frame:
    found = [step for step in TIMELINE.steps if step.kind is kind and side in (None, step.side)]
    return frame_of(TIMELINE, EngineState(Status.RUNNING, found[nth].index))


def said(kind: CueKind, frame: Frame, number: int = 0) -> str:
    return ENGLISH.of(Cue(0, kind, number), frame)


@pytest.mark.parametrize("language", sorted(TABLES))
def test_every_language_has_every_sentence_and_no_other(language: str) -> None:
    assert TABLES[language].keys() == FIELDS.keys()
    assert CueSentences(language, TABLES[language]).trial()


@pytest.mark.parametrize("kind", list(CueKind))
@pytest.mark.parametrize("step", TIMELINE.steps, ids=lambda step: f"{step.index}-{step.kind}")
def test_every_cue_says_something_whole_at_every_step(kind: CueKind, step: Step) -> None:
    frame = frame_of(TIMELINE, EngineState(Status.RUNNING, step.index))
    text = said(kind, frame, 3)
    assert text
    assert "{" not in text
    assert text == " ".join(text.split())


def test_getting_ready_names_exercise_amount_and_side() -> None:
    first = frame_at(StepKind.PREPARE)
    assert said(CueKind.PREPARE, first) == "Next: Bridge. 2 sets of 3."
    assert first.next_work is not None
    plain = replace(first, next_work=replace(first.next_work, sets=1, reps=1, side=StepSide.LEFT))
    assert said(CueKind.PREPARE, plain) == "Next: Bridge. Left side first."


def test_a_rest_says_what_comes() -> None:
    assert said(CueKind.REST, frame_at(StepKind.REST)) == "Rest. Then set 2 of 2."
    last = replace(frame_at(StepKind.REST), next_work=None)
    assert said(CueKind.REST, last) == "Rest."


def test_changing_sides_names_the_side() -> None:
    frame = frame_at(StepKind.REST)
    right = replace(frame, step=replace(frame.step, side=StepSide.RIGHT))
    assert said(CueKind.SWITCH, right) == "Change to the right side."


def test_the_countdown_says_its_number() -> None:
    assert said(CueKind.COUNTDOWN, frame_at(StepKind.PREPARE), 2) == "2"


@pytest.mark.parametrize(
    ("key", "text", "fault"),
    [("rest", None, "'rest' is missing"), ("rest-next", "Now {what}", "what"), ("start", "Go {", "start")],
)
def test_a_broken_file_is_told_by_its_fault(key: str, text: str | None, fault: str) -> None:
    texts = {name: one for name, one in TABLES["en"].items() if name != key}
    if text is not None:
        texts[key] = text
    with pytest.raises(ValueError, match=fault):
        CueSentences("en", texts)
