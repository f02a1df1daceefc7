"""Theme: the chosen palette and text size, and the one object through which widgets learn of them.

How a widget gets its look
    Everything that paints token colours or icons takes a `Look` as its first argument and keeps it. Pages
    receive the `ThemeHub` from the window and hand it on; nothing looks it up. Colours, fonts and icons are
    asked for while painting, never stored, so a change of theme needs only the repaint that Qt sends with
    the new style sheet. What must be computed again (a menu's icon, a fixed size) listens to
    ``look.changed``.

The player
    The player's screens are always dark. They take ``hub.player``, which is a `Look` too: same text size,
    same icons, the `PLAYER` palette. Its root widget is dressed once with ``hub.player.dress(root)``, which
    sets the property ``surface="player"`` and gives the widget a style sheet and palette of its own.

The system's colour scheme is never consulted: Fusion, a full `QPalette` and the style sheet decide.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette, QPixmap

from facet_desktop.domain.values import changed, frozen
from facet_desktop.ui.fonts import register_fonts, with_tabular_figures
from facet_desktop.ui.icons import IconSet
from facet_desktop.ui.metrics import BODY_PX, REGULAR, SCALE_MAX, SCALE_MIN, scaled
from facet_desktop.ui.palettes import LIGHT, PALETTES, PLAYER, Palette, mix
from facet_desktop.ui.stylesheet import IMAGE_PREFIX, build_stylesheet

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication, QWidget

FUSION_CHOSEN = "fusionChosen"
"""Property of an application that was started with Fusion. Choosing it afterwards makes Python load every
kind of style, 5 ms of each start."""

__all__ = [
    "FUSION_CHOSEN",
    "PALETTES",
    "Look",
    "Palette",
    "PlayerLook",
    "Theme",
    "ThemeHub",
    "build_qpalette",
    "build_stylesheet",
]


@frozen
class Theme:
    """What a person chose. ``scale`` is the text size, 0.8 to 2.0; values outside are brought inside."""

    palette: Palette = LIGHT
    scale: float = 1.0
    reduced_motion: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "scale", min(SCALE_MAX, max(SCALE_MIN, self.scale)))

    @classmethod
    def named(cls, name: str, scale: float = 1.0, *, reduced_motion: bool = False) -> Theme:
        """The theme ``light``, ``dark`` or ``contrast``; an unknown name gives light."""
        return cls(PALETTES.get(name, LIGHT), scale, reduced_motion)


def build_qpalette(palette: Palette) -> QPalette:
    """Every `QPalette` role filled from the tokens, so that nothing is left to the platform."""
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.background,
        role.WindowText: palette.text,
        role.Base: palette.card,
        role.AlternateBase: palette.neutral_soft,
        role.ToolTipBase: palette.text,
        role.ToolTipText: palette.background,
        role.PlaceholderText: palette.muted,
        role.Text: palette.text,
        role.Button: palette.card,
        role.ButtonText: palette.text,
        role.BrightText: palette.alert,
        role.Light: palette.card,
        role.Midlight: palette.line_soft,
        role.Mid: palette.line,
        role.Dark: palette.line_control,
        role.Shadow: palette.line_control,
        role.Highlight: palette.primary,
        role.HighlightedText: palette.on_primary,
        role.Accent: palette.primary,
        role.Link: palette.primary_strong,
        role.LinkVisited: palette.primary_strong,
    }
    built = QPalette()
    for key, colour in colours.items():
        built.setColor(key, QColor(colour))
    dimmed = QColor(mix(palette.card, palette.muted, 0.75))
    for key in (role.WindowText, role.Text, role.ButtonText):
        built.setColor(QPalette.ColorGroup.Disabled, key, dimmed)
    return built


_LARGE_TEXT_ABOVE, _HUGE_TEXT_ABOVE = 1.25, 1.7


class Look(QObject):
    """What a widget needs in order to paint itself: palette, text size, fonts and icons."""

    changed = Signal()

    def __init__(self, theme: Theme, icons: IconSet, family: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._family = family
        self._fonts: dict[tuple[int, int, bool], QFont] = {}

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return self._theme.palette

    @property
    def reduced_motion(self) -> bool:
        """Whether moving decoration is unwanted."""
        return self._theme.reduced_motion

    @property
    def family(self) -> str:
        """The font family of the program."""
        return self._family

    @property
    def is_large_text(self) -> bool:
        """Whether text is so large that rows made for 100 % need more than one line."""
        return self._theme.scale > _LARGE_TEXT_ABOVE

    @property
    def is_huge_text(self) -> bool:
        """Whether text is so large that even two controls need a row each."""
        return self._theme.scale > _HUGE_TEXT_ABOVE

    def px(self, size_px: float) -> int:
        """A size given at 100 %, at the chosen text size."""
        return scaled(size_px, self._theme.scale)

    def font(self, size_px: float = BODY_PX, weight: int = REGULAR, *, tabular: bool = False) -> QFont:
        """The program's font at a size given at 100 %; ``tabular`` for anything that counts."""
        key = (self.px(size_px), weight, tabular)
        found = self._fonts.get(key)
        if found is None:
            found = QFont(self._family)
            found.setPixelSize(key[0])
            found.setWeight(QFont.Weight(weight))
            found = self._fonts[key] = with_tabular_figures(found) if tabular else found
        return found

    def pixmap(self, name: str, colour: str, size_px: float, ratio: float) -> QPixmap:
        """Icon ``name`` tinted in ``colour``, its size given at 100 %, for a device pixel ratio."""
        return self._icons.pixmap(name, colour, self.px(size_px), ratio)

    def icon(self, name: str, colour: str | None = None, size_px: float = 18) -> QIcon:
        """A tinted `QIcon` for menus and views, in the text colour unless told otherwise.

        The caller asks again on `changed`; everything Facet paints itself uses `pixmap` instead.
        """
        ratio = self._ratio()
        faded = mix(self.palette.card, self.palette.muted, 0.7)
        return self._icons.icon(name, colour or self.palette.text, faded, self.px(size_px), ratio)

    def _ratio(self) -> float:
        return 1.0

    def _adopt(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts.clear()
        self.changed.emit()


class PlayerLook(Look):
    """The always dark look of the player; follows the hub's text size and motion choice."""

    def __init__(self, hub: ThemeHub, icons: IconSet) -> None:
        super().__init__(changed(hub.theme, palette=PLAYER), icons, hub.family, hub)
        self._hub = hub
        self._dressed: list[QWidget] = []
        self._least, self._most = SCALE_MIN, SCALE_MAX
        hub.changed.connect(self._follow)

    def set_room(self, least: float, most: float) -> None:
        """Keep the text size between two limits: large windows are read from afar, small ones must hold all.

        The chosen size counts in between; ``most`` wins where the two cross.
        """
        if (least, most) != (self._least, self._most):
            self._least, self._most = least, most
            if self._fitted() != self.theme:
                self._follow()

    def _fitted(self) -> Theme:
        scale = min(self._most, max(self._least, self._hub.theme.scale))
        return changed(self._hub.theme, palette=PLAYER, scale=scale)

    def dress(self, root: QWidget) -> None:
        """Give ``root`` and all inside it the player's colours, now and after every change."""
        root.setProperty("surface", "player")
        root.setAutoFillBackground(True)
        root.destroyed.connect(lambda: self._dressed.remove(root))
        self._dressed.append(root)
        self._style(root)

    def _follow(self) -> None:
        self._adopt(self._fitted())
        for root in self._dressed:
            self._style(root)

    def _style(self, root: QWidget) -> None:
        root.setPalette(build_qpalette(PLAYER))
        # The application's font does not follow the player's own text size, so plain text is told here.
        size = f"QLabel, QPlainTextEdit {{ font-size: {self.px(BODY_PX)}px; }}"
        root.setStyleSheet(f"{size}\n{build_stylesheet(PLAYER, self.theme.scale)}")

    def _ratio(self) -> float:
        return self._hub._ratio()


class ThemeHub(Look):
    """Owns the theme of the whole program and applies it to the application; create it once, first.

    ``cache`` is where drawn icons are kept for the next start.
    """

    def __init__(
        self, app: QApplication, resources: Path, theme: Theme | None = None, cache: Path | None = None
    ) -> None:
        icons = IconSet(resources / "icons", cache)
        super().__init__(theme or Theme(), icons, register_fonts(resources / "fonts"), app)
        self._app = app
        QDir.setSearchPaths(IMAGE_PREFIX, [str(resources / "ui")])
        if not app.property(FUSION_CHOSEN):
            app.setStyle("Fusion")
        self._apply()
        self.player = self.player_look()

    def player_look(self) -> PlayerLook:
        """A look of the player with a text size of its own, for a window beside the player's page."""
        return PlayerLook(self, self._icons)

    def set_theme(self, theme: Theme) -> None:
        """Restyle everything that is open, at once. Does nothing when the theme is in force already."""
        if theme != self._theme:
            self._theme = theme
            self._apply()
            self._adopt(theme)

    def _apply(self) -> None:
        scheme = Qt.ColorScheme.Dark if self.palette.is_dark else Qt.ColorScheme.Light
        # Only for the title bar that the system draws; the colours inside come from the palette below.
        self._app.styleHints().setColorScheme(scheme)
        self._app.setPalette(build_qpalette(self.palette))
        self._app.setFont(self.font())
        self._app.setStyleSheet(build_stylesheet(self.palette, self.theme.scale))

    def _ratio(self) -> float:
        return self._app.devicePixelRatio()
