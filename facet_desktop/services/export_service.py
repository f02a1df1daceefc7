"""What the page of charts shows, as rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from facet_desktop.domain.chart import ChartSpec, Role

if TYPE_CHECKING:
    from facet_desktop.domain.adherence import DayCount
    from facet_desktop.services.progress_service import ProgressService, ProgressView, Range
    from facet_desktop.services.wording.progress_words import ProgressWords

Cell = str | int | float | date | None
"""A cell of a table; None is an empty one."""


class TableWriter(Protocol):
    """Writes a table as a file."""

    def write(self, path: Path, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Writes the whole file or leaves the old one. Raises UserError when that cannot be done."""
        ...


class ExportService:
    """Hands out what is shown, for people who want to work on with it."""

    def __init__(self, progress: ProgressService, writer: TableWriter, words: ProgressWords) -> None:
        self._progress = progress
        self._writer = writer
        self._words = words

    def progress(self, patient_id: str, chosen: Range, path: Path) -> int:
        """Writes a row for each day of the range up to today; answers how many. Raises UserError."""
        view = self._progress.view(patient_id, chosen)
        rows = day_rows(view, self._words)
        self._writer.write(path, self._words.day_heads(), rows)
        return len(rows)


def day_rows(view: ProgressView, words: ProgressWords) -> list[tuple[Cell, ...]]:
    """Date, pain, its seven-day mean, plans published, sessions planned and done, and how the day went.

    Every day on which either chart begins or goes on, up to today, is a row. Means have two decimals.
    """
    pain = _by_day(view.pain, Role.DAILY)
    means = _by_day(view.pain, Role.MEAN)
    plans = _plans(view.pain)
    counts = {one.day: one for one in view.days}
    days = sorted(day for day in {*view.pain.days, *counts} if day <= view.today)
    return [
        (day, pain.get(day), means.get(day), plans.get(day), *_sessions(counts.get(day), view.today, words))
        for day in days
    ]


def _by_day(chart: ChartSpec, role: Role) -> dict[date, float | None]:
    return {
        day: None if value is None else round(value, 2)
        for series in chart.series
        if series.role is role
        for day, value in zip(chart.days, series.values, strict=True)
    }


def _plans(chart: ChartSpec) -> dict[date, str]:
    found: dict[date, str] = {}
    for marker in chart.markers:
        day = chart.days[marker.index]
        found[day] = "; ".join([found[day], marker.label] if day in found else [marker.label])
    return found


def _sessions(count: DayCount | None, today: date, words: ProgressWords) -> tuple[Cell, Cell, Cell]:
    if count is None:
        return None, None, None
    return count.planned, round(count.credit, 2), words.day_state(count.state(today))
