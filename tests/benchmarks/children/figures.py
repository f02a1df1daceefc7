"""What a frame of a moving figure costs at 800 x 600, and what sixty thumbnails cost, cold and cached."""

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.step import StepSide
from facet_desktop.exchange.pose_files import PoseFolder
from facet_desktop.resources import resources_dir
from facet_desktop.ui.figure.colours import COLOURS
from facet_desktop.ui.figure.painter import FigurePainter, Moment
from facet_desktop.ui.figure.thumbnails import Thumbnails

WIDTH, HEIGHT = 800, 600
POSITIONS = 24
THUMBNAIL = QSize(104, 64)


def frames(movements: list[Movement]) -> list[float]:
    """Milliseconds of every frame: pose, joints and paint."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    figures = FigurePainter(COLOURS["light"])
    costs = []
    for movement in movements:
        for number in range(POSITIONS):
            moment = Moment(number / POSITIONS, number % 5 / 4, StepSide.RIGHT)
            began = time.perf_counter()
            painter = QPainter(image)
            figures.paint(painter, QRectF(0, 0, WIDTH, HEIGHT), movement, moment)
            painter.end()
            costs.append((time.perf_counter() - began) * 1000)
    return costs


def thumbnails_ms(cache: Path) -> float:
    """Milliseconds for all thumbnails, the reading of their files included."""
    began = time.perf_counter()
    folder = PoseFolder(resources_dir() / "poses")
    pictures = Thumbnails(cache, COLOURS["light"])
    for slug in folder.slugs():
        pictures.picture(folder.movement(slug), THUMBNAIL)
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Measures and answers."""
    application = QApplication(sys.argv)
    with tempfile.TemporaryDirectory() as name:
        cold_ms = thumbnails_ms(Path(name))
        cached_ms = thumbnails_ms(Path(name))
    movements, _ = PoseFolder(resources_dir() / "poses").all()
    frames(movements[:5])
    costs = sorted(frames(movements))
    application.quit()
    print(
        json.dumps(
            {
                "movements": len(movements),
                "median_ms": statistics.median(costs),
                "p95_ms": costs[int(len(costs) * 0.95)],
                "thumbnails_cold_ms": cold_ms,
                "thumbnails_cached_ms": cached_ms,
            }
        )
    )


main()
