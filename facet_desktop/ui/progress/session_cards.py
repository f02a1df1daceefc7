"""Sessions by day as a heat map, and by week as bars of done against planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from facet_desktop.domain.adherence import DayState
from facet_desktop.ui.charts.legend import Legend, LegendItem, legend_items
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.progress.cards import FlipCard
from facet_desktop.ui.progress.day_marks import DaySample
from facet_desktop.ui.progress.heat_map import HeatMap
from facet_desktop.ui.progress.presenter import SessionsModel
from facet_desktop.ui.progress.words import ProgressPageWords
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from facet_desktop.ui.charts.chart_view import ChartView

_CHART_HEIGHT_PX = 150


class HeatCard(FlipCard):
    """Every day of the range by its state."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "sessions", parent)
        self._words = ProgressPageWords(translate)
        self._weeks = 0
        self.heat_map = HeatMap(context.theme, self.front)
        self.heat_map.setObjectName("sessions_heat_map")
        self._note = PlainLabel("", TextRole.SMALL, self.front, wrap=True)
        self._note.setObjectName("sessions_note")
        self._share = PlainLabel("", TextRole.MUTED, self, tabular=True)
        self._share.setObjectName("sessions_share")
        legend = Legend(context.theme, self.front)
        words = context.words.progress
        legend.show_items([LegendItem(words.day_state(state), DaySample(state)) for state in DayState])
        self.front_layout.addWidget(self.heat_map, 1)
        self.front_layout.addWidget(legend)
        self.front_layout.addWidget(self._note)
        self.front_layout.addStretch()
        self.add_to_title_row(self._share)
        self.add_flip()
        self.heat_map.pointed.connect(self._say)
        self.heat_map.fitted.connect(lambda _weeks: self._say(""))

    def present(self, model: SessionsModel) -> None:
        """Show the days."""
        self.show_sides(model.chart.title, model.day_table, model.empty)
        self._share.setText(model.share)
        self._weeks = len(model.days) // 7
        self.heat_map.show_days(model.days, model.chart.title, model.summary)
        self._say("")

    def _say(self, text: str) -> None:
        """The day under the cursor; else whether some weeks found no room."""
        shown = self.heat_map.shown_weeks()
        if not text and shown < self._weeks:
            text = self._words.latest_weeks(shown)
        self._note.setText(text)
        self._note.setVisible(bool(text))


class WeeksCard(FlipCard):
    """Sessions done against planned, week by week."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "weeks", parent)
        self._context = context
        self.chart: ChartView | None = None
        self._legend = Legend(context.theme, self.front)
        self._legend.setObjectName("weeks_legend")
        self.front_layout.addWidget(self._legend)
        self.add_flip()

    def present(self, model: SessionsModel) -> None:
        """Show the weeks."""
        self.show_sides(model.chart.unit, model.week_table, model.empty)
        self.set_title(self.tr("Week by week"))
        if model.empty:
            return
        self._legend.show_items(legend_items(model.chart, {}))
        self._made().show_chart(model.chart)

    def _made(self) -> ChartView:
        if self.chart is None:
            from facet_desktop.ui.charts.chart_view import ChartView

            self.chart = ChartView(self._context.theme, self.front, height_px=_CHART_HEIGHT_PX)
            self.chart.setObjectName("weeks_chart")
            self.front_layout.insertWidget(0, self.chart, 1)
            self.chart.show()
        return self.chart
