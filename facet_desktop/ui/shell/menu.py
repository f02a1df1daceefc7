"""The window's menu, made when the first page stands or when somebody asks for it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QMenu

from facet_desktop.services.settings import Role
from facet_desktop.ui.shell.pages import pages_for

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from facet_desktop.ui.shell.actions import Actions, Doings
    from facet_desktop.ui.shell.doings import WindowDoings


class WindowMenu:
    """Holds the actions of one window and follows its role."""

    def __init__(
        self,
        window: QMainWindow,
        acts: WindowDoings,
        open_page: Callable[[str], None],
        ask_for_menu: Callable[[], None],
    ) -> None:
        self._window = window
        self._acts = acts
        self._open_page = open_page
        self._ask_for_menu = ask_for_menu
        self._role: Role | None = None
        self._actions: Actions | None = None

    def set_role(self, role: Role) -> None:
        """Offer the pages of a role."""
        self._role = role
        if self._actions is not None:
            self._set_pages(self._actions)

    def actions(self) -> Actions:
        """Every action, with its keys in force from now on."""
        if self._actions is None:
            from PySide6.QtGui import QKeySequence, QShortcut

            from facet_desktop.ui.shell.actions import Actions

            QShortcut(QKeySequence("F10"), self._window, self._ask_for_menu)
            self._actions = Actions(self._window, self._doings())
            self._set_pages(self._actions)
        return self._actions

    def open(self, corner: QPoint) -> None:
        """Open the menu with its upper left corner here."""
        menu = QMenu(self._window)
        menu.setObjectName("main_menu")
        self.actions().fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(corner)

    def _set_pages(self, actions: Actions) -> None:
        if self._role is None:
            return
        actions.set_pages(pages_for(self._role), has_patients=self._role is Role.CLINIC)
        if sys.platform == "darwin":
            actions.fill(self._window.menuBar())

    def _doings(self) -> Doings:
        from facet_desktop.ui.shell.actions import Doings

        acts = self._acts
        return Doings(
            open_page=self._open_page,
            new_patient=acts.ask_for_patient,
            open_folder=acts.open_folder,
            change_text=acts.change_text,
            full_screen=acts.toggle_full_screen,
            shortcuts=lambda: acts.show_shortcuts(self.actions()),
            about=acts.show_about,
            quit=acts.quit,
        )
