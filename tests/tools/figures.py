"""Draw pose files for their authors: pictures of single moments or a contact sheet, and what the checks find.

python tests/tools/figures.py figure.png bird-dog
python tests/tools/figures.py figure.png bird-dog --at 0 0.25 0.5 0.75 1 --yaw 90 --pitch 10 --left
python tests/tools/figures.py sheet.png
"""

import argparse
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from facet_desktop.domain.figure.checks import check_movement
from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.step import StepSide
from facet_desktop.exchange.pose_files import PoseFileError, PoseFolder
from facet_desktop.resources import resources_dir
from facet_desktop.ui.figure.colours import COLOURS
from facet_desktop.ui.figure.painter import FigurePainter, Moment
from facet_desktop.ui.figure.sheet import render_sheet

WIDTH, HEIGHT = 800, 600


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("out", type=Path, help="the PNG to write")
    parser.add_argument("slugs", nargs="*", help="exercises; one gives large pictures, none gives all")
    parser.add_argument("--at", nargs="+", type=float, default=[0.0, 0.5, 1.0], help="moments, 0 to 1")
    parser.add_argument("--yaw", type=float, help="view: 0 right side, 90 front")
    parser.add_argument("--pitch", type=float, help="view: degrees from above")
    parser.add_argument("--left", action="store_true", help="the left side works")
    parser.add_argument("--theme", choices=sorted(COLOURS), default="light")
    return parser.parse_args()


def load(slugs: list[str]) -> list[Movement]:
    folder = PoseFolder(resources_dir() / "poses")
    found = []
    for slug in slugs or folder.slugs():
        try:
            found.append(folder.movement(slug))
        except PoseFileError as error:
            print(*error.problems, sep="\n")
        except KeyError:
            print(f"{slug}: no such pose file")
    for movement in found:
        for finding in check_movement(movement):
            print(f"{movement.slug}: {finding}")
    return found


def large(movement: Movement, options: argparse.Namespace) -> QImage:
    colours = COLOURS[options.theme]
    columns = min(3, len(options.at))
    rows = -(-len(options.at) // columns)
    image = QImage(columns * WIDTH, rows * HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(colours.ground))
    side = StepSide.LEFT if options.left else StepSide.RIGHT
    camera = movement.camera_for(side)
    camera = replace(camera, yaw=camera.yaw if options.yaw is None else options.yaw)
    camera = replace(camera, pitch=camera.pitch if options.pitch is None else options.pitch)
    painter, figures = QPainter(image), FigurePainter(colours)
    for index, position in enumerate(options.at):
        rect = QRectF(index % columns * WIDTH, index // columns * HEIGHT, WIDTH, HEIGHT)
        painter.setClipRect(rect)
        figures.paint(painter, rect, movement, Moment(position, 0.0, side), camera)
    painter.end()
    return image


def main() -> None:
    options = arguments()
    app = QGuiApplication(["figures", "-platform", "offscreen"])
    movements = load(options.slugs)
    if len(movements) == 1 and options.slugs:
        large(movements[0], options).save(str(options.out))
    elif movements:
        render_sheet(movements, options.out, theme=options.theme, positions=options.at)
    app.quit()


if __name__ == "__main__":
    main()
