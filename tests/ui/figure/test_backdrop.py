"""What stands still behind the figure, when it comes from a kept picture."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from facet_desktop.exchange.pose_files import PoseFolder
from facet_desktop.resources import resources_dir
from facet_desktop.ui.figure.colours import LIGHT
from facet_desktop.ui.figure.painter import FigurePainter, Moment

RECT = QRectF(0, 0, 400, 300)

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_soft_shadow_of_a_chair_keeps_its_faint_rim_in_the_kept_picture() -> None:
    movement = PoseFolder(resources_dir() / "poses").movement("seated-cat-cow")
    figures, pictures = FigurePainter(LIGHT), []
    for _ in range(2):
        image = QImage(400, 300, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(LIGHT.ground))
        painter = QPainter(image)
        figures.paint(painter, RECT, movement, Moment())
        painter.end()
        pictures.append(image)
    first, kept = pictures
    lost = [
        (x, y)
        for x in range(400)
        for y in range(300)
        if kept.pixelColor(x, y).lightness() - first.pixelColor(x, y).lightness() > 4
    ]
    assert not lost
