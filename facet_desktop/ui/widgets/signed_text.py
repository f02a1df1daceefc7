"""A sentence with a sign before it that says the same in a shape and a tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_M, TextRole
from facet_desktop.ui.widgets.banner import TintedIcon
from facet_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from facet_desktop.ui.palettes import Tone
    from facet_desktop.ui.theme import Look


class SignedText(QWidget):
    """``name`` is the object name of its label; ``size_px`` the side of its sign at 100 % text size."""

    def __init__(self, look: Look, name: str, size_px: float, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        self._icon = TintedIcon(look, "circle-check", size_px, self)
        self._text = PlainLabel("", TextRole.BODY, self, wrap=True)
        self._text.setObjectName(name)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)

    def show_text(self, text: str, icon: str, tone: Tone) -> None:
        """Say this, with a bundled icon in a tone."""
        self._icon.show_icon(icon, tone)
        self._text.setText(text)
