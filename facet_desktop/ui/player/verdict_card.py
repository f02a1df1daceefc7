"""What a pain rating asks for: a sign, the reason in words, and the ways out."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.domain.pain import Zone
from facet_desktop.ui.metrics import RADIUS_CONTROL, SPACE_M, SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone, mix
from facet_desktop.ui.player.buttons import calm
from facet_desktop.ui.player.models import VerdictModel
from facet_desktop.ui.player.remedies import Remedy
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.banner import TintedIcon
from facet_desktop.ui.widgets.buttons import DangerOutlineButton, SecondaryButton, ThemedButton
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.painting import fill_round, smooth_painter

_ICON_PX = 26


class VerdictCard(QWidget):
    """`chosen` carries a `Remedy`. Title, words and shape say what the colour says."""

    chosen = Signal(object)

    def __init__(self, look: Look, key: str, parent: QWidget | None = None) -> None:
        """`key` begins the object names of this card and its buttons."""
        super().__init__(parent)
        self._look = look
        self._model: VerdictModel | None = None
        self.setObjectName(f"{key}_verdict")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        row.setSpacing(SPACE_M)
        self._icon = TintedIcon(look, "triangle-alert", _ICON_PX, self, tone=Tone.CAUTION)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(SPACE_XS)
        self._title = PlainLabel("", TextRole.SUBTITLE, self, wrap=True)
        self._title.setObjectName(f"{key}_verdict_title")
        self._text = PlainLabel("", TextRole.BODY, self, wrap=True)
        self._text.setObjectName(f"{key}_verdict_text")
        self._row = QWidget(self)
        self._buttons = self._make_buttons(look, key, self._row)
        flow = FlowLayout(self._row, SPACE_S)
        for button in self._buttons.values():
            flow.addWidget(button)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(SPACE_XS)
        column.addWidget(self._row)
        row.addLayout(column, 1)
        self.hide()

    def model(self) -> VerdictModel | None:
        """What is shown."""
        return self._model

    def show_model(self, model: VerdictModel | None) -> None:
        """Show another verdict; None hides the card."""
        if model == self._model:
            return
        self._model = model
        self.setVisible(model is not None)
        if model is None:
            return
        is_red = model.zone is Zone.RED
        self._icon.show_icon("octagon-alert" if is_red else "triangle-alert", self._tone())
        self._title.setText(model.title)
        self._text.setText(model.text)
        self.setAccessibleName(f"{model.title}. {model.text}")
        offered = dict(model.actions)
        for remedy, button in self._buttons.items():
            button.setVisible(remedy in offered)
            if offered.get(remedy):
                button.setText(offered[remedy])
        self._row.setVisible(bool(offered))
        self.update()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        palette, tone = self._look.palette, self._tone()
        border = mix(palette.soft_of(tone), palette.text_of(tone), 0.3)
        painter = smooth_painter(self)
        fill_round(painter, QRectF(self.rect()), palette.soft_of(tone), RADIUS_CONTROL, border)
        painter.end()

    def _tone(self) -> Tone:
        return Tone.ALERT if self._model is not None and self._model.zone is Zone.RED else Tone.CAUTION

    def _make_buttons(self, look: Look, key: str, parent: QWidget) -> dict[Remedy, ThemedButton]:
        buttons: dict[Remedy, ThemedButton] = {
            Remedy.LOWER: SecondaryButton(look, self.tr("Do less"), "minus", parent),
            Remedy.EASIER: SecondaryButton(look, self.tr("Easier version"), "trending-down", parent),
            Remedy.SKIP: SecondaryButton(look, self.tr("Skip"), "skip-forward", parent),
            Remedy.STOP: DangerOutlineButton(look, self.tr("Stop here"), "x", parent),
            Remedy.SIGNS: SecondaryButton(look, self.tr("Warning signs"), "list-checks", parent),
        }
        buttons[Remedy.LOWER].set_key_hint("L")
        tips = {
            Remedy.LOWER: self.tr("Fewer repetitions, shorter holds or a shorter way (L)"),
            Remedy.EASIER: self.tr("Go on with this exercise in the same place"),
            Remedy.SKIP: self.tr("Go on with the exercise after it"),
            Remedy.STOP: self.tr("Ends the session; everything done is kept"),
            Remedy.SIGNS: self.tr("Signs that need a doctor first"),
        }
        for remedy, button in buttons.items():
            button.setToolTip(tips[remedy])
            button.setObjectName(f"{key}_light_{remedy.value}")
            calm(button)
            button.clicked.connect(lambda _=False, one=remedy: self.chosen.emit(one))
        return buttons
