"""From a parsed pose file to a movement."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from facet_desktop.domain.figure.kinematics import check_solvable
from facet_desktop.domain.figure.movement import Breath, Camera, Keyframe, Movement
from facet_desktop.domain.figure.pose import NEUTRAL, Pose, mirror
from facet_desktop.domain.figure.props import STRETCHED, Prop, PropKind, Spot
from facet_desktop.domain.figure.regions import REGIONS
from facet_desktop.domain.figure.skeleton import JOINTS, PAIRS, SEGMENTS
from facet_desktop.domain.problems import Problem
from facet_desktop.domain.values import changed
from facet_desktop.exchange.pose_builder import POSE_KEYS, PoseBuilder
from facet_desktop.exchange.pose_fields import Fields, Table

__all__ = ["MovementReader", "Problem"]

FILE_KEYS = (
    "base",
    "pose",
    "keyframes",
    "camera",
    "props",
    "highlight",
    "alternating",
    "cycle",
    "breath",
    "planted",
    "note",
)
PROP_KEYS = ("kind", "at", "joint", "frame", "size", "yaw", "path", "from", "caught")
REGION_NAMES = tuple(f"{name}{side}" for name in REGIONS for side in ("", "-right", "-left"))
_PLACES = frozenset((*JOINTS, *PAIRS))


class MovementReader:
    """Reads one pose file. ``problems`` holds everything that is wrong with it."""

    def __init__(self, file: str, bases: dict[str, Any]) -> None:
        self._fields = Fields(file)
        self._builder = PoseBuilder(self._fields)
        self._bases = bases
        self._file = file

    @property
    def problems(self) -> list[Problem]:
        """What is wrong, in the order of reading."""
        return self._fields.problems

    def movement(self, data: Table, digest: str) -> Movement | None:
        """The movement, or None when the file is too broken to build one."""
        fields = self._fields
        table = fields.table(data, "", FILE_KEYS)
        cycle = fields.table(table.get("cycle", {}), "cycle", ("travel_cm", "mirrored"))
        keyframes = self._keyframes(table, mirrored="cycle" in table and self._mirrored(cycle))
        if not keyframes or self.problems:
            return None
        travel = fields.number(cycle.get("travel_cm", 0.0), "cycle.travel_cm")
        if "cycle" in table:
            keyframes = _closed(keyframes, halved=self._mirrored(cycle))
        return Movement(
            slug=self._file.removesuffix(".toml"),
            keyframes=keyframes,
            camera=self._camera(table),
            props=self._props(table.get("props", [])),
            highlight=self._highlight(table.get("highlight", [])),
            alternating=fields.flag(table.get("alternating", False), "alternating"),
            cyclic="cycle" in table,
            travel_cm=travel,
            breath=self._breath(table.get("breath", {})),
            planted=self._names(table.get("planted", []), "planted", _PLACES),
            digest=digest,
        )

    def _mirrored(self, cycle: Table) -> bool:
        return self._fields.flag(cycle.get("mirrored", False), "cycle.mirrored")

    def base(self, name: Any, where: str, seen: tuple[str, ...] = ()) -> Pose:
        """A named base with all the bases below it."""
        if not isinstance(name, str) or name not in self._bases:
            self._fields.wrong(where, f"{name!r} is not one of {', '.join(sorted(self._bases))}")
            return NEUTRAL
        if name in seen:
            self._fields.wrong(where, f"base {name!r} leads back to itself")
            return NEUTRAL
        table = self._fields.table(self._bases[name], f"base {name}", ("base", *POSE_KEYS))
        below = NEUTRAL
        if "base" in table:
            below = self.base(table.pop("base"), f"base {name}.base", (*seen, name))
        return self._builder.layered(below, table, f"base {name}")

    def _keyframes(self, table: Table, *, mirrored: bool) -> tuple[Keyframe, ...]:
        common = self.base(table["base"], "base") if "base" in table else NEUTRAL
        layer = self._fields.table(table.get("pose", {}), "pose", POSE_KEYS)
        common = self._builder.layered(common, layer, "pose")
        rows = table.get("keyframes", [])
        if not isinstance(rows, list) or not rows:
            self._fields.wrong("keyframes", "needs at least one [[keyframes]]")
            return ()
        found: list[Keyframe] = []
        for index, row in enumerate(rows):
            found.append(self._keyframe(row, f"keyframes[{index}]", common, found))
        self._check_times(found, last=0.5 if mirrored else 1.0, cyclic="cycle" in table)
        self._check_poses(found)
        return tuple(found)

    def _keyframe(self, row: Any, where: str, common: Pose, earlier: list[Keyframe]) -> Keyframe:
        table = self._fields.table(row, where, ("name", "at", "from", "base", "mirror", *POSE_KEYS))
        at = self._fields.number(table.get("at", 0.0), f"{where}.at")
        name = str(table.get("name", "start" if at == 0.0 else "end" if at == 1.0 else f"{at:g}"))
        pose = self.base(table["base"], f"{where}.base") if "base" in table else common
        if "from" in table:
            known = {frame.name: frame.pose for frame in earlier}
            pose = known.get(self._fields.name(table["from"], f"{where}.from", known or ("start",)), pose)
        if self._fields.flag(table.get("mirror", False), f"{where}.mirror"):
            pose = mirror(pose)
        layer = {key: value for key, value in table.items() if key in POSE_KEYS}
        return Keyframe(name, at, self._builder.layered(pose, layer, where))

    def _check_times(self, frames: list[Keyframe], *, last: float, cyclic: bool) -> None:
        times = [frame.at for frame in frames]
        if times[0] != 0.0:
            self._fields.wrong("keyframes[0].at", "the first keyframe must be at 0")
        if any(a >= b for a, b in pairwise(times)):
            self._fields.wrong("keyframes", "times must rise from one keyframe to the next")
        if cyclic and times[-1] >= last:
            self._fields.wrong(
                "keyframes", f"a cycle closes by itself; the last keyframe must be before {last:g}"
            )
        if not cyclic and len(times) > 1 and times[-1] != 1.0:
            self._fields.wrong("keyframes", "the last keyframe must be at 1")
        if len({frame.name for frame in frames}) < len(frames):
            self._fields.wrong("keyframes", "two keyframes have the same name")

    def _check_poses(self, frames: list[Keyframe]) -> None:
        """Find anchors that cannot hold, and limbs that hold on to each other, before anything is drawn."""
        for index, frame in enumerate(frames):
            try:
                check_solvable(frame.pose)
            except ValueError as error:
                self._fields.wrong(f"keyframes[{index}]", str(error))
        if len({(frame.pose.anchor, frame.pose.upright) for frame in frames}) > 1:
            self._fields.wrong("keyframes", "root.joint and root.of must be the same in all keyframes")

    def _camera(self, table: Table) -> Camera:
        fields = self._fields
        row = fields.table(table.get("camera", {}), "camera", ("yaw", "pitch", "follow_side"))
        follows = not table.get("alternating", False)
        if "follow_side" in row:
            follows = fields.flag(row["follow_side"], "camera.follow_side")
        yaw = fields.number(row.get("yaw", 15.0), "camera.yaw")
        return Camera(yaw, fields.number(row.get("pitch", 12.0), "camera.pitch"), follows)

    def _breath(self, value: Any) -> Breath:
        row = self._fields.table(value, "breath", ("belly", "ribs"))
        belly = self._fields.number(row.get("belly", 0.06), "breath.belly")
        return Breath(belly, self._fields.number(row.get("ribs", 0.015), "breath.ribs"))

    def _highlight(self, value: Any) -> tuple[str, ...]:
        return self._names(value, "highlight", REGION_NAMES)

    def _names(self, value: Any, where: str, allowed: Any) -> tuple[str, ...]:
        if not isinstance(value, list):
            self._fields.wrong(where, f"needs a list of names, has {value!r}")
            return ()
        return tuple(self._fields.name(one, f"{where}[{i}]", allowed) for i, one in enumerate(value))

    def _props(self, value: Any) -> tuple[Prop, ...]:
        if not isinstance(value, list):
            self._fields.wrong("props", "needs [[props]] tables")
            return ()
        return tuple(self._prop(row, f"props[{index}]") for index, row in enumerate(value))

    def _prop(self, row: Any, where: str) -> Prop:
        table = self._fields.table(row, where, PROP_KEYS)
        kind = PropKind(self._fields.name(table.get("kind"), f"{where}.kind", tuple(PropKind)))
        prop = Prop(
            kind, self._spot(table, where), yaw=self._fields.number(table.get("yaw", 0.0), f"{where}.yaw")
        )
        if "size" in table:
            prop = changed(prop, size=self._fields.point(table["size"], f"{where}.size"))
        if "from" in table:
            spot = changed(prop.spot, begin=self._fields.point(table["from"], f"{where}.from"))
            caught = self._fields.number(table.get("caught", 1.0), f"{where}.caught")
            prop = changed(prop, spot=spot, caught=caught)
        rows = table.get("path", [])
        if kind in STRETCHED and (not isinstance(rows, list) or len(rows) < 2):
            self._fields.wrong(f"{where}.path", f"a {kind} runs through at least two places")
            return prop
        return changed(
            prop, path=tuple(self._path_spot(one, f"{where}.path[{i}]") for i, one in enumerate(rows))
        )

    def _path_spot(self, row: Any, where: str) -> Spot:
        return self._spot(self._fields.table(row, where, ("at", "joint", "frame")), where)

    def _spot(self, table: Table, where: str) -> Spot:
        at = self._fields.point(table["at"], f"{where}.at") if "at" in table else (0.0, 0.0, 0.0)
        joint = self._fields.name(table["joint"], f"{where}.joint", _PLACES) if "joint" in table else ""
        frame = self._fields.name(table["frame"], f"{where}.frame", SEGMENTS) if "frame" in table else ""
        return Spot(at, joint, frame)


def _closed(frames: tuple[Keyframe, ...], *, halved: bool) -> tuple[Keyframe, ...]:
    """The keyframes of a whole cycle: the mirrored second half if asked for, then the first one again."""
    if halved:
        second = (Keyframe(f"{one.name}-mirrored", one.at + 0.5, mirror(one.pose)) for one in frames)
        frames = (*frames, *second)
    return (*frames, Keyframe("again", 1.0, frames[0].pose))
