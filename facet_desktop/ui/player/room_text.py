"""Lines of large text that are broken, measured and painted alike, so that what fits is also what is seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from facet_desktop.domain.values import frozen
from facet_desktop.ui.player.describe_ring import DOT
from facet_desktop.ui.player.room_sizes import CAP_SHARE

PITCH, BELOW = 1.12, 0.23
"""From line to line, and for the tails of letters under the last one, as shares of the font's size."""
_STEPS = 8
MakeFont = Callable[[int], QFont]


@frozen
class Lines:
    """Text broken into lines at one size of font."""

    lines: tuple[str, ...]
    size_px: int

    @property
    def height(self) -> float:
        """From the top of the capitals to the tails of the last line."""
        count = len(self.lines)
        return self.size_px * (CAP_SHARE + (count - 1) * PITCH + BELOW) if count else 0.0


@frozen
class Bounds:
    """Room for text: its width, the most lines, and the sizes of font it may have."""

    width: float
    lines: int
    least_px: int
    most_px: int


def broken(text: str, metrics: QFontMetricsF, width: float) -> tuple[str, ...]:
    """The text in lines of at most ``width``; a single word that is wider stands in a line of its own.

    A dot between two parts is left out where a line ends there.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(line.removesuffix(DOT.rstrip()).removeprefix(DOT.lstrip()) for line in lines)


def fitted(text: str, bounds: Bounds, font: MakeFont) -> Lines:
    """The text in as few lines as it can have, and as large as these allow.

    It is smaller than the least size only where it would not fit otherwise.
    """
    few = len(broken(text, QFontMetricsF(font(bounds.least_px)), bounds.width))
    lines = min(bounds.lines, max(1, few))
    span = bounds.most_px - bounds.least_px
    sizes = [bounds.most_px - span * step // _STEPS for step in range(_STEPS + 1)]
    shown = Lines((), bounds.least_px)
    while True:
        for size in sizes:
            metrics = QFontMetricsF(font(size))
            shown = Lines(broken(text, metrics, bounds.width), size)
            widest = max((metrics.horizontalAdvance(line) for line in shown.lines), default=0.0)
            if widest <= bounds.width and len(shown.lines) <= lines:
                return shown
        if sizes[-1] <= 1:
            return shown
        sizes = [max(1, sizes[-1] * 9 // 10)]


def paint_lines(
    painter: QPainter, box: QRectF, shown: Lines, font: QFont, colour: str, *, centred: bool = True
) -> None:
    """Paints lines in the middle of a box."""
    top = box.top() + (box.height() - shown.height) / 2
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    for number, line in enumerate(shown.lines):
        left = (box.width() - metrics.horizontalAdvance(line)) / 2 if centred else 0.0
        baseline = top + shown.size_px * (CAP_SHARE + number * PITCH)
        painter.drawText(QPointF(box.left() + left, baseline), line)
