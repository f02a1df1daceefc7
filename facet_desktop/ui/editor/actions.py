"""Keys and menus of the editor: each action once, with its name, its keys, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

StandardKey = QKeySequence.StandardKey


class EditorActions(QObject):
    """Holds the actions by key. Shortcuts work anywhere inside the page."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._actions: dict[str, QAction] = {}

    def add(
        self, key: str, text: str, keys: Sequence[str | StandardKey], do: Callable[[], object]
    ) -> QAction:
        """Adds an action; the first of its keys is shown in menus."""
        action = QAction(text, self._page)
        action.setObjectName(f"editor_action_{key}")
        action.setShortcuts(_sequences(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False: do())
        self._page.addAction(action)
        self._actions[key] = action
        return action

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def keys(self) -> tuple[str, ...]:
        """Keys of all actions."""
        return tuple(self._actions)

    def fill(self, menu: QMenu, groups: Sequence[Sequence[str]]) -> None:
        """Puts actions into a menu, groups apart."""
        for group in groups:
            for key in group:
                menu.addAction(self._actions[key])
            menu.addSeparator()

    def name_steps(self, undo: str, redo: str) -> None:
        """Names what undo and redo would change."""
        self._name("undo", self.tr("Undo"), undo)
        self._name("redo", self.tr("Redo"), redo)

    def enable(self, keys: Sequence[str], enabled: bool) -> None:
        """Switches actions on or off."""
        for key in keys:
            self._actions[key].setEnabled(enabled)

    def _name(self, key: str, word: str, change: str) -> None:
        self._actions[key].setText(f"{word}: {change}" if change else word)
        self._actions[key].setEnabled(bool(change))


def _sequences(keys: Sequence[str | StandardKey]) -> list[QKeySequence]:
    found: list[QKeySequence] = []
    for key in keys:
        several = QKeySequence.keyBindings(key) if isinstance(key, StandardKey) else [QKeySequence(key)]
        found.extend(one for one in several if one not in found)
    return found
