"""A thin bar of stacked shares with a legend, such as minutes by direction of load."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from facet_desktop.domain.values import frozen
from facet_desktop.ui.metrics import SMALL_PX, SPACE_L, SPACE_S
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.painting import draw_text, smooth_painter, text_width

if TYPE_CHECKING:
    from facet_desktop.ui.palettes import Palette
    from facet_desktop.ui.theme import Look


class Mark(StrEnum):
    """Which of the bar colours a share takes."""

    STRONG = "strong"
    SOFT = "soft"
    CAUTION = "caution"
    ALERT = "alert"
    GOOD = "good"
    NEUTRAL = "neutral"


@frozen
class Share:
    """One part of the bar. ``amount`` is at least 0 in any unit; ``text`` is it in words, “7:10”."""

    label: str
    amount: float
    text: str
    mark: Mark


_PATTERNS = {
    Mark.STRONG: Qt.BrushStyle.SolidPattern,
    Mark.SOFT: Qt.BrushStyle.Dense4Pattern,
    Mark.CAUTION: Qt.BrushStyle.BDiagPattern,
    Mark.ALERT: Qt.BrushStyle.DiagCrossPattern,
    Mark.GOOD: Qt.BrushStyle.HorPattern,
    Mark.NEUTRAL: Qt.BrushStyle.Dense6Pattern,
}


def mark_brush(palette: Palette, mark: Mark) -> QBrush:
    """The fill of a share; in high contrast it is a pattern too."""
    colour = {
        Mark.STRONG: palette.primary,
        Mark.SOFT: palette.primary_mark,
        Mark.CAUTION: palette.caution_mark,
        Mark.ALERT: palette.alert_mark,
        Mark.GOOD: palette.good_mark,
        Mark.NEUTRAL: palette.track,
    }[mark]
    pattern = _PATTERNS[mark] if palette.name == "contrast" else Qt.BrushStyle.SolidPattern
    return QBrush(QColor(colour), pattern)


class _Bar(QWidget):
    """The bar itself, with a tooltip a share."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.shares: tuple[Share, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A thin bar of any width."""
        return QSize(120, self._look.px(16))

    def spans(self) -> list[tuple[Share, float, float]]:
        """Each share with its left edge and width in pixels."""
        total = sum(share.amount for share in self.shares)
        spans, left = [], 0.0
        for share in self.shares:
            width = self.width() * share.amount / total if total > 0 else 0.0
            spans.append((share, left, width))
            left += width
        return spans

    def event(self, event: QEvent) -> bool:
        """Name the share under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            under = [
                f"{share.label} {share.text}"
                for share, left, width in self.spans()
                if left <= event.pos().x() < left + width
            ]
            QToolTip.showText(event.globalPos(), "".join(under), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        palette = self._look.palette
        painter = smooth_painter(self)
        clip = QPainterPath()
        radius = self.height() / 2
        clip.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), QColor(palette.track))
        for share, left, width in self.spans():
            rect = QRectF(left, 0, width, self.height())
            painter.fillRect(rect, QColor(palette.card))
            painter.fillRect(rect, mark_brush(palette, share.mark))
        self._paint_gaps(painter)
        painter.end()

    def _paint_gaps(self, painter: QPainter) -> None:
        for _share, left, _width in self.spans()[1:]:
            painter.fillRect(QRectF(left - 0.5, 0, 1, self.height()), QColor(self._look.palette.card))


class _LegendEntry(QWidget):
    """A little square in the share's fill, its name and its amount."""

    def __init__(self, look: Look, share: Share, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._share = share
        self._text = ""
        self.show_share(share)

    def show_share(self, share: Share) -> None:
        """Show another share; what lies around it moves only when its width has changed."""
        before = self.sizeHint()
        self._share = share
        self._text = f"{share.label} {share.text}"
        self.setAccessibleName(self._text)
        if self.sizeHint() != before:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The square and the words."""
        look = self._look
        return QSize(look.px(16) + text_width(look.font(SMALL_PX, tabular=True), self._text) + 1, look.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        look = self._look
        painter = smooth_painter(self)
        side = look.px(9)
        square = QRectF(0, (self.height() - side) / 2 + 1, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark_brush(look.palette, self._share.mark))
        painter.drawRoundedRect(square, 2, 2)
        words = QRect(look.px(15), 0, self.width(), self.height())
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        draw_text(painter, words, self._text, look.font(SMALL_PX, tabular=True), look.palette.text, flags)
        painter.end()


class StatBar(QWidget):
    """Stacked shares in one bar, in the order of the legend below it. Empty shares are left out."""

    def __init__(
        self, look: Look, name: str, shares: Sequence[Share] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        self._bar = _Bar(look, self)
        column.addWidget(self._bar)
        self._legend = FlowLayout(None, SPACE_L)
        self._entries: list[_LegendEntry] = []
        column.addLayout(self._legend)
        self.set_shares(shares)

    def set_shares(self, shares: Sequence[Share]) -> None:
        """Show these shares, first one at the left."""
        shown = tuple(share for share in shares if share.amount > 0)
        self._bar.shares = shown
        self._bar.update()
        if len(shown) != len(self._entries):
            self._legend.clear()
            self._entries = [_LegendEntry(self._look, share, self) for share in shown]
            for entry in self._entries:
                self._legend.addWidget(entry)
        for entry, share in zip(self._entries, shown, strict=True):
            entry.show_share(share)
        self.setAccessibleDescription(", ".join(f"{share.label} {share.text}" for share in shown))

    def shares(self) -> tuple[Share, ...]:
        """The shares shown."""
        return self._bar.shares

    def widths_px(self) -> list[float]:
        """Width of each share in the bar."""
        return [width for _share, _left, width in self._bar.spans()]
