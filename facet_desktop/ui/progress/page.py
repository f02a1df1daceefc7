"""The page of charts. Nothing heavy is imported until a chart is really shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.services.events import (
    Event,
    PainRated,
    PatientChanged,
    ProgramPublished,
    SessionChanged,
    SettingsChanged,
)
from facet_desktop.services.progress_service import Range
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import SPACE_M, SPACE_XL, TextRole
from facet_desktop.ui.page import Page
from facet_desktop.ui.progress.meaning_card import MeaningCard
from facet_desktop.ui.progress.pain_card import PainChartCard
from facet_desktop.ui.progress.presenter import ProgressModel, ProgressPresenter
from facet_desktop.ui.progress.saving import SavePlace
from facet_desktop.ui.progress.session_cards import HeatCard, WeeksCard
from facet_desktop.ui.widgets.buttons import SecondaryButton
from facet_desktop.ui.widgets.cards import Card, PageHeader
from facet_desktop.ui.widgets.empty_state import EmptyState
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scroll import PlainScrollArea
from facet_desktop.ui.widgets.segmented import SegmentedControl

_RANGES = {"4wk": Range.FOUR_WEEKS, "12wk": Range.TWELVE_WEEKS, "all": Range.ALL}
_CONCERNS = (PainRated, PatientChanged, ProgramPublished, SessionChanged, SettingsChanged)
_THREE_FROM_PX, _TWO_FROM_PX = 900, 560
"""Least widths, at 100 % text size, for three and for two cards beside each other."""
_CONTROLS_BESIDE_FROM_PX = 560
"""Least width for the controls beside the title instead of below it."""


class ProgressPage(Page):
    """Shows what the presenter says. The range is kept while the page lives."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._presenter = ProgressPresenter(context)
        self._place = SavePlace()
        self.ask_path: Callable[[str], Path | None] = self._ask_path
        self.setObjectName("progress_page")
        content = QWidget(self)
        self._column = column = QVBoxLayout(content)
        column.setContentsMargins(SPACE_XL, SPACE_M, SPACE_XL, SPACE_M + 6)
        column.setSpacing(SPACE_M)
        column.addWidget(self._header())
        self._body, self._first = self._charts(), self._empty()
        column.addWidget(self._body, 1)
        column.addWidget(self._first, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(PlainScrollArea(content, self))
        context.theme.changed.connect(self._arrange)

    def refresh(self) -> None:
        """Reads the range again."""
        try:
            model = self._presenter.model()
        except StorageError as error:
            self._context.report(error)
            return
        self.present(model)

    def concerns(self, event: Event) -> bool:
        """Ratings, sessions, plans, the person and the settings (zones) change what is shown."""
        return isinstance(event, _CONCERNS)

    def present(self, model: ProgressModel | None) -> None:
        """Shows a model; asks nothing and emits nothing."""
        is_empty = model is None or model.is_empty
        self._patient.setText(model.patient if model else "")
        for part in (self._controls, self._body):
            part.setVisible(not is_empty)
        self._first.setVisible(is_empty)
        if model is None or is_empty:
            return
        self._pain.present(model.pain)
        self._heat.present(model.sessions)
        self._weeks.present(model.sessions)
        self._meaning.present(model.meaning)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the arrangement for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _header(self) -> PageHeader:
        self._head = head = PageHeader(self.tr("Progress"), parent=self)
        self._patient = PlainLabel("", TextRole.MUTED, head)
        self._patient.setObjectName("progress_patient")
        head.add_beside_title(self._patient)
        self._controls = QWidget(head)
        row = QHBoxLayout(self._controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(self._range_choice())
        row.addWidget(self._export_button())
        head.add_action(self._controls)
        return head

    def _range_choice(self) -> SegmentedControl:
        options = [("4wk", self.tr("4 wk")), ("12wk", self.tr("12 wk")), ("all", self.tr("All"))]
        self._ranges = SegmentedControl(self._context.theme, options, self.tr("Time shown"), self)
        self._ranges.setObjectName("progress_range")
        self._ranges.set_key(next(key for key, one in _RANGES.items() if one is self._presenter.chosen))
        self._ranges.selected.connect(self._choose)
        return self._ranges

    def _export_button(self) -> SecondaryButton:
        self._export = SecondaryButton(self._context.theme, self.tr("Export"), "download", self)
        self._export.setObjectName("progress_export")
        keys = QKeySequence("Ctrl+E")
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self._export.setToolTip(self.tr("Save what is shown as a CSV table ({keys})").format(keys=shown))
        self._export.clicked.connect(self._save)
        QShortcut(keys, self, self._save)
        return self._export

    def _charts(self) -> QWidget:
        charts = QWidget(self)
        self._grid = QGridLayout(charts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_M)
        self._pain = PainChartCard(self._context, charts)
        self._heat = HeatCard(self._context, charts)
        self._weeks = WeeksCard(self._context, charts)
        self._meaning = MeaningCard(self._context.theme, charts)
        self._columns = 0
        self._arrange()
        return charts

    def _empty(self) -> EmptyState:
        empty = EmptyState(
            self._context.theme,
            "chart-line",
            self.tr("Nothing to show yet"),
            self.tr(
                "Rate your pain or play a session on the Today page. The charts begin with your first day."
            ),
            self,
            action=self.tr("Go to Today"),
        )
        empty.setObjectName("progress_empty")
        empty.acted.connect(lambda: self.navigate.emit("today"))
        return empty

    def _arrange(self) -> None:
        """Three small cards beside each other, or two and one below, or one below the other."""
        px, width = self._context.theme.px, self.width()
        self._pain.fit(width - 2 * SPACE_XL)
        self._place_controls(beside_title=width >= px(_CONTROLS_BESIDE_FROM_PX))
        columns = 3 if width >= px(_THREE_FROM_PX) else 2 if width >= px(_TWO_FROM_PX) else 1
        if columns == self._columns:
            return
        self._columns = columns
        small: tuple[Card, ...] = (self._heat, self._weeks, self._meaning)
        for card in (self._pain, *small):
            self._grid.removeWidget(card)
        self._grid.addWidget(self._pain, 0, 0, 1, columns)
        for number, card in enumerate(small):
            last_alone = columns == 2 and number == 2
            row, column = divmod(number, columns)
            self._grid.addWidget(card, 1 + row, column, 1, 2 if last_alone else 1)
        self._grid.setRowStretch(0, 3)
        self._grid.setRowStretch(1, 2)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _place_controls(self, *, beside_title: bool) -> None:
        if beside_title == (self._controls.parentWidget() is self._head):
            return
        is_hidden = self._controls.isHidden()
        if beside_title:
            self._head.add_action(self._controls)
        else:
            self._column.insertWidget(1, self._controls, 0, Qt.AlignmentFlag.AlignLeft)
        self._controls.setHidden(is_hidden)

    def _choose(self, key: str) -> None:
        self._presenter.chosen = _RANGES[key]
        self.refresh()

    def _save(self) -> None:
        if self._controls.isHidden():
            return
        path = self.ask_path(self._presenter.file_name())
        if path is None:
            return
        try:
            days = self._presenter.export(path)
        except (UserError, StorageError) as error:
            self._context.report(error)
            return
        text = self.tr("{days} days saved in {name}.")
        self.status.emit(text.format(days=days, name=path.name))

    def _ask_path(self, name: str) -> Path | None:
        kinds = self.tr("Tables (*.csv)")
        return self._place.ask(self, self.tr("Save progress as a table"), name, kinds, ".csv")
