"""Enter presses the button that has the keyboard; by itself Qt leaves that to Space alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pressed_by_enter(window: QWidget, event: QKeyEvent) -> bool:
    """Clicks the focused button of a window for a key that nothing on the way has taken."""
    focused = window.focusWidget()
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in _ENTER or not plain or event.isAutoRepeat():
        return False
    if not isinstance(focused, QAbstractButton) or not focused.isEnabled():
        return False
    focused.click()
    return True
