"""Bundled Lucide icons, tinted to a colour and kept as pixmaps for the screen they are shown on.

QtSvg paints ``currentColor`` black, so the colour is written into the file's text before it is rendered.
Renderings are kept as files, named after all that they depend on, so that a start need not load QtSvg.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


class IconSet:
    """Draws the icons of one folder. Keeps every rendering: the set of sizes and colours is small.

    ``cache`` is a folder in which renderings last from one start to the next; it is made when it is needed.
    """

    def __init__(self, directory: Path, cache: Path | None = None) -> None:
        self._directory = directory
        self._cache = cache
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, str, int, float], QIcon] = {}

    def names(self) -> frozenset[str]:
        """The names of all bundled icons."""
        return frozenset(path.stem for path in self._directory.glob("*.svg"))

    def pixmap(self, name: str, colour: str, size_px: int, ratio: float = 1.0) -> QPixmap:
        """Icon ``name`` in ``colour`` (``#rrggbb``), ``size_px`` logical pixels square.

        ``ratio`` is the device pixel ratio of the screen. Raises ``FileNotFoundError`` for an icon that is
        not bundled.
        """
        key = (name, colour, size_px, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._render(name, colour, size_px, ratio)
        return found

    def icon(self, name: str, colour: str, disabled: str, size_px: int, ratio: float = 1.0) -> QIcon:
        """A `QIcon` for menus and views, with ``disabled`` as its colour when greyed out."""
        key = (name, colour, disabled, size_px, ratio)
        found = self._icons.get(key)
        if found is None:
            from PySide6.QtGui import QIcon

            found = QIcon(self.pixmap(name, colour, size_px, ratio))
            found.addPixmap(self.pixmap(name, disabled, size_px, ratio), QIcon.Mode.Disabled)
            self._icons[key] = found
        return found

    def _render(self, name: str, colour: str, size_px: int, ratio: float) -> QPixmap:
        source = self._source(name).replace("currentColor", colour).encode()
        side = max(1, round(size_px * ratio))
        kept = self._cache / f"{name}-{side}-{crc32(source):08x}.png" if self._cache else None
        pixmap = QPixmap(str(kept)) if kept else QPixmap()
        if pixmap.isNull():
            pixmap = _drawn(source, side)
            if kept:
                kept.parent.mkdir(parents=True, exist_ok=True)
                pixmap.save(str(kept))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        text = self._sources.get(name)
        if text is None:
            text = self._sources[name] = (self._directory / f"{name}.svg").read_text(encoding="utf-8")
        return text


def _drawn(source: bytes, side: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def app_icon(directory: Path) -> QIcon:
    """The program's sign for windows and task bars, from the ready-made pictures in ``directory``."""
    from PySide6.QtGui import QIcon

    icon = QIcon()
    for path in sorted(directory.glob("facet-*.png")):
        icon.addFile(str(path))
    return icon
