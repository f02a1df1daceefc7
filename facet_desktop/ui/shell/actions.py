"""The menu: one small tree of actions, behind a button or in the menu bar of the system."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.ui.shell.pages import PageEntry

Keys = tuple[QKeySequence, ...]


@frozen
class Doings:
    """What the menu can do; given by the window."""

    open_page: Callable[[str], None]
    new_patient: Callable[[], None]
    open_folder: Callable[[], None]
    change_text: Callable[[int], None]
    """Larger (1), smaller (-1) or as it was at first (0)."""
    full_screen: Callable[[], None]
    shortcuts: Callable[[], None]
    about: Callable[[], None]
    quit: Callable[[], None]


class Actions(QObject):
    """Makes the actions and gives them to the window, so that their keys work with the menu closed."""

    def __init__(self, window: QMainWindow, doings: Doings) -> None:
        super().__init__(window)
        self._window = window
        self._doings = doings
        self._pages: list[QAction] = []
        standard = QKeySequence.StandardKey
        self.new_patient = self._action(
            "new_patient", self.tr("New patient…"), _keys("Ctrl+N"), doings.new_patient
        )
        self.folder = self._action("open_folder", self.tr("Open the data folder"), (), doings.open_folder)
        self.quit = self._action("quit", self.tr("Quit"), _keys("Ctrl+Q"), doings.quit)
        self.larger = self._action(
            "larger_text", self.tr("Larger text"), _keys("Ctrl++", "Ctrl+="), lambda: doings.change_text(1)
        )
        self.smaller = self._action(
            "smaller_text", self.tr("Smaller text"), _keys("Ctrl+-"), lambda: doings.change_text(-1)
        )
        self.normal = self._action(
            "normal_text", self.tr("Normal text"), _keys("Ctrl+0"), lambda: doings.change_text(0)
        )
        full = (QKeySequence("F11"), *QKeySequence.keyBindings(standard.FullScreen))
        self.full_screen = self._action("full_screen", self.tr("Full screen"), full, doings.full_screen)
        self.shortcuts = self._action(
            "shortcuts", self.tr("Keyboard shortcuts"), _keys("F1"), doings.shortcuts
        )
        self.about = self._action("about", self.tr("About Facet"), (), doings.about)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def set_pages(self, entries: Sequence[PageEntry], *, has_patients: bool) -> None:
        """Offer these pages by Ctrl+1, Ctrl+2 and so on; settings by Ctrl+comma."""
        for action in self._pages:
            self._window.removeAction(action)
            action.deleteLater()
        shown = [entry for entry in entries if entry.in_sidebar]
        self._pages = [self._page_action(number, entry) for number, entry in enumerate(shown, 1)]
        self.new_patient.setVisible(has_patients)

    def all(self) -> tuple[QAction, ...]:
        """Every action that can be used now, in the order of the menu."""
        view = (self.larger, self.smaller, self.normal, self.full_screen)
        every = (*self._pages, self.new_patient, self.folder, *view, self.shortcuts, self.about, self.quit)
        return tuple(action for action in every if action.isVisible())

    def fill(self, menu: QMenu | QMenuBar) -> None:
        """Put everything into a menu, in groups."""
        menu.clear()
        pages = menu.addMenu(self.tr("Go to"))
        pages.addActions(self._pages)
        data = menu.addMenu(self.tr("Data"))
        data.addActions([self.new_patient, self.folder])
        view = menu.addMenu(self.tr("View"))
        view.addActions([self.larger, self.smaller, self.normal])
        view.addSeparator()
        view.addAction(self.full_screen)
        about = menu.addMenu(self.tr("Help"))
        about.addActions([self.shortcuts, self.about])
        (menu if isinstance(menu, QMenu) else data).addAction(self.quit)

    def _page_action(self, number: int, entry: PageEntry) -> QAction:
        keys = [f"Ctrl+{number}"] if number <= 9 else []
        if entry.key == "settings":
            keys.append("Ctrl+,")
        action = self._action(
            f"go_{entry.key}", entry.title, _keys(*keys), lambda: self._doings.open_page(entry.key)
        )
        if entry.key == "settings":
            action.setMenuRole(QAction.MenuRole.PreferencesRole)
        return action

    def _action(self, name: str, text: str, keys: Keys, do: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"action_{name}")
        action.setShortcuts(list(dict.fromkeys(keys)))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False: do())
        self._window.addAction(action)
        return action


def _keys(*keys: str) -> Keys:
    return tuple(QKeySequence(key) for key in keys)
