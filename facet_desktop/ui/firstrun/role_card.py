"""A large card that is one button: an icon, a name and what it means."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.exercise_picture import ExercisePicture
from facet_desktop.ui.metrics import RADIUS_CARD, SPACE_M, SPACE_S, SPACE_XL, TextRole
from facet_desktop.ui.palettes import Tone, mix
from facet_desktop.ui.widgets.banner import TintedIcon
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.painting import fill_round, focus_ring, smooth_painter

PICTURE_PX = (300, 180)
_HEIGHT_PX = 220


class RoleCard(QPushButton):
    """Click anywhere on it, or press Space or Enter."""

    def __init__(
        self,
        context: UiContext,
        exercise: str,
        icon: str,
        words: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`exercise` is the slug of a picture to show, `words` the name and a sentence."""
        super().__init__(parent)
        self._look = look = context.theme
        name, text = words
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_S)
        column.addWidget(self._unseen(ExercisePicture(context, exercise, PICTURE_PX, self, stretch=True)))
        column.addSpacing(SPACE_S)
        title = QHBoxLayout()
        title.setSpacing(SPACE_M)
        title.addWidget(self._unseen(TintedIcon(look, icon, 28, self, tone=Tone.PRIMARY)))
        title.addWidget(self._unseen(PlainLabel(name, TextRole.HEADING, self, wrap=True)), 1)
        column.addLayout(title)
        column.addWidget(self._unseen(PlainLabel(text, TextRole.MUTED, self, wrap=True)))
        column.addStretch(1)

    def _unseen(self, widget: QWidget) -> QWidget:
        """Lets clicks through to the card."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return widget

    def sizeHint(self) -> QSize:
        """As high as its words need."""
        layout = self.layout()
        width = max(self.width(), self._look.px(240))
        needed = layout.heightForWidth(width) if layout is not None else 0
        return QSize(self._look.px(300), max(self._look.px(_HEIGHT_PX), needed))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off."""
        return QSize(self._look.px(220), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        palette = self._look.palette
        painter = smooth_painter(self)
        is_hot = self.underMouse() or self.isDown()
        fill = mix(palette.card, palette.primary, 0.05) if is_hot else palette.card
        border = palette.primary if is_hot else palette.line_control
        fill_round(painter, QRectF(self.rect()), fill, RADIUS_CARD, border)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), palette.focus, RADIUS_CARD)
        painter.end()
