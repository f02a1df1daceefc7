"""A scroll area that shows the page behind it and has no frame."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QWidget

_KEYS = {
    int(Qt.Key.Key_PageDown): QAbstractSlider.SliderAction.SliderPageStepAdd,
    int(Qt.Key.Key_PageUp): QAbstractSlider.SliderAction.SliderPageStepSub,
    int(Qt.Key.Key_Down): QAbstractSlider.SliderAction.SliderSingleStepAdd,
    int(Qt.Key.Key_Up): QAbstractSlider.SliderAction.SliderSingleStepSub,
    int(Qt.Key.Key_End): QAbstractSlider.SliderAction.SliderToMaximum,
    int(Qt.Key.Key_Home): QAbstractSlider.SliderAction.SliderToMinimum,
}


class PlainScrollArea(QScrollArea):
    """Scrolls ``content`` up and down; the content takes the width it is given."""

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Asking Qt for its own viewport would make Python load every widget class: 10 ms of each start.
        port = QWidget()
        port.setAutoFillBackground(False)
        self.setViewport(port)
        if content is not None:
            self.show_content(content)

    def scroll_by(self, key: int) -> bool:
        """Move by a key of the keyboard, for content that nothing in it can take; False for other keys."""
        action = _KEYS.get(key)
        if action is not None:
            self.verticalScrollBar().triggerAction(action)
        return action is not None

    def show_content(self, content: QWidget) -> None:
        """Scroll this widget; an earlier one is deleted."""
        self.setWidget(content)
        content.setAutoFillBackground(False)
