"""A message at the head of a page that stays until it is dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from facet_desktop.ui.metrics import RADIUS_CONTROL, SPACE_L, SPACE_M, SPACE_S
from facet_desktop.ui.palettes import Palette, Tone, mix
from facet_desktop.ui.widgets.buttons import IconButton, SecondaryButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.painting import draw_icon, fill_round, smooth_painter

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from facet_desktop.ui.theme import Look

_ICONS = {
    Tone.NEUTRAL: "info",
    Tone.PRIMARY: "info",
    Tone.GOOD: "circle-check",
    Tone.CAUTION: "triangle-alert",
    Tone.ALERT: "octagon-alert",
}


class TintedIcon(QWidget):
    """An icon that follows the theme; decoration only, so it has no accessible name.

    ``tone`` chooses the colour; without one it takes the quieter text colour.
    """

    def __init__(
        self,
        look: Look,
        icon: str,
        size_px: float = 20,
        parent: QWidget | None = None,
        *,
        tone: Tone | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._size_px = size_px
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def icon_name(self) -> str:
        """The bundled icon that is shown."""
        return self._icon

    def show_icon(self, icon: str, tone: Tone | None = None) -> None:
        """Show another icon, in another tone."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        """The icon's square."""
        side = self._look.px(self._size_px)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Icons are not squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        palette = self._look.palette
        ink = palette.text_of(self._tone) if self._tone else palette.muted
        side = self.sizeHint().width()
        painter = smooth_painter(self)
        square = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        draw_icon(painter, self._look, self._icon, ink, square)
        painter.end()


class Banner(QFrame):
    """Text in a tone, with an icon of that tone, actions and an optional close button.

    `closed` is emitted when a person closes it; the banner hides itself.
    """

    closed = Signal()

    def __init__(
        self,
        look: Look,
        text: str = "",
        tone: Tone = Tone.PRIMARY,
        parent: QWidget | None = None,
        *,
        closable: bool = True,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tone = tone
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, SPACE_M, SPACE_M, SPACE_M)
        row.setSpacing(SPACE_M)
        self._icon = TintedIcon(look, _ICONS[tone], 20, self, tone=tone)
        self._label = PlainLabel("", parent=self, wrap=True)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE_S)
        row.addLayout(self._buttons)
        if closable:
            close = IconButton(look, "x", self.tr("Close this message"), self, size_px=32)
            close.setObjectName("banner_close")
            close.clicked.connect(self._dismiss)
            row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setObjectName("banner")
        self.show_text(text, tone)

    def text(self) -> str:
        """The message."""
        return self._label.text()

    def tone(self) -> Tone:
        """The tone of the message."""
        return self._tone

    def show_text(self, text: str, tone: Tone | None = None) -> None:
        """Show another message, as plain text; without a tone the present one stays."""
        self._tone = tone or self._tone
        self._icon.show_icon(_ICONS[self._tone], self._tone)
        self._label.setText(text)
        self._label.setAccessibleName(text)
        self.setAccessibleName(text)
        self.update()

    def add_action(self, text: str, name: str) -> SecondaryButton:
        """Add a button with the object name ``name`` and return it; connect its ``clicked``."""
        button = SecondaryButton(self._look, text, parent=self)
        button.setObjectName(name)
        self._buttons.addWidget(button)
        return button

    def clear_actions(self) -> None:
        """Take all action buttons away."""
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Lets the pointer select the text. From the start, that would lay the text out as a document."""
        super().enterEvent(event)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        palette = self._look.palette
        painter = smooth_painter(self)
        fill = palette.soft_of(self._tone)
        fill_round(painter, QRectF(self.rect()), fill, RADIUS_CONTROL, _border(palette, self._tone))
        painter.end()

    def _dismiss(self) -> None:
        self.hide()
        self.closed.emit()


def _border(palette: Palette, tone: Tone) -> str:
    return mix(palette.soft_of(tone), palette.text_of(tone), 1.0 if palette.name == "contrast" else 0.3)
