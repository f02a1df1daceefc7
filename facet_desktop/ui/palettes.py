"""The colours of every theme, as data, and the arithmetic that keeps them readable.

The light, dark and player colours follow the design's token table. Its *good* and *caution* text colours
reached 4.2:1 and 4.3:1 on their own soft background, so both are a shade darker here; every pair in
`TEXT_PAIRS` holds 4.5:1 (WCAG 2.2, success criterion 1.4.3) in every palette, which a test computes.
"""

from __future__ import annotations

from enum import StrEnum

from facet_desktop.domain.values import frozen


class Tone(StrEnum):
    """What a colour says. A word or a shape always says it too."""

    NEUTRAL = "neutral"
    PRIMARY = "primary"
    GOOD = "good"
    CAUTION = "caution"
    ALERT = "alert"


@frozen
class Palette:
    """One theme's colours as ``#rrggbb``, each named by its role and never by its hue.

    ``*_soft`` are backgrounds for text of the same name, ``*_mark`` fill bars, dots and lines that carry
    no text, ``on_*`` is the text colour on the fill of that name.
    """

    name: str
    is_dark: bool
    background: str
    sidebar: str
    card: str
    line: str
    line_soft: str
    line_control: str
    track: str
    text: str
    muted: str
    primary: str
    primary_strong: str
    primary_soft: str
    primary_mark: str
    on_primary: str
    neutral_soft: str
    on_neutral: str
    good: str
    good_soft: str
    good_mark: str
    caution: str
    caution_soft: str
    caution_mark: str
    alert: str
    alert_soft: str
    alert_mark: str
    alert_line: str
    chosen: str
    on_chosen: str
    cta: str
    on_cta: str
    on_cta_muted: str
    stage: str
    on_stage: str
    focus: str

    def text_of(self, tone: Tone) -> str:
        """The text colour of a tone on its own soft background."""
        return {
            Tone.NEUTRAL: self.on_neutral,
            Tone.PRIMARY: self.primary_strong,
            Tone.GOOD: self.good,
            Tone.CAUTION: self.caution,
            Tone.ALERT: self.alert,
        }[tone]

    def soft_of(self, tone: Tone) -> str:
        """The soft background of a tone."""
        return {
            Tone.NEUTRAL: self.neutral_soft,
            Tone.PRIMARY: self.primary_soft,
            Tone.GOOD: self.good_soft,
            Tone.CAUTION: self.caution_soft,
            Tone.ALERT: self.alert_soft,
        }[tone]

    def mark_of(self, tone: Tone) -> str:
        """The fill of bars and dots of a tone; carries no text."""
        return {
            Tone.NEUTRAL: self.track,
            Tone.PRIMARY: self.primary,
            Tone.GOOD: self.good_mark,
            Tone.CAUTION: self.caution_mark,
            Tone.ALERT: self.alert_mark,
        }[tone]


TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("text", "muted") for ground in ("background", "sidebar", "card")),
    *((tone, ground) for tone in ("good", "caution", "alert") for ground in ("background", "card")),
    *((tone, f"{tone}_soft") for tone in ("good", "caution", "alert")),
    *(("text", f"{tone}_soft") for tone in ("good", "caution", "alert", "primary", "neutral")),
    ("primary_strong", "background"),
    ("primary_strong", "card"),
    ("primary_strong", "primary_soft"),
    ("muted", "neutral_soft"),
    ("on_primary", "primary"),
    ("on_neutral", "neutral_soft"),
    ("on_chosen", "chosen"),
    ("on_cta", "cta"),
    ("on_cta_muted", "cta"),
    ("on_stage", "stage"),
)
"""Every (text, background) pair that the style sheet and the widgets are allowed to combine."""


