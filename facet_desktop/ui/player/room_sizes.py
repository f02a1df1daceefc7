"""How large things must be to be read across a room. The reasoning stands in docs/player.md.

The yardstick is a screen of 13 inches seen from 3 metres. Such a screen is 13 inches wide from corner to
corner whatever its resolution, scaling or shape, so every size is a share of the diagonal: pixels and scaling
factor cancel out.
"""

from __future__ import annotations

from math import hypot, radians, tan

SCREEN_IN, DISTANCE_MM = 13.0, 3000.0
NUMBER_DEG, WORD_DEG = 0.5, 0.21
"""Height of digits and of capital letters in degrees of the field of view: 26.2 mm and 11.0 mm at 3 m."""
CAP_SHARE = 0.668
"""Height of capitals and digits of the bundled typeface, as a share of the font's size."""
_MM_PER_IN = 25.4


def height_mm(degrees: float) -> float:
    """How high something must be, at the distance, to fill that angle."""
    return 2 * DISTANCE_MM * tan(radians(degrees) / 2)


def least_cap_px(degrees: float, width: float, height: float) -> float:
    """The least height of a capital or digit on a screen of ``width`` by ``height`` pixels."""
    return height_mm(degrees) / (SCREEN_IN * _MM_PER_IN) * hypot(width, height)


def font_px(cap_px: float) -> int:
    """The size of a font whose capitals are at least so high."""
    return -int(-cap_px / CAP_SHARE // 1)


def number_px(width: float, height: float) -> int:
    """The least size of the font of count and time."""
    return font_px(least_cap_px(NUMBER_DEG, width, height))


def word_px(width: float, height: float) -> int:
    """The least size of the font of name and cue."""
    return font_px(least_cap_px(WORD_DEG, width, height))
