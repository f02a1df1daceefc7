"""A short note over the lower edge of a page that goes away by itself, with a way to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from facet_desktop.ui.metrics import RADIUS_CARD, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from facet_desktop.ui.widgets.buttons import ButtonKind, IconButton, ThemedButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.painting import fill_round, smooth_painter

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from facet_desktop.ui.theme import Look

SHOWN_MS = 8000
"""Long enough to read a line slowly and reach for Undo; it waits while the pointer or focus is on it."""


class Toast(QFrame):
    """Lies over ``host``, which owns it. One note at a time: a new one replaces the old.

    `undone` is emitted when Undo is pressed. Nothing moves or fades.
    """

    undone = Signal()

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._look = look
        self._host = host
        self.setObjectName("toast")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, SPACE_S, SPACE_S, SPACE_S)
        row.setSpacing(SPACE_M)
        self._label = PlainLabel("", parent=self)
        row.addWidget(self._label, 1)
        self._undo = ThemedButton(look, self.tr("Undo"), "undo-2", self, kind=ButtonKind.PRIMARY)
        self._undo.setObjectName("toast_undo")
        self._undo.clicked.connect(self._undo_pressed)
        row.addWidget(self._undo)
        self._close = IconButton(look, "x", self.tr("Close this note"), self, size_px=32)
        self._close.setObjectName("toast_close")
        self._close.clicked.connect(self.hide)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._time_is_up)
        host.installEventFilter(self)
        self.hide()

    def show_note(self, text: str, *, can_undo: bool = False) -> None:
        """Show ``text``, plain, with an Undo button if the thing can be undone."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self._undo.setVisible(can_undo)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        self._announce()

    def text(self) -> str:
        """The note shown last."""
        return self._label.text()

    def remaining_ms(self) -> int:
        """Milliseconds until the note leaves by itself; 0 while it is hidden or held."""
        return max(0, self._timer.remainingTime())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps to its place when the host changes size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is on it."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer left."""
        super().leaveEvent(event)
        self._timer.start()

    def hideEvent(self, event: QEvent) -> None:
        """Stop the time that is running."""
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        palette = self._look.palette
        painter = smooth_painter(self)
        fill_round(painter, QRectF(self.rect()), palette.card, RADIUS_CARD, palette.primary)
        painter.end()

    def _place(self) -> None:
        self.adjustSize()
        room = self._host.rect()
        width = min(self.sizeHint().width(), room.width() - 2 * SPACE_L)
        self.resize(width, self.sizeHint().height())
        self.move((room.width() - width) // 2, room.height() - self.height() - SPACE_XL)

    def _time_is_up(self) -> None:
        if self._undo.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _undo_pressed(self) -> None:
        self.hide()
        self.undone.emit()

    def _announce(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
