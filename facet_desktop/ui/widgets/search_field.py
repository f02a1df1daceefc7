"""A one-line search with a glass before the text and a button that clears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from facet_desktop.ui.metrics import SPACE_XS
from facet_desktop.ui.widgets.buttons import IconButton
from facet_desktop.ui.widgets.painting import draw_icon, smooth_painter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from facet_desktop.ui.theme import Look

_ICON_PX, _CLEAR_PX = 16, 26


class SearchField(QLineEdit):
    """Searches while one types: connect to ``textChanged``. Escape clears, then leaves to the page."""

    def __init__(self, look: Look, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._clear = IconButton(look, "x", self.tr("Clear the search"), self, size_px=_CLEAR_PX)
        self._clear.setObjectName("search_clear")
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self._cleared)
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        look.changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys described above."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the contents in place."""
        super().resizeEvent(event)
        self._place_clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        super().paintEvent(event)
        painter = smooth_painter(self)
        side = self._look.px(_ICON_PX)
        left = self._look.px(11)
        if self.isRightToLeft():
            left = self.width() - left - side
        square = QRect(left, (self.height() - side) // 2, side, side)
        draw_icon(painter, self._look, "search", self._look.palette.muted, square)
        painter.end()

    def _cleared(self) -> None:
        self.clear()
        self.setFocus()

    def _fit(self) -> None:
        before, after = self._look.px(_ICON_PX + 5), self._look.px(_CLEAR_PX - 4)
        if self.isRightToLeft():
            before, after = after, before
        self.setTextMargins(before, 0, after, 0)
        self._clear.resize(self._clear.sizeHint())
        self._place_clear()

    def _place_clear(self) -> None:
        x = self.width() - self._clear.width() - SPACE_XS
        if self.isRightToLeft():
            x = SPACE_XS
        self._clear.move(x, (self.height() - self._clear.height()) // 2)
