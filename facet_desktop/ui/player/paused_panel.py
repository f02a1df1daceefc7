"""Says in words that the session stands still, why, and how to go on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_S, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.player.breath_row import BreathRow
from facet_desktop.ui.player.buttons import calm
from facet_desktop.ui.player.fit_label import FitLabel
from facet_desktop.ui.player.models import PausedModel
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.banner import TintedIcon
from facet_desktop.ui.widgets.buttons import CallToActionButton, SecondaryButton
from facet_desktop.ui.widgets.labels import PlainLabel


class PausedPanel(QWidget):
    """Takes the place of ring or clock while the session is paused."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, 0, SPACE_L, 0)
        column.setSpacing(SPACE_M)
        self._title = FitLabel(look, 42, self)
        self._title.setObjectName("paused_title")
        self._reason = PlainLabel("", TextRole.PLAYER_BODY, self, wrap=True)
        self._reason.setObjectName("paused_reason")
        self._reason.setAlignment(centre)
        self._where = PlainLabel("", TextRole.SUBTITLE, self, wrap=True)
        self._where.setObjectName("paused_where")
        self._where.setAlignment(centre)
        self.resume = CallToActionButton(look, self.tr("Go on"), "play", self, key_hint=self.tr("Space"))
        self.resume.setObjectName("paused_resume")
        self.restart = SecondaryButton(look, self.tr("Start this set again"), "rotate-ccw", self)
        self.restart.setObjectName("paused_restart")
        self.restart.setToolTip(self.tr("Back to the start of this set (Left arrow)"))
        self.stop = SecondaryButton(look, self.tr("Stop the session"), "x", self)
        self.stop.setObjectName("paused_stop")
        self.stop.setToolTip(self.tr("Asks first; what was done is kept (Esc)"))
        self.breath = BreathRow(look, self)
        for button in (self.resume, self.restart, self.stop):
            calm(button)
        column.addStretch(1)
        self._sign = TintedIcon(look, "pause", 56, self, tone=Tone.PRIMARY)
        column.addWidget(self._sign, 0, centre)
        column.addWidget(self._title)
        column.addWidget(self._where)
        column.addWidget(self._reason)
        column.addSpacing(SPACE_L)
        column.addWidget(self.resume, 0, centre)
        column.addSpacing(SPACE_S)
        column.addWidget(self.restart, 0, centre)
        column.addWidget(self.stop, 0, centre)
        column.addWidget(self.breath, 0, centre)
        column.addStretch(1)

    def show_model(self, model: PausedModel) -> None:
        """Show another reason."""
        self._title.set_text(model.title)
        if self._where.text() != model.where:
            self._where.setText(model.where)
        if self._reason.text() != model.reason:
            self._reason.setText(model.reason)
        self._sign.setVisible(model.breath is None)  # the room that the breath needs
        self.breath.show_model(model.breath)
        self.setAccessibleName(f"{model.title}. {model.reason}")
