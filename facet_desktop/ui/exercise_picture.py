"""A small still picture of an exercise, for rows and cards."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import RADIUS_CONTROL
from facet_desktop.ui.widgets.painting import draw_icon, fill_round, smooth_painter


class ExercisePicture(QWidget):
    """Shows a thumbnail; while there is none, or never, a quiet sign in its place.

    Decoration: the name of the exercise stands beside it, so it has no accessible name.
    """

    def __init__(
        self, context: UiContext, slug: str, size_px: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._slug = slug
        self._size_px = size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its size at the chosen text size."""
        look = self._context.theme
        return QSize(look.px(self._size_px[0]), look.px(self._size_px[1]))

    def minimumSizeHint(self) -> QSize:
        """Pictures are not squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        look = self._context.theme
        painter = smooth_painter(self)
        fill_round(painter, QRectF(self.rect()), look.palette.stage, RADIUS_CONTROL)
        side = look.px(26)
        square = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        draw_icon(painter, look, "person-standing", look.palette.on_stage, square)
        painter.end()
