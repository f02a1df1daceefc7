"""Words with something at their right, which stands below them where there is no room for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QLayout


class TurningRow(QWidget):
    """Subclasses fill `words` and call `put_beside` once.

    It asks for no more width than the wider of both.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing_px: int) -> None:
        super().__init__(parent)
        self._row = _TurningLayout(self)
        self._row.setSpacing(spacing_px)
        self.words = self._row.words

    def put_beside(self, layout: QLayout) -> None:
        """What stands at the right of the words."""
        self._row.put_beside(layout)

    def minimumSizeHint(self) -> QSize:
        """As narrow as with one below the other."""
        hint, margins = super().minimumSizeHint(), self._row.contentsMargins()
        hint.setWidth(max(self._row.widths()) + margins.left() + margins.right())
        return hint


class _TurningLayout(QBoxLayout):
    """Finds its direction whenever it is laid out: in another width, with other words or controls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, parent)
        self.words = QVBoxLayout()
        self.words.setSpacing(0)
        self.addLayout(self.words, 1)
        self._beside: QLayout | None = None

    def put_beside(self, layout: QLayout) -> None:
        self._beside = layout
        self.addLayout(layout)

    def widths(self) -> tuple[int, int]:
        """What the words and what stands beside them need."""
        beside = self._beside.minimumSize().width() if self._beside is not None else 0
        return self.words.minimumSize().width(), beside

    def setGeometry(self, place: QRect) -> None:
        """Arranges both parts in a place."""
        if self._beside is not None:
            words, beside = self.widths()
            margins = self.contentsMargins()
            room = place.width() - margins.left() - margins.right()
            is_below = beside > 0 and room < words + self.spacing() + beside
            down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self.setDirection(down if is_below else across)
            left = Qt.AlignmentFlag.AlignLeft
            self.setAlignment(self._beside, left if is_below else Qt.AlignmentFlag(0))
        super().setGeometry(place)
