"""The cards at the right: the week, pain over three weeks, and how the back is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from facet_desktop.ui.charts.small_chart import SmallChart
from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.chips import Chip
from facet_desktop.ui.widgets.day_strip import DayStrip
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scales import PainScale

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from facet_desktop.ui.context import UiContext
    from facet_desktop.ui.today.presenter import TodayModel


class WeekCard(Card):
    """The week as seven marks, and what they add up to."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("This week"))
        self.setObjectName("week_card")
        self._strip = DayStrip(context.theme, parent=self)
        self._text = PlainLabel("", TextRole.MUTED, self, wrap=True, tabular=True)
        self._text.setObjectName("week_text")
        self.body.addWidget(self._strip)
        self.body.addWidget(self._text)

    def present(self, model: TodayModel) -> None:
        """Show the week."""
        self._strip.set_days(model.week)
        self._text.setText(model.week_text)


class PainCard(Card):
    """Pain over three weeks with its change, in a chart, a chip and a sentence."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._context = context
        self._chip: Chip | None = None
        self.set_title(self.tr("Pain, last 3 weeks"))
        self.setObjectName("pain_card")
        self._chart = SmallChart(context.theme, self)
        self._chart.setObjectName("pain_chart")
        self._text = PlainLabel("", TextRole.SMALL, self, wrap=True)
        self._text.setObjectName("pain_text")
        self.body.addWidget(self._chart, 1)
        self.body.addWidget(self._text)

    def present(self, model: TodayModel) -> None:
        """Show the chart and what it means."""
        if self._chip is not None:
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        if model.pain_change is not None:
            change = model.pain_change
            self._chip = Chip(self._context.theme, change.text, change.tone, change.icon, self, tabular=True)
            self.add_to_title_row(self._chip)
            self._chip.show()
        self._chart.show_chart(model.pain_chart)
        self._text.setText(model.pain_text)


class PainEntryCard(Card):
    """Asks for pain now. Several answers a day are fine."""

    rated = Signal(int)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("How is your back today?"))
        self._is_low = False
        self.setObjectName("pain_entry")
        self._scale = PainScale(context.theme, self)
        self._scale.setObjectName("pain_scale")
        self._scale.chosen.connect(self.rated)
        self._note = PlainLabel("", TextRole.SMALL, self, wrap=True)
        self._note.setObjectName("pain_note")
        self.body.addWidget(self._scale)
        self.body.addWidget(self._note)

    def present(self, model: TodayModel) -> None:
        """Show the last answer of today."""
        self._scale.set_limits(model.thresholds)
        self._scale.set_value(model.pain_today)
        self._note.setText(model.pain_note)
        self._note.setVisible(bool(model.pain_note) and not self._is_low)
        self._scale.setToolTip(model.pain_note)

    def set_low(self, is_low: bool) -> None:
        """Leave the note to the tooltip where there is little height."""
        self._is_low = is_low
        self._note.setVisible(bool(self._note.text()) and not is_low)
