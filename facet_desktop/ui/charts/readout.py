"""A chart in words: values of one day, labels of ticks, and the rows of its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from facet_desktop.domain.values import frozen
from facet_desktop.ui.charts.scale import Level
from facet_desktop.ui.dates import day_text

if TYPE_CHECKING:
    from facet_desktop.domain.chart import ChartSpec

_CONTEXT = "Charts"
_DAYS = (Level.DAY, Level.WEEK, Level.FORTNIGHT)


@frozen
class ReadOut:
    """What is known of one position: the day, then a line for each series and marker."""

    head: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join((self.head, *self.lines))


def read_out(spec: ChartSpec, index: int) -> ReadOut:
    """The values at a position of the x axis. Raises IndexError outside the chart."""
    day = spec.days[index]
    values = [(one.name, one.values[index]) for one in spec.series]
    lines = [f"{name}: {number_text(value)}" for name, value in values if value is not None]
    if not lines:
        lines = [_tr("nothing recorded")]
    lines += [one.label for one in spec.markers if one.index == index]
    text = day_text(day, "ddd d MMM yyyy")
    return ReadOut(_tr("Week from %1").replace("%1", text) if spec.by_week else text, tuple(lines))


def number_text(value: float) -> str:
    """A value with one decimal at most, as the user's language writes it."""
    decimals = 0 if abs(value - round(value)) < 0.05 else 1
    return QLocale().toString(float(value), "f", decimals)


def tick_texts(spec: ChartSpec, level: Level, positions: tuple[int, ...]) -> tuple[str, ...]:
    """Labels of the ticks; the year is told on the first of them and where it changes."""
    texts, year = [], None
    for index in positions:
        day = spec.days[index]
        if level in _DAYS:
            texts.append(day_text(day, "d MMM"))
        elif level is Level.YEAR:
            texts.append(day_text(day, "yyyy"))
        else:
            texts.append(day_text(day, "MMM" if day.year == year else "MMM yyyy"))
        year = day.year
    return tuple(texts)


TICK_SAMPLES = {level: "2026" if level is Level.YEAR else "30 Mmm" for level in Level}
"""About as wide as the labels of each level; those of months that tell a year too have narrow neighbours."""


def chart_table(spec: ChartSpec) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Heads and rows of the same numbers, the latest first; rows without any value are left out."""
    heads = (_tr("Week from") if spec.by_week else _tr("Day"), *(one.name for one in spec.series))
    notes: dict[int, str] = {}
    for marker in spec.markers:
        notes[marker.index] = "; ".join(filter(None, (notes.get(marker.index), marker.label)))
    rows = [
        _row(spec, index, notes.get(index))
        for index in range(len(spec.days) - 1, -1, -1)
        if index in notes or any(one.values[index] is not None for one in spec.series)
    ]
    if not notes:
        return heads, tuple(row[:-1] for row in rows)
    return (*heads, _tr("Plan")), tuple(rows)


def _row(spec: ChartSpec, index: int, note: str | None) -> tuple[str, ...]:
    values = [one.values[index] for one in spec.series]
    cells = ["" if value is None else number_text(value) for value in values]
    return (day_text(spec.days[index], "ddd d MMM yyyy"), *cells, note or "")


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
