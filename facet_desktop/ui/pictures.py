"""Still pictures of exercises, one at a time between other work, so that a page stands before them."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import shiboken6
from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap

from facet_desktop.services.figures import FigureSource
from facet_desktop.ui.theme import ThemeHub

if TYPE_CHECKING:
    from facet_desktop.ui.figure.thumbnails import Thumbnails


STEP_AFTER_MS = 1
"""A timer without time is an event in the queue, which Qt empties before it looks at anything else."""


class Frame(Protocol):
    """Whatever shows a picture: a widget that may be gone when its picture is ready."""

    def show_picture(self, picture: QPixmap | None) -> None:
        """Take the picture; None when the exercise has none."""
        ...


class PictureLoader(QObject):
    """Makes pictures in the order in which they were asked for, in the colours of the theme.

    The painter of figures is imported with the first picture, after the first page stands.
    """

    def __init__(self, hub: ThemeHub, figures: FigureSource, folder: Path | None) -> None:
        super().__init__(hub)
        self._hub = hub
        self._figures = figures
        self._folder = folder
        self._thumbnails: Thumbnails | None = None
        self._read: set[str] = set()
        self._is_going = False
        self._waiting: deque[tuple[Frame, str, QSize, float]] = deque()

    def ask(self, frame: Frame, slug: str, size: QSize, ratio: float) -> None:
        """Give the picture of an exercise to `frame` soon. `size` is in logical pixels."""
        self._waiting.append((frame, slug, size, ratio))
        self._go_on()

    def picture(self, slug: str, size: QSize, ratio: float = 1.0) -> QPixmap | None:
        """The picture at once; None when the exercise has none."""
        movement = self._figures.find(slug)
        if movement is None:
            content = self._figures.still(slug)
            return framed_picture(content, size, ratio) if content is not None else None
        return self._drawn().picture(movement, size, ratio)

    def _go_on(self) -> None:
        """Lets the window breathe between two steps: clicks, timers and paints come first."""
        if self._waiting and not self._is_going:
            self._is_going = True
            QTimer.singleShot(STEP_AFTER_MS, self, self._take_step)

    def _take_step(self) -> None:
        """One of the steps to the next picture; trouble with one does not stop the others."""
        self._is_going = False
        try:
            if self._waiting:
                self._take(*self._waiting[0])
        finally:
            self._go_on()  # after the work: what came up meanwhile has waited longer

    def _take(self, frame: Frame, slug: str, size: QSize, ratio: float) -> None:
        """Load the painter, read the movement, or paint."""
        if not shiboken6.isValid(frame):
            self._waiting.popleft()
        elif self._thumbnails is None:
            self._drawn()
        elif slug not in self._read:
            self._read.add(slug)
            self._figures.find(slug)
        else:
            self._waiting.popleft()
            frame.show_picture(self._picture_or_none(slug, size, ratio))

    def _picture_or_none(self, slug: str, size: QSize, ratio: float) -> QPixmap | None:
        try:
            return self.picture(slug, size, ratio)
        except OSError:  # a file that cannot be read costs one picture, not the page
            import logging  # only where something went wrong

            logging.getLogger(__name__).exception("The picture of %s cannot be made", slug)
            return None

    def _drawn(self) -> Thumbnails:
        from facet_desktop.ui.figure.colours import COLOURS
        from facet_desktop.ui.figure.thumbnails import Thumbnails

        colours = COLOURS[self._hub.palette.name]
        if self._thumbnails is None:
            self._thumbnails = Thumbnails(self._folder, colours)
        self._thumbnails.set_colours(colours)
        return self._thumbnails


def framed_picture(content: bytes, size: QSize, ratio: float) -> QPixmap | None:
    """A picture in its own shape in the middle of `size` logical pixels; None where it cannot be read."""
    picture = QPixmap()
    if not picture.loadFromData(content):
        return None
    room = size * ratio
    sheet = QPixmap(room)
    sheet.fill(Qt.GlobalColor.transparent)
    fitted = picture.scaled(
        room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter = QPainter(sheet)
    painter.drawPixmap((room.width() - fitted.width()) // 2, (room.height() - fitted.height()) // 2, fitted)
    painter.end()
    sheet.setDevicePixelRatio(ratio)
    return sheet
