"""The exercise bike, by what can be seen in its picture."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from facet_desktop.domain.figure.kinematics import solve
from facet_desktop.domain.figure.movement import Camera
from facet_desktop.domain.step import StepSide
from facet_desktop.exchange.pose_files import PoseFolder
from facet_desktop.resources import resources_dir
from facet_desktop.ui.figure.colours import LIGHT, Inks
from facet_desktop.ui.figure.framing import framed
from facet_desktop.ui.figure.scene import Scene
from facet_desktop.ui.figure.things import carried_parts

RECT = QRectF(0, 0, 400, 400)

pytestmark = pytest.mark.usefixtures("qapp")


def saddle_row(height_cm: float) -> int:
    """Topmost painted row of a bike left of its seat post, with nobody on it."""
    movement = PoseFolder(resources_dir() / "poses").movement("low-impact-cardio")
    bike = replace(movement.props[0], size=(100.0, height_cm, 16.0))
    view = framed(movement, Camera(yaw=0, pitch=0), StepSide.RIGHT, RECT)
    scene = Scene(figure=solve(movement.pose_at(0.0)), view=view, inks=Inks(LIGHT))
    image = QImage(400, 400, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for part in carried_parts(scene, (bike,)):
        part.draw(painter)
    painter.end()
    column = round(view.flat((-30.0, 0.0, 0.0))[0])
    white = QColor("white").rgb()
    return next(y for y in range(image.height()) if image.pixel(column, y) != white)


def test_a_taller_bike_has_a_higher_saddle_by_the_same_amount() -> None:
    movement = PoseFolder(resources_dir() / "poses").movement("low-impact-cardio")
    scale = framed(movement, Camera(yaw=0, pitch=0), StepSide.RIGHT, RECT).scale
    assert saddle_row(90.0) - saddle_row(100.0) == pytest.approx(10.0 * scale, abs=1.5)
