"""What the page of charts shows. No widgets here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from facet_desktop.domain.adherence import DayCount, DayState, weeks
from facet_desktop.domain.chart import ChartSpec, Role
from facet_desktop.domain.pain import PainChange
from facet_desktop.domain.values import frozen
from facet_desktop.services.progress_service import ProgressView, Range
from facet_desktop.ui.charts.readout import chart_table
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.dates import day_text
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.progress.words import ProgressPageWords
from facet_desktop.ui.translation import translate

Rows = tuple[tuple[str, ...], ...]


@frozen
class Table:
    """The numbers of a chart."""

    heads: tuple[str, ...]
    rows: Rows


@frozen
class HeatDay:
    """A day of the heat map: its state, and a sentence for pointer, keyboard and screen reader."""

    day: date
    state: DayState
    text: str


@frozen
class PainModel:
    """The pain card. `chip_ends` is for cards that are too narrow for the whole `chip`."""

    chart: ChartSpec
    chip: str
    chip_ends: str
    tone: Tone
    icon: str
    table: Table
    empty: str


@frozen
class SessionsModel:
    """The cards of sessions: heat map by day, bars by week."""

    days: tuple[HeatDay, ...]
    share: str
    summary: str
    chart: ChartSpec
    day_table: Table
    week_table: Table
    empty: str


@frozen
class ProgressModel:
    """Everything on the page, in words."""

    patient: str
    is_empty: bool
    pain: PainModel
    sessions: SessionsModel
    meaning: tuple[tuple[str, tuple[str, ...]], ...]
    """Headings with their sentences."""


class ProgressPresenter:
    """Asks the services for the current patient. `chosen` is the range, kept while the page lives."""

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self._services = context.services
        self._words = ProgressPageWords(translate)
        self.chosen = Range.TWELVE_WEEKS

    def model(self) -> ProgressModel | None:
        """The page of the current patient; None while there is no patient."""
        patient = self._services.patients.current()
        if patient is None:
            return None
        view = self._services.progress.view(patient.id, self.chosen)
        return ProgressModel(
            patient=patient.name,
            is_empty=view.is_empty,
            pain=self._pain(view),
            sessions=self._sessions(view),
            meaning=self._meaning(view),
        )

    def file_name(self) -> str:
        """A name for the exported file; it names nobody."""
        return f"facet-progress-{self._services.clock.today().isoformat()}.csv"

    def export(self, path: Path) -> int:
        """Writes what is shown as CSV and answers the number of days. Raises UserError."""
        patient = self._services.patients.current()
        return self._services.exports.progress(patient.id, self.chosen, path) if patient else 0

    def _pain(self, view: ProgressView) -> PainModel:
        change = view.change
        return PainModel(
            chart=view.pain,
            chip=self._context.words.progress.change_chip(change) if change else "",
            chip_ends=self._context.words.progress.change_ends(change) if change else "",
            tone=_tone(change),
            icon=_icon(change),
            table=Table(*chart_table(view.pain)),
            empty=self._words.no_pain() if view.pain.is_empty else "",
        )

    def _sessions(self, view: ProgressView) -> SessionsModel:
        words, today = self._words, view.today
        is_empty = not any(one.planned or one.credit for one in view.days)
        return SessionsModel(
            days=tuple(HeatDay(one.day, one.state(today), words.day(one, today)) for one in view.days),
            share=words.share(view.counts.share),
            summary=view.sessions.summary,
            chart=view.sessions,
            day_table=self._day_table(view.days, today),
            week_table=Table(*chart_table(view.sessions)),
            empty=words.no_sessions() if is_empty else "",
        )

    def _day_table(self, days: tuple[DayCount, ...], today: date) -> Table:
        words = self._context.words.progress
        names = tuple(day_text(one.day, "ddd") for one in days[:7])
        rows = [
            (day_text(monday, "d MMM yyyy"), *(words.day_state(one.state(today)) for one in week))
            for monday, week in weeks({one.day: one for one in days}).items()
        ]
        return Table((self._words.week_from(), *names), tuple(reversed(rows)))

    def _meaning(self, view: ProgressView) -> tuple[tuple[str, tuple[str, ...]], ...]:
        words, said = self._words, self._context.words.progress
        daily = next((one.values for one in view.pain.series if one.role is Role.DAILY), ())
        rated = sum(1 for value in daily if value is not None)
        pain = (said.change(view.change), words.course(view.change), words.rated(rated, len(daily)))
        sessions = (view.sessions.summary, words.sessions(view.counts))
        parts = ((view.pain.title, pain), (view.sessions.title, sessions))
        return tuple((title, tuple(text for text in texts if text)) for title, texts in parts)


def _tone(change: PainChange | None) -> Tone:
    if change is None or not change.matters:
        return Tone.NEUTRAL
    return Tone.GOOD if change.points < 0 else Tone.CAUTION


def _icon(change: PainChange | None) -> str:
    if change is None or not change.points:
        return "minus"
    return "trending-down" if change.points < 0 else "trending-up"
