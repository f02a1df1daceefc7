"""A field of the dose form: takes what is typed when it fits, and says at its place what does not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_HISTORY_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class DoseLineEdit(QLineEdit):
    """Emits `typed` with every change of a person and `left` when the field is left.

    What was typed stays until the field is left, even if the program writes the same value differently.
    Undo and redo go to the program unless the text holds something that the program did not take.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._is_refused = False
        self.textEdited.connect(self.typed)
        self.returnPressed.connect(self.left)

    @property
    def is_refused(self) -> bool:
        """Whether the text was not taken."""
        return self._is_refused

    def show_value(self, text: str, *, keep_typing: bool) -> bool:
        """Show the program's value; False where what was typed stays.

        With `keep_typing` a text being typed is left alone, and one that was not taken as long as the value
        behind it is the same.
        """
        is_typing = self.hasFocus() and self.isModified()
        waits = self._is_refused and text == self._value
        self._value = text
        if keep_typing and (is_typing or waits):
            return False
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        self.setModified(False)
        return True

    def set_refused(self, refused: bool) -> None:
        """Mark the text as one that was not taken."""
        if refused != self._is_refused:
            self._is_refused = refused
            self.setProperty("invalid", refused)
            self.style().unpolish(self)
            self.style().polish(self)

    def settle(self) -> None:
        """Show the value as the program writes it; a refused text stays to be mended."""
        if not self._is_refused:
            self.setModified(False)
            self.setText(self._value)
            self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        """Lets undo and redo through to the program."""
        is_override = event.type() == QEvent.Type.ShortcutOverride and not self._is_refused
        if is_override and isinstance(event, QKeyEvent) and any(map(event.matches, _HISTORY_KEYS)):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the program's value back."""
        if event.matches(QKeySequence.StandardKey.Cancel) and (self.isModified() or self._is_refused):
            self.set_refused(False)
            self.settle()
            self.typed.emit(self._value)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with everything selected, so that typing replaces it."""
        super().focusInEvent(event)
        self.setModified(False)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is left."""
        super().focusOutEvent(event)
        self.left.emit()
