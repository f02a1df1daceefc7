"""Puts the mini window in the place of the large one, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from facet_desktop.ui.player.models import Motion, PlayModel
from facet_desktop.ui.player.room_model import RoomModel

if TYPE_CHECKING:
    from facet_desktop.domain.pain import Thresholds
    from facet_desktop.ui.player.mini_window import MiniWindow
    from facet_desktop.ui.shell.memory import WindowMemory
    from facet_desktop.ui.theme import ThemeHub

_EDGE_PX = 24


class Mini(QObject):
    """Made with the first use. While it is open, the large window is hidden and the session goes on.

    `commanded` carries a `Command` of the mini window, `rated` pain from 0 to 10; `left` tells that the large
    window is back.
    """

    commanded = Signal(object)
    rated = Signal(int)
    left = Signal()

    def __init__(self, page: QWidget, hub: ThemeHub, memory: WindowMemory) -> None:
        super().__init__(page)
        self._page = page
        self._hub = hub
        self._memory = memory
        self._window: MiniWindow | None = None
        self._is_open = False

    @property
    def is_open(self) -> bool:
        """Whether the session is in the mini window."""
        return self._is_open

    @property
    def window(self) -> MiniWindow:
        """The mini window."""
        if self._window is None:
            from facet_desktop.ui.player.mini_window import MiniWindow

            window = self._window = MiniWindow(self._hub.player_look())
            window.commanded.connect(self.commanded)
            window.rated.connect(self.rated)
            window.left.connect(self.leave)
            self._page.destroyed.connect(window.deleteLater)
        return self._window

    def open(self, limits: Thresholds) -> None:
        """Show the mini window where it was, in place of the large one; pain is in the zones of `limits`."""
        if self._is_open:
            return
        self._is_open = True
        self.window.scale.set_limits(limits)
        self.window.move(self._place())
        self.window.show()
        self._page.window().hide()
        self.window.activateWindow()
        self.window.setFocus()

    def leave(self) -> None:
        """Show the large window as it was, in place of the mini one."""
        if not self._is_open:
            return
        self._memory.note_mini(self.window.pos())
        self._is_open = False
        large = self._page.window()
        large.show()
        self.window.hide()
        large.raise_()
        large.activateWindow()
        self.left.emit()

    def show_instant(self, play: PlayModel, room: RoomModel, motion: Motion, pain_nprs: int | None) -> None:
        """Show another state and instant, and the pain that was told in this rest."""
        self.window.show_model(play, room, pain_nprs)
        self.window.show_motion(motion)

    def _place(self) -> QPoint:
        """Where it was left, if that can still be seen; else the lower right of the screen."""
        size, noted = self.window.size(), self._memory.mini()
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if noted is not None and any(room.contains(QRect(noted, size)) for room in screens):
            return noted
        room = self._page.window().screen().availableGeometry()
        return room.bottomRight() - QPoint(size.width() + _EDGE_PX, size.height() + 2 * _EDGE_PX)
