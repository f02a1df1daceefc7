"""Builds the application and its window from the services. Nothing here knows where services come from."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from facet_desktop import __version__, garbage, start_modules
from facet_desktop.domain.values import frozen
from facet_desktop.services.wording.all_words import Words
from facet_desktop.ui.bridge import EventBridge
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.errors import ErrorDesk
from facet_desktop.ui.icons import app_icon
from facet_desktop.ui.log_keeper import LogKeeper
from facet_desktop.ui.pictures import PictureLoader
from facet_desktop.ui.shell.memory import WINDOW_FILE, WindowMemory
from facet_desktop.ui.shell.warmup import Warmup
from facet_desktop.ui.shell.window import MainWindow, theme_of
from facet_desktop.ui.theme import FUSION_CHOSEN, ThemeHub
from facet_desktop.ui.translation import translate

if TYPE_CHECKING:
    from facet_desktop.domain.errors import StorageError
    from facet_desktop.services.app import AppServices

LOG_FOLDER = "logs"
LATER_IMPORTS = (
    "numpy",
    "pyqtgraph",
    "rapidfuzz",
    "PySide6.QtMultimedia",
    "facet_desktop.ui.player.page",
    "facet_desktop.ui.progress.page",
    "facet_desktop.ui.editor.page",
)
"""What later pages need; imported in the background once the first page stands."""
ICON_AFTER_MS = 100
"""Apart from everything else that follows the first page, so that the window never waits long."""
WARM_UP_AFTER_MS = 400
"""Time for the pictures of the first page, which would wait for the imports otherwise."""


@frozen
class Folders:
    """Where things lie: shipped data, the person's data, and what can be made again at any time."""

    resources: Path
    data: Path
    cache: Path


def make_application(argv: Sequence[str]) -> QApplication:
    """The one QApplication, named for the system."""
    app = QApplication([*argv, "-style", "Fusion"])
    app.setProperty(FUSION_CHOSEN, True)
    app.setApplicationName("Facet")
    app.setApplicationDisplayName("Facet")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("facet-desktop")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return app


def build_context(app: QApplication, services: AppServices, folders: Folders) -> tuple[UiContext, ErrorDesk]:
    """Look, words, events and error desk around the services."""
    hub = ThemeHub(app, folders.resources, theme_of(services.settings.present), folders.cache / "icons")
    desk = ErrorDesk(hub, app)
    context = UiContext(
        services=services,
        theme=hub,
        bridge=EventBridge(services.bus, app),
        words=Words(translate),
        pictures=PictureLoader(hub, services.figures, folders.cache / "pictures"),
        report=desk.report,
        data_dir=folders.data,
    )
    return context, desk


def build_window(
    app: QApplication, services: AppServices, folders: Folders, *, live: bool = True
) -> MainWindow:
    """The main window, not yet shown. Call `begin()` and `show()`; closing it gives everything back.

    `live` is for people: a log is kept, uncaught exceptions are shown, what later pages need is imported
    once the first page stands, and until that is done nobody looks for garbage, of which a start makes none.
    Pictures and tests do without.
    """
    if live:
        garbage.stop_looking()
    context, desk = build_context(app, services, folders)
    window = MainWindow(context, desk, WindowMemory(folders.data / WINDOW_FILE), folders.resources)
    for part in (context.theme, context.bridge, desk):
        part.setParent(window)  # they live and die with the window
    window.closing.connect(context.bridge.close)
    window.closing.connect(desk.unwatch)

    def show_icon() -> None:
        app.setWindowIcon(app_icon(folders.resources / "app"))

    # The system shows the icon it knows from the start; Qt's own follows when the first page stands.
    window.first_painted.connect(lambda: QTimer.singleShot(ICON_AFTER_MS, window, show_icon))
    app.applicationStateChanged.connect(window.notice_day)
    if live:
        _enliven(window, desk, folders)
    return window


def _enliven(window: MainWindow, desk: ErrorDesk, folders: Folders) -> None:
    loaded: list[str] = []
    window.first_painted.connect(lambda: loaded.extend(sys.modules))

    def imports_done() -> None:
        start_modules.keep(loaded)
        garbage.look_from_here()

    warmup, keeper = Warmup(LATER_IMPORTS, imports_done), LogKeeper(folders.data / LOG_FOLDER)
    window.keep(warmup, keeper)
    window.first_painted.connect(lambda: QTimer.singleShot(0, window, keeper.begin))
    desk.halted.connect(keeper.begin)
    window.first_painted.connect(lambda: QTimer.singleShot(WARM_UP_AFTER_MS, warmup.start))
    for ending in (warmup.finish, garbage.look_everywhere, keeper.close):
        window.closing.connect(ending)
    desk.watch()


def show_updating(app: QApplication, resources: Path) -> QWidget:
    """Says why the window takes a while: the data are copied and brought up to date. The caller closes it."""
    from facet_desktop.ui.updating_note import UpdatingNote

    note = UpdatingNote(ThemeHub(app, resources))
    note.show()
    # Nobody runs an event loop while the database is busy: what is asked for now must stand before.
    app.sync()
    app.processEvents()
    note.repaint()
    return note


def show_trouble(app: QApplication, resources: Path, error: StorageError) -> None:
    """Says why the data cannot be opened, before there is a window, and waits until it was read."""
    from facet_desktop.ui.error_dialog import ErrorDialog
    from facet_desktop.ui.error_words import ErrorWords

    hub = ThemeHub(app, resources)
    ErrorDialog(hub, ErrorWords(translate).trouble(error.trouble)).exec()
