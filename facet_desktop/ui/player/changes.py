"""Which other exercises may be played in place of one, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facet_desktop.domain.figure_names import versioned
from facet_desktop.domain.item_changes import Swap
from facet_desktop.domain.step import StepSide
from facet_desktop.services.app import AppServices
from facet_desktop.services.wording.all_words import Words
from facet_desktop.ui.player.models import ChangeModel, ChangeOption, NextModel
from facet_desktop.ui.player.remedies import Remedies


class Changes(QObject):
    """Describes what `Remedies` offers."""

    def __init__(
        self, services: AppServices, words: Words, remedies: Remedies, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._words = words
        self._remedies = remedies

    def model(self) -> ChangeModel:
        """What is offered now."""
        target = self._remedies.target()
        title = self.tr("Instead of %1").replace("%1", target.name if target is not None else "")
        options = tuple(self._option(swap) for swap in self._remedies.swaps())
        text = self.tr("The session stands still. Sets and repetitions stay as planned where they can.")
        if not options:
            text = self.tr("Nothing else suits you and your plan here. You can skip it, or say “It hurts”.")
        return ChangeModel(title, text, options)

    def _option(self, swap: Swap) -> ChangeOption:
        item = swap.item
        line = self._words.dose.line(item.dose)
        exercise = self._services.own.prescribed(item.exercise, item.exercise_version)
        if exercise is not None:
            line = f"{line}, {self._words.terms.position(exercise.position)}"
        figure = versioned(item.exercise, item.exercise_version)
        card = NextModel(figure, item.name, line, StepSide.BOTH)
        return ChangeOption(swap, self._words.traffic.swap(swap.kind), card)
