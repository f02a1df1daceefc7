"""Full screen on the screen that the person chose, and the window back where it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from facet_desktop.ui.shell.memory import WindowMemory

_FULL = Qt.WindowState.WindowFullScreen


class FullScreen(QObject):
    """Fills a screen with the window of a page. `changed` tells that it was filled or given back.

    Screens are known by the name that the system gives them; one that is not there now is passed over.
    """

    changed = Signal()

    def __init__(
        self,
        page: QWidget,
        memory: WindowMemory,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._memory = memory
        self._screens = screens
        self._watched: QWidget | None = None
        self._before = QRect()
        self._has_moved = False
        self._is_ours = False

    @property
    def is_on(self) -> bool:
        """Whether the window fills a screen, whoever asked for that."""
        return self._page.window().isFullScreen()

    def screens(self) -> tuple[QScreen, ...]:
        """The screens that there are now."""
        return tuple(self._screens())

    def watch(self) -> None:
        """Notice from now on when the window fills a screen or gives it back."""
        window = self._page.window()
        if window is not self._watched:
            window.installEventFilter(self)
            self._watched = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets every event through."""
        if event.type() == QEvent.Type.WindowStateChange:
            self.changed.emit()
        return False

    def toggle(self) -> None:
        """Fill the chosen screen, or give it back."""
        if self.is_on:
            self.leave()
        else:
            self.enter()

    def enter(self, screen: QScreen | None = None) -> None:
        """Fill a screen, by default the one chosen before, and remember it when it is chosen here."""
        window = self._page.window()
        target = screen or self._remembered() or window.screen()
        if screen is not None:
            self._memory.note_screen(screen.name())
        if not self.is_on:
            self._before, self._has_moved = window.geometry(), False
        if target is not window.screen():
            self._move(window, target)
        self._is_ours = True
        window.setWindowState(window.windowState() | _FULL)

    def leave(self) -> None:
        """The window as it was before, on the screen where it was."""
        window, self._is_ours = self._page.window(), False
        window.setWindowState(window.windowState() & ~_FULL)
        if self._has_moved:
            self._has_moved = False
            window.setGeometry(self._before)

    def leave_own(self) -> None:
        """As `leave`, but only what was asked for here; somebody who works in full screen goes on so."""
        if self._is_ours and self.is_on:
            self.leave()

    def enter_next(self) -> None:
        """Fill the screen after the present one; does the same as `toggle` where there is only one."""
        screens = self.screens()
        if len(screens) < 2:
            self.toggle()
            return
        here = self._page.window().screen()
        place = screens.index(here) if here in screens else -1
        self.enter(screens[(place + 1) % len(screens)])

    def _remembered(self) -> QScreen | None:
        name = self._memory.screen()
        return next((one for one in self.screens() if one.name() == name), None)

    def _move(self, window: QWidget, screen: QScreen) -> None:
        """Out of full screen first: a window that fills a screen cannot be moved."""
        window.setWindowState(window.windowState() & ~_FULL)
        self._has_moved = True
        handle = window.windowHandle()
        if handle is not None:
            handle.setScreen(screen)
        room = screen.availableGeometry()
        size = self._before.size().boundedTo(room.size())
        window.setGeometry(QRect(room.topLeft(), size))
