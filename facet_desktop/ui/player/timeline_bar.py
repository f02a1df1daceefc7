"""The whole session as one row of segments that can be clicked or reached by keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from facet_desktop.ui.palettes import mix
from facet_desktop.ui.player.models import Motion
from facet_desktop.ui.player.segments import Segment, widths
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.painting import focus_ring, smooth_painter
from facet_desktop.ui.widgets.stored_text import tip_text

_BAR_PX, _HEIGHT_PX = 12, 28
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -10_000, Qt.Key.Key_End: 10_000}
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TimelineBar(QWidget):
    """Done segments are bright, the present one fills up in another colour, the rest are dark.

    One Tab stop: the arrows move a frame from segment to segment, Enter goes there. `chosen` carries the
    step to go to. ``describe`` names a segment for tooltip and screen reader.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, describe: Callable[[Segment], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._describe = describe
        self._segments: Sequence[Segment] = ()
        self._boxes: list[QRectF] = []
        self._present = 0
        self._share = 0.0
        self._cursor = 0
        self._hovered = -1
        self.setObjectName("session_timeline")
        self.setAccessibleName(self.tr("Timeline of the session"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def boxes(self) -> tuple[QRectF, ...]:
        """Where the segments are."""
        return tuple(self._boxes)

    def present(self) -> tuple[int, float]:
        """The segment under way and how much of it has passed."""
        return self._present, self._share

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Show another session."""
        if segments is not self._segments:
            self._segments = segments
            self._place()
            self.update()

    def show_motion(self, motion: Motion) -> None:
        """Fill the present segment; only what changed is painted."""
        if motion.segment != self._present:
            self._present, self._share = motion.segment, motion.segment_share
            self._set_cursor(motion.segment)
            self.update()
        elif self._boxes:
            box = self._boxes[self._present]
            moved_px = abs(motion.segment_share - self._share) * box.width()
            if moved_px >= 0.5 or motion.segment_share in (0.0, 1.0):
                self._share = motion.segment_share
                self.update(box.toAlignedRect())

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(600, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(200, _HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the segments again."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        painter = smooth_painter(self)
        dirty = QRectF(event.rect())
        for index, box in enumerate(self._boxes):
            if box.intersects(dirty):
                self._paint_segment(painter, index, box)
        if self.hasFocus() and self._boxes:
            frame = self._boxes[self._cursor].adjusted(-3, -5, 3, 5)
            focus_ring(painter, frame.intersected(QRectF(self.rect())), self._look.palette.focus, 6)
        painter.end()

    def _paint_segment(self, painter: QPainter, index: int, box: QRectF) -> None:
        palette, is_work = self._look.palette, self._segments[index].is_work
        ahead = palette.track if is_work else palette.line_soft
        done = palette.primary_mark if is_work else mix(palette.line_soft, palette.primary_mark, 0.35)
        base = done if index < self._present else ahead
        if index == self._hovered:
            base = mix(base, palette.text, 0.2)
        shape = QPainterPath()
        shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.fillPath(shape, QColor(base))
        if index == self._present and self._share > 0:
            painter.save()
            painter.setClipRect(QRectF(box.left(), box.top(), box.width() * self._share, box.height()))
            painter.fillPath(shape, QColor(palette.cta))
            painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the segment that was clicked."""
        index = self._index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.chosen.emit(self._segments[index].jump_to)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which segment a click would choose."""
        self._hover(self._index_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """No segment is meant any more."""
        self._hover(-1)

    def event(self, event: QEvent) -> bool:
        """Tooltips name the segment; the keys used here do not act on the player meanwhile."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(QPointF(event.pos()))
            if index >= 0:
                about = self._describe(self._segments[index])
                QToolTip.showText(event.globalPos(), tip_text(about), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move; Enter goes there."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            step = -_MOVES[key] if self.isRightToLeft() else _MOVES[key]
            self._set_cursor(min(len(self._segments) - 1, max(0, self._cursor + step)))
        elif key in _CHOOSE and self._segments:
            self.chosen.emit(self._segments[self._cursor].jump_to)
        else:
            super().keyPressEvent(event)

    def _set_cursor(self, index: int) -> None:
        self._cursor = index
        if self._segments:
            self.setAccessibleDescription(self._describe(self._segments[index]))
        self.update()

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def _index_at(self, position: QPointF) -> int:
        for index, box in enumerate(self._boxes):
            if box.left() - 2 <= position.x() <= box.right() + 2:
                return index
        return -1

    def _place(self) -> None:
        top = (self.height() - _BAR_PX) / 2
        row = widths(self._segments, self.width())
        self._boxes = [QRectF(left, top, width, _BAR_PX) for left, width in row]
        self._present = min(self._present, max(0, len(self._boxes) - 1))
        self._cursor = min(self._cursor, max(0, len(self._boxes) - 1))
