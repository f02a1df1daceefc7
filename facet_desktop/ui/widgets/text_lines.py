"""A few lines of plain text in one widget, for rows of which a page has many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.ui.metrics import TEXT_STYLES, TextRole
from facet_desktop.ui.widgets.painting import draw_text, smooth_painter, text_width

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facet_desktop.ui.theme import Look

_GAP_PX = 1
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | Qt.TextFlag.TextWordWrap.value


class TextLines(QWidget):
    """Texts one below the other, each in its role; long ones wrap. In the middle where there is more height.

    The row around it says the same to screen readers in its own name.
    """

    def __init__(
        self, look: Look, lines: Sequence[tuple[str, TextRole]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = tuple(lines)
        self._heights: dict[int, tuple[int, ...]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._measure_again)

    def texts(self) -> tuple[str, ...]:
        """What it shows."""
        return tuple(text for text, _ in self._lines)

    def hasHeightForWidth(self) -> bool:
        """Long texts take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all lines at ``width`` pixels."""
        return sum(self._heights_at(width)) + _GAP_PX * (len(self._lines) - 1)

    def sizeHint(self) -> QSize:
        """Each text on one line."""
        width = max((text_width(font, text) for text, font, _ in self._styled()), default=0) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word."""
        words = ((font, word) for text, font, _ in self._styled() for word in text.split())
        width = max((text_width(font, word) for font, word in words), default=0) + 2
        return QSize(width, sum(QFontMetrics(font).height() for _, font, _ in self._styled()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        heights = self._heights_at(self.width())
        top = max(0, (self.height() - self.heightForWidth(self.width())) // 2)
        painter = smooth_painter(self)
        for (text, font, ink), height in zip(self._styled(), heights, strict=True):
            draw_text(painter, QRect(0, top, self.width(), height), text, font, ink, _FLAGS)
            top += height + _GAP_PX
        painter.end()

    def _styled(self) -> Iterator[tuple[str, QFont, str]]:
        for text, role in self._lines:
            style = TEXT_STYLES[role]
            yield text, self._look.font(style.size_px, style.weight), style.colour(self._look.palette)

    def _heights_at(self, width: int) -> tuple[int, ...]:
        found = self._heights.get(width)
        if found is None:
            room = QRect(0, 0, width, 10_000)
            found = self._heights[width] = tuple(
                QFontMetrics(font).boundingRect(room, _FLAGS, text).height()
                for text, font, _ in self._styled()
            )
        return found

    def _measure_again(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self.update()
