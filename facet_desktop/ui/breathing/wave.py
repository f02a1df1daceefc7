"""The shape of one breath: up while breathing in, level while waiting, down while breathing out."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.domain.breathing import BreathPattern, breath_in_parts
from facet_desktop.ui.breathing.words import BreathingWords
from facet_desktop.ui.metrics import SMALL_PX
from facet_desktop.ui.theme import Look
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.painting import draw_text, smooth_painter, stroke

_LINE_PX, _POINTS = 2.5, 120
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)


class PatternWave(QWidget):
    """Decoration in a list; with ``labels`` the seconds stand below each part."""

    def __init__(
        self, look: Look, height_px: int, parent: QWidget | None = None, *, labels: bool = False
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._height_px = height_px
        self._labels = labels
        self._pattern: BreathPattern | None = None
        self._words = BreathingWords(translate)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pattern(self, pattern: BreathPattern) -> None:
        """Show another pattern."""
        self._pattern = pattern
        self.setAccessibleName(self._words.numbers(pattern))
        self.update()

    def sizeHint(self) -> QSize:
        """The height it was made for."""
        return QSize(self._look.px(200), self._look.px(self._height_px) + self._foot())

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine, low is not."""
        return QSize(self._look.px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        if self._pattern is None:
            return
        painter = smooth_painter(self)
        box = QRectF(self.rect()).adjusted(_LINE_PX, _LINE_PX, -_LINE_PX, -_LINE_PX - self._foot())
        line = self._line(self._pattern, box)
        self._fill(painter, line, box)
        stroke(painter, line, self._look.palette.primary, _LINE_PX)
        if self._labels:
            self._paint_labels(painter, self._pattern, box)
        painter.end()

    def _foot(self) -> int:
        return QFontMetrics(self._look.font(SMALL_PX)).height() + self._look.px(6) if self._labels else 0

    def _line(self, pattern: BreathPattern, box: QRectF) -> QPainterPath:
        parts = pattern.parts()
        total_ms = sum(part.duration_ms for part in parts)
        path = QPainterPath()
        for number in range(_POINTS + 1):
            volume = breath_in_parts(parts, total_ms * number // _POINTS, repeat=False).volume
            x = box.left() + box.width() * number / _POINTS
            point = QPointF(x, box.bottom() - box.height() * volume)
            path.lineTo(point) if number else path.moveTo(point)
        return path

    def _fill(self, painter: QPainter, line: QPainterPath, box: QRectF) -> None:
        area = QPainterPath(line)
        area.lineTo(box.bottomRight())
        area.lineTo(box.bottomLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.palette.primary_soft))
        painter.drawPath(area)

    def _paint_labels(self, painter: QPainter, pattern: BreathPattern, box: QRectF) -> None:
        parts, font = pattern.parts(), self._look.font(SMALL_PX, tabular=True)
        total_ms = sum(part.duration_ms for part in parts)
        left = box.left()
        for part in parts:
            width = box.width() * part.duration_ms / total_ms
            room = QRect(round(left), 0, round(width), self.height())
            draw_text(painter, room, self._words.part(part), font, self._look.palette.muted, _CENTRE)
            left += width
