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
    """Camera axes, scale in pixels per centimetre and the pixel of the world's origin."""

    right: Vec
    up: Vec
    toward: Vec
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def flat(self, point: Vec) -> Flat:
        """Pixel of a point."""
        (r, u, _, s, left, top), (x, y, z) = self, point
        return (
            left + s * (x * r[0] + y * r[1] + z * r[2]),
            top - s * (x * u[0] + y * u[1] + z * u[2]),
        )

    def depth(self, point: Vec) -> float:
        """How near a point is, in centimetres; larger is nearer."""
        d = self.toward
        return point[0] * d[0] + point[1] * d[1] + point[2] * d[2]

    def seen(self, origin: Vec, frame: Mat) -> Seen:
        """A frame at its origin; quicker than point by point for whatever hangs on it."""
        (r0, r1, r2), (u0, u1, u2), _, s, left, top = self
        x, y, z = origin
        f0, f1, f2, f3, f4, f5, f6, f7, f8 = frame
        return Seen(
            left + s * (x * r0 + y * r1 + z * r2),
            top - s * (x * u0 + y * u1 + z * u2),
            s * (f0 * r0 + f3 * r1 + f6 * r2),
            -s * (f0 * u0 + f3 * u1 + f6 * u2),
            s * (f1 * r0 + f4 * r1 + f7 * r2),
            -s * (f1 * u0 + f4 * u1 + f7 * u2),
            s * (f2 * r0 + f5 * r1 + f8 * r2),
            -s * (f2 * u0 + f5 * u1 + f8 * u2),
        )

    def oval(self, body: Ellipsoid) -> Oval:
        """The outline of an ellipsoid."""
        return self.seen(body.centre, body.frame).oval(ORIGIN, body.radii)

    def disc(self, centre: Vec, radius: float) -> Oval:
        """The outline of a sphere."""
        x, y = self.flat(centre)
        square = (radius * self.scale) ** 2
        return (x, y, square, 0.0, square)


def projection(camera: Camera) -> Projection:
    """Unscaled projection of a camera."""
    yaw, pitch = radians(camera.yaw), radians(camera.pitch)
    toward = (sin(yaw) * cos(pitch), sin(pitch), cos(yaw) * cos(pitch))
    right = (cos(yaw), 0.0, -sin(yaw))
    up = (-sin(yaw) * sin(pitch), cos(pitch), -cos(yaw) * sin(pitch))
    return Projection(right, up, toward)
