"""The one painter of figures: for the screen, for thumbnails, for print and for SVG."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from facet_desktop.domain.figure.kinematics import solve
from facet_desktop.domain.figure.movement import Camera, Movement
from facet_desktop.domain.step import StepSide
from facet_desktop.ui.figure.backdrop import Backdrops, Shown, is_raster
from facet_desktop.ui.figure.colours import FigureColours, Inks
from facet_desktop.ui.figure.framing import framed
from facet_desktop.ui.figure.glow import glows_by_part
from facet_desktop.ui.figure.limbs import limb_parts
from facet_desktop.ui.figure.projection import Projection
from facet_desktop.ui.figure.scene import SMOOTH, WITHIN, Kept, Part, Scene
from facet_desktop.ui.figure.things import carried_parts
from facet_desktop.ui.figure.trunk import head_part, paint_trunk

_FRAMINGS_KEPT = 64

# Looked up once: Python 3.11 runs a function for every member of an enumeration that is asked for.
_LEFT, _NO_PEN = StepSide.LEFT, Qt.PenStyle.NoPen


class Moment(NamedTuple):
    """One moment of a movement.

    ``position`` runs from 0 (start) to 1 (end), or counts the cycles of a cyclic movement; ``breath`` is the
    volume of air, 0 to 1; ``side`` is the working side.
    """

    position: float = 0.0
    breath: float = 0.0
    side: StepSide = StepSide.BOTH


START = Moment()


class FigurePainter:
    """Paints movements with one set of colours. Keeps the framing and backdrop of recent movements."""

    def __init__(self, colours: FigureColours) -> None:
        self.colours = colours
        self._inks = Inks(colours)
        self._backdrops = Backdrops()
        self._kept = Kept()
        self._kept_of: Movement | None = None
        self._framings: dict[Shown, Projection] = {}

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        movement: Movement,
        moment: Moment = START,
        camera: Camera | None = None,
    ) -> None:
        """Paint one moment of a movement into a rectangle.

        Args:
            painter: on a widget, image, printer or SVG.
            rect: in the painter's units; the whole movement fits into it at one scale. Large things in the
                picture, as a mat, are cut off at its edge.
            movement: what to paint.
            moment: position, breath and working side.
            camera: another view than the movement's own.
        """
        if rect.isEmpty():
            return
        side = moment.side
        left_works = side is _LEFT
        camera = camera or movement.camera_for(side)
        size = (rect.width(), rect.height())
        shown = (movement.slug, movement.digest, left_works, camera.yaw, camera.pitch, size)
        view = self._framings.get(shown) or self._framed(shown, movement, camera, side, rect)
        if self._kept_of is not movement:
            self._kept, self._kept_of = Kept(), movement
        scene = Scene(
            self._kept.get("figure", moment, lambda: solve(movement.pose_at(*moment))),
            view.moved(rect.left(), rect.top()),
            self._inks,
            self._kept,
            is_raster(painter),
            glows_by_part(movement.highlight, left_works),
        )
        painter.save()
        painter.setRenderHint(SMOOTH)
        painter.setPen(_NO_PEN)
        if scene.fast:
            # Also for speed: without any rectangle to clip to, Qt paints smooth lines in a third of the pace.
            painter.setClipRect(rect, WITHIN)
        self._backdrops.paint(painter, rect, scene, movement, side, shown)
        _paint_figure(painter, scene, carried_parts(scene, movement.props_for(side, moment.position)))
        painter.restore()

    def _framed(
        self, shown: Shown, movement: Movement, camera: Camera, side: StepSide, rect: QRectF
    ) -> Projection:
        if len(self._framings) >= _FRAMINGS_KEPT:
            self._framings.clear()
        view = self._framings[shown] = framed(movement, camera, side, QRectF(QPointF(0.0, 0.0), rect.size()))
        return view


def _paint_figure(painter: QPainter, scene: Scene, carried: list[Part]) -> None:
    parts = [*limb_parts(scene), head_part(scene), *carried]
    parts.sort(key=_depth)
    for part in parts:
        if not part.front:
            part.draw(painter)
    paint_trunk(painter, scene)
    for part in parts:
        if part.front:
            part.draw(painter)


_depth = attrgetter("depth")
