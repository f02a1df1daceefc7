"""Whether the whole figure is in the picture, however the view is turned."""

import pytest
from PySide6.QtCore import QRectF

from facet_desktop.domain.figure.kinematics import solve
from facet_desktop.domain.figure.movement import Camera
from facet_desktop.domain.step import StepSide
from facet_desktop.exchange.pose_files import PoseFolder
from facet_desktop.resources import resources_dir
from facet_desktop.ui.figure.framing import framed

POSES = PoseFolder(resources_dir() / "poses")
RECT = QRectF(0, 0, 400, 300)
AIRY = RECT.adjusted(8, 8, -8, -8)


@pytest.mark.parametrize("yaw", [0.0, 60.0, 150.0, 250.0, 300.0])
def test_no_part_of_a_figure_leaves_the_picture_however_it_is_turned(yaw: float) -> None:
    outside = []
    for slug in POSES.slugs():
        movement = POSES.movement(slug)
        view = framed(movement, Camera(yaw, 15.0), StepSide.RIGHT, RECT)
        for position in (0.0, 1.0):
            joints = solve(movement.pose_at(position)).joints
            outside += [
                (slug, name) for name, point in joints.items() if not AIRY.contains(*view.flat(point))
            ]
    assert outside == []
