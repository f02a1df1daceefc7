"""Another exercise in place of this one: what may be taken, why, and with which dose."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.domain.item_changes import SwapReason
from facet_desktop.services.figures import FigureSource
from facet_desktop.ui.metrics import SPACE_M, SPACE_S
from facet_desktop.ui.player.buttons import calm
from facet_desktop.ui.player.models import ChangeModel, ChangeOption
from facet_desktop.ui.player.next_card import NextCard
from facet_desktop.ui.player.overlay import Overlay
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scales import EffortScale

_REASONS = tuple(reason for reason in SwapReason if reason is not SwapReason.UNSAID)


class ChangeOverlay(Overlay):
    """`chosen` carries a `Swap` and a `SwapReason`; Esc keeps the exercise."""

    chosen = Signal(object, object)

    def __init__(self, look: Look, figures: FigureSource, parent: QWidget) -> None:
        super().__init__(look, "", parent)
        self._figures = figures
        self.setObjectName("change_overlay")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_M)
        self.body.addLayout(self._rows)
        self._why = PlainLabel(self.tr("Why? You may leave this out."), parent=self)
        self.reasons = EffortScale(look, self, options=self._reason_options())
        self.reasons.setObjectName("change_reason")
        self.reasons.setAccessibleName(self.tr("Why you change the exercise"))
        self.body.addSpacing(SPACE_S)
        self.body.addWidget(self._why)
        self.body.addWidget(self.reasons)
        self.body.addSpacing(SPACE_S)
        self.stay = self.add(PrimaryButton(look, self.tr("Keep this exercise"), "play", self), "change_keep")
        self.stay.setToolTip(self.tr("Go on as planned (Esc)"))
        self.stay.clicked.connect(self._leave)

    def ask(self, model: ChangeModel) -> None:
        """Open with these exercises."""
        self.title.setText(model.title)
        self.setAccessibleName(model.title)
        self.reasons.set_value(None)
        self.keys = {}
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, option in enumerate(model.options, 1):
            self._rows.addWidget(self._row(number, option))
        for widget in (self._why, self.reasons):
            widget.setVisible(bool(model.options))
        self.open(model.text)

    def _row(self, number: int, option: ChangeOption) -> QWidget:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE_M)
        card = NextCard(self._look, self._figures, row, heading=option.why)
        card.setObjectName(f"change_card_{number}")
        card.show_next(option.card)
        take = SecondaryButton(self._look, self.tr("Take it"), parent=row)
        take.set_key_hint(str(number))
        take.setObjectName(f"change_to_{option.swap.item.exercise}")
        take.setAccessibleName(f"{option.why}: {option.card.name}")
        take.setToolTip(self.tr("Go on with this exercise (%1)").replace("%1", str(number)))
        calm(take)
        take.clicked.connect(lambda: self._take(option))
        self.keys[Qt.Key(Qt.Key.Key_0.value + number)] = lambda: self._take(option)
        across.addWidget(card, 1)
        across.addWidget(take)
        return row

    def _take(self, option: ChangeOption) -> None:
        value = self.reasons.value()
        self.close_quietly()
        self.chosen.emit(option.swap, SwapReason.UNSAID if value is None else _REASONS[value])

    def _reason_options(self) -> list[tuple[int, str]]:
        words = {
            SwapReason.TOO_HARD: self.tr("Too hard"),
            SwapReason.TOO_EASY: self.tr("Too easy"),
            SwapReason.HURTS: self.tr("It hurts"),
            SwapReason.NO_EQUIPMENT: self.tr("I lack the equipment"),
            SwapReason.WISH: self.tr("I like another one better"),
        }
        return [(number, words[reason]) for number, reason in enumerate(_REASONS)]
