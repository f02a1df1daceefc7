"""Orthographic projection from centimetres in the world to pixels."""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

from facet_desktop.domain.figure.body import Ellipsoid
from facet_desktop.domain.figure.movement import Camera
from facet_desktop.domain.figure.vectors import Mat, Vec

Flat = tuple[float, float]


class Oval(NamedTuple):
    """A projected ellipsoid: centre and the covariance that spans its outline, in pixels."""

    x: float
    y: float
    xx: float
    xy: float
    yy: float


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
        x, y, z = point
        r, u, s = self.right, self.up, self.scale
        return (
            self.left + s * (x * r[0] + y * r[1] + z * r[2]),
            self.top - s * (x * u[0] + y * u[1] + z * u[2]),
        )

    def depth(self, point: Vec) -> float:
        """How near a point is, in centimetres; larger is nearer."""
        d = self.toward
        return point[0] * d[0] + point[1] * d[1] + point[2] * d[2]

    def oval(self, body: Ellipsoid) -> Oval:
        """The outline of an ellipsoid."""
        x, y = self.flat(body.centre)
        xx = xy = yy = 0.0
        for index in (0, 1, 2):
            across, upward = self._axis(body.frame, index, body.radii[index])
            xx += across * across
            xy += across * upward
            yy += upward * upward
        return Oval(x, y, xx, xy, yy)

    def disc(self, centre: Vec, radius: float) -> Oval:
        """The outline of a sphere."""
        x, y = self.flat(centre)
        square = (radius * self.scale) ** 2
        return Oval(x, y, square, 0.0, square)

    def _axis(self, frame: Mat, index: int, size: float) -> Flat:
        a, b, c = frame[index], frame[index + 3], frame[index + 6]
        r, u, s = self.right, self.up, self.scale * size
        return (s * (a * r[0] + b * r[1] + c * r[2]), -s * (a * u[0] + b * u[1] + c * u[2]))


def projection(camera: Camera) -> Projection:
    """Unscaled projection of a camera."""
    yaw, pitch = radians(camera.yaw), radians(camera.pitch)
    toward = (sin(yaw) * cos(pitch), sin(pitch), cos(yaw) * cos(pitch))
    right = (cos(yaw), 0.0, -sin(yaw))
    up = (-sin(yaw) * sin(pitch), cos(pitch), -cos(yaw) * sin(pitch))
    return Projection(right, up, toward)
