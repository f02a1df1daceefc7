"""What stands in the form for an own exercise, exactly as it was typed, and its text for storage.

Nothing is judged here: a draft may hold a dose that nobody can read. Reading is strict about kinds of values
and about chosen words, so that whatever is read can be shown.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.document_node import Node, Problems
from facet_desktop.domain.dose import Side
from facet_desktop.domain.exercise import Category, Load, Phase, Precaution, StartPosition
from facet_desktop.domain.own_figure import OwnPose
from facet_desktop.domain.program_document import canonical_json
from facet_desktop.domain.values import frozen

FORMAT = 1
"""Counts up when an older program could no longer read the text rightly."""
Value = str | tuple[str, ...]
_CHOICES: dict[str, type[StrEnum]] = {
    "category": Category,
    "position": StartPosition,
    "breath": BreathCode,
    "side": Side,
}
_CHIPS: dict[str, type[StrEnum]] = {"phases": Phase, "loads": Load, "precautions": Precaution}


class Shown(StrEnum):
    """What an own exercise shows."""

    FIGURE = "figure"
    CHANGED = "changed"
    PICTURE = "picture"


@frozen
class FilledFigure:
    """What is chosen to be shown, and what would be shown by the other choices.

    `base` is the slug of a figure, `pose` its changed joints, `picture` the name of a picture.
    """

    shown: Shown
    base: str | None = None
    pose: OwnPose | None = None
    picture: str | None = None


@frozen
class FilledForm:
    """Everything that is filled in. `fields` are texts, or chosen keys, by field."""

    fields: Mapping[str, Value]
    figure: FilledFigure


def form_to_text(filled: FilledForm) -> str:
    """What is filled in as canonical JSON. Raises ValueError for NaN."""
    figure, pose = filled.figure, filled.figure.pose
    document = {
        "format": FORMAT,
        "fields": [_field_to(name, value) for name, value in filled.fields.items()],
        "shown": figure.shown.value,
        "base": figure.base,
        "pose": {"base": pose.base, "start": _angles_to(pose.start), "end": _angles_to(pose.end)}
        if pose is not None
        else None,
        "picture": figure.picture,
    }
    return canonical_json({name: value for name, value in document.items() if value is not None})


def form_from_text(text: str) -> FilledForm:
    """What was filled in. Raises ValueError for a damaged text."""
    problems: Problems = []
    node = Node(json.loads(text), "", problems)
    if node.whole("format") != FORMAT:
        node.complain("format", f"must be {FORMAT}")
    fields = dict(_field_from(one) for one in node.nodes("fields"))
    figure = FilledFigure(
        node.choice("shown", Shown),
        node.text_or_none("base"),
        _pose_from(node.node("pose")),
        node.text_or_none("picture"),
    )
    node.close()
    if problems:
        raise ValueError("; ".join(f"{path or 'form'}: {reason}" for path, reason in problems))
    return FilledForm(fields, figure)


def _field_to(name: str, value: Value) -> dict[str, object]:
    return {"name": name, "text": value} if isinstance(value, str) else {"name": name, "chosen": list(value)}


def _field_from(node: Node) -> tuple[str, Value]:
    name = node.text("name")
    value: Value
    if name in _CHIPS:
        value = tuple(node.texts("chosen") or ())
        if not {one.value for one in _CHIPS[name]}.issuperset(value):
            node.complain("chosen", "must be words that can be chosen")
    else:
        value = node.choice("text", _CHOICES[name]).value if name in _CHOICES else node.text("text")
    node.close()
    return name, value


def _angles_to(angles: Mapping[str, float]) -> list[dict[str, object]]:
    return [{"joint": joint, "degrees": degrees} for joint, degrees in angles.items()]


def _pose_from(node: Node | None) -> OwnPose | None:
    if node is None:
        return None
    pose = OwnPose(node.text("base"), _angles_from(node, "start"), _angles_from(node, "end"))
    node.close()
    return pose


def _angles_from(node: Node, moment: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in node.nodes(moment):
        found[one.text("joint")] = float(one.number("degrees"))
        one.close()
    return found
