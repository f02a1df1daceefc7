"""All wordings with one translation."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from facet_desktop.services.wording.base import Translate, english

if TYPE_CHECKING:
    from facet_desktop.services.wording.dose_words import DoseWords
    from facet_desktop.services.wording.player_words import PlayerWords
    from facet_desktop.services.wording.progress_words import ProgressWords
    from facet_desktop.services.wording.term_words import TermWords
    from facet_desktop.services.wording.traffic_words import TrafficWords


class Words:
    """Wordings by subject, each made when it is first asked for."""

    def __init__(self, translate: Translate = english) -> None:
        self._translate = translate

    @cached_property
    def dose(self) -> DoseWords:
        """Doses, durations and numbers."""
        from facet_desktop.services.wording.dose_words import DoseWords

        return DoseWords(self._translate)

    @cached_property
    def terms(self) -> TermWords:
        """Terms of the library, such as phases and positions."""
        from facet_desktop.services.wording.term_words import TermWords

        return TermWords(self._translate)

    @cached_property
    def player(self) -> PlayerWords:
        """What the player says."""
        from facet_desktop.services.wording.player_words import PlayerWords

        return PlayerWords(self._translate)

    @cached_property
    def progress(self) -> ProgressWords:
        """Charts, changes and days."""
        from facet_desktop.services.wording.progress_words import ProgressWords

        return ProgressWords(self._translate)

    @cached_property
    def traffic(self) -> TrafficWords:
        """What the player says about pain."""
        from facet_desktop.services.wording.traffic_words import TrafficWords

        return TrafficWords(self._translate)
