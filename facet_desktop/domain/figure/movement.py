"""A movement: keyframes, camera, props and highlight, and the pose at any moment of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from math import floor
from typing import Any

from facet_desktop.domain.figure.blend import (
    Curve,
    alike,
    curves,
    numbers_of,
    turned_between,
    turns_of,
    with_numbers,
)
from facet_desktop.domain.figure.kinematics import Figure, solve
from facet_desktop.domain.figure.pose import FootContact, HandContact, Limb, LimbTurns, Pose, Trunk, mirror
from facet_desktop.domain.figure.props import Prop
from facet_desktop.domain.figure.skeleton import LIMBS
from facet_desktop.domain.step import StepSide
from facet_desktop.domain.values import changed, frozen


@frozen
class Camera:
    """Where the picture is taken from.

    ``yaw`` 0 sees the figure's right side, 90 its front, 180 its left side; ``pitch`` looks down from above.
    With ``follows_side`` the view changes over with the working side: the working limbs stay in front.
    """

    yaw: float = 15.0
    pitch: float = 12.0
    follows_side: bool = True

    def for_side(self, side: StepSide) -> Camera:
        """The view of the exercise done with the given side."""
        if side is StepSide.LEFT and self.follows_side:
            return changed(self, yaw=180.0 - self.yaw)
        return self


@frozen
class Keyframe:
    """A named position at ``at``: 0 the start and 1 the end of the movement (or one whole cycle)."""

    name: str
    at: float
    pose: Pose


@frozen
class Breath:
    """How much the girth of belly and ribs grows with a full breath in, as shares."""

    belly: float = 0.06
    ribs: float = 0.015


LimbPath = Curve | tuple[LimbTurns, LimbTurns] | None
"""How a limb gets from one keyframe to the next; None when it stays as it is."""


Figures = dict[int, Figure]
"""Solved keyframes by their number."""


@frozen
class Stretch:
    """The way from one keyframe to the next, ready to evaluate."""

    begin: float
    span: float
    pose: Pose
    trunk: Curve
    limbs: tuple[tuple[str, Limb, LimbPath], ...]


@frozen
class Movement:
    """One exercise as a moving figure.

    ``alternating`` means that repetitions change sides, ``cyclic`` that the movement repeats without turning
    back. ``planted`` names joints that must not move at all. ``travel_cm`` is the way walked forward in one
    cycle; the figure stays in the picture and the ground moves. ``digest`` changes whenever the content does;
    caches use it as their key.
    """

    slug: str
    keyframes: tuple[Keyframe, ...]
    camera: Camera = Camera()
    props: tuple[Prop, ...] = ()
    highlight: tuple[str, ...] = ()
    alternating: bool = False
    cyclic: bool = False
    travel_cm: float = 0.0
    breath: Breath = Breath()
    planted: tuple[str, ...] = ()
    digest: str = ""
    _prepared: tuple[Stretch, ...] | None = field(init=False, default=None, repr=False, compare=False)

    def pose_at(self, position: float, breath: float = 0.0, side: StepSide = StepSide.BOTH) -> Pose:
        """The pose at ``position``.

        Args:
            position: 0 start to 1 end; for a cyclic movement any number of cycles.
            breath: volume of air, 0 empty to 1 full.
            side: LEFT gives the mirror image; the files describe the right side.
        """
        here = position - floor(position) if self.cyclic else min(1.0, max(0.0, position))
        pose = self._posed(here, breath)
        return mirror(pose) if side is StepSide.LEFT else pose

    def props_for(self, side: StepSide, position: float = 1.0) -> tuple[Prop, ...]:
        """The things in the picture when the given side works, at ``position`` if one of them flies."""
        props = tuple(prop.at_moment(position) for prop in self.props)
        return tuple(prop.mirrored() for prop in props) if side is StepSide.LEFT else props

    def camera_for(self, side: StepSide) -> Camera:
        """The view when the given side works."""
        return self.camera.for_side(side)

    def _stretches(self) -> tuple[Stretch, ...]:
        """The curves, prepared when they are first needed; a frame is then a few hundred multiplications."""
        if self._prepared is None:
            object.__setattr__(self, "_prepared", _stretched(self))
        return self._prepared or ()

    def _posed(self, here: float, breath: float) -> Pose:
        for frame in self.keyframes:
            if frame.at == here or len(self.keyframes) == 1:
                return changed(frame.pose, trunk=self._breathed(frame.pose.trunk, breath))
        stretches = self._stretches()
        stretch = stretches[-1]
        for one in stretches:
            if here <= one.begin + one.span:
                stretch = one
                break
        t = min(1.0, max(0.0, (here - stretch.begin) / stretch.span))
        limbs: dict[str, Any] = {name: self._limb(limb, path, t, here) for name, limb, path in stretch.limbs}
        trunk = self._breathed(stretch.trunk.at(t), breath)
        return Pose(trunk=trunk, **limbs, anchor=stretch.pose.anchor, upright=stretch.pose.upright)

    def _breathed(self, trunk: Sequence[float], breath: float) -> Trunk:
        *numbers, belly, ribs = trunk
        belly *= 1.0 + self.breath.belly * breath
        ribs *= 1.0 + self.breath.ribs * breath
        return Trunk._make((*numbers, belly, ribs))

    def _limb(self, limb: Limb, path: LimbPath, t: float, here: float) -> Limb:
        if path is None:
            return _shifted(limb, -self.travel_cm * here) if self.travel_cm else limb
        if not isinstance(path, Curve):
            return turned_between(*path, t if len(self.keyframes) == 2 else t * t * (3.0 - 2.0 * t))
        found = with_numbers(limb, path.at(t))
        return _shifted(found, -self.travel_cm * here) if self.travel_cm else found


def _shifted(limb: Limb, by_cm: float) -> Limb:
    """A contact with the world moved along x; anything else as it is."""
    if isinstance(limb, FootContact | HandContact) and not limb.on:
        return limb._replace(x=limb.x + by_cm)
    return limb


def _stretched(movement: Movement) -> tuple[Stretch, ...]:
    frames = movement.keyframes
    times = tuple(frame.at for frame in frames)
    trunks = curves(times, [tuple(frame.pose.trunk) for frame in frames], loop=movement.cyclic)
    figures: Figures = {}
    limbs = {name: _limb_paths(movement, name, figures) for name in LIMBS}
    return tuple(
        Stretch(
            begin=times[i],
            span=times[i + 1] - times[i],
            pose=frames[i].pose,
            trunk=trunks[i],
            limbs=tuple((name, *limbs[name][i]) for name in LIMBS),
        )
        for i in range(len(frames) - 1)
    )


def _limb_paths(movement: Movement, name: str, figures: Figures) -> list[tuple[Limb, LimbPath]]:
    """For every stretch the limb and its path; runs of the same kind share one smooth curve."""
    frames = movement.keyframes
    limbs = [_shifted(frame.pose.limb(name), movement.travel_cm * frame.at) for frame in frames]
    whole = all(alike(limbs[0], limb) for limb in limbs)
    found: list[tuple[Limb, LimbPath]] = []
    for run in _runs(limbs):
        times = tuple(frames[i].at for i in run)
        rows = [numbers_of(limbs[i]) for i in run]
        # Walking adds the way of one cycle to a contact, so the seam is smooth only without travel.
        loop = movement.cyclic and whole and not movement.travel_cm
        if len(run) > 1:
            for index, curve in zip(run, curves(times, rows, loop=loop), strict=False):
                found.append((limbs[index], None if curve.start == curve.end else curve))
        if run[-1] + 1 < len(frames):
            found.append((limbs[run[-1]], _turn_path(frames, run[-1], name, figures)))
    return found


def _runs(limbs: list[Limb]) -> list[list[int]]:
    """Indices of neighbouring keyframes whose limb is of the same kind."""
    found = [[0]]
    for index in range(1, len(limbs)):
        if alike(limbs[index - 1], limbs[index]):
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _turn_path(frames: tuple[Keyframe, ...], index: int, name: str, figures: Figures) -> LimbPath:
    for one in (index, index + 1):
        if one not in figures:
            figures[one] = solve(frames[one].pose)
    return turns_of(figures[index], name), turns_of(figures[index + 1], name)