def _channel(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast_ratio(first: str, second: str) -> float:
    """Contrast of two ``#rrggbb`` colours, 1 to 21, by the WCAG 2.2 definition."""

    def luminance(colour: str) -> float:
        red, green, blue = (_channel(value) for value in _rgb(colour))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def mix(base: str, over: str, share: float) -> str:
    """``base`` with ``share`` (0 to 1) of ``over`` laid on it, as ``#rrggbb``."""
    pairs = zip(_rgb(base), _rgb(over), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


LIGHT = Palette(
    name="light",
    is_dark=False,
    background="#f6f4ef",
    sidebar="#fbfaf7",
    card="#ffffff",
    line="#e3ded4",
    line_soft="#efebe3",
    line_control="#e3ded4",
    track="#eae5db",
    text="#1e2b2f",
    muted="#5e6e73",
    primary="#1f6b70",
    primary_strong="#17565a",
    primary_soft="#e1efee",
    primary_mark="#9dbfbd",
    on_primary="#ffffff",
    neutral_soft="#f0ede6",
    on_neutral="#46565b",
    good="#37754a",
    good_soft="#e4f1e6",
    good_mark="#5fa371",
    caution="#8f6000",
    caution_soft="#fbf0d6",
    caution_mark="#e0a030",
    alert="#a93f1e",
    alert_soft="#fbe9e2",
    alert_mark="#d9643f",
    alert_line="#e9c0b1",
    chosen="#1f6b70",
    on_chosen="#ffffff",
    cta="#f2b79f",
    on_cta="#16262a",
    on_cta_muted="#5c4a44",
    stage="#f1eee7",
    on_stage="#44555a",
    focus="#17565a",
)

DARK = Palette(
    name="dark",
    is_dark=True,
    background="#16262a",
    sidebar="#1a2b2f",
    card="#1e3136",
    line="#33474c",
    line_soft="#2a3d42",
    line_control="#465c62",
    track="#33474c",
    text="#f2efe8",
    muted="#b4c0c2",
    primary="#7fb3b1",
    primary_strong="#a5cfcc",
    primary_soft="#24474b",
    primary_mark="#3f7274",
    on_primary="#16262a",
    neutral_soft="#2a3f45",
    on_neutral="#d5dcdb",
    good="#92cfa2",
    good_soft="#234433",
    good_mark="#5fa371",
    caution="#e6ba60",
    caution_soft="#43371f",
    caution_mark="#e0a030",
    alert="#f2a68b",
    alert_soft="#4a2e25",
    alert_mark="#d9643f",
    alert_line="#7a4a3b",
    chosen="#7fb3b1",
    on_chosen="#16262a",
    cta="#f2b79f",
    on_cta="#16262a",
    on_cta_muted="#5c4a44",
    stage="#f1eee7",
    on_stage="#44555a",
    focus="#a5cfcc",
)

CONTRAST = Palette(
    name="contrast",
    is_dark=True,
    background="#000000",
    sidebar="#000000",
    card="#000000",
    line="#ffffff",
    line_soft="#8c8c8c",
    line_control="#ffffff",
    track="#4d4d4d",
    text="#ffffff",
    muted="#e6e6e6",
    primary="#ffd60a",
    primary_strong="#ffd60a",
    primary_soft="#332b00",
    primary_mark="#a88d00",
    on_primary="#000000",
    neutral_soft="#262626",
    on_neutral="#ffffff",
    good="#7cf29a",
    good_soft="#00260d",
    good_mark="#4fd873",
    caution="#ffbf4d",
    caution_soft="#2e1d00",
    caution_mark="#ffb020",
    alert="#ff9e8a",
    alert_soft="#380d03",
    alert_mark="#ff7a5c",
    alert_line="#ff9e8a",
    chosen="#ffd60a",
    on_chosen="#000000",
    cta="#ffd60a",
    on_cta="#000000",
    on_cta_muted="#3d3300",
    stage="#ffffff",
    on_stage="#000000",
    focus="#5ce1ff",
)

PLAYER = Palette(
    name="player",
    is_dark=True,
    background="#16262a",
    sidebar="#16262a",
    card="#24363b",
    line="#33474c",
    line_soft="#2a3b40",
    line_control="#33474c",
    track="#3a4c51",
    text="#f2efe8",
    muted="#b4c0c2",
    primary="#2f7379",
    primary_strong="#a5cfcc",
    primary_soft="#24474b",
    primary_mark="#7fb3b1",
    on_primary="#ffffff",
    neutral_soft="#24363b",
    on_neutral="#f2efe8",
    good="#92cfa2",
    good_soft="#234433",
    good_mark="#5fa371",
    caution="#e6ba60",
    caution_soft="#43371f",
    caution_mark="#e0a030",
    alert="#f2b79f",
    alert_soft="#3a2723",
    alert_mark="#d9643f",
    alert_line="#6f463b",
    chosen="#f2b79f",
    on_chosen="#16262a",
    cta="#f2b79f",
    on_cta="#16262a",
    on_cta_muted="#5c4a44",
    stage="#f1eee7",
    on_stage="#44555a",
    focus="#f2efe8",
)

PALETTES: dict[str, Palette] = {palette.name: palette for palette in (LIGHT, DARK, CONTRAST)}
"""The themes a person can choose, by name. The player's palette is not among them: it is always dark."""
