"""Asks where to save a file and remembers the folder while the program runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


class SavePlace:
    """The folder that was chosen last; the documents of the person at first."""

    def __init__(self) -> None:
        places = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(places) or Path.home())

    def ask(self, parent: QWidget, title: str, name: str, kinds: str, suffix: str) -> Path | None:
        """A path with this suffix, or None when the person thought better of it."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(self._folder / name), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        if not path.suffix:
            path = path.with_suffix(suffix)
        self._folder = path.parent
        return path
