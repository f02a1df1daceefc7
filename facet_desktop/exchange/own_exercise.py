"""A clinic's own exercise as stored text, and as a TOML file that carries its figure or picture along.

The file is that of an exercise of the library with two more tables: [pose] holds changed joints, [picture] a
picture as base64 text. Everything read from a file is checked before anything is kept.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from facet_desktop.domain.figure_names import OWN_POSE, PICTURE
from facet_desktop.domain.own_figure import OwnPose, pose_problems
from facet_desktop.domain.problems import Problem
from facet_desktop.domain.program_document import canonical_json
from facet_desktop.exchange.exercise_toml import exercise_to_table
from facet_desktop.exchange.library_build import build_exercise
from facet_desktop.exchange.toml_text import Table, read_toml, write_toml
from facet_desktop.exchange.whole_files import write_whole
from facet_desktop.services.own_records import OwnContent, Picture, ReadFile

MAX_FILE_BYTES = 16 * 1024 * 1024
"""Room for a picture of 10 MB as base64 text, which takes a third more."""
_EXTRA = ("pose", "picture")


class OwnExerciseCodec:
    """Stored texts and files of own exercises."""

    def encode(self, content: OwnContent) -> str:
        """The text to store."""
        return canonical_json(_without_none(_table(content)))

    def decode(self, document: str) -> OwnContent:
        """What was stored. Raises KeyError, TypeError or ValueError for a damaged text."""
        return _content(json.loads(document))

    def problems(self, content: OwnContent) -> list[Problem]:
        """Everything that is wrong with an exercise by itself."""
        return _problems(_without_none(_table(content)), content.exercise.slug)

    def write(self, path: Path, content: OwnContent, picture: Picture | None) -> None:
        """Writes one file with everything in it. Raises UserError when that fails."""
        text = write_toml(_table(content))
        if picture is not None:
            data = b64encode(picture.content).decode("ascii")
            text += f"\n[picture]\nkind = \"{picture.kind}\"\ndata = '{data}'\n"
        write_whole(path, text.encode())

    def read(self, path: Path) -> ReadFile:
        """Reads a file; everything that is wrong with it is listed."""
        table = read_toml(path, path.name, MAX_FILE_BYTES)
        return _refused(table) if isinstance(table, Problem) else _read_table(table, path.name)


def _read_table(table: Table, file: str) -> ReadFile:
    picture, problems = _picture(table.get("picture"), file)
    exercise = {key: one for key, one in table.items() if key != "picture"}
    problems = [*_problems(exercise, file), *problems]
    figure = exercise.get("figure")
    if isinstance(figure, str) and figure.startswith(PICTURE) and picture is None and not problems:
        problems.append(Problem(file, "picture", "is missing, although the exercise shows a picture"))
    if problems:
        return ReadFile(None, None, tuple(problems))
    return ReadFile(_content(exercise), picture, ())


def _problems(table: Table, file: str) -> list[Problem]:
    # Imported here: pydantic costs tens of milliseconds that no start should pay.
    from facet_desktop.exchange.library_reader import exercise_table_problems

    plain = {key: one for key, one in table.items() if key not in _EXTRA}
    return [*exercise_table_problems(plain, file), *_pose_problems(table, file)]


def _pose_problems(table: Table, file: str) -> list[Problem]:
    pose = table.get("pose")
    if pose is None:
        missing = table.get("figure") == OWN_POSE
        return [Problem(file, "pose", "is missing, although the exercise has a figure of its own")] * missing
    if not isinstance(pose, dict) or set(pose) != {"base", "start", "end"}:
        return [Problem(file, "pose", "must be a table with base, start and end")]
    found = [
        Problem(file, f"pose.{key}", "must be a table of joints with degrees")
        for key in ("start", "end")
        if not _is_angles(pose[key])
    ]
    if not isinstance(pose["base"], str):
        found.append(Problem(file, "pose.base", "must be a text in quotes"))
    if not found:
        found = [Problem(file, f"pose.{field}", reason) for field, reason in pose_problems(_pose(pose))]
    return found


def _is_angles(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(one, int | float) and not isinstance(one, bool) for one in value.values()
    )


def _picture(value: object, file: str) -> tuple[bytes | None, list[Problem]]:
    if value is None:
        return None, []
    data = value.get("data") if isinstance(value, dict) and set(value) <= {"kind", "data"} else None
    if not isinstance(data, str):
        return None, [Problem(file, "picture", "must be a table with kind and data")]
    try:
        return b64decode(data, validate=True), []
    except (BadBase64, ValueError):
        return None, [Problem(file, "picture.data", "is not base64 text")]


def _table(content: OwnContent) -> Table:
    table = exercise_to_table(content.exercise)
    pose = content.pose
    if pose is not None and content.exercise.figure == OWN_POSE:
        table["pose"] = {"base": pose.base, "start": dict(pose.start), "end": dict(pose.end)}
    return table


def _content(table: Mapping[str, Any]) -> OwnContent:
    pose = table.get("pose")
    return OwnContent(build_exercise(table), _pose(pose) if pose is not None else None)


def _pose(table: Mapping[str, Any]) -> OwnPose:
    start = {joint: float(angle) for joint, angle in table["start"].items()}
    end = {joint: float(angle) for joint, angle in table["end"].items()}
    return OwnPose(table["base"], start, end)


def _without_none(table: Mapping[str, Any]) -> Table:
    return {
        key: _without_none(one) if isinstance(one, Mapping) else one
        for key, one in table.items()
        if one is not None
    }


def _refused(problem: Problem) -> ReadFile:
    return ReadFile(None, None, (problem,))
