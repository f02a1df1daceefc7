"""From a pose to a figure: forward kinematics of the trunk, then the limbs in the order they lean on."""

from __future__ import annotations

from facet_desktop.domain.figure.limbs import Solved, arm_solved, leg_solved
from facet_desktop.domain.figure.pose import WORLD, FootContact, HandContact, Pose, Trunk
from facet_desktop.domain.figure.skeleton import (
    BELLY_FRONT,
    CHEST_FRONT,
    HALF_PELVIS,
    HEAD_OFFSET,
    LIMBS,
    LUMBAR_PARTS,
    NECK,
    PAIRS,
    PELVIS_TO_LUMBAR,
    SHOULDER_OFFSET,
    THORAX_PARTS,
)
from facet_desktop.domain.figure.vectors import (
    IDENTITY,
    ORIGIN,
    Mat,
    Vec,
    along,
    column,
    matmul,
    middle,
    place,
    sub,
    transpose,
    turn_x,
    turn_y,
    turn_z,
)
from facet_desktop.domain.values import changed, frozen


@frozen
class Figure:
    """A solved pose: joints in the world, the frame of every segment with its origin, and misses of reach.

    ``misses`` holds (limb, centimetres) for every contact that the limb cannot reach.
    """

    joints: dict[str, Vec]
    frames: dict[str, Mat]
    origins: dict[str, Vec]
    misses: tuple[tuple[str, float], ...]
    belly: float
    ribs: float

    def point(self, name: str) -> Vec:
        """A joint, or the middle of a pair such as ``knees``."""
        return joint_point(self.joints, name)


def joint_point(joints: dict[str, Vec], name: str) -> Vec:
    """A joint, or the middle of a pair such as ``knees``. Raises KeyError for an unknown name."""
    pair = PAIRS.get(name)
    if pair is None:
        return joints[name]
    return middle(joints[f"{pair}_left"], joints[f"{pair}_right"])


def solve(pose: Pose) -> Figure:
    """All joints and frames of a pose.

    Raises:
        ValueError: the anchor is an unknown joint or belongs to a limb that is itself solved by a contact.
            Two limbs hold on to each other.
    """
    figure = Figure({}, {}, {}, (), pose.trunk.belly, pose.trunk.ribs)
    if pose.anchor == "pelvis":
        _spine(pose, figure, pose.trunk[:3])
    else:
        _spine(pose, figure, ORIGIN)
        _shift(figure, sub(pose.trunk[:3], _anchor_point(pose, figure)))
    misses: list[tuple[str, float]] = []
    for name in limb_order(pose):
        solved = _limb(pose, name, figure)
        _keep(figure, solved)
        if solved.miss_cm > 1e-4:
            misses.append((name, solved.miss_cm))
    return changed(figure, misses=tuple(misses)) if misses else figure


def check_solvable(pose: Pose) -> None:
    """Do nothing if the pose can be solved; quicker than solving it.

    Raises:
        ValueError: as `solve`.
    """
    limb_order(pose)
    if pose.anchor not in _TRUNK_ANCHORS:
        solve(pose)


def root_frame(trunk: Trunk) -> Mat:
    """Frame of the segment that the root angles describe."""
    frame = turn_z(turn_y(IDENTITY, -trunk.yaw), -trunk.pitch)
    return turn_y(turn_x(frame, trunk.lean), -trunk.roll)


def bend(frame: Mat, flexion: float, side: float, turn: float) -> Mat:
    """A spinal frame bent by flexion, side-bend to the right and rotation to the right."""
    bent = turn_z(frame, -flexion) if flexion else frame
    return turn_y(turn_x(bent, side), -turn) if side or turn else bent


def _pelvis_frame(pose: Pose) -> Mat:
    frame = root_frame(pose.trunk)
    if pose.upright == "pelvis":
        return frame
    up = IDENTITY
    for part in _bends(pose.trunk)[: 5 if pose.upright == "thorax" else 7]:
        up = bend(up, *part)
    return matmul(frame, transpose(up))


def _bends(t: Trunk) -> tuple[tuple[float, float, float], ...]:
    low = (t.lumbar / 3, t.lumbar_side / 3, t.lumbar_turn / 3)
    high = (t.thorax / 2, t.thorax_side / 2, t.thorax_turn / 2)
    neck = (t.neck / 2, t.neck_side / 2, t.neck_turn / 2)
    return (low, low, low, high, high, neck, neck)


_PIECES = (
    # joint at the far end, length, segment that takes the piece's frame and near end
    ("loin", LUMBAR_PARTS[0], ""),
    ("waist", LUMBAR_PARTS[1], "lumbar"),
    ("ribs", THORAX_PARTS[0], "ribs"),
    ("chest", THORAX_PARTS[1], ""),
    ("neck", THORAX_PARTS[2], "thorax"),
    ("throat", NECK / 2, ""),
    ("skull", NECK / 2, ""),
)


_TRUNK_ANCHORS = frozenset(("pelvis", "lumbar", *(name for name, _, _ in _PIECES), "hips", "shoulders"))
"""Whatever is placed before the limbs are."""


