"""The main window: which of its three faces is shown, the menu, and what it remembers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from facet_desktop.services.events import Event, PatientChanged, SafetyChanged, SettingsChanged
from facet_desktop.services.settings import Role, Settings
from facet_desktop.ui.shell.doings import WindowDoings
from facet_desktop.ui.shell.frame import Frame
from facet_desktop.ui.shell.menu import WindowMenu
from facet_desktop.ui.shell.pages import pages_for, start_page
from facet_desktop.ui.shell.player_face import PlayerFace
from facet_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from facet_desktop.services.playing import PlayedSession
    from facet_desktop.ui.context import UiContext
    from facet_desktop.ui.errors import ErrorDesk
    from facet_desktop.ui.shell.memory import WindowMemory

FIRST_RUN = "first-run"


def theme_of(settings: Settings) -> Theme:
    """The look that the settings ask for."""
    return Theme.named(settings.theme.value, settings.text_scale, reduced_motion=settings.reduced_motion)


class MainWindow(QMainWindow):
    """Shows the everyday frame, the player or the first-run page, each over the whole window.

    `first_painted` is emitted once, when the first page stands on the screen.
    """

    first_painted = Signal()
    closing = Signal()

    def __init__(self, context: UiContext, desk: ErrorDesk, memory: WindowMemory, resources: Path) -> None:
        super().__init__()
        self._context = context
        self._settings = context.services.settings
        self._memory = memory
        self._acts = WindowDoings(self, context, resources)
        self._role: Role | None = None
        self._is_painted = False
        self._companions: tuple[object, ...] = ()
        self._day = context.services.clock.today()
        self.setObjectName("main_window")
        self.setWindowTitle("Facet")
        self._faces = QStackedWidget(self)
        self.setCentralWidget(self._faces)
        self._frame = Frame(context, self)
        self._faces.addWidget(self._frame)
        self._player = PlayerFace(context, self._faces)
        self._player.ended.connect(self._back_to_pages)
        self._menu = WindowMenu(self, self._acts, self.open_page, self._frame.ask_for_menu)
        self._connect(desk)
        memory.restore(self)

    @property
    def frame_view(self) -> Frame:
        """The everyday part of the window."""
        return self._frame

    @property
    def page_key(self) -> str:
        """Key of the page that is shown, "first-run" or "player"."""
        face = self._faces.currentWidget()
        if face is self._frame:
            return self._frame.pages.key
        return "player" if self._player.is_face(face) else FIRST_RUN

    def keep(self, *companions: object) -> None:
        """Keep objects for as long as the window lives; signals alone do not hold on to them."""
        self._companions += companions

    def begin(self, page: str = "") -> None:
        """Show the page that was open last (or another one), or the first-run page on a new computer."""
        if self._needs_first_run():
            self._show_first_run()
            return
        self._take_role()
        start = start_page(self._settings.present.role or Role.HOME, self._memory.last_page())
        self._faces.setCurrentWidget(self._frame)
        if not self._frame.pages.open(page or start):
            self.open_page(start)

    def open_page(self, key: str) -> None:
        """Show a page by its key; a session that is open in the player is not left this way."""
        if self._player.is_face(self._faces.currentWidget()):
            return
        if key == FIRST_RUN:
            self._show_first_run()
        elif self._frame.pages.open(key):
            self._faces.setCurrentWidget(self._frame)
        else:
            self._frame.sidebar.set_current(self._frame.pages.key)

    def play(self, session: PlayedSession) -> None:
        """Play a session over the whole window."""
        self._player.play(session)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notices the first paint. A filter of events would make PySide6 load every kind of event."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, where no page does otherwise."""
        from facet_desktop.ui.shell.enter_key import pressed_by_enter

        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def notice_day(self) -> None:
        """Show a new day, to be asked for whenever somebody comes back to Facet."""
        today = self._context.services.clock.today()
        if today != self._day:
            self._day = today
            self._frame.pages.take_new_day()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leaves the open page, keeps a running session for later, and notes where the window was."""
        page = self._frame.pages.page()
        if page is not None and self._faces.currentWidget() is self._frame and not page.leave():
            event.ignore()
            return
        self._player.halt()
        self._memory.save(self, self._frame.pages.key)
        self.closing.emit()
        super().closeEvent(event)

    def _connect(self, desk: ErrorDesk) -> None:
        frame = self._frame
        frame.navigated.connect(self.open_page)
        frame.pages.navigate.connect(self.open_page)
        frame.pages.play.connect(self.play)
        frame.menu_wanted.connect(self._menu.open)
        frame.adding_patient.connect(self._acts.ask_for_patient)
        desk.serve(self)
        desk.told.connect(frame.show_banner)
        desk.halted.connect(self._player.halt)
        self._context.bridge.happened.connect(self._take)
        self.first_painted.connect(self._menu.actions, Qt.ConnectionType.QueuedConnection)

    def _take(self, event: Event) -> None:
        if isinstance(event, SettingsChanged):
            self._context.theme.set_theme(theme_of(self._settings.present))
            if self._role is not None and self._settings.present.role is not self._role:
                self._take_role()
                self.open_page(self._frame.pages.key or next(iter(pages_for(self._role))).key)
        if isinstance(event, SettingsChanged | PatientChanged):
            self._frame.refresh_patient()
        if isinstance(event, SafetyChanged):
            self._frame.refresh_lock()
        self._frame.pages.take(event)

    def _take_role(self) -> None:
        self._role = self._settings.present.role or Role.HOME
        self._frame.set_role(self._role, pages_for(self._role))
        self._menu.set_role(self._role)

    def _needs_first_run(self) -> bool:
        return self._settings.present.role is None or self._context.services.patients.current() is None

    def _show_first_run(self) -> None:
        from facet_desktop.ui.firstrun.page import FirstRunPage

        page = FirstRunPage(self._context, self._faces)
        page.finished.connect(self._first_run_done)
        self._faces.addWidget(page)
        self._faces.setCurrentWidget(page)
        page.refresh()

    def _first_run_done(self, key: str) -> None:
        page = self._faces.currentWidget()
        self._take_role()
        self.open_page(key)
        if page is not None:
            self._faces.removeWidget(page)
            page.deleteLater()

    def _back_to_pages(self) -> None:
        from facet_desktop.ui.shell.after_play import page_after_play

        self._faces.setCurrentWidget(self._frame)
        self.open_page(page_after_play(self._context, self._frame.pages.key))
