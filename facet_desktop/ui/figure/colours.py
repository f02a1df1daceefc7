"""The colours of a figure, for light and dark grounds and for high contrast."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QBrush, QColor, QImage, QPen

from facet_desktop.domain.values import frozen


@frozen
class FigureColours:
    """Colours by part as ``#rrggbb``; the pairs are (near, far) because far limbs are drawn lighter."""

    name: str
    ground: str
    outline: str
    shirt: tuple[str, str]
    trousers: tuple[str, str]
    skin: tuple[str, str]
    shoes: tuple[str, str]
    hair: str
    glow: str
    mat: str
    wood: str
    cloth: str
    metal: str
    rubber: str
    shadow: str
    outline_cm: float = 0.55


LIGHT = FigureColours(
    name="light",
    ground="#f1eee7",
    outline="#fbfaf6",
    shirt=("#2f7378", "#9cc0be"),
    trousers=("#255e63", "#9dbfbd"),
    skin=("#f0c9aa", "#fad9bd"),
    shoes=("#22343a", "#8299a1"),
    hair="#4a3b35",
    glow="#e0623c",
    mat="#d9d3c6",
    wood="#c2b08f",
    cloth="#c9b8c6",
    metal="#7d898d",
    rubber="#c97b5a",
    shadow="#1e2b2f",
)

DARK = FigureColours(
    name="dark",
    ground="#1e3136",
    outline="#152327",
    shirt=("#6fb0b0", "#3b6468"),
    trousers=("#579a9e", "#35595e"),
    skin=("#f0c9aa", "#a98d7b"),
    shoes=("#dfe5e4", "#7f9296"),
    hair="#8a6f62",
    glow="#ff7d55",
    mat="#4b6369",
    wood="#8a7a60",
    cloth="#857587",
    metal="#93a1a5",
    rubber="#c97b5a",
    shadow="#000000",
)

CONTRAST = FigureColours(
    name="contrast",
    ground="#000000",
    outline="#000000",
    shirt=("#ffffff", "#9a9a9a"),
    trousers=("#d4d4d4", "#7d7d7d"),
    skin=("#ffe2cc", "#b39d8d"),
    shoes=("#ffffff", "#9a9a9a"),
    hair="#8c6f5c",
    glow="#ff4d1f",
    mat="#4a4a4a",
    wood="#7a7a7a",
    cloth="#8a8a8a",
    metal="#b5b5b5",
    rubber="#ffd60a",
    shadow="#000000",
    outline_cm=0.9,
)

PRINT = FigureColours(
    name="print",
    ground="#ffffff",
    outline="#ffffff",
    shirt=LIGHT.shirt,
    trousers=LIGHT.trousers,
    skin=LIGHT.skin,
    shoes=LIGHT.shoes,
    hair=LIGHT.hair,
    glow=LIGHT.glow,
    mat="#e2ddd2",
    wood=LIGHT.wood,
    cloth=LIGHT.cloth,
    metal=LIGHT.metal,
    rubber=LIGHT.rubber,
    shadow=LIGHT.shadow,
)

COLOURS: dict[str, FigureColours] = {one.name: one for one in (LIGHT, DARK, CONTRAST, PRINT)}


class Ink(NamedTuple):
    """One colour ready to paint with: for a filling, and for a smooth line of one pixel around it."""

    fill: QBrush
    hairline: QPen


class Inks:
    """Ready-made Qt colours of one set; far limbs fade in a few steps so that turning stays smooth."""

    STEPS = 8

    def __init__(self, colours: FigureColours) -> None:
        self.colours = colours
        self.outline = QColor(colours.outline)
        self.glows: dict[int, QImage] = {}
        self._inks: dict[int, Ink] = {}
        self.light = self.ink(self.outline)
        """The light line around bodies."""
        self.hair = self.ink(QColor(colours.hair))
        self.ear = self.ink(QColor(colours.skin[0]).darker(112))
        self._ramps = {
            name: [self.ink(step) for step in _ramp(*getattr(colours, name))]
            for name in ("shirt", "trousers", "skin", "shoes")
        }

    def of(self, part: str, far: float = 0.0) -> Ink:
        """Ink of shirt, trousers, skin or shoes; ``far`` from 0 (near) to 1."""
        share = 0.0 if far < 0.0 else 1.0 if far > 1.0 else far
        return self._ramps[part][round(share * self.STEPS)]

    def thing(self, name: str) -> QColor:
        """Colour of a material: mat, wood, cloth, metal or rubber."""
        return QColor(getattr(self.colours, name))

    def ink(self, colour: QColor) -> Ink:
        """The ink of a colour. Its pen has one pixel at any scale: the only width that is painted quickly."""
        key = colour.rgba()
        if key not in self._inks:
            pen = QPen(colour, 1.0)
            pen.setCosmetic(True)
            self._inks[key] = Ink(QBrush(colour), pen)
        return self._inks[key]


def _ramp(near: str, far: str) -> list[QColor]:
    return [blended(QColor(near), QColor(far), step / Inks.STEPS) for step in range(Inks.STEPS + 1)]


def blended(first: QColor, second: QColor, share: float) -> QColor:
    """``first`` with a share of ``second`` laid on it."""
    keep = 1.0 - share
    return QColor(
        round(first.red() * keep + second.red() * share),
        round(first.green() * keep + second.green() * share),
        round(first.blue() * keep + second.blue() * share),
    )
