"""What a frame of a moving figure costs at 800 x 600, and what sixty thumbnails cost, cold and cached.

Every exercise is shown as the library shows it, by its own tempo and breath, for three repetitions, with
frames that come up to 4 ms early or late. Only frames in which it moves count, not those of holds and pauses.
What the first repetition costs is told beside it, and what single moments cost of which nothing is kept.
"""

import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from facet_desktop.domain.demonstration import Demonstration, demonstration
from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.step import Part, StepSide
from facet_desktop.exchange.library_files import read_library
from facet_desktop.exchange.pose_files import PoseFolder
from facet_desktop.resources import resources_dir
from facet_desktop.ui.figure.colours import COLOURS
from facet_desktop.ui.figure.painter import FigurePainter, Moment
from facet_desktop.ui.figure.thumbnails import Thumbnails
from facet_desktop.ui.figure.view import FigureView

SIZE = QSize(800, 600)
REPETITIONS = 3
FRAME_MS, EARLY_OR_LATE_MS = 1000 / 60, 4.0
UNSEEN = 24
MOVING = (Part.UP, Part.DOWN)
THUMBNAIL = QSize(104, 64)


class TimedView(FigureView):
    """Notes what every frame costs: pose, joints and paint."""

    def __init__(self) -> None:
        super().__init__()
        self.costs_ms: list[float] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints and takes the time."""
        began = time.perf_counter()
        super().paintEvent(event)
        self.costs_ms.append((time.perf_counter() - began) * 1000)


def repetition_ms(view: TimedView, show: Demonstration, number: int, chance: random.Random) -> list[float]:
    """Milliseconds of every frame in which something moves."""
    view.costs_ms.clear()
    frame = 0
    while (frame := frame + 1) * FRAME_MS < show.duration_ms - EARLY_OR_LATE_MS:
        at_ms = round(frame * FRAME_MS + chance.uniform(-EARLY_OR_LATE_MS, EARLY_OR_LATE_MS))
        shown = show.at(number * show.duration_ms + at_ms, StepSide.RIGHT)
        if shown.part in MOVING:
            view.set_moment(shown.position, shown.breath.volume, shown.side)
            view.repaint()
    return list(view.costs_ms)


def frames_ms(view: TimedView, shows: list[tuple[Movement, Demonstration]]) -> list[list[float]]:
    """Of every repetition, first to last, the milliseconds of its moving frames."""
    chance = random.Random(1)
    found: list[list[float]] = [[] for _ in range(REPETITIONS)]
    for movement, show in shows:
        view.show_movement(movement)
        view.repaint()
        for number in range(REPETITIONS):
            found[number] += repetition_ms(view, show, number, chance)
    return found


def unseen_ms(movements: list[Movement]) -> list[float]:
    """Milliseconds of moments far apart, none of them seen before: nothing kept is of use."""
    image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    figures = FigurePainter(COLOURS["light"])
    costs = []
    for movement in movements:
        for number in range(UNSEEN):
            moment = Moment(number / UNSEEN, number % 5 / 4, StepSide.RIGHT)
            began = time.perf_counter()
            painter = QPainter(image)
            figures.paint(painter, QRectF(image.rect()), movement, moment)
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
    folder = PoseFolder(resources_dir() / "poses")
    shows = [
        (movement, demonstration(exercise, alternating=movement.alternating, cyclic=movement.cyclic))
        for exercise in read_library(resources_dir()).library.exercises()
        for movement in [folder.movement(exercise.figure or exercise.slug)]
    ]
    view = TimedView()
    view.resize(SIZE)
    view.show()
    application.processEvents()
    frames_ms(view, shows[:3])
    first, *later = frames_ms(view, shows)
    costs = sorted([*first, *(one for costs in later for one in costs)])
    application.quit()
    print(
        json.dumps(
            {
                "exercises": len(shows),
                "frames": len(costs),
                "median_ms": statistics.median(costs),
                "p95_ms": costs[int(len(costs) * 0.95)],
                "first_repetition_median_ms": statistics.median(first),
                "later_repetitions_median_ms": statistics.median([one for costs in later for one in costs]),
                "unseen_moments_median_ms": statistics.median(unseen_ms([movement for movement, _ in shows])),
                "thumbnails_cold_ms": cold_ms,
                "thumbnails_cached_ms": cached_ms,
            }
        )
    )


main()
