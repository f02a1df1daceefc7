"""How buttons behave in the player, where Space and the arrows belong to the session."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _ArrowsPass(QObject):
    """Leaves arrow keys to the player: Qt's buttons would move the focus with them."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep an arrow from the button; ignored, it goes on to the parents."""
        if isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            event.ignore()
            return event.type() == QEvent.Type.KeyPress
        return False


def calm(button: QAbstractButton) -> None:
    """Make a button reachable by Tab but not by a click: the next Space must pause, not press it again."""
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.installEventFilter(_ArrowsPass(button))
