"""Bundled Lucide icons, tinted to a colour and kept as pixmaps for the screen they are shown on.

QtSvg paints ``currentColor`` black, so the colour is written into the file's text before it is rendered.
QtSvg is imported when the first icon is drawn.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap


class IconSet:
    """Draws the icons of one folder. Keeps every rendering: the set of sizes and colours is small."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
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
            found = QIcon(self.pixmap(name, colour, size_px, ratio))
            found.addPixmap(self.pixmap(name, disabled, size_px, ratio), QIcon.Mode.Disabled)
            self._icons[key] = found
        return found

    def _render(self, name: str, colour: str, size_px: int, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer

        renderer = QSvgRenderer(QByteArray(self._source(name).replace("currentColor", colour).encode()))
        side = max(1, round(size_px * ratio))
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        text = self._sources.get(name)
        if text is None:
            text = self._sources[name] = (self._directory / f"{name}.svg").read_text(encoding="utf-8")
        return text


def app_icon(directory: Path) -> QIcon:
    """The program's sign for windows and task bars, from the ready-made pictures in ``directory``."""
    icon = QIcon()
    for path in sorted(directory.glob("facet-*.png")):
        icon.addFile(str(path))
    return icon
