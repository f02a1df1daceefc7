"""The navigation at the left: the sign of the program, one item a page, and a quiet note at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facet_desktop.domain.values import frozen
from facet_desktop.ui.metrics import BODY_PX, BOLD, RADIUS_CONTROL, SEMIBOLD, SPACE_L, SPACE_M, TextRole
from facet_desktop.ui.palettes import mix
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.painting import (
    draw_icon,
    draw_text,
    fill_round,
    focus_ring,
    logo_paths,
    smooth_painter,
)

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look

_WIDTH_PX = 176
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WRAP = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


@frozen
class NavItem:
    """One page in the sidebar. ``shortcut`` is shown in the tooltip only."""

    key: str
    text: str
    icon: str
    shortcut: str = ""


class Logo(QWidget):
    """The program's sign and name."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName("Facet")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The height of the first row of the window."""
        return QSize(self._look.px(120), self._look.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        look, palette = self._look, self._look.palette
        painter = smooth_painter(self)
        side = look.px(22)
        square, leaf = logo_paths(QRectF(0, (self.height() - side) / 2, side, side))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.primary))
        painter.drawPath(square)
        painter.setBrush(QColor(palette.on_primary))
        painter.drawPath(leaf)
        words = self.rect().adjusted(side + look.px(8), 0, 0, 0)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        draw_text(painter, words, "Facet", look.font(20, BOLD), palette.text, flags)
        painter.end()


class _NavButton(QPushButton):
    """An item of the sidebar; a long text wraps and the item grows."""

    def __init__(self, look: Look, item: NavItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(item.text)  # given to the constructor, Python would load every icon of Qt's themes
        self._look = look
        self._icon = item.icon
        self.setObjectName(f"nav_{item.key}")
        self.setAccessibleName(item.text)
        self.setToolTip(f"{item.text} ({item.shortcut})" if item.shortcut else item.text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as the wrapped text needs, at least one comfortable target."""
        look = self._look
        width = look.px(_WIDTH_PX) - 2 * SPACE_M - 1
        bounds = QFontMetrics(self._font()).boundingRect(self._text_rect(width, 1000), _WRAP, self.text())
        return QSize(width, max(look.px(44), bounds.height() + look.px(18)))

    def minimumSizeHint(self) -> QSize:
        """Items are not squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        look, palette = self._look, self._look.palette
        painter = smooth_painter(self)
        box = QRectF(self.rect())
        if self.isChecked():
            fill_round(painter, box, palette.primary_soft, RADIUS_CONTROL)
        elif self.underMouse():
            fill_round(painter, box, mix(palette.sidebar, palette.text, 0.05), RADIUS_CONTROL)
        ink = palette.primary_strong if self.isChecked() else palette.muted
        side = look.px(18)
        icon_ink = ink if self.isChecked() else palette.text
        square = QRect(look.px(10), (self.height() - side) // 2, side, side)
        draw_icon(painter, look, self._icon, icon_ink, square)
        words = self._text_rect(self.width(), self.height())
        draw_text(painter, words, self.text(), self._font(), ink, _WRAP)
        if self.isChecked() and palette.name == "contrast":
            fill_round(painter, QRectF(0, 8, 4, self.height() - 16), ink, 2)
        if self.hasFocus():
            focus_ring(painter, box, palette.focus, RADIUS_CONTROL)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the sidebar: Qt would open each page on the way."""
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _font(self) -> QFont:
        return self._look.font(BODY_PX, SEMIBOLD)

    def _text_rect(self, width: int, height: int) -> QRect:
        left = self._look.px(38)
        return QRect(left, 0, width - left - self._look.px(8), height)


class Sidebar(QFrame):
    """Chooses the page. Emits `navigated` with the key of an item that a person chose.

    Tab enters at the current item, up and down move between items, Enter or Space opens one.
    """

    navigated = Signal(str)

    def __init__(self, look: Look, items: Sequence[NavItem] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: dict[str, _NavButton] = {}
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Pages"))
        self.setProperty("frame", "sidebar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, 20, SPACE_M + 1, 28)
        column.setSpacing(0)
        self._logo = Logo(look, self)
        self._logo.setContentsMargins(0, 0, 0, 0)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(10, 0, 0, 20)
        self._head.addWidget(self._logo)
        column.addLayout(self._head)
        self._top = QVBoxLayout()
        self._top.setSpacing(SPACE_M)
        column.addLayout(self._top)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        column.addStretch(1)
        self._footer = PlainLabel("", TextRole.SMALL, self, wrap=True)
        self._footer.setObjectName("sidebar_footer")
        self._footer.setContentsMargins(10, 0, 0, 0)
        column.addWidget(self._footer)
        self.set_items(items)

    def add_beside_logo(self, widget: QWidget) -> None:
        """Put a small control at the right of the program's name."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_above_items(self, widget: QWidget) -> None:
        """Put a control between the program's name and the pages."""
        self._top.addWidget(widget)
        self._top.setContentsMargins(0, 0, 0, SPACE_L)

    def set_items(self, items: Sequence[NavItem]) -> None:
        """Show these pages instead; the first becomes current."""
        for button in self._buttons.values():
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for item in items:
            button = _NavButton(self._look, item, self)
            button.clicked.connect(self._open)
            self._list.addWidget(button)
            self._buttons[item.key] = button
        if items:
            self.set_current(items[0].key)

    def set_current(self, key: str) -> None:
        """Mark ``key`` as the page that is shown; emits nothing. Unknown keys are ignored."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def current(self) -> str:
        """Key of the marked item, or an empty string."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def button(self, key: str) -> QAbstractButton:
        """The button of an item, for shortcuts and tests."""
        return self._buttons[key]

    def set_footer(self, text: str) -> None:
        """Show a quiet note at the foot, as plain text."""
        self._footer.setText(text)

    def sizeHint(self) -> QSize:
        """The sidebar's width follows the text size."""
        return QSize(self._look.px(_WIDTH_PX), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The width does not shrink; the height may."""
        return QSize(self._look.px(_WIDTH_PX), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys described above."""
        step = _STEPS.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        focused = next((index for index, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self) -> None:
        self.navigated.emit(self.current())
