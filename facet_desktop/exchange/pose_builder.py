"""From the tables of a pose file to a pose: bases first, then each layer on top."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from facet_desktop.domain.figure.pose import (
    ArmAngles,
    FootContact,
    HandContact,
    LegAngles,
    Limb,
    Pose,
    Trunk,
    mirror_arm,
    mirror_leg,
)
from facet_desktop.domain.figure.skeleton import FOOT_PARTS, JOINTS, PAIRS, SEGMENTS, SIDES
from facet_desktop.domain.values import changed
from facet_desktop.exchange.pose_fields import Fields, Table

_LEG_KEYS = LegAngles._fields
_ARM_KEYS = ArmAngles._fields
_FOOT_KEYS = ("at", "pole", "heading", "pitch", "part", "on")
_HAND_KEYS = ("at", "pole", "normal", "fingers", "part", "on")
_KINDS = {"leg": "legs", "foot": "feet", "arm": "arms", "hand": "hands"}
LIMB_KEYS = (*_KINDS.values(), *(f"{kind}_{side}" for kind in _KINDS for side in SIDES))
ROOT_KEYS = ("joint", "at", "of", "pitch", "roll", "yaw", "lean")
SPINE_KEYS = ("lumbar", "thorax", "neck")
POSE_KEYS = ("root", *SPINE_KEYS, "belly", "ribs", *LIMB_KEYS)


class PoseBuilder:
    """Lays tables of pose fields over a pose."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields

    def layered(self, pose: Pose, table: Table, where: str) -> Pose:
        """``pose`` with the fields of ``table`` changed; other fields stay."""
        dot = f"{where}." if where else ""
        trunk = pose.trunk
        if "root" in table:
            pose, trunk = self._root(pose, table["root"], f"{dot}root")
        for name in SPINE_KEYS:
            if name in table:
                trunk = self._spine(trunk, name, table[name], dot + name)
        for name in ("belly", "ribs"):
            if name in table:
                trunk = trunk._replace(**{name: self._fields.number(table[name], dot + name, 1.0)})
        pose = changed(pose, trunk=trunk)
        self._no_conflicts(table, dot)
        # Both sides first, then single sides, so that `feet` with `leg_right` lifts the right leg.
        for key in LIMB_KEYS:
            if key in table:
                pose = self._limbs(pose, key, table[key], dot + key)
        return pose

    def _root(self, pose: Pose, value: Any, where: str) -> tuple[Pose, Trunk]:
        table = self._fields.table(value, where, ROOT_KEYS)
        trunk = pose.trunk
        if "at" in table:
            x, y, z = self._fields.point(table["at"], f"{where}.at")
            trunk = trunk._replace(x=x, y=y, z=z)
        for name in ("pitch", "roll", "yaw", "lean"):
            if name in table:
                trunk = trunk._replace(**{name: self._fields.number(table[name], f"{where}.{name}")})
        if "joint" in table:
            joint = self._fields.name(table["joint"], f"{where}.joint", (*JOINTS, *PAIRS))
            pose = changed(pose, anchor=joint)
        if "of" in table:
            pose = changed(
                pose, upright=self._fields.name(table["of"], f"{where}.of", ("pelvis", "thorax", "head"))
            )
        return pose, trunk

    def _spine(self, trunk: Trunk, name: str, value: Any, where: str) -> Trunk:
        if not isinstance(value, list):
            return trunk._replace(**{name: self._fields.number(value, where)})
        flexion, side, turn = self._fields.numbers(value, where, 3)
        return trunk._replace(**{name: flexion, f"{name}_side": side, f"{name}_turn": turn})

    def _no_conflicts(self, table: Table, dot: str) -> None:
        """One layer may either bend or plant a limb, not both."""
        pairs = [("legs", "feet"), ("arms", "hands")]
        pairs += [(f"leg_{side}", f"foot_{side}") for side in SIDES]
        pairs += [(f"arm_{side}", f"hand_{side}") for side in SIDES]
        for angles, contact in pairs:
            if angles in table and contact in table:
                self._fields.wrong(dot + angles, f"{contact} sets the same limb; keep one of them")

    def _limbs(self, pose: Pose, key: str, value: Any, where: str) -> Pose:
        kind, _, side = key.partition("_")
        if side:
            return self._limb(pose, kind, side, value, where)
        single = next(one for one, both in _KINDS.items() if both == key)
        pose = self._limb(pose, single, "right", value, where)
        return self._mirrored(pose, single)

    def _mirrored(self, pose: Pose, kind: str) -> Pose:
        if kind in ("leg", "foot"):
            return changed(pose, leg_left=mirror_leg(pose.leg_right))
        return changed(pose, arm_left=mirror_arm(pose.arm_right))

    def _limb(self, pose: Pose, kind: str, side: str, value: Any, where: str) -> Pose:
        name = f"{'leg' if kind in ('leg', 'foot') else 'arm'}_{side}"
        readers: dict[str, Callable[[Limb, Any, str], Limb]] = {
            "leg": self._leg,
            "arm": self._arm,
            "foot": self._foot,
            "hand": self._hand,
        }
        return pose.with_limbs({name: readers[kind](pose.limb(name), value, where)})

    def _leg(self, old: Limb, value: Any, where: str) -> LegAngles:
        table = self._fields.table(value, where, _LEG_KEYS)
        base = old if isinstance(old, LegAngles) else LegAngles()
        return base._replace(
            **{key: self._fields.number(one, f"{where}.{key}") for key, one in table.items()}
        )

    def _arm(self, old: Limb, value: Any, where: str) -> ArmAngles:
        table = self._fields.table(value, where, _ARM_KEYS)
        base = old if isinstance(old, ArmAngles) else ArmAngles()
        return base._replace(
            **{key: self._fields.number(one, f"{where}.{key}") for key, one in table.items()}
        )

    def _foot(self, old: Limb, value: Any, where: str) -> FootContact:
        table = self._fields.table(value, where, _FOOT_KEYS)
        base = old if isinstance(old, FootContact) else FootContact()
        changes: dict[str, Any] = self._triples(table, where, {"at": ("x", "y", "z"), "pole": _axes("pole")})
        for key in ("heading", "pitch"):
            if key in table:
                changes[key] = self._fields.number(table[key], f"{where}.{key}")
        changes |= self._names(table, where, FOOT_PARTS)
        made = base._replace(**changes)
        if made.on and made.part != "ankle":
            made = made._replace(part="ankle")
        return made

    def _hand(self, old: Limb, value: Any, where: str) -> HandContact:
        table = self._fields.table(value, where, _HAND_KEYS)
        base = old if isinstance(old, HandContact) else HandContact()
        axes = {name: _axes(name) for name in ("pole", "normal", "fingers")}
        changes: dict[str, Any] = self._triples(table, where, {"at": ("x", "y", "z"), **axes})
        changes |= self._names(table, where, ("palm", "grip"))
        if "on" in table and "part" not in table and not isinstance(old, HandContact):
            changes["part"] = "grip"
        return base._replace(**changes)

    def _triples(self, table: Table, where: str, names: dict[str, tuple[str, ...]]) -> dict[str, float]:
        found: dict[str, float] = {}
        for key, axes in names.items():
            if key in table:
                found |= dict(zip(axes, self._fields.point(table[key], f"{where}.{key}"), strict=True))
        return found

    def _names(self, table: Table, where: str, parts: Any) -> dict[str, str]:
        found = {}
        if "part" in table:
            found["part"] = self._fields.name(table["part"], f"{where}.part", parts)
        if "on" in table:
            found["on"] = self._fields.name(table["on"], f"{where}.on", ("", *SEGMENTS))
        return found


def _axes(name: str) -> tuple[str, str, str]:
    return (f"{name}_x", f"{name}_y", f"{name}_z")
