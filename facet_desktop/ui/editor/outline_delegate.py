"""Paints the cards of the outline: one delegate for any number of exercises."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.card_layout import (
    NAME_PX,
    PILL_PX,
    CardLayout,
    card_layout,
    pill_width,
    row_height,
)
from facet_desktop.ui.editor.drag import Role
from facet_desktop.ui.editor.view_model import ItemRow
from facet_desktop.ui.metrics import RADIUS_CARD, SEMIBOLD, SMALL_PX
from facet_desktop.ui.palettes import Tone, mix
from facet_desktop.ui.thumbs import Thumbs
from facet_desktop.ui.widgets.painting import draw_icon, draw_text, fill_round, outline_round, text_width

Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_GAP_PX = 6


class OutlineDelegate(QStyledItemDelegate):
    """Draws one card. `hovered` is what lies under the pointer: the row and its part."""

    def __init__(self, context: UiContext, pictures: Thumbs, parent: QObject) -> None:
        super().__init__(parent)
        self._look = context.theme
        self._pictures = pictures
        self._heights: dict[tuple[float, bool], int] = {}
        self.hovered: tuple[int, str] = (-1, "")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list; a heading makes a row higher."""
        row: ItemRow = index.data(Role.ROW)
        key = (self._look.theme.scale, bool(row.section))
        if key not in self._heights:
            self._heights[key] = row_height(self._look, has_section=key[1])
        return QSize(120, self._heights[key])

    def part_at(self, row: ItemRow, rect: QRect, point: QPoint) -> str:
        """Which part of a card lies at a point: "swap", "duplicate", "remove" or nothing special."""
        layout = self._layout(rect, row)
        if layout.swap.contains(point):
            return "swap"
        if layout.duplicate.contains(point):
            return "duplicate"
        return "remove" if layout.remove.contains(point) else ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a card in its present state."""
        row: ItemRow = index.data(Role.ROW)
        layout = self._layout(option.rect, row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_section(painter, layout, row)
        self._paint_frame(painter, layout, row, option)
        self._pictures.paint(painter, row.slug, layout.picture)
        self._paint_words(painter, layout.words, row)
        self._paint_icons(painter, layout, index.row())
        painter.restore()

    def _layout(self, rect: QRect, row: ItemRow) -> CardLayout:
        return card_layout(self._look, rect, has_section=bool(row.section), has_swap=bool(row.swap_name))

    def _paint_section(self, painter: QPainter, layout: CardLayout, row: ItemRow) -> None:
        if row.section:
            look = self._look
            draw_text(
                painter, layout.section, row.section, look.font(14, SEMIBOLD), look.palette.muted, _LEFT
            )

    def _paint_frame(
        self, painter: QPainter, layout: CardLayout, row: ItemRow, option: QStyleOptionViewItem
    ) -> None:
        palette = self._look.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        box = QRectF(layout.card)
        fill_round(painter, box, palette.card, RADIUS_CARD, "" if chosen else palette.line)
        if chosen or focused:
            outline_round(painter, box, palette.primary if chosen else palette.focus, RADIUS_CARD, 2)
        if row.in_circuit:
            self._paint_circuit(painter, layout.card, row.in_circuit)

    def _paint_circuit(self, painter: QPainter, card: QRect, place: str) -> None:
        """A bar along the left edge that joins the cards of a circuit, and its sign on the first one."""
        look = self._look
        top = card.top() + (RADIUS_CARD if place == "first" else -look.px(5))
        bottom = card.bottom() - (RADIUS_CARD if place == "last" else -look.px(5))
        bar = QRectF(card.left() + 3, top, look.px(4), bottom - top)
        fill_round(painter, bar, look.palette.primary_mark, 2)

    def _paint_words(self, painter: QPainter, room: QRect, row: ItemRow) -> None:
        look = self._look
        font = look.font(NAME_PX, SEMIBOLD)
        line = QFontMetrics(font).height()
        pill = look.px(PILL_PX)
        top = room.top() + (room.height() - line - pill - look.px(7)) // 2
        strong = [one.text for one in row.warnings if one.is_strong]
        taken = sum(pill_width(look, text, has_icon=True) + look.px(_GAP_PX) for text in strong)
        wanted = text_width(font, row.name) + 2
        name_width = min(wanted, max(look.px(60), room.width() - taken - look.px(9)))
        name = QFontMetrics(font).elidedText(row.name, Qt.TextElideMode.ElideRight, name_width)
        draw_text(painter, QRect(room.left(), top, name_width, line), name, font, look.palette.text, _LEFT)
        self._paint_warnings(painter, QRect(room.left() + name_width + look.px(9), top, 0, line), room, row)
        chips = QRect(room.left(), top + line + look.px(7), room.width(), pill)
        self._paint_chips(painter, chips, row.chips)

    def _paint_warnings(self, painter: QPainter, start: QRect, room: QRect, row: ItemRow) -> None:
        look = self._look
        left, height = start.left(), look.px(PILL_PX) - 2
        for one in row.warnings:
            width = pill_width(look, one.text, has_icon=one.is_strong)
            if left + width > room.right() + look.px(_GAP_PX):
                return
            pill = QRect(left, start.center().y() - height // 2, width, height)
            tone = Tone.CAUTION if one.is_strong else Tone.NEUTRAL
            icon = "triangle-alert" if one.is_strong else ""
            self._paint_pill(painter, pill, one.text, tone, icon, is_outlined=not one.is_strong)
            left += width + look.px(_GAP_PX)

    def _paint_chips(self, painter: QPainter, room: QRect, chips: tuple[str, ...]) -> None:
        look = self._look
        left = room.left()
        for place, text in enumerate(chips):
            width = pill_width(look, text)
            more = f"+{len(chips) - place}"
            rest = look.px(_GAP_PX) + pill_width(look, more) if place + 1 < len(chips) else 0
            if left + width + rest > room.right() + 2 and place:
                pill = QRect(left, room.top(), pill_width(look, more), room.height())
                self._paint_pill(painter, pill, more, Tone.NEUTRAL)
                return
            self._paint_pill(painter, QRect(left, room.top(), width, room.height()), text, Tone.NEUTRAL)
            left += width + look.px(_GAP_PX)

    def _paint_pill(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        tone: Tone,
        icon: str = "",
        *,
        is_outlined: bool = False,
    ) -> None:
        look, palette = self._look, self._look.palette
        if tone is Tone.NEUTRAL and is_outlined:
            outline_round(painter, QRectF(rect), palette.muted, rect.height() / 2, 1)
        else:
            fill_round(painter, QRectF(rect), palette.soft_of(tone), rect.height() / 2)
        if palette.name == "contrast":
            outline_round(painter, QRectF(rect), palette.text_of(tone), rect.height() / 2, 1)
        words = rect
        if icon:
            side = look.px(13)
            square = QRect(rect.left() + look.px(9), rect.center().y() - side // 2 + 1, side, side)
            draw_icon(painter, look, icon, palette.text_of(tone), square)
            words = rect.adjusted(look.px(18), 0, 0, 0)
        font = look.font(SMALL_PX, SEMIBOLD, tabular=True)
        draw_text(painter, words, text, font, palette.text_of(tone), _CENTRE)

    def _paint_icons(self, painter: QPainter, layout: CardLayout, row: int) -> None:
        look, palette = self._look, self._look.palette
        for part, icon, area, size in (
            ("grip", "grip-vertical", layout.grip, 17),
            ("swap", "replace", layout.swap, 17),
            ("duplicate", "copy", layout.duplicate, 17),
            ("remove", "trash-2", layout.remove, 17),
        ):
            if area.isEmpty():
                continue
            if self.hovered == (row, part):
                fill_round(painter, QRectF(area), mix(palette.card, palette.text, 0.07), 8)
            side = look.px(size)
            square = QRect(area.center().x() - side // 2, area.center().y() - side // 2, side, side)
            draw_icon(painter, look, icon, palette.text, square)
