"""A small still picture of an exercise, for rows and cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from facet_desktop.ui.metrics import RADIUS_CONTROL
from facet_desktop.ui.widgets.painting import draw_icon, fill_round, smooth_painter

if TYPE_CHECKING:
    from facet_desktop.ui.context import UiContext
    from facet_desktop.ui.palettes import Palette


class ExercisePicture(QWidget):
    """Shows a picture as soon as there is one, and a quiet sign where there is none.

    Decoration: the name of the exercise stands beside it, so it has no accessible name. `size_px` is width
    and height at 100 % text size; with `stretch` it takes all the width it is given.
    """

    def __init__(
        self,
        context: UiContext,
        slug: str,
        size_px: tuple[int, int],
        parent: QWidget | None = None,
        *,
        stretch: bool = False,
    ) -> None:
        super().__init__(parent)
        self._look = context.theme
        self._pictures = context.pictures
        self._slug = slug
        self._size_px = size_px
        self._asked: tuple[Palette, QSize, float] | None = None
        self._picture: QPixmap | None = None
        self._is_settled = False
        across = QSizePolicy.Policy.Ignored if stretch else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown."""
        return self._picture is not None

    @property
    def is_settled(self) -> bool:
        """Whether it shows what it will go on showing: its picture, or the sign that there is none."""
        return self._is_settled

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show this picture, or the sign that there is none."""
        self._picture = picture
        self._is_settled = True
        self.update()

    def sizeHint(self) -> QSize:
        """Its size at the chosen text size."""
        return QSize(self._look.px(self._size_px[0]), self._look.px(self._size_px[1]))

    def minimumSizeHint(self) -> QSize:
        """Pictures are not squeezed, unless they stretch."""
        hint = self.sizeHint()
        return (
            hint
            if self.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
            else QSize(0, hint.height())
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state; asks for the picture when it is first seen, or its look changed."""
        self._ask()
        painter = smooth_painter(self)
        box = QRectF(self.rect())
        fill_round(painter, box, picture_ground(self._look.palette), RADIUS_CONTROL)
        if self._picture is not None:
            clip = QPainterPath()
            clip.addRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
            painter.setClipPath(clip)
            painter.drawPixmap(self.rect(), self._picture)
        elif self._is_settled:
            self._paint_sign(painter)
        painter.end()

    def _ask(self) -> None:
        wanted = (self._look.palette, self.size(), self.devicePixelRatioF())
        if wanted != self._asked:
            self._asked = wanted
            self._is_settled = False
            self._pictures.ask(self, self._slug, self.size(), self.devicePixelRatioF())

    def _paint_sign(self, painter: QPainter) -> None:
        side = self._look.px(26)
        square = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        draw_icon(painter, self._look, "person-standing", self._look.palette.muted, square)


def picture_ground(palette: Palette) -> str:
    """The ground on which a still picture lies."""
    return palette.neutral_soft
