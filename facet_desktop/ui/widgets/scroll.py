"""A scroll area that shows the page behind it and has no frame."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


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

    def show_content(self, content: QWidget) -> None:
        """Scroll this widget; an earlier one is deleted."""
        self.setWidget(content)
        content.setAutoFillBackground(False)
