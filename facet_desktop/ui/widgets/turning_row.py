"""Words with something at their right, which stands below them where there is no room for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout


class TurningRow(QWidget):
    """Subclasses fill `words` and call `put_beside` once.

    It asks for no more width than the wider of both.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing_px: int) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSpacing(spacing_px)
        self.words = QVBoxLayout()
        self.words.setSpacing(0)
        self._row.addLayout(self.words, 1)
        self._beside: QLayout | None = None

    def put_beside(self, layout: QLayout) -> None:
        """What stands at the right of the words."""
        self._beside = layout
        self._row.addLayout(layout)

    def minimumSizeHint(self) -> QSize:
        """As narrow as with one below the other."""
        hint, margins = super().minimumSizeHint(), self._row.contentsMargins()
        hint.setWidth(max(self._widths()) + margins.left() + margins.right())
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the arrangement for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Finds the arrangement for other words or controls."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _widths(self) -> tuple[int, int]:
        beside = self._beside.minimumSize().width() if self._beside is not None else 0
        return self.words.minimumSize().width(), beside

    def _arrange(self) -> None:
        if self._beside is None:
            return
        words, beside = self._widths()
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        is_below = beside > 0 and room < words + self._row.spacing() + beside
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if is_below else across)
        left = Qt.AlignmentFlag.AlignLeft
        self._row.setAlignment(self._beside, left if is_below else Qt.AlignmentFlag(0))
