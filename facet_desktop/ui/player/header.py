"""The line at the head of the player: where in the session, time left, and the few controls of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_M, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.player.buttons import calm
from facet_desktop.ui.player.models import PlayModel
from facet_desktop.ui.player.steady_label import SteadyLabel
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import IconButton
from facet_desktop.ui.widgets.chips import Chip
from facet_desktop.ui.widgets.labels import ElidedLabel


class PlayerHeader(QWidget):
    """Shows `PlayModel.header` and `time_left`; its buttons are wired by the page."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        self._where = ElidedLabel("", TextRole.PLAYER_BODY, self)
        self._where.setObjectName("player_where")
        self._preview = Chip(look, self.tr("Preview"), Tone.CAUTION, "eye", self)
        self._preview.setObjectName("preview_tag")
        self._preview.setToolTip(self.tr("Nothing of this is recorded."))
        self._left = SteadyLabel(TextRole.PLAYER_BODY, self)
        self._left.setObjectName("player_time_left")
        self.keys = self._button(look, "keyboard", self.tr("Keys (F1)"), "player_keys")
        self.room = self._button(look, "type", self.tr("Large words, or everything (A)"), "player_room")
        self.mini = self._button(look, "picture-in-picture-2", self.tr("Small window (W)"), "player_mini")
        self.screens = self._button(
            look, "monitor", self.tr("Full screen on another screen (O)"), "player_screens"
        )
        self.screens.hide()
        self.full_screen = self._button(look, "maximize", self.tr("Full screen (F)"), "player_full_screen")
        self.stop = self._button(look, "x", self.tr("Stop the session (Esc)"), "player_stop")
        row.addWidget(self._where, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._preview)
        row.addWidget(self._left)
        row.addSpacing(SPACE_XS)
        for button in (self.keys, self.room, self.mini, self.screens, self.full_screen, self.stop):
            row.addWidget(button)

    def show_model(self, model: PlayModel) -> None:
        """Show another state."""
        if self._where.full_text() != model.header:
            self._where.set_full_text(model.header)
        self._left.show_text(model.time_left)
        self._preview.setVisible(model.is_preview)
        self.room.show()
        self.mini.show()

    def show_done(self, is_preview: bool) -> None:
        """After the session only the way out is left."""
        self._left.show_text("")
        self.room.hide()
        self.mini.hide()
        self._preview.setVisible(is_preview)

    def _button(self, look: Look, icon: str, name: str, key: str) -> IconButton:
        button = IconButton(look, icon, name, self)
        button.setObjectName(key)
        calm(button)
        return button
