"""Paints one exercise of the gallery, as a card with its picture or as a row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facet_desktop.ui.library.models import Tile
from facet_desktop.ui.metrics import RADIUS_CARD, SEMIBOLD
from facet_desktop.ui.theme import Look
from facet_desktop.ui.thumbs import Thumbs
from facet_desktop.ui.widgets.painting import draw_icon, draw_text, fill_round, focus_ring, outline_round

TILE = Qt.ItemDataRole.UserRole + 1
_LEAST_PX, _GAP_PX, _PADDING_PX, _SHAPE = 172, 12, 9, 0.60
_ROW_PX, _ROW_GAP_PX, _ROW_PICTURE_PX = 70, 8, (84, 56)
_NAME_PX, _DETAIL_PX, _ICON_PX = 15, 13, 14
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class TileDelegate(QStyledItemDelegate):
    """Draws tiles. `is_grid` and `width`, in pixels, are set by the view."""

    def __init__(self, look: Look, thumbs: Thumbs, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._thumbs = thumbs
        self.is_grid = True
        self.width = 0

    def card_size(self) -> QSize:
        """The cell in which a card stands when the width is shared evenly."""
        look = self._look
        columns = max(1, self.width // look.px(_LEAST_PX))
        cell = max(look.px(_LEAST_PX) // 2, self.width // columns)
        inner = cell - look.px(_GAP_PX) - 2 * look.px(_PADDING_PX)
        words = 2 * self._line(_NAME_PX, SEMIBOLD) + self._line(_DETAIL_PX) + look.px(8)
        return QSize(cell, round(inner * _SHAPE) + words + 2 * look.px(_PADDING_PX) + look.px(_GAP_PX))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A card, or a row."""
        look = self._look
        if self.is_grid:
            return self.card_size()
        words = self._line(_NAME_PX, SEMIBOLD) + self._line(_DETAIL_PX) + look.px(16)
        return QSize(160, max(look.px(_ROW_PX), words) + look.px(_ROW_GAP_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a tile in its present state."""
        tile: Tile = index.data(TILE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.is_grid:
            self._paint_card(painter, option, tile)
        else:
            self._paint_row(painter, option, tile)
        painter.restore()

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, tile: Tile) -> None:
        look, gap = self._look, self._look.px(_GAP_PX)
        card = option.rect.adjusted(0, 0, -gap, -gap)
        self._paint_ground(painter, option, card)
        padding = look.px(_PADDING_PX)
        inner = card.adjusted(padding, padding, -padding, -padding)
        picture = QRect(inner.left(), inner.top(), inner.width(), round(inner.width() * _SHAPE))
        self._thumbs.paint(painter, tile.slug, picture)
        room = QRect(inner.left(), picture.bottom() + look.px(6), inner.width(), 0)
        room.setBottom(inner.bottom())
        self._paint_words(painter, room, tile, lines=2)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, tile: Tile) -> None:
        look = self._look
        row = option.rect.adjusted(0, 0, -look.px(_GAP_PX), -look.px(_ROW_GAP_PX))
        self._paint_ground(painter, option, row)
        width, height = (look.px(side) for side in _ROW_PICTURE_PX)
        picture = QRect(row.left() + look.px(6), row.center().y() - height // 2, width, height)
        self._thumbs.paint(painter, tile.slug, picture)
        left = picture.right() + look.px(14)
        words = self._line(_NAME_PX, SEMIBOLD) + self._line(_DETAIL_PX)
        room = QRect(left, row.center().y() - words // 2, row.right() - left - look.px(8), words)
        self._paint_words(painter, room, tile, lines=1)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        palette, area = self._look.palette, QRectF(box)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill_round(painter, area, palette.card, RADIUS_CARD, palette.primary if hovered else palette.line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, area, palette.focus, RADIUS_CARD)
        elif option.state & QStyle.StateFlag.State_Selected:
            outline_round(painter, area, palette.primary, RADIUS_CARD, 2)

    def _paint_words(self, painter: QPainter, room: QRect, tile: Tile, *, lines: int) -> None:
        look, palette = self._look, self._look.palette
        font = look.font(_NAME_PX, SEMIBOLD)
        top = room.top()
        for text in name_lines(QFontMetrics(font), tile.name, room.width(), lines):
            line = QRect(room.left(), top, room.width(), self._line(_NAME_PX, SEMIBOLD))
            draw_text(painter, line, text, font, palette.text, _LEFT)
            top = line.bottom() + 1
        below = QRect(room.left(), top + 1, room.width(), self._line(_DETAIL_PX))
        self._paint_detail(painter, below, tile)

    def _paint_detail(self, painter: QPainter, room: QRect, tile: Tile) -> None:
        look, palette = self._look, self._look.palette
        left, side = room.left(), look.px(_ICON_PX)
        marks = [("triangle-alert", palette.caution)] if tile.warning else []
        marks += [("pencil", palette.primary_strong)] if tile.is_own else []
        for icon, colour in marks:
            square = QRect(left, room.center().y() - side // 2, side, side)
            draw_icon(painter, look, icon, colour, square)
            left += side + look.px(5)
        words = QRect(left, room.top(), room.right() - left + 1, room.height())
        font = look.font(_DETAIL_PX)
        text = QFontMetrics(font).elidedText(tile.detail, Qt.TextElideMode.ElideRight, words.width())
        draw_text(painter, words, text, font, palette.muted, _LEFT)

    def _line(self, size_px: int, weight: int = 400) -> int:
        return QFontMetrics(self._look.font(size_px, weight)).height()


def name_lines(metrics: QFontMetrics, text: str, width: int, most: int) -> list[str]:
    """The text broken between words into at most `most` lines; the last is shortened where it must be."""
    words = text.split()
    found: list[str] = []
    while words and len(found) < most - 1:
        count = len(words)
        while count > 1 and metrics.horizontalAdvance(" ".join(words[:count])) > width:
            count -= 1
        found.append(" ".join(words[:count]))
        words = words[count:]
    if words:
        found.append(" ".join(words))
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in found]
