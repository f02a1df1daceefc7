"""What the window remembers from one start to the next: its place and its page. Never health data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSettings, QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

FIRST_SIZE = QSize(1280, 800)
WINDOW_FILE = "window.ini"


class WindowMemory:
    """Keeps its notes in one small file of the data folder; a damaged one is simply not used."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow) -> None:
        """Put the window where it was; the first time, or off the screen, where the system likes.

        A small screen gets a window of its own size.
        """
        geometry = self._settings.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
            window.resize(FIRST_SIZE.boundedTo(window.screen().availableSize()))

    def last_page(self) -> str:
        """Key of the page that was open last, or an empty text."""
        return str(self._settings.value("window/page", ""))

    def save(self, window: QMainWindow, page: str) -> None:
        """Note the window's place and page."""
        self._settings.setValue("window/geometry", window.saveGeometry())
        self._settings.setValue("window/page", page)
        self._settings.sync()

    def screen(self) -> str:
        """Name of the screen that sessions fill, or an empty text."""
        return str(self._settings.value("player/screen", ""))

    def note_screen(self, name: str) -> None:
        """Note which screen sessions fill."""
        self._settings.setValue("player/screen", name)

    def mini(self) -> QPoint | None:
        """Where the mini window was left; None before it was ever opened."""
        place = self._settings.value("player/mini")
        return place if isinstance(place, QPoint) else None

    def note_mini(self, place: QPoint) -> None:
        """Note where the mini window is left."""
        self._settings.setValue("player/mini", place)
