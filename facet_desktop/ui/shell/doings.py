"""What the menu does besides opening pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from facet_desktop.domain.errors import StorageError
from facet_desktop.ui.metrics import SCALE_MAX, SCALE_MIN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from facet_desktop.ui.context import UiContext
    from facet_desktop.ui.shell.actions import Actions

TEXT_STEP = 0.1


class WindowDoings:
    """Acts for one window."""

    def __init__(self, window: QMainWindow, context: UiContext, resources: Path) -> None:
        self._window = window
        self._context = context
        self._resources = resources

    def change_text(self, step: int) -> None:
        """One step larger (1) or smaller (-1), or as it was at first (0)."""
        settings = self._context.services.settings
        scale = settings.present.text_scale + step * TEXT_STEP if step else 1.0
        try:
            settings.change(text_scale=round(min(SCALE_MAX, max(SCALE_MIN, scale)), 2))
        except StorageError as error:
            self._context.report(error)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or give it back."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def open_folder(self) -> None:
        """Show the data folder in the system's file manager."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._context.data_dir)))

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self._window.close()

    def ask_for_patient(self) -> None:
        """Ask for a new patient."""
        from facet_desktop.ui.shell.patient_form import NewPatientDialog

        dialog = NewPatientDialog(self._context, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_shortcuts(self, actions: Actions) -> None:
        """Show every key, those of the open page first."""
        from facet_desktop.ui.page import Page
        from facet_desktop.ui.shell.help_dialogs import ShortcutsDialog

        pages = [page for page in self._window.findChildren(Page) if page.isVisible()]
        own = [action for page in pages for action in page.actions()]
        ShortcutsDialog(self._context.theme, [*own, *actions.all()], self._window).open()

    def show_about(self) -> None:
        """Show versions and licences."""
        from facet_desktop.ui.shell.help_dialogs import AboutDialog

        AboutDialog(self._context.theme, self._resources, self._window).open()
