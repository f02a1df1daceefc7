"""Small still pictures of movements, painted once and kept as files between starts."""

from __future__ import annotations

import hashlib
import os
import zlib
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from facet_desktop.domain.figure.movement import Movement
from facet_desktop.ui.figure.colours import FigureColours
from facet_desktop.ui.figure.painter import FigurePainter, Moment

PAINTER_VERSION = 4
"""Part of every cache key; raise it when the same pose is painted differently."""

_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
_LIGHTLY = 1
"""How pixels are compressed: files as small as PNG in half of the time to write and to read."""

_SUFFIX = ".pixels"

#: The moment that tells an exercise best: a stretch or lift near its end.
TELLING_POSITION = 1.0
TELLING_CYCLE = 0.25


class Thumbnails:
    """Pictures by movement, size and colours, from memory, from the cache folder, or freshly painted.

    A missing or unwritable folder only means that pictures are painted again.
    """

    def __init__(self, folder: Path | None, colours: FigureColours) -> None:
        self._folder = folder
        self._colours = colours
        self._figures = FigurePainter(colours)
        self._known: dict[str, QPixmap] = {}

    def set_colours(self, colours: FigureColours) -> None:
        """Use another set of colours from now on."""
        if colours != self._colours:
            self._colours = colours
            self._figures = FigurePainter(colours)

    def picture(self, movement: Movement, size: QSize, ratio: float = 1.0) -> QPixmap:
        """The picture of a movement on transparent ground.

        Args:
            movement: what to show.
            size: in logical pixels.
            ratio: device pixels to a logical pixel.
        """
        key = self._key(movement, size, ratio)
        if key not in self._known:
            image = self._stored(key, size * ratio)
            if image is None:
                image = self._painted(movement, size, ratio)
                self._store(key, image)
            image.setDevicePixelRatio(ratio)
            self._known[key] = QPixmap.fromImage(image)
        return self._known[key]

    def _key(self, movement: Movement, size: QSize, ratio: float) -> str:
        parts = (PAINTER_VERSION, movement.slug, movement.digest, self._colours, size.toTuple(), ratio)
        return hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()

    def _painted(self, movement: Movement, size: QSize, ratio: float) -> QImage:
        image = QImage(size * ratio, _FORMAT)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        position = TELLING_CYCLE if movement.cyclic else TELLING_POSITION
        self._figures.paint(painter, QRectF(0, 0, size.width(), size.height()), movement, Moment(position))
        painter.end()
        return image

    def _stored(self, key: str, pixels: QSize) -> QImage | None:
        if self._folder is None:
            return None
        try:
            content = zlib.decompress((self._folder / f"{key}{_SUFFIX}").read_bytes())
        except (OSError, zlib.error):
            return None
        width, height = pixels.toTuple()
        # The copy owns its pixels.
        return QImage(content, width, height, _FORMAT).copy() if len(content) == 4 * width * height else None

    def _store(self, key: str, image: QImage) -> None:
        """Write beside and rename, so that a crash never leaves half a picture."""
        if self._folder is None:
            return
        unfinished = self._folder / f"part-{os.getpid()}-{key}{_SUFFIX}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(zlib.compress(image.constBits(), _LIGHTLY))
            unfinished.replace(self._folder / f"{key}{_SUFFIX}")
        except OSError:
            with suppress(OSError):
                unfinished.unlink()
