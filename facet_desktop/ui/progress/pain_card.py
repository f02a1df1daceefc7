"""The large card: pain over time, its zones, the plans that were published, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from facet_desktop.domain.chart import ChartSpec, Role
from facet_desktop.ui.charts.legend import Legend, legend_items
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import SPACE_M
from facet_desktop.ui.progress.cards import HEAD_PADDING_PX, FlipCard
from facet_desktop.ui.progress.presenter import PainModel
from facet_desktop.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from facet_desktop.ui.charts.chart_view import ChartView

_CHART_HEIGHT_PX = 172


class PainChartCard(FlipCard):
    """Pain over time with its change."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "pain", parent)
        self._context = context
        self._chip: Chip | None = None
        self._chip_texts = ("", "")
        self._room_px = 0
        self.chart: ChartView | None = None
        self._legend = Legend(context.theme, self.front)
        self._legend.setObjectName("pain_legend")
        self.front_layout.addWidget(self._legend)
        self.add_flip()

    def present(self, model: PainModel) -> None:
        """Show the chart and what changed."""
        self.show_sides(model.chart.title, model.table, model.empty)
        self._show_chip(model)
        if model.empty:
            return
        self._legend.show_items(legend_items(model.chart, {Role.PROGRAM: self.tr("plan published")}))
        self._made(model.chart).show_chart(model.chart)

    def fit(self, width_px: int) -> None:
        """Tell how wide the card may be; the chip says less where it would not fit."""
        self._room_px = width_px
        self._fit_chip()

    def _made(self, spec: ChartSpec) -> ChartView:
        if self.chart is None:
            from facet_desktop.ui.charts.chart_view import ChartView

            self.chart = ChartView(self._context.theme, self.front, height_px=_CHART_HEIGHT_PX)
            self.chart.setObjectName("pain_chart")
            self.front_layout.insertWidget(0, self.chart, 1)
            self.chart.show()
        return self.chart

    def _show_chip(self, model: PainModel) -> None:
        if self._chip is not None:
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        if model.chip:
            self._chip_texts = (model.chip, model.chip_ends)
            self._chip = Chip(self._context.theme, model.chip, model.tone, model.icon, self, tabular=True)
            self._fit_chip()
            self._chip.setObjectName("pain_change")
            self.add_beside_title(self._chip)
            self._chip.show()

    def _fit_chip(self) -> None:
        if self._chip is None:
            return
        whole, ends = self._chip_texts
        self._chip.set_text(whole)
        used = self.title_width() + self.flip.sizeHint().width() + 4 * SPACE_M + 2 * HEAD_PADDING_PX
        if self._chip.sizeHint().width() + used > self._room_px:
            self._chip.set_text(ends)
