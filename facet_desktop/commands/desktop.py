"""What the commands that show or paint a window share: folder, application, window."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from facet_desktop.bootstrap import OpenFolder
    from facet_desktop.ui.shell.window import MainWindow

FOLDER_NAME = "Facet"


def data_folder(chosen: Path | None) -> Path:
    """The chosen folder, or the person's own data folder of this system."""
    if chosen is not None:
        return chosen.absolute()
    from PySide6.QtCore import QStandardPaths

    root = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(root) / FOLDER_NAME


def offscreen() -> None:
    """Paints without a screen from here on; to be called before the application is made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def make_application(*, offscreen_only: bool = False) -> QApplication:
    """The application, named Facet."""
    if offscreen_only:
        offscreen()
        _spare_chatter()
    from facet_desktop.ui.app import make_application as make

    return make(["facet-desktop"])


def _spare_chatter() -> None:
    """Without a screen Qt remarks on missing window managers and sound servers: only errors matter."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def tell(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            print(message, file=sys.stderr)

    earlier = qInstallMessageHandler(tell)
    if earlier is not None:
        qInstallMessageHandler(earlier)


def main_window(application: QApplication, folder: OpenFolder, *, live: bool = True) -> MainWindow:
    """The window over a data folder, not yet shown; `live` is for people, not for pictures."""
    from facet_desktop.ui.app import Folders, build_window

    folders = Folders(folder.resources, folder.folder, folder.cache)
    return build_window(application, folder.services, folders, live=live)


@contextmanager
def throw_away_folder(inside: Path | None = None) -> Iterator[Path]:
    """A folder `inside` another, by default the system's; removed with all in it when the block ends."""
    import tempfile

    if inside is not None:
        inside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="facet-", dir=inside) as name:
        yield Path(name)
