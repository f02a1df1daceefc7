"""One pattern as a card that is one button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from facet_desktop.ui.breathing.models import PatternCard
from facet_desktop.ui.breathing.wave import PatternWave
from facet_desktop.ui.metrics import RADIUS_CARD, SPACE_L, SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.palettes import Tone, mix
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.chips import Chip
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.painting import fill_round, focus_ring, smooth_painter

_WAVE_PX, _WIDTH_PX = 56, 280


class PatternCardButton(QPushButton):
    """Name, shape, numbers, purpose, length. Click anywhere on it, or press Space or Enter."""

    def __init__(self, look: Look, card: PatternCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.card = card
        self.setObjectName(f"pattern_{card.slug}")
        self.setAccessibleName(card.name)
        said = (card.numbers, card.span, card.purpose, card.blocked)
        self.setAccessibleDescription(" ".join(f"{text.rstrip('.')}." for text in said if text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fill(look, card)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words need."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def sizeHint(self) -> QSize:
        """At its usual width."""
        width = self._look.px(_WIDTH_PX)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off; the height follows from the width."""
        return QSize(self._look.px(_WIDTH_PX) * 3 // 4, self._look.px(_WAVE_PX))

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

    def _fill(self, look: Look, card: PatternCard) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_XS)
        wave = PatternWave(look, _WAVE_PX, self)
        wave.show_pattern(card.pattern)
        column.addWidget(wave)
        column.addSpacing(SPACE_S)
        column.addWidget(PlainLabel(card.name, TextRole.SUBTITLE, self, wrap=True))
        column.addWidget(PlainLabel(card.numbers, TextRole.STRONG, self, wrap=True, tabular=True))
        column.addWidget(PlainLabel(card.purpose, TextRole.MUTED, self, wrap=True))
        column.addStretch(1)
        column.addSpacing(SPACE_XS)
        chips = FlowLayout(None, SPACE_S)
        chips.addWidget(Chip(look, card.span, Tone.NEUTRAL, "clock", self, tabular=True))
        if card.blocked:
            chips.addWidget(Chip(look, self.tr("Only without pauses"), Tone.CAUTION, "triangle-alert", self))
        elif card.has_pauses:
            chips.addWidget(Chip(look, self.tr("With pauses"), Tone.PRIMARY, "pause", self))
        column.addLayout(chips)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
