"""The one painter of figures: for the screen, for thumbnails, for print and for SVG."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QRadialGradient

from facet_desktop.domain.figure.kinematics import solve
from facet_desktop.domain.figure.movement import Camera, Movement
from facet_desktop.domain.figure.props import PropKind
from facet_desktop.domain.step import StepSide
from facet_desktop.ui.figure.colours import FigureColours, Inks
from facet_desktop.ui.figure.framing import framed
from facet_desktop.ui.figure.limbs import limb_parts
from facet_desktop.ui.figure.projection import Projection
from facet_desktop.ui.figure.scene import Part, Scene
from facet_desktop.ui.figure.things import thing_parts
from facet_desktop.ui.figure.trunk import head_part, trunk_part

_FRAMES_KEPT = 64


class FigurePainter:
    """Paints movements with one set of colours. Keeps the framing of recent movements, nothing else."""

    def __init__(self, colours: FigureColours) -> None:
        self.colours = colours
        self._inks = Inks(colours)
        self._framings: dict[tuple[object, ...], Projection] = {}

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        movement: Movement,
        *,
        position: float = 0.0,
        breath: float = 0.0,
        side: StepSide = StepSide.BOTH,
        camera: Camera | None = None,
    ) -> None:
        """Paint one moment of a movement into a rectangle.

        Args:
            painter: on a widget, image, printer or SVG.
            rect: in the painter's units; the whole movement fits into it at one scale.
            movement: what to paint.
            position: 0 start to 1 end, or the number of cycles of a cyclic movement.
            breath: volume of air, 0 to 1.
            side: the working side.
            camera: another view than the movement's own.
        """
        seen_from = camera or movement.camera_for(side)
        view = self._framing(movement, seen_from, side, rect)
        scene = Scene(
            figure=solve(movement.pose_at(position, breath, side)),
            view=view,
            inks=self._inks,
            left_works=side is StepSide.LEFT,
            regions=movement.highlight,
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_parts(painter, scene, movement, side)
        painter.restore()

    def _framing(self, movement: Movement, camera: Camera, side: StepSide, rect: QRectF) -> Projection:
        key = (movement.slug, movement.digest, camera, side is StepSide.LEFT, rect.getRect())
        if key not in self._framings:
            if len(self._framings) >= _FRAMES_KEPT:
                self._framings.clear()
            self._framings[key] = framed(movement, camera, side, rect)
        return self._framings[key]


def _paint_parts(painter: QPainter, scene: Scene, movement: Movement, side: StepSide) -> None:
    before, among = thing_parts(scene, movement.props_for(side))
    if not any(prop.kind is PropKind.MAT for prop in movement.props):
        _paint_ground(painter, scene)
    for part in before:
        part.draw(painter)
    parts = [*limb_parts(scene), head_part(scene), *among]
    back = sorted((part for part in parts if not part.front), key=_depth)
    front = sorted((part for part in parts if part.front), key=_depth)
    for part in (*back, trunk_part(scene), *front):
        part.draw(painter)


def _depth(part: Part) -> float:
    return part.depth


def _paint_ground(painter: QPainter, scene: Scene) -> None:
    """A soft shadow on the floor, so that a figure without a mat does not float."""
    view = scene.view
    x, _, z = scene.figure.joints["pelvis"]
    centre = view.flat((x, 0.0, z))
    squash = max(0.12, abs(view.up[0] ** 2 + view.up[2] ** 2) ** 0.5)
    gradient = QRadialGradient(QPointF(0.0, 0.0), 1.0)
    ink = QColor(scene.inks.colours.shadow)
    for at, alpha in ((0.0, 46), (0.6, 24), (1.0, 0)):
        ink.setAlpha(alpha)
        gradient.setColorAt(at, ink)
    painter.save()
    painter.translate(QPointF(*centre))
    painter.scale(58.0 * view.scale, 58.0 * view.scale * squash)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(gradient))
    painter.drawEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
    painter.restore()