def _spine(pose: Pose, figure: Figure, pelvis: Vec) -> None:
    """Pelvis to head; each piece bends before it runs on."""
    frame = _pelvis_frame(pose)
    point = along(pelvis, column(frame, 1), PELVIS_TO_LUMBAR)
    _put(figure, "pelvis", pelvis, frame)
    figure.joints["lumbar"] = point
    for (name, size, segment), part in zip(_PIECES, _bends(pose.trunk), strict=True):
        frame = bend(frame, *part)
        if segment:
            figure.frames[segment], figure.origins[segment] = frame, point
        x, y, z = point
        point = (x + frame[1] * size, y + frame[4] * size, z + frame[7] * size)
        figure.joints[name] = point
    _put(figure, "head", place(point, frame, HEAD_OFFSET), frame)
    _girdles(figure)
    _skin(figure, "belly", "lumbar", (BELLY_FRONT * (2.0 * figure.belly - 1.0), 1.0, 0.0))
    _skin(figure, "breastbone", "thorax", (CHEST_FRONT * (2.0 * figure.ribs - 1.0), 0.0, 0.0))


def _skin(figure: Figure, name: str, segment: str, local: Vec) -> None:
    """A place on the front of the trunk that moves with breath, for a hand to lie on."""
    frame = figure.frames[segment]
    figure.frames[name] = frame
    figure.origins[name] = place(figure.origins[segment], frame, local)


def _put(figure: Figure, name: str, point: Vec, frame: Mat) -> None:
    figure.joints[name] = figure.origins[name] = point
    figure.frames[name] = frame


def _girdles(figure: Figure) -> None:
    """Hips hang on the pelvis, shoulders on the thorax."""
    joints, (x, y, z) = figure.joints, SHOULDER_OFFSET
    pelvis, pelvis_frame = joints["pelvis"], figure.frames["pelvis"]
    neck, thorax = joints["neck"], figure.frames["thorax"]
    joints["hip_left"] = place(pelvis, pelvis_frame, (0.0, 0.0, -HALF_PELVIS))
    joints["hip_right"] = place(pelvis, pelvis_frame, (0.0, 0.0, HALF_PELVIS))
    joints["shoulder_left"] = place(neck, thorax, (x, y, -z))
    joints["shoulder_right"] = place(neck, thorax, (x, y, z))


def _anchor_point(pose: Pose, figure: Figure) -> Vec:
    """Where the anchor lies while the pelvis is at the origin."""
    if pose.anchor in figure.joints or f"{PAIRS.get(pose.anchor)}_left" in figure.joints:
        return joint_point(figure.joints, pose.anchor)
    trial = Figure(dict(figure.joints), dict(figure.frames), dict(figure.origins), (), 1.0, 1.0)
    for name in LIMBS:
        if not isinstance(pose.limb(name), FootContact | HandContact):
            _keep(trial, _limb(pose, name, trial))
    try:
        return joint_point(trial.joints, pose.anchor)
    except KeyError:
        raise ValueError(f"the anchor {pose.anchor!r} is unknown or is itself held by a contact") from None


def _shift(figure: Figure, by: Vec) -> None:
    a, b, c = by
    for points in (figure.joints, figure.origins):
        for name, (x, y, z) in points.items():
            points[name] = (x + a, y + b, z + c)


def limb_order(pose: Pose) -> tuple[str, ...]:
    """The limbs so that each comes after the one it holds on to.

    Raises:
        ValueError: two limbs hold on to each other.
    """
    if not any(getattr(limb, "on", WORLD) for limb in pose.limbs()):
        return LIMBS
    holds = {name: _holds(pose, name) for name in LIMBS}
    if not any(holds.values()):
        return LIMBS
    waiting, done = list(LIMBS), []
    while waiting:
        free = [name for name in waiting if holds[name] not in waiting]
        if not free:
            raise ValueError(f"{' and '.join(waiting)} hold on to each other")
        done.append(free[0])
        waiting.remove(free[0])
    return tuple(done)


_LIMB_OF = {
    **dict.fromkeys(("thigh", "shank", "foot"), "leg"),
    **dict.fromkeys(("upper_arm", "forearm", "hand"), "arm"),
}


def _holds(pose: Pose, name: str) -> str:
    limb = pose.limb(name)
    if not isinstance(limb, FootContact | HandContact) or not limb.on:
        return ""
    part, _, side = limb.on.rpartition("_")
    return f"{_LIMB_OF[part]}_{side}" if part in _LIMB_OF else ""


def _limb(pose: Pose, name: str, figure: Figure) -> Solved:
    kind, side = name.split("_")
    if kind == "leg":
        leg = pose.leg_left if side == "left" else pose.leg_right
        return leg_solved(leg, side, figure.joints, figure.frames, figure.origins)
    arm = pose.arm_left if side == "left" else pose.arm_right
    return arm_solved(arm, side, figure.joints, figure.frames, figure.origins)


def _keep(figure: Figure, solved: Solved) -> None:
    figure.joints.update(solved.joints)
    figure.frames.update(solved.frames)
    figure.origins.update(solved.origins)
