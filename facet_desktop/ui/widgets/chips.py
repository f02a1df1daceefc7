"""Pills: short facts beside a title, and filters that are on or off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from facet_desktop.ui.metrics import SEMIBOLD, SMALL_PX
from facet_desktop.ui.palettes import Tone, mix
from facet_desktop.ui.widgets.painting import (
    draw_icon,
    draw_text,
    fill_round,
    focus_ring,
    outline_round,
    smooth_painter,
    text_width,
)

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look

_SIDES_PX, _GAP_PX, _ICON_PX = 10, 6, 14


class _PillShape:
    """Measures and paints one pill; shared by the still and the clickable kind."""

    def __init__(self, look: Look, height_px: float, *, tabular: bool) -> None:
        self.look = look
        self._height_px = height_px
        self._tabular = tabular
        self._measured: tuple[tuple[str, str, float], QSize] | None = None
        """The size that was asked for last: layouts ask for it many times over."""

    def font(self) -> QFont:
        return self.look.font(SMALL_PX, SEMIBOLD, tabular=self._tabular)

    def size(self, text: str, icon: str) -> QSize:
        key = (text, icon, self.look.theme.scale)
        if self._measured is None or self._measured[0] != key:
            self._measured = (key, self._measure(text, icon))
        return self._measured[1]

    def _measure(self, text: str, icon: str) -> QSize:
        width = self._content_width(text, icon) + 2 * self.look.px(_SIDES_PX)
        height = max(self.look.px(self._height_px), QFontMetrics(self.font()).height() + self.look.px(4))
        return QSize(max(width, height), height)

    def paint(self, painter: QPainter, rect: QRect, text: str, icon: str, colours: tuple[str, str]) -> None:
        fill, ink = colours
        text = self._fitting(text, icon, rect.width() - 2 * self.look.px(_SIDES_PX))
        radius = rect.height() / 2
        fill_round(painter, QRectF(rect), fill, radius)
        if self.look.palette.name == "contrast":
            outline_round(painter, QRectF(rect), ink, radius, 1)
        x = rect.left() + (rect.width() - self._content_width(text, icon)) // 2
        if icon:
            side = self.look.px(_ICON_PX)
            square = QRect(x, rect.center().y() - side // 2 + 1, side, side)
            draw_icon(painter, self.look, icon, ink, square)
            x += side + (self.look.px(_GAP_PX) if text else 0)
        space = QRect(x, rect.top(), rect.right() - x + 1, rect.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        draw_text(painter, space, text, self.font(), ink, int(flags))

    def _fitting(self, text: str, icon: str, room_px: int) -> str:
        """The text, shortened where a pill is given less width than it wants."""
        excess = self._content_width(text, icon) - room_px
        if excess <= 0:
            return text
        metrics = QFontMetrics(self.font())
        width = max(0, metrics.horizontalAdvance(text) - excess)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _content_width(self, text: str, icon: str) -> int:
        icon_width = self.look.px(_ICON_PX) + (self.look.px(_GAP_PX) if text else 0) if icon else 0
        return icon_width + text_width(self.font(), text)


class Chip(QWidget):
    """A short fact in a soft pill; never takes the keyboard. Its text says what its tone colours."""

    def __init__(
        self,
        look: Look,
        text: str,
        tone: Tone = Tone.NEUTRAL,
        icon: str = "",
        parent: QWidget | None = None,
        *,
        tabular: bool = False,
    ) -> None:
        super().__init__(parent)
        self._shape = _PillShape(look, 24, tabular=tabular)
        self._look = look
        self._text = ""
        self._tone = tone
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def text(self) -> str:
        """The words shown."""
        return self._text

    def tone(self) -> Tone:
        """The tone shown."""
        return self._tone

    def set_text(self, text: str) -> None:
        """Show other words, as plain text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: Tone) -> None:
        """Show another tone."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """Exactly the text, the icon and their padding."""
        return self._shape.size(self._text, self._icon)

    def minimumSizeHint(self) -> QSize:
        """Chips never cut off their text."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        palette = self._look.palette
        painter = smooth_painter(self)
        colours = (palette.soft_of(self._tone), palette.text_of(self._tone))
        self._shape.paint(painter, self.rect(), self._text, self._icon, colours)
        painter.end()


class FilterChip(QPushButton):
    """A pill that can be switched on and off, or pressed; on is shown by fill and outline.

    ``checkable=False`` makes it a small action such as “add”; ``name`` then says what it does.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        parent: QWidget | None = None,
        *,
        checkable: bool = True,
        name: str = "",
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._icon = icon
        self._shape = _PillShape(look, 28, tabular=False)
        self.setCheckable(checkable)
        self.setAccessibleName(name or text)
        if name:
            self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Exactly the text, the icon and their padding."""
        return self._shape.size(self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:
        """Chips never cut off their text."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        palette = self._look.palette
        tone = Tone.PRIMARY if self.isChecked() else Tone.NEUTRAL
        fill, ink = palette.soft_of(tone), palette.text_of(tone)
        if self.underMouse() and self.isEnabled():
            fill = mix(fill, ink, 0.07)
        if not self.isEnabled():
            ink = mix(palette.card, palette.muted, 0.75)
        painter = smooth_painter(self)
        self._shape.paint(painter, self.rect(), self.text(), self._icon, (fill, ink))
        box, radius = QRectF(self.rect()), self.height() / 2
        if self.hasFocus():
            focus_ring(painter, box, palette.focus, radius)
        elif self.isChecked():
            outline_round(painter, box, palette.primary, radius, 1)
        painter.end()
