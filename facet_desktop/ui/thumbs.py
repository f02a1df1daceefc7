"""Still pictures for a view that paints its own items: asked for when first seen, kept while they fit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QAbstractItemView

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.exercise_picture import picture_ground
from facet_desktop.ui.metrics import RADIUS_CONTROL
from facet_desktop.ui.widgets.painting import centred_square, draw_icon, fill_round

Key = tuple[str, int, int, float, str]


class _Waiting(QObject):
    """Takes one picture to those who asked for it."""

    def __init__(self, thumbs: Thumbs, key: Key) -> None:
        super().__init__(thumbs)
        self._thumbs = thumbs
        self._key = key

    def show_picture(self, picture: QPixmap | None) -> None:
        """Hand the picture on."""
        self._thumbs.keep(self._key, picture)
        self.deleteLater()


class Thumbs(QObject):
    """Pictures by exercise, size and theme."""

    arrived = Signal(str)
    """Slug of a picture that can be painted now; an empty one means that all may look different."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._kept: dict[Key, QPixmap | None] = {}
        self._asked: set[Key] = set()

    def forget(self) -> None:
        """Asks again for every picture: an exercise may look different now."""
        self._kept.clear()
        self._asked.clear()
        self.arrived.emit("")

    def keep(self, key: Key, picture: QPixmap | None) -> None:
        """Keeps a picture that was asked for; None where the exercise has none."""
        self._kept[key] = picture
        self.arrived.emit(key[0])

    def paint(self, painter: QPainter, slug: str, rect: QRect) -> None:
        """Fills `rect` with the picture, or with a quiet sign where there is none."""
        palette = self._context.theme.palette
        fill_round(painter, QRectF(rect), picture_ground(palette), RADIUS_CONTROL)
        key = self._key(slug, rect.size(), painter.device().devicePixelRatio())
        if key not in self._asked:
            self._asked.add(key)
            self._context.pictures.ask(_Waiting(self, key), slug, rect.size(), key[3])
        picture = self._kept.get(key)
        if picture is not None:
            _draw_clipped(painter, picture, rect)
        elif key in self._kept:
            square = centred_square(rect, min(rect.height(), rect.width()) // 2)
            draw_icon(painter, self._context.theme, "person-standing", palette.muted, square)

    def _key(self, slug: str, size: QSize, ratio: float) -> Key:
        return (slug, size.width(), size.height(), ratio, self._context.theme.palette.name)


def paint_again(view: QAbstractItemView, slugs: Iterable[str], arrived: str) -> None:
    """Paints the rows of a list again that show a picture which arrived; `slugs` are those of all rows."""
    if not arrived:
        view.viewport().update()
        return
    for place, slug in enumerate(slugs):
        if slug == arrived:
            view.update(view.model().index(place, 0))


def _draw_clipped(painter: QPainter, picture: QPixmap, rect: QRect) -> None:
    clip = QPainterPath()
    clip.addRoundedRect(QRectF(rect), RADIUS_CONTROL, RADIUS_CONTROL)
    painter.save()
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.drawPixmap(rect, picture)
    painter.restore()
