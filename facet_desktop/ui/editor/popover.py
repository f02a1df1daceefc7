"""A card that opens under a button and closes with Escape or a click beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_M
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.cards import Card


class Popover(QWidget):
    """Holds a card; `body` is its layout. It gives the keyboard back to where it was."""

    closed = Signal()

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._before: QWidget | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._card = Card(title, self)
        outer.addWidget(self._card)
        self.body = self._card.body
        self.body.setSpacing(SPACE_M)
        self.setAccessibleName(title)
        self.setMinimumWidth(look.px(320))

    def open_under(self, button: QWidget, focus: QWidget) -> None:
        """Opens below a button, inside the window, with the keyboard at `focus`."""
        self._before = QApplication.focusWidget()
        self.adjustSize()
        at = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        room = button.window().frameGeometry()
        at.setX(max(room.left() + 8, min(at.x(), room.right() - self.width() - 8)))
        at.setY(max(room.top() + 8, min(at.y(), room.bottom() - self.height() - 8)))
        self.move(at)
        self.show()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back."""
        super().hideEvent(event)
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None
        self.closed.emit()
