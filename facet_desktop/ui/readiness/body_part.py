"""How the person is: pain now, stiffness and sleep. None of it is demanded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facet_desktop.ui.metrics import SPACE_S, SPACE_XS, TextRole
from facet_desktop.ui.readiness.presenter import ReadyModel
from facet_desktop.ui.theme import ThemeHub
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scales import EffortScale, PainScale


class BodyPart(Card):
    """`changed` follows an answer about pain."""

    changed = Signal()

    def __init__(self, look: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._is_own_pain = False
        self.setObjectName("ready_body")
        self.setAccessibleName(self.tr("How are you now?"))
        self.body.setSpacing(SPACE_XS)
        self.pain = PainScale(look, self)
        self.pain.setObjectName("ready_pain")
        self.pain.chosen.connect(self._pain_told)
        self._note = PlainLabel("", TextRole.SMALL, self, wrap=True)
        self._note.setObjectName("ready_pain_note")
        self._stiffness = self._scale(look, "stiffness", self._stiffness_words())
        self._stiffness.setAccessibleName(self.tr("Stiffness"))
        self._sleep = self._scale(look, "sleep", [(value, text) for value, text, _ in self._hours()])
        self._sleep.setAccessibleName(self.tr("Hours of sleep last night"))
        for cell, (_, _, name) in zip(self._sleep.cells(), self._hours(), strict=True):
            cell.setAccessibleName(name)
        self._titled(self.tr("Pain now"), self.pain)
        self.body.addWidget(self._note)
        self.body.addSpacing(SPACE_S)
        self._titled(self.tr("Stiffness (you may leave this out)"), self._stiffness)
        self.body.addSpacing(SPACE_S)
        self._titled(self.tr("Hours of sleep last night (you may leave this out)"), self._sleep)

    def present(self, model: ReadyModel) -> None:
        """Show the limits, and pain that was told earlier today unless it was told here."""
        self.pain.set_limits(model.thresholds)
        if not self._is_own_pain:
            self.pain.set_value(model.pain_today)
            self._note.setText(model.pain_note)
        self._note.setVisible(bool(self._note.text()))

    def stiffness(self) -> int | None:
        """0 to 10, or None."""
        return self._stiffness.value()

    def sleep_h(self) -> float | None:
        """Hours of last night, or None; the ends stand for "4 or less" and "9 or more"."""
        value = self._sleep.value()
        return None if value is None else float(value)

    def forget(self) -> None:
        """Nothing told."""
        self._is_own_pain = False
        for row in (self.pain, self._stiffness, self._sleep):
            row.set_value(None)
        self._note.clear()
        self._note.hide()

    def _stiffness_words(self) -> list[tuple[int, str]]:
        return [
            (0, self.tr("None")),
            (3, self.tr("A little")),
            (6, self.tr("Stiff")),
            (9, self.tr("Very stiff")),
        ]

    def _hours(self) -> list[tuple[int, str, str]]:
        middle = [(hours, str(hours), self.tr("{hours} hours").format(hours=hours)) for hours in range(5, 9)]
        return [
            (4, self.tr("up to 4"), self.tr("4 hours or less")),
            *middle,
            (9, self.tr("9+"), self.tr("9 hours or more")),
        ]

    def _scale(self, look: ThemeHub, name: str, options: Sequence[tuple[int, str]]) -> _Optional:
        scale = _Optional(look, self, options=options)
        scale.setObjectName(f"ready_{name}")
        for cell in scale.cells():
            cell.setObjectName(f"{name}_{cell.choice.value}")
        return scale

    def _titled(self, title: str, scale: QWidget) -> None:
        label = PlainLabel(title, TextRole.STRONG, self, wrap=True)
        label.setBuddy(scale)
        self.body.addWidget(label)
        self.body.addWidget(scale)

    def _pain_told(self) -> None:
        self._is_own_pain = True
        self._note.clear()
        self._note.hide()
        self.changed.emit()


class _Optional(EffortScale):
    """An answer in words; choosing it once more takes it back."""

    def choose(self, value: int) -> None:
        """Do what a click on ``value`` does."""
        if value == self.value():
            self.set_value(None)
        else:
            super().choose(value)
