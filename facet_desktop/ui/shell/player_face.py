"""The player as a face of the window: made when it is first needed, shown over everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from facet_desktop.services.playing import PlayedSession
    from facet_desktop.ui.context import UiContext
    from facet_desktop.ui.player.page import PlayerPage


class PlayerFace(QObject):
    """Opens sessions in the player. `ended` is emitted when the person has left it."""

    ended = Signal()

    def __init__(self, context: UiContext, faces: QStackedWidget) -> None:
        super().__init__(faces)
        self._context = context
        self._faces = faces
        self._page: PlayerPage | None = None

    def play(self, session: PlayedSession) -> None:
        """Show the player with this session."""
        if self._page is None:
            from facet_desktop.ui.player.page import PlayerPage

            self._page = PlayerPage(self._context, self._faces)
            self._page.closed.connect(self.ended)
            self._faces.addWidget(self._page)
        self._faces.setCurrentWidget(self._page)
        self._page.open(session)

    def halt(self) -> None:
        """Make a running session stand still; its place is kept."""
        if self._page is not None:
            self._page.hold()

    def is_face(self, widget: QWidget | None) -> bool:
        """Whether a face is the player."""
        return widget is not None and widget is self._page
