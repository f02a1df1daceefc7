"""The countdown ring with the breathing disc inside it, and the words in the middle."""

from math import cos, sin, tau

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.ui.metrics import BOLD, REGULAR
from facet_desktop.ui.player.models import Motion, RingWords
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.painting import draw_text, smooth_painter

_SIDE_PX, _LEAST_PX, _MOST_PX = 308, 170, 520
# Shares of the diameter.
_LINE, _OUTER, _EMPTY = 0.039, 0.338, 0.15
_MAIN, _COUNT, _SMALL = 0.117, 0.27, 0.078
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LONGEST_TIP = 1 / 48
"""How much of the ring is drawn anew with each frame at most; the rest stands in the still picture."""


class BreathRing(QWidget):
    """Shows how much of the set has passed, the breath, and what to do now.

    Ring and disc come from the same frame. With reduced motion the disc stands still; words and ring remain.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = RingWords("", "", "")
        self._share = 0.0
        self._volume = 0.5
        self._fonts: tuple[QFont, QFont, QFont] | None = None
        self._backdrop: QPixmap | None = None
        self._tip = QRect()
        self._settled = 0.0
        """How far the ring is filled in the backdrop."""
        self._lettering: QPixmap | None = None
        # It paints its own ground, so that nothing behind it is painted with every frame.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setObjectName("breath_ring")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._restyle)

    def words(self) -> RingWords:
        """The words in the middle."""
        return self._words

    def share(self) -> float:
        """How much of the ring is filled, 0 to 1."""
        return self._share

    def volume(self) -> float:
        """How full the disc is, 0 to 1."""
        return self._volume

    def show_words(self, words: RingWords) -> None:
        """Show other words."""
        if words == self._words:
            return
        refit = (words.main, words.counts) != (self._words.main, self._words.counts)
        self._words = words
        self._lettering = None
        if refit:
            self._fonts = None
        self.update()

    def show_motion(self, motion: Motion) -> None:
        """Show another instant; nothing is painted when nothing moved."""
        volume = 0.5 if self._look.reduced_motion else motion.volume
        share, before = motion.block_share, self._share
        self._share = share
        if volume != self._volume:
            self._volume = volume
            self.update(self._disc_box())
        if share != before:
            old, self._tip = self._tip, self._tip_box(share)
            has_jumped = abs(share - before) > _LONGEST_TIP
            self.update(self.rect() if has_jumped else self._tip.united(old))

    def sizeHint(self) -> QSize:
        """The size in the design."""
        side = self._look.px(_SIDE_PX)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Still readable from the mat."""
        return QSize(_LEAST_PX, _LEAST_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words again."""
        super().resizeEvent(event)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        painter = smooth_painter(self)
        side, centre = self._side(), self._centre()
        painter.drawPixmap(0, 0, self._still(side, centre))
        self._paint_arc(painter, self._settled, self._share)
        self._paint_disc(painter, centre, side)
        painter.drawPixmap(0, 0, self._letters(side, centre))
        painter.end()

    def _side(self) -> float:
        return float(min(self.width(), self.height(), self._look.px(_MOST_PX)))

    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _disc_box(self) -> QRect:
        """What the disc reaches at its largest."""
        radius = self._side() * _OUTER
        return _around(self._centre(), radius)

    def _tip_box(self, share: float) -> QRect:
        """The round end of the filled part."""
        side, angle = self._side(), tau * share
        radius = side * (1 - _LINE) / 2
        end = self._centre() + QPointF(sin(angle), -cos(angle)) * radius
        return _around(end, side * _LINE / 2)

    def _still(self, side: float, centre: QPointF) -> QPixmap:
        """What need not be painted with each frame: ground, outer disc, and the ring but for its tip."""
        is_ahead = 0 <= self._share - self._settled <= _LONGEST_TIP
        if self._backdrop is None or not is_ahead or self._backdrop.devicePixelRatio() != self._ratio():
            self._settled = self._share
            self._backdrop = self._layer(QColor(self._look.palette.background))
            painter = QPainter(self._backdrop)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._pen(side, self._look.palette.line_soft))
            painter.drawEllipse(self._ring_box(side, centre))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.palette.primary_soft))
            painter.drawEllipse(centre, side * _OUTER, side * _OUTER)
            self._paint_arc(painter, 0.0, self._settled)
            painter.end()
        return self._backdrop

    def _letters(self, side: float, centre: QPointF) -> QPixmap:
        """The words, drawn once: letters as large as these are dear."""
        if self._lettering is None or self._lettering.devicePixelRatio() != self._ratio():
            self._lettering = self._layer(QColor(Qt.GlobalColor.transparent))
            painter = QPainter(self._lettering)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_words(painter, centre, side)
            painter.end()
        return self._lettering

    def _layer(self, ground: QColor) -> QPixmap:
        layer = QPixmap(self.size() * self._ratio())
        layer.setDevicePixelRatio(self._ratio())
        layer.fill(ground)
        return layer

    def _ratio(self) -> float:
        return self.devicePixelRatio()

    def _ring_box(self, side: float, centre: QPointF) -> QRectF:
        box = QRectF(0, 0, side * (1 - _LINE), side * (1 - _LINE))
        box.moveCenter(centre)
        return box

    def _pen(self, side: float, colour: str) -> QPen:
        pen = QPen(QColor(colour), side * _LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen

    def _paint_arc(self, painter: QPainter, start: float, end: float) -> None:
        """The filled part of the ring between two shares; its ends are round."""
        if end > 0:
            side, whole = self._side(), 360 * 16
            first, last = round(start * whole), round(end * whole)
            painter.setPen(self._pen(side, self._look.palette.cta))
            painter.drawArc(self._ring_box(side, self._centre()), 90 * 16 - first, first - last)

    def _paint_disc(self, painter: QPainter, centre: QPointF, side: float) -> None:
        if self._look.reduced_motion:
            return
        empty = side * _EMPTY
        radius = empty + (side * _OUTER - empty) * self._volume
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.palette.primary))
        painter.drawEllipse(centre, radius, radius)

    def _paint_words(self, painter: QPainter, centre: QPointF, side: float) -> None:
        above, main, below = self._fonts or self._fit(side)
        palette, words = self._look.palette, self._words
        heights = [QFontMetrics(font).height() for font in (above, main, below)]
        lines = (
            (words.above, above, heights[0]),
            (words.main, main, heights[1]),
            (words.below, below, heights[2]),
        )
        shown = [line for line in lines if line[0]]
        top = centre.y() - sum(height for _, _, height in shown) / 2
        for text, font, height in shown:
            box = QRectF(0, top, self.width(), height).toRect()
            draw_text(painter, box, text, font, palette.on_primary, _CENTRE)
            top += height

    def _fit(self, side: float) -> tuple[QFont, QFont, QFont]:
        room = side * (1 - 2 * _LINE) * 0.93
        counts = self._words.counts
        main = self._fitted(self._words.main, side * (_COUNT if counts else _MAIN), room, counts=counts)
        small = self._small(side)
        self._fonts = (small, main, small)
        return self._fonts

    def _small(self, side: float) -> QFont:
        return self._look.font(side * _SMALL / self._look.theme.scale, REGULAR, tabular=True)

    def _fitted(self, text: str, size_px: float, room: float, *, counts: bool) -> QFont:
        scale = self._look.theme.scale
        font = self._look.font(size_px / scale, BOLD, tabular=counts)
        width = QFontMetrics(font).horizontalAdvance(text)
        if width > room:
            font = self._look.font(size_px / scale * room / width, BOLD, tabular=counts)
        return font

    def _forget(self) -> None:
        self._fonts = self._backdrop = self._lettering = None

    def _restyle(self) -> None:
        self._forget()
        self.updateGeometry()
        self.update()


def _around(centre: QPointF, radius: float) -> QRect:
    """The pixels that a circle touches, with those that smooth its edge."""
    reach = radius + 1
    return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach).toAlignedRect()
