"""What stands on the screen while a large database is brought up to date, before there is a window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_M, SPACE_XL, TextRole
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.sidebar import Logo

_WIDTH_PX = 460


class UpdatingNote(QWidget):
    """A small window that says what happens and what not to do; it cannot be closed by hand."""

    def __init__(self, look: Look) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint
        super().__init__(None, flags)
        headline = self.tr("Bringing your data up to date")
        advice = self.tr(
            "This Facet is newer than your data. A copy is made and checked first, so nothing can be lost. "
            "It may take some minutes. Please leave the computer on."
        )
        # Otherwise it would count as the last window when it goes, and end the program.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setObjectName("updating_note")
        self.setWindowTitle(headline)
        self.setAccessibleName(headline)
        self.setAccessibleDescription(advice)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_M)
        column.addWidget(Logo(look, self))
        column.addWidget(PlainLabel(headline, TextRole.SUBTITLE, self, wrap=True))
        words = PlainLabel(advice, TextRole.BODY, self, wrap=True)
        words.setFixedWidth(look.px(_WIDTH_PX))
        column.addWidget(words)
