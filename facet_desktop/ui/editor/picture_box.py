"""The larger picture of the inspector."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import RADIUS_CONTROL, SPACE_S
from facet_desktop.ui.thumbs import Thumbs
from facet_desktop.ui.widgets.painting import draw_icon, focus_ring, smooth_painter


class PictureBox(QAbstractButton):
    """One larger picture that can change to another exercise; pressed, it asks for the moving figure."""

    def __init__(self, context: UiContext, pictures: Thumbs, height_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("editor_picture")
        self.setAccessibleName(self.tr("See how it moves"))
        self.setToolTip(self.tr("See how it moves (Space)"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._look = context.theme
        self._pictures = pictures
        self._height_px = height_px
        self._slug = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pictures.arrived.connect(self._picture_arrived)

    def show_slug(self, slug: str) -> None:
        """Show another exercise; an empty slug takes the picture away."""
        self._slug = slug
        self.setVisible(bool(slug))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._look.px(160), self._look.px(self._height_px))

    def minimumSizeHint(self) -> QSize:
        """Pictures are not squeezed in height."""
        return QSize(self._look.px(80), self._look.px(self._height_px))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        painter = smooth_painter(self)
        if self._slug:
            self._pictures.paint(painter, self._slug, self.rect())
            self._paint_sign(painter)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), self._look.palette.focus, RADIUS_CONTROL)
        painter.end()

    def _picture_arrived(self, slug: str) -> None:
        if slug in ("", self._slug):
            self.update()

    def _paint_sign(self, painter: QPainter) -> None:
        """A small sign in the corner: this picture can move."""
        side = self._look.px(18)
        corner = self.rect().bottomRight()
        square = QRect(corner.x() - side - SPACE_S, corner.y() - side - SPACE_S, side, side)
        draw_icon(painter, self._look, "circle-play", self._look.palette.muted, square)
