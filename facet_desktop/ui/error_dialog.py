"""A dialog about trouble: what happened, what to do, and details to copy where they help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_XL, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.widgets.banner import TintedIcon
from facet_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from facet_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from facet_desktop.ui.error_words import ErrorText
    from facet_desktop.ui.theme import Look

_WIDTH_PX, _DETAILS_PX = 460, 150


class ErrorDialog(QDialog):
    """Opens without blocking: what runs in the background goes on, and nothing waits inside a transaction."""

    def __init__(self, look: Look, text: ErrorText, details: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._details = details
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setObjectName("error_dialog")
        self.setWindowTitle(text.headline)
        self.setAccessibleName(text.headline)
        self.setAccessibleDescription(text.advice)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_L)
        column.addLayout(self._words(text))
        if details:
            column.addWidget(self._details_box())
        column.addLayout(self._buttons())

    def _words(self, text: ErrorText) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_L)
        row.addWidget(
            TintedIcon(self._look, "triangle-alert", 28, self, tone=Tone.ALERT), 0, Qt.AlignmentFlag.AlignTop
        )
        words = QVBoxLayout()
        words.setSpacing(SPACE_M)
        words.addWidget(PlainLabel(text.headline, TextRole.SUBTITLE, self, wrap=True))
        advice = PlainLabel(text.advice, TextRole.BODY, self, wrap=True)
        advice.setFixedWidth(self._look.px(_WIDTH_PX))
        words.addWidget(advice)
        row.addLayout(words, 1)
        return row

    def _details_box(self) -> QPlainTextEdit:
        box = QPlainTextEdit(self._details, self)
        box.setReadOnly(True)
        box.setObjectName("error_details")
        box.setAccessibleName(self.tr("Details"))
        box.setTabChangesFocus(True)
        box.setFixedHeight(self._look.px(_DETAILS_PX))
        return box

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_M)
        row.addStretch(1)
        if self._details:
            copy = SecondaryButton(self._look, self.tr("Copy details"), "copy", self)
            copy.setObjectName("copy_details")
            copy.setAutoDefault(False)
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
            row.addWidget(copy)
        close = PrimaryButton(self._look, self.tr("Close"), parent=self)
        close.setObjectName("error_close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        return row
