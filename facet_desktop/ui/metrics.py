"""Sizes shared by the style sheet and the widgets, in pixels at 100 % text size."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.ui.palettes import Palette

SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 12, 16, 24
RADIUS_CONTROL, RADIUS_CARD = 8, 12
BODY_PX = 15
SMALL_PX = 13
TARGET_PX = 44
"""The least height of anything one clicks at home or in the player."""

REGULAR, SEMIBOLD, BOLD = 400, 600, 700
SCALE_MIN, SCALE_MAX = 0.8, 2.0


class TextRole(StrEnum):
    """What a piece of text is for; the style sheet turns it into a size, a weight and a colour."""

    BODY = "body"
    STRONG = "strong"
    MUTED = "muted"
    SMALL = "small"
    SECTION = "section"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    TITLE = "title"
    FIGURE = "figure"
    PLAYER_BODY = "player-body"
    PLAYER_SUBTITLE = "player-subtitle"
    PLAYER_QUESTION = "player-question"
    PLAYER_TITLE = "player-title"
    PLAYER_CLOCK = "player-clock"


@frozen
class TextStyle:
    """Size at 100 %, weight and whether the text stands back in the muted colour."""

    size_px: int
    weight: int = REGULAR
    is_muted: bool = False

    def colour(self, palette: Palette) -> str:
        """The text colour in a palette."""
        return palette.muted if self.is_muted else palette.text


TEXT_STYLES: dict[TextRole, TextStyle] = {
    TextRole.BODY: TextStyle(BODY_PX),
    TextRole.STRONG: TextStyle(BODY_PX, SEMIBOLD),
    TextRole.MUTED: TextStyle(BODY_PX, is_muted=True),
    TextRole.SMALL: TextStyle(SMALL_PX, is_muted=True),
    TextRole.SECTION: TextStyle(14, SEMIBOLD, is_muted=True),
    TextRole.SUBTITLE: TextStyle(17, SEMIBOLD),
    TextRole.HEADING: TextStyle(21, SEMIBOLD),
    TextRole.TITLE: TextStyle(26, BOLD),
    TextRole.FIGURE: TextStyle(26, BOLD),
    TextRole.PLAYER_BODY: TextStyle(18, is_muted=True),
    TextRole.PLAYER_SUBTITLE: TextStyle(21, is_muted=True),
    TextRole.PLAYER_QUESTION: TextStyle(38, BOLD),
    TextRole.PLAYER_TITLE: TextStyle(42, BOLD),
    TextRole.PLAYER_CLOCK: TextStyle(128, BOLD),
}


def scaled(size_px: float, scale: float) -> int:
    """A size at the chosen text size, in whole pixels, at least 1."""
    return max(1, round(size_px * scale))
