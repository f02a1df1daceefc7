"""Thumbnails in lists that paint their own rows, and the larger picture of the inspector."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.exercise_picture import picture_ground
from facet_desktop.ui.metrics import RADIUS_CONTROL, SPACE_S
from facet_desktop.ui.widgets.painting import draw_icon, fill_round, focus_ring, smooth_painter

Key = tuple[str, int, int, float, str]


class _Wish(QObject):
    """Waits for one picture."""

    def __init__(self, pictures: Pictures, key: Key) -> None:
        super().__init__(pictures)
        self._pictures = pictures
        self._key = key

    def show_picture(self, picture: QPixmap | None) -> None:
        """Hand the picture on."""
        self._pictures.keep(self._key, picture)
        self.deleteLater()


class Pictures(QObject):
    """Paints the picture of an exercise as soon as there is one; `arrived` tells lists to paint again."""

    arrived = Signal()

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._kept: dict[Key, QPixmap | None] = {}
        self._asked: set[Key] = set()

    def keep(self, key: Key, picture: QPixmap | None) -> None:
        """Keeps a picture that was asked for; None where the exercise has none."""
        self._kept[key] = picture
        self.arrived.emit()

    def paint(self, painter: QPainter, slug: str, rect: QRect) -> None:
        """Fills `rect` with the picture on the ground of pictures, or with a quiet sign."""
        palette = self._context.theme.palette
        fill_round(painter, QRectF(rect), picture_ground(palette), RADIUS_CONTROL)
        key = self._key(slug, rect.size(), painter.device().devicePixelRatio())
        picture = self._kept.get(key)
        if picture is not None:
            clip = QPainterPath()
            clip.addRoundedRect(QRectF(rect), RADIUS_CONTROL, RADIUS_CONTROL)
            painter.save()
            painter.setClipPath(clip)
            painter.drawPixmap(rect, picture)
            painter.restore()
        elif key in self._kept:
            side = min(rect.height(), rect.width()) // 2
            square = QRect(rect.center().x() - side // 2, rect.center().y() - side // 2, side, side)
            draw_icon(painter, self._context.theme, "person-standing", palette.muted, square)
        elif key not in self._asked:
            self._asked.add(key)
            self._context.pictures.ask(_Wish(self, key), slug, rect.size(), key[3])

    def _key(self, slug: str, size: QSize, ratio: float) -> Key:
        return (slug, size.width(), size.height(), ratio, self._context.theme.palette.name)


class PictureBox(QAbstractButton):
    """One larger picture that can change to another exercise; pressed, it asks for the moving figure."""

    def __init__(self, context: UiContext, pictures: Pictures, height_px: int, parent: QWidget) -> None:
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
        pictures.arrived.connect(self.update)

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

    def _paint_sign(self, painter: QPainter) -> None:
        """A small sign in the corner: this picture can move."""
        side = self._look.px(18)
        corner = self.rect().bottomRight()
        square = QRect(corner.x() - side - SPACE_S, corner.y() - side - SPACE_S, side, side)
        draw_icon(painter, self._look, "circle-play", self._look.palette.muted, square)
