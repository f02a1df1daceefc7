"""The dashed place below the cards: takes what is dropped, and says how to add by name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.drag import EXERCISES, ITEMS, unpacked
from facet_desktop.ui.metrics import BODY_PX, RADIUS_CARD
from facet_desktop.ui.widgets.painting import draw_text, focus_ring, smooth_painter, text_width

_HEIGHT_PX, _LOW_PX = 50, 40


class DropHint(QPushButton):
    """A click opens the line for adding by name."""

    exercises_dropped = Signal(list)
    items_dropped = Signal(list)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Drag an exercise here, or press Ctrl+K to add by name"), parent)
        self._look = context.theme
        self._short = self.tr("Add by name: Ctrl+K")
        self._is_over = False
        self._is_low = False
        self.setObjectName("editor_drop_hint")
        self.setAccessibleName(self.tr("Add an exercise by name"))
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_low(self, low: bool) -> None:
        """Take less room."""
        self._is_low = low
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """One line with room around it."""
        return QSize(self._look.px(160), self._look.px(_LOW_PX if self._is_low else _HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        """Its height stays; its text may be cut off."""
        return self.sizeHint()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes exercises of the library and of the program."""
        if event.mimeData().hasFormat(EXERCISES) or event.mimeData().hasFormat(ITEMS):
            event.acceptProposedAction()
            self._set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is over it any more."""
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Asks for them at the end of the session."""
        self._set_over(False)
        event.acceptProposedAction()
        if slugs := unpacked(event.mimeData(), EXERCISES):
            self.exercises_dropped.emit(slugs)
        elif ids := unpacked(event.mimeData(), ITEMS):
            self.items_dropped.emit(ids)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        look, palette = self._look, self._look.palette
        painter = smooth_painter(self)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        active = self._is_over or self.underMouse()
        pen = QPen(QColor(palette.primary if active else palette.line_control), 2 if self._is_over else 1)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(palette.primary_soft) if self._is_over else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        words = self.rect().adjusted(look.px(10), 2, -look.px(10), -2)
        font = look.font(BODY_PX)
        text = self.text() if text_width(font, self.text()) <= words.width() else self._short
        draw_text(painter, words, text, font, palette.muted, int(Qt.AlignmentFlag.AlignCenter))
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), palette.focus, RADIUS_CARD)
        painter.end()

    def _set_over(self, is_over: bool) -> None:
        self._is_over = is_over
        self.update()
