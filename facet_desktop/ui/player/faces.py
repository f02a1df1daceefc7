"""The two faces of the player's page: everything from near, and a few large words from afar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.player.models import Motion, PlayModel
from facet_desktop.ui.player.room_model import RoomModel
from facet_desktop.ui.player.room_view import RoomView
from facet_desktop.ui.player.stage import PlayerStage


class PlayerFaces(QStackedWidget):
    """Shows one face at a time; the other one is not kept up to date. `stirred` comes from the far one."""

    stirred = Signal()

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._page = parent
        self._room: RoomView | None = None
        self.stage = PlayerStage(context, self)
        self.addWidget(self.stage)

    @property
    def is_far(self) -> bool:
        """Whether the words for the whole room are shown."""
        return self.currentWidget() is not self.stage

    @property
    def room(self) -> RoomView:
        """The far face; made when it is first wanted."""
        if self._room is None:
            self._room = RoomView(self._context.theme.player, self._context.services.figures, self)
            self._room.stirred.connect(self.stirred)
            self.addWidget(self._room)
        return self._room

    def show_near(self, model: PlayModel, motion: Motion) -> None:
        """Show everything."""
        self.stage.show_model(model)
        self.stage.show_motion(motion)
        self._turn_to(self.stage)

    def show_far(self, model: RoomModel, motion: Motion) -> None:
        """Show a few large words."""
        room = self.room
        room.show_model(model)
        room.show_motion(motion)
        self._turn_to(room)

    def show_stage(self) -> None:
        """Turn to the near face as it is."""
        self._turn_to(self.stage)

    def _turn_to(self, face: QWidget) -> None:
        if self.currentWidget() is not face:
            self.setCurrentWidget(face)
            self._page.setFocus()  # what had the focus may be hidden now
