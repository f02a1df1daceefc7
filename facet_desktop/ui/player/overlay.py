"""A question over the player: dims what is behind it, holds the keyboard, and goes away with Esc."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.ui.metrics import RADIUS_CARD, SPACE_L, SPACE_M, SPACE_XL, TextRole
from facet_desktop.ui.player.buttons import calm
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import ThemedButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.painting import fill_round, smooth_painter

_DIM = 190


class _Sheet(QWidget):
    """The card in the middle."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        painter = smooth_painter(self)
        palette = self._look.palette
        fill_round(painter, QRectF(self.rect()), palette.background, RADIUS_CARD, palette.line_control)
        painter.end()


class Overlay(QWidget):
    """Covers its parent. ``body`` is the column to fill; `left` tells that it was closed without a choice.

    ``keys`` maps a key to what it does while the overlay is open.
    """

    left = Signal()
    width_px = 560
    """Width at 100 % text size, where there is room."""
    fills_height = False
    """Whether it is as high as its parent allows, because something in it scrolls."""

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.keys: dict[Qt.Key, Callable[[], object]] = {}
        self._sheet = _Sheet(look, self)
        self.body = QVBoxLayout(self._sheet)
        self.body.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        self.body.setSpacing(SPACE_M)
        self.title = PlainLabel(title, TextRole.TITLE, self._sheet, wrap=True)
        self.text = PlainLabel("", TextRole.BODY, self._sheet, wrap=True)
        self.body.addWidget(self.title)
        self.body.addWidget(self.text)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        parent.installEventFilter(self)
        self._sheet.installEventFilter(self)
        self.hide()

    def open(self, text: str = "") -> None:
        """Show it over everything, with the keyboard on it."""
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleDescription(text)
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_quietly(self) -> None:
        """Take it away; somebody has chosen."""
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.PopupFocusReason)

    def add(self, button: ThemedButton, key: str) -> ThemedButton:
        """Add a button as a row of its own."""
        button.setObjectName(key)
        calm(button)
        self.body.addWidget(button)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the player, and what comes and goes inside."""
        wanted = QEvent.Type.LayoutRequest if watched is self._sheet else QEvent.Type.Resize
        if event.type() == wanted and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Its own keys work, Esc closes, everything else stops here."""
        action = self.keys.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif action is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            action()
        event.accept()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab stays inside."""
        stops = [
            one
            for one in self._sheet.findChildren(QWidget)
            if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not stops:
            return False
        here = next((number for number, one in enumerate(stops) if one.hasFocus()), -1 if following else 0)
        stops[(here + (1 if following else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what is behind."""
        painter = QPainter(self)
        shade = QColor(self._look.palette.background)
        shade.setAlpha(_DIM)
        painter.fillRect(self.rect(), shade)
        painter.end()

    def _leave(self) -> None:
        self.close_quietly()
        self.left.emit()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width = min(self._look.px(self.width_px), self.width() - 2 * SPACE_L)
        wanted = self.body.heightForWidth(width) if self.body.hasHeightForWidth() else 0
        most = self.height() - 2 * SPACE_L
        height = most if self.fills_height else min(max(wanted, self.body.minimumSize().height()), most)
        self._sheet.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
