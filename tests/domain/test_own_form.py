"""What is filled in comes back exactly as it was typed, and what is damaged is refused."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facet_desktop.domain.exercise import Category, Phase
from facet_desktop.domain.own_figure import JOINTS, OwnPose
from facet_desktop.domain.own_form import FilledFigure, FilledForm, Shown, form_from_text, form_to_text

texts = st.text(max_size=12)
angles = st.dictionaries(st.sampled_from(JOINTS), st.floats(-180, 180), max_size=3)
poses = st.builds(OwnPose, texts, angles, angles)
fields = st.fixed_dictionaries(
    {
        "name": texts,
        "tempo": texts,
        "category": st.sampled_from([one.value for one in Category]),
        "phases": st.lists(st.sampled_from([one.value for one in Phase]), unique=True).map(tuple),
    }
)
figures = st.builds(
    FilledFigure, st.sampled_from(Shown), st.none() | texts, st.none() | poses, st.none() | texts
)
forms = st.builds(FilledForm, fields, figures)


@settings(max_examples=30)
@given(forms)
def test_everything_comes_back_as_it_was(filled: FilledForm) -> None:
    assert form_from_text(form_to_text(filled)) == filled


SOUND = {"format": 1, "shown": "figure", "fields": []}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"format": 2}, "format"),
        ({"shown": "film"}, "shown"),
        ({"base": 7}, "base"),
        ({"later": 1}, "later"),
        ({"fields": [{"name": "cue", "text": 3}]}, "fields.1.text"),
        ({"fields": [{"name": "category", "text": "dance"}]}, "fields.1.text"),
        ({"fields": [{"name": "phases", "chosen": ["never"]}]}, "fields.1.chosen"),
        ({"pose": {"base": "x", "start": [{"joint": "lean", "degrees": "far"}]}}, "pose.start.1.degrees"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_its_place(change: dict[str, object], place: str) -> None:
    form_from_text(json.dumps(SOUND))
    with pytest.raises(ValueError, match=place):
        form_from_text(json.dumps({**SOUND, **change}))


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_what_is_no_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        form_from_text(text)
