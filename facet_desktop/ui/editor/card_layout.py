"""Where the parts of an outline card lie, at the chosen text size."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from facet_desktop.domain.values import frozen
from facet_desktop.ui.metrics import SEMIBOLD, SMALL_PX
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.painting import text_width

NAME_PX = 15
GAP_PX = 9
"""Between two cards."""
PILL_PX = 24
_CARD_PX, _SECTION_PX = 68, 34
_PICTURE_PX = (84, 54)
_ICON_AREA_PX = 34
_NARROW_PX = 380
"""Cards narrower than this show a smaller picture."""


@frozen
class CardLayout:
    """Rectangles of one card; `section` is empty without a heading, `swap` without anything to swap."""

    section: QRect
    card: QRect
    grip: QRect
    picture: QRect
    words: QRect
    swap: QRect
    duplicate: QRect
    remove: QRect


def row_height(look: Look, *, has_section: bool) -> int:
    """Height of a row with the gap below it."""
    return _section_height(look, has_section) + _card_height(look) + GAP_PX


def card_layout(look: Look, rect: QRect, *, has_section: bool, has_swap: bool = False) -> CardLayout:
    """Lays a card out in the rectangle of its row."""
    top = rect.top() + _section_height(look, has_section)
    card = QRect(rect.left(), top, rect.width(), _card_height(look))
    section = QRect(rect.left() + look.px(4), rect.top(), rect.width() - look.px(8), top - rect.top())
    area = look.px(_ICON_AREA_PX)
    remove = QRect(card.right() - look.px(6) - area, card.center().y() - area // 2, area, area)
    duplicate = remove.translated(-area, 0)
    swap = duplicate.translated(-area, 0) if has_swap else QRect()
    first_icon = swap if has_swap else duplicate
    grip = QRect(card.left() + look.px(6), card.top(), look.px(28), card.height())
    width, height = (look.px(side) for side in _PICTURE_PX)
    if card.width() < look.px(_NARROW_PX):
        width, height = width * 2 // 3, height * 2 // 3
    picture = QRect(grip.right() + look.px(8), card.center().y() - height // 2, width, height)
    left = picture.right() + look.px(14)
    words = QRect(left, card.top(), max(0, first_icon.left() - look.px(4) - left), card.height())
    return CardLayout(section, card, grip, picture, words, swap, duplicate, remove)


def pill_width(look: Look, text: str, *, has_icon: bool = False) -> int:
    """Width of a pill around a text."""
    icon = look.px(18) if has_icon else 0
    return text_width(look.font(SMALL_PX, SEMIBOLD), text) + 2 * look.px(9) + icon


def _card_height(look: Look) -> int:
    name = QFontMetrics(look.font(NAME_PX, SEMIBOLD)).height()
    return max(look.px(_CARD_PX), name + look.px(PILL_PX) + look.px(20))


def _section_height(look: Look, has_section: bool) -> int:
    return look.px(_SECTION_PX) if has_section else 0
