"""The countdown ring with the breathing disc inside it, and the words in the middle."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
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
        if refit:
            self._fonts = None
        self.update()

    def show_motion(self, motion: Motion) -> None:
        """Show another instant; nothing is painted when nothing moved."""
        volume = 0.5 if self._look.reduced_motion else motion.volume
        if (motion.block_share, volume) != (self._share, self._volume):
            self._share, self._volume = motion.block_share, volume
            self.update()

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
        self._fonts = self._backdrop = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        painter = smooth_painter(self)
        side = self._side()
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter.drawPixmap(0, 0, self._still(side, centre))
        self._paint_arc(painter, centre, side)
        self._paint_disc(painter, centre, side)
        self._paint_words(painter, centre, side)
        painter.end()

    def _side(self) -> float:
        return float(min(self.width(), self.height(), self._look.px(_MOST_PX)))

    def _still(self, side: float, centre: QPointF) -> QPixmap:
        """Everything that does not move, painted once: ground, empty ring, outer disc."""
        ratio = self.devicePixelRatio()
        if self._backdrop is None or self._backdrop.devicePixelRatio() != ratio:
            self._backdrop = QPixmap(self.size() * ratio)
            self._backdrop.setDevicePixelRatio(ratio)
            self._backdrop.fill(QColor(self._look.palette.background))
            painter = QPainter(self._backdrop)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._pen(side, self._look.palette.line_soft))
            painter.drawEllipse(self._ring_box(side, centre))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.palette.primary_soft))
            painter.drawEllipse(centre, side * _OUTER, side * _OUTER)
            painter.end()
        return self._backdrop

    def _ring_box(self, side: float, centre: QPointF) -> QRectF:
        box = QRectF(0, 0, side * (1 - _LINE), side * (1 - _LINE))
        box.moveCenter(centre)
        return box

    def _pen(self, side: float, colour: str) -> QPen:
        pen = QPen(QColor(colour), side * _LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen

    def _paint_arc(self, painter: QPainter, centre: QPointF, side: float) -> None:
        if self._share > 0:
            painter.setPen(self._pen(side, self._look.palette.cta))
            painter.drawArc(self._ring_box(side, centre), 90 * 16, -round(self._share * 360 * 16))

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

    def _restyle(self) -> None:
        self._fonts = self._backdrop = None
        self.updateGeometry()
        self.update()
