"""Orthographic projection from centimetres in the world to pixels."""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

from facet_desktop.domain.figure.body import Ellipsoid
from facet_desktop.domain.figure.movement import Camera
from facet_desktop.domain.figure.vectors import ORIGIN, Mat, Vec

Flat = tuple[float, float]


Oval = tuple[float, float, float, float, float]
"""A projected ellipsoid in pixels: centre x, y and the covariance xx, xy, yy that spans its outline."""


class Seen(NamedTuple):
    """A frame as the camera sees it: the pixel of its origin, and a centimetre along each axis in pixels."""

    x: float
    y: float
    ax: float
    ay: float
    bx: float
    by: float
    cx: float
    cy: float

    def flat(self, local: Vec) -> Flat:
        """Pixel of a local point."""
        p, q, r = local
        return (
            self.x + p * self.ax + q * self.bx + r * self.cx,
            self.y + p * self.ay + q * self.by + r * self.cy,
        )

    def oval(self, local: Vec, radii: Vec) -> Oval:
        """The outline of an ellipsoid along the axes of the frame."""
        x, y, ax, ay, bx, by, cx, cy = self
        p, q, r = local
        a, b, c = radii
        x, y = x + p * ax + q * bx + r * cx, y + p * ay + q * by + r * cy
        ax, ay, bx, by, cx, cy = a * ax, a * ay, b * bx, b * by, c * cx, c * cy
        return (x, y, ax * ax + bx * bx + cx * cx, ax * ay + bx * by + cx * cy, ay * ay + by * by + cy * cy)


class Projection(NamedTuple):
    """The world as the camera sees it, the direction towards the viewer, and pixels per centimetre."""

    world: Seen
    toward: Vec
    scale: float = 1.0

    def flat(self, point: Vec) -> Flat:
        """Pixel of a point."""
        return self.world.flat(point)

    def depth(self, point: Vec) -> float:
        """How near a point is, in centimetres; larger is nearer."""
        d = self.toward
        return point[0] * d[0] + point[1] * d[1] + point[2] * d[2]

    def seen(self, origin: Vec, frame: Mat) -> Seen:
        """A frame at its origin; quicker than point by point for whatever hangs on it."""
        left, top, ax, ay, bx, by, cx, cy = self.world
        x, y, z = origin
        f0, f1, f2, f3, f4, f5, f6, f7, f8 = frame
        return Seen(
            left + x * ax + y * bx + z * cx,
            top + x * ay + y * by + z * cy,
            f0 * ax + f3 * bx + f6 * cx,
            f0 * ay + f3 * by + f6 * cy,
            f1 * ax + f4 * bx + f7 * cx,
            f1 * ay + f4 * by + f7 * cy,
            f2 * ax + f5 * bx + f8 * cx,
            f2 * ay + f5 * by + f8 * cy,
        )

    def oval(self, body: Ellipsoid) -> Oval:
        """The outline of an ellipsoid."""
        return self.seen(body.centre, body.frame).oval(ORIGIN, body.radii)

    def disc(self, centre: Vec, radius: float) -> Oval:
        """The outline of a sphere."""
        x, y = self.flat(centre)
        square = (radius * self.scale) ** 2
        return (x, y, square, 0.0, square)

    def scaled(self, scale: float, left: float, top: float) -> Projection:
        """The same view at another scale; the pixel of the world's origin is given."""
        _, _, *axes = self.world
        return Projection(Seen(left, top, *(scale * way for way in axes)), self.toward, self.scale * scale)

    def moved(self, right: float, down: float) -> Projection:
        """The same view elsewhere."""
        left, top, *axes = self.world
        return Projection(Seen(left + right, top + down, *axes), self.toward, self.scale)


def projection(camera: Camera) -> Projection:
    """Unscaled projection of a camera."""
    yaw, pitch = radians(camera.yaw), radians(camera.pitch)
    toward = (sin(yaw) * cos(pitch), sin(pitch), cos(yaw) * cos(pitch))
    # Pixels run down, so that upward is negative.
    x, y, z = (cos(yaw), sin(yaw) * sin(pitch)), (0.0, -cos(pitch)), (-sin(yaw), cos(yaw) * sin(pitch))
    return Projection(Seen(0.0, 0.0, *x, *y, *z), toward)
