"""Reads the sentences of the voice in the language that suits this computer."""

from __future__ import annotations

import tomllib
from pathlib import Path

from PySide6.QtCore import QLocale

from facet_desktop.services.wording.cue_sentences import CueSentences

FILE_NAME, FALLBACK = "cues.toml", "en"


def read_sentences(path: Path, wanted: str | None = None) -> CueSentences:
    """The sentences of the wanted language (a code such as "en_GB"), else of the system's, else English.

    Raises OSError or ValueError when the file is missing or broken.
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    codes = (wanted or QLocale.system().name(), FALLBACK)
    language = next(code for code in (name[:2].lower() for name in codes) if code in tables)
    return CueSentences(language, tables[language])
