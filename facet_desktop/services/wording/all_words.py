"""All wordings with one translation."""

from __future__ import annotations

from facet_desktop.domain.values import frozen
from facet_desktop.services.wording.base import Translate, english
from facet_desktop.services.wording.dose_words import DoseWords
from facet_desktop.services.wording.player_words import PlayerWords
from facet_desktop.services.wording.progress_words import ProgressWords
from facet_desktop.services.wording.term_words import TermWords


@frozen
class Words:
    """Wordings by subject."""

    dose: DoseWords
    terms: TermWords
    player: PlayerWords
    progress: ProgressWords

    @classmethod
    def using(cls, translate: Translate = english) -> Words:
        """All wordings with this translation."""
        return cls(
            DoseWords(translate), TermWords(translate), PlayerWords(translate), ProgressWords(translate)
        )
