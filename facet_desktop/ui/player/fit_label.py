"""A title that always fits: it breaks over lines and shrinks before a word would be cut."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.ui.metrics import BOLD
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.painting import draw_text, smooth_painter

_SMALLEST_SHARE = 0.5


class FitLabel(QWidget):
    """Plain text in one large size, smaller where the longest word or the third line would not fit."""

    def __init__(
        self,
        look: Look,
        size_px: float,
        parent: QWidget | None = None,
        *,
        centred: bool = True,
        weight: int = BOLD,
        lines: int = 2,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._size_px = size_px
        self._weight = weight
        self._lines = lines
        self._text = ""
        self._fitted: dict[int, tuple[QFont, int]] = {}
        """Font and height by width: layouts ask for the same few widths again and again."""
        across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        self._flags = int(across | Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextWordWrap.value
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._refit)

    def text(self) -> str:
        """The text shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text; nothing happens when it is the same."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self._refit()

    def hasHeightForWidth(self) -> bool:
        """Long titles take a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the lines at ``width`` pixels."""
        return self._fitting(width)[1] + 2

    def sizeHint(self) -> QSize:
        """One line where there is room."""
        metrics = QFontMetrics(self._look.font(self._size_px, self._weight))
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """One line of a few letters."""
        smallest = QFontMetrics(self._look.font(self._size_px * _SMALLEST_SHARE, self._weight))
        return QSize(smallest.horizontalAdvance("M") * 6, smallest.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        painter = smooth_painter(self)
        font, _ = self._fitting(self.width())
        draw_text(painter, self.rect(), self._text, font, self._look.palette.text, self._flags)
        painter.end()

    def _refit(self) -> None:
        self._fitted.clear()
        self.updateGeometry()
        self.update()

    def _fitting(self, width: int) -> tuple[QFont, int]:
        found = self._fitted.get(width)
        if found is None:
            font = self._fit(width)
            found = self._fitted[width] = (font, self._measure(font, width).height())
        return found

    def _fit(self, width: int) -> QFont:
        share = 1.0
        while True:
            font = self._look.font(self._size_px * share, self._weight)
            metrics = QFontMetrics(font)
            widest = max((metrics.horizontalAdvance(word) for word in self._text.split()), default=0)
            few = self._measure(font, width).height() <= metrics.lineSpacing() * self._lines + 2
            if share <= _SMALLEST_SHARE or (widest <= width and few):
                return font
            share -= 0.05

    def _measure(self, font: QFont, width: int) -> QRect:
        return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), 10_000), self._flags, self._text)
