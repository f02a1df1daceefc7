"""Where a session is shown: in the window, on a whole screen, large for the room, or in the mini window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from facet_desktop.domain.errors import StorageError
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.player.full_screen import FullScreen
from facet_desktop.ui.player.keys import Command
from facet_desktop.ui.player.mini import Mini
from facet_desktop.ui.shell.memory import WINDOW_FILE, WindowMemory

NEAR_MS = 10_000
"""How long the buttons stay after somebody took the mouse or a key that is for them."""


class Surroundings(QObject):
    """Does what concerns the window. `changed` tells that the session must be shown again, elsewhere."""

    changed = Signal()

    def __init__(self, page: QWidget, context: UiContext, memory: WindowMemory | None = None) -> None:
        super().__init__(page)
        self._context = context
        memory = memory or WindowMemory(context.data_dir / WINDOW_FILE)
        self.full = FullScreen(page, memory)
        self.mini = Mini(page, context.theme, memory)
        self._in_window = False
        self._near_until_ms = 0
        self._cursor = QPoint()
        self.full.changed.connect(self._take_window)
        self.mini.left.connect(self.changed)

    def do(self, command: Command) -> None:
        """Do one of the `WINDOW_COMMANDS`."""
        if command is Command.MINI:
            self.mini.open(self._context.services.settings.present.thresholds)
        elif command is Command.ROOM:
            self._toggle_room()
        elif command is Command.SCREEN:
            self.full.enter_next()
        elif command is Command.FULL_SCREEN:
            self.full.toggle()
        elif not self.full.is_on:
            self.full.enter()
        self.changed.emit()

    def is_far(self) -> bool:
        """Whether the words for the whole room are wanted now."""
        if not self._wants_room():
            return False
        now_ms, cursor = self._context.services.clock.monotonic_ms(), self._cursor
        if now_ms < self._near_until_ms:
            self._cursor = QCursor.pos()
            if self._cursor != cursor:
                self._near_until_ms = now_ms + NEAR_MS
            return False
        return True

    def come_near(self) -> None:
        """Somebody is at the computer: show the buttons for a while."""
        self._cursor = QCursor.pos()
        self._near_until_ms = self._context.services.clock.monotonic_ms() + NEAR_MS
        self.changed.emit()

    def menu(self, parent: QWidget) -> QMenu:
        """The screens that a session may fill."""
        menu = QMenu(parent)
        menu.setObjectName("screens_menu")
        for number, screen in enumerate(self.full.screens(), 1):
            size = screen.size() * screen.devicePixelRatio()
            text = self.tr("Screen %1: %2, %3 \N{MULTIPLICATION SIGN} %4")
            words = (str(number), screen.model() or screen.name(), str(size.width()), str(size.height()))
            for place, word in enumerate(words, 1):
                text = text.replace(f"%{place}", word)
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, one=screen: self.full.enter(one))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _wants_room(self) -> bool:
        if self.full.is_on:
            return self._context.services.settings.present.room_view
        return self._in_window

    def _toggle_room(self) -> None:
        """In full screen the choice is kept; in a window it lasts until it is taken back."""
        near = self._context.services.clock.monotonic_ms() < self._near_until_ms
        self._near_until_ms = 0
        if near and self._wants_room():
            return  # back to the large words at once
        if not self.full.is_on:
            self._in_window = not self._in_window
            return
        settings = self._context.services.settings
        try:
            settings.change(room_view=not settings.present.room_view)
        except StorageError as error:
            self._context.report(error)

    def _take_window(self) -> None:
        self._near_until_ms = 0
        self.changed.emit()
