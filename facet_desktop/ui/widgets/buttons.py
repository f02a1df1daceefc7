"""Push buttons in Facet's shapes: painted from the tokens, with a tinted icon and an optional key hint."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from facet_desktop.domain.values import frozen
from facet_desktop.ui.metrics import RADIUS_CARD, RADIUS_CONTROL, REGULAR, SEMIBOLD, TARGET_PX
from facet_desktop.ui.palettes import Palette, mix
from facet_desktop.ui.widgets.painting import (
    draw_icon,
    draw_text,
    fill_round,
    focus_ring,
    inner_focus_ring,
    smooth_painter,
    text_width,
)

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look, Theme


class ButtonKind(StrEnum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"
    CALL = "call"


@frozen
class ButtonColours:
    """Colours of one kind of button in one palette; an empty ``border`` draws none."""

    fill: str
    text: str
    hint: str
    border: str = ""


@frozen
class ButtonMetrics:
    """Sizes at 100 % text size, in pixels."""

    text_px: float = 15
    icon_px: float = 18
    sides_px: float = 17
    height_px: float = TARGET_PX
    gap_px: float = 9
    radius_px: float = RADIUS_CONTROL


NORMAL = ButtonMetrics()
LARGE = ButtonMetrics(text_px=19, icon_px=22, sides_px=29, height_px=58, gap_px=10, radius_px=RADIUS_CARD - 2)


@cache
def button_colours(palette: Palette, kind: ButtonKind) -> ButtonColours:
    """The colours of a kind of button, before hovering and pressing."""
    fill, text, border = {
        ButtonKind.PRIMARY: (palette.primary, palette.on_primary, ""),
        ButtonKind.SECONDARY: (palette.card, palette.text, palette.line_control),
        ButtonKind.QUIET: ("", palette.text, ""),
        ButtonKind.DANGER: (_danger_fill(palette), palette.alert, palette.alert_line),
        ButtonKind.CALL: (palette.cta, palette.on_cta, ""),
    }[kind]
    hint = {ButtonKind.CALL: palette.on_cta_muted, ButtonKind.PRIMARY: palette.on_primary}
    return ButtonColours(fill, text, hint.get(kind, palette.muted), border)


def _danger_fill(palette: Palette) -> str:
    return palette.alert_soft if palette.name == "player" else palette.card


class ThemedButton(QPushButton):
    """A push button with an icon before (or after) its text and, if wanted, its key after it.

    ``key_hint`` is shown in a quieter tone and spoken as the accessible description. Set the real shortcut
    separately.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        icon: str = "",
        parent: QWidget | None = None,
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        metrics: ButtonMetrics = NORMAL,
    ) -> None:
        super().__init__(parent)
        super().setText(text)  # given to the constructor, Python would load every icon of Qt's themes
        self._look = look
        self._icon_name = icon
        self._kind = kind
        self._metrics = metrics
        self._key_hint = ""
        self._is_icon_last = False
        self._room: tuple[tuple[str, str, str, Theme], QSize] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def setText(self, text: str) -> None:
        """Change the text, and the accessible name with it when both were the same."""
        if self.accessibleName() in ("", self.text()):
            self.setAccessibleName(text)
        super().setText(text)

    def set_icon_name(self, icon: str) -> None:
        """Show another bundled icon; an empty name shows none."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def icon_name(self) -> str:
        """The bundled icon that is shown."""
        return self._icon_name

    def set_kind(self, kind: ButtonKind) -> None:
        """Ask for more or for less attention."""
        self._kind = kind
        self.update()

    def set_icon_last(self, is_last: bool = True) -> None:
        """Put the icon after the text, as for “Skip”."""
        self._is_icon_last = is_last
        self.update()

    def set_key_hint(self, key: str) -> None:
        """Show the key that does the same, after the text."""
        self._key_hint = key
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=key) if key else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, text and key at the chosen text size."""
        shown = (self.text(), self._icon_name, self._key_hint, self._look.theme)
        if self._room is None or self._room[0] != shown:
            self._room = shown, self._room_for_content()
        return QSize(self._room[1])

    def _room_for_content(self) -> QSize:
        look, metrics = self._look, self._metrics
        height = max(look.px(metrics.height_px), QFontMetrics(self._font()).height() + look.px(12))
        content = self._content_width()
        sides = look.px(metrics.sides_px) * 2
        return QSize(max(height, content + sides), height)

    def minimumSizeHint(self) -> QSize:
        """Buttons never cut off their text."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is on it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer left."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        painter = smooth_painter(self)
        colours = self._state_colours()
        rect = QRectF(self.rect())
        radius = self._metrics.radius_px
        if colours.fill:
            fill_round(painter, rect, colours.fill, radius, colours.border)
        self._paint_content(painter, colours)
        if self.hasFocus():
            is_filled = self._kind in (ButtonKind.PRIMARY, ButtonKind.CALL)
            if is_filled:
                inner_focus_ring(painter, rect, colours.text, radius)
            else:
                focus_ring(painter, rect, self._look.palette.focus, radius)
        painter.end()

    def _state_colours(self) -> ButtonColours:
        palette = self._look.palette
        colours = button_colours(palette, self._kind)
        if not self.isEnabled():
            faded = mix(palette.card, palette.muted, 0.75)
            fill = palette.neutral_soft if colours.fill else ""
            return ButtonColours(fill, faded, faded, palette.line if colours.border else "")
        if self.isCheckable() and self.isChecked():
            return ButtonColours(
                palette.primary_soft, palette.primary_strong, palette.primary_strong, palette.primary
            )
        share = 0.12 if self.isDown() else 0.06 if self.underMouse() else 0.0
        if share:
            base = colours.fill or palette.background
            return ButtonColours(mix(base, colours.text, share), colours.text, colours.hint, colours.border)
        return colours

    def _font(self) -> QFont:
        return self._look.font(self._metrics.text_px, SEMIBOLD)

    def _hint_font(self) -> QFont:
        return self._look.font(self._metrics.text_px, REGULAR)

    def _gap(self) -> int:
        return self._look.px(self._metrics.gap_px)

    def _parts(self) -> list[tuple[str, int]]:
        parts = []
        if self.text():
            parts.append(("text", text_width(self._font(), self._shown_text())))
        if self._icon_name:
            parts.insert(
                len(parts) if self._is_icon_last else 0, ("icon", self._look.px(self._metrics.icon_px))
            )
        if self._key_hint:
            parts.append(("hint", text_width(self._hint_font(), self._key_hint)))
        return parts

    def _shown_text(self) -> str:
        # The style's mnemonic mark: "&Save" reads "Save", "&&" reads "&".
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _content_width(self) -> int:
        parts = self._parts()
        return sum(width for _, width in parts) + self._gap() * max(0, len(parts) - 1)

    def _paint_content(self, painter: QPainter, colours: ButtonColours) -> None:
        x = (self.width() - self._content_width()) // 2
        parts = self._parts()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            parts.reverse()
        for name, width in parts:
            self._paint_part(painter, colours, name, QRect(x, 0, width, self.height()))
            x += width + self._gap()

    def _paint_part(self, painter: QPainter, colours: ButtonColours, name: str, rect: QRect) -> None:
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if name == "icon":
            square = QRect(rect.left(), (self.height() - rect.width()) // 2, rect.width(), rect.width())
            draw_icon(painter, self._look, self._icon_name, colours.text, square)
        elif name == "text":
            draw_text(painter, rect, self._shown_text(), self._font(), colours.text, flags)
        else:
            draw_text(painter, rect, self._key_hint, self._hint_font(), colours.hint, flags)


class PrimaryButton(ThemedButton):
    """The one thing to do on a screen. ``large`` is the size of “Start session”."""

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        parent: QWidget | None = None,
        *,
        large: bool = False,
    ) -> None:
        metrics = LARGE if large else NORMAL
        super().__init__(look, text, icon, parent, kind=ButtonKind.PRIMARY, metrics=metrics)


class SecondaryButton(ThemedButton):
    """Any other action; the player's dark buttons as well, on the player's look."""


class DangerOutlineButton(ThemedButton):
    """For what hurts or destroys: “It hurts”, “My back flared up”, “Delete patient”."""

    def __init__(self, look: Look, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, text, icon, parent, kind=ButtonKind.DANGER)


class CallToActionButton(ThemedButton):
    """The player's large button, with its key after the text: “Pause  Space”."""

    def __init__(
        self, look: Look, text: str, icon: str = "", parent: QWidget | None = None, *, key_hint: str = ""
    ) -> None:
        super().__init__(look, text, icon, parent, kind=ButtonKind.CALL, metrics=LARGE)
        if key_hint:
            self.set_key_hint(key_hint)


class IconButton(ThemedButton):
    """A square button that shows only an icon; ``name`` is its tooltip and accessible name."""

    def __init__(
        self,
        look: Look,
        icon: str,
        name: str,
        parent: QWidget | None = None,
        *,
        framed: bool = False,
        size_px: float = TARGET_PX,
    ) -> None:
        kind = ButtonKind.SECONDARY if framed else ButtonKind.QUIET
        super().__init__(
            look, "", icon, parent, kind=kind, metrics=ButtonMetrics(height_px=size_px, sides_px=0)
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What the button does, for the tooltip and for screen readers."""
        self.setAccessibleName(name)
        self.setToolTip(name)
