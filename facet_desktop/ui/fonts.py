"""The bundled typeface: Atkinson Hyperlegible Next (SIL Open Font License), in three weights."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = ("Regular", "SemiBold", "Bold")
_TABULAR = QFont.Tag("tnum")


def register_fonts(directory: Path) -> str:
    """Make the bundled weights known to Qt and return the family to ask for.

    Falls back to the system's own family when no file could be read: a program in a plainer typeface is
    better than none.
    """
    loaded = [
        QFontDatabase.addApplicationFont(str(directory / f"AtkinsonHyperlegibleNext-{weight}.ttf"))
        for weight in WEIGHTS
    ]
    if all(font_id < 0 for font_id in loaded):
        return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return FAMILY


def with_tabular_figures(font: QFont) -> QFont:
    """A copy of ``font`` whose digits all have one width, so that a running count does not jitter."""
    copy = QFont(font)
    copy.setFeature(_TABULAR, 1)
    return copy
