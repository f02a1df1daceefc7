"""The same numbers as a table, and what the marks mean."""

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from facet_desktop.domain.chart import Mark, Marker, Role
from facet_desktop.ui.charts.legend import Legend, MarkSample, legend_items
from facet_desktop.ui.charts.readout import chart_table, number_text, tick_texts
from facet_desktop.ui.charts.scale import Level
from facet_desktop.ui.charts.tables import RowsTable
from facet_desktop.ui.theme import ThemeHub
from tests.ui.charts.specs import pain_chart, weeks_chart

CHART = pain_chart((4.0, None, 6.25), (None, None, 5.0), Marker(1, "plan 1", Role.PROGRAM))


def test_a_table_has_the_latest_day_first_and_the_plan_in_a_column() -> None:
    heads, rows = chart_table(CHART)
    assert heads == ("Day", "each day", "7-day average", "Plan")
    assert rows == (
        ("Wed 7 Jan 2026", "6.3", "5", ""),
        ("Tue 6 Jan 2026", "", "", "plan 1"),
        ("Mon 5 Jan 2026", "4", "", ""),
    )


def test_days_without_anything_are_left_out_and_so_is_an_empty_column() -> None:
    heads, rows = chart_table(pain_chart((4.0, None)))
    assert heads == ("Day", "each day", "7-day average")
    assert rows == (("Mon 5 Jan 2026", "4", ""),)


def test_a_table_of_weeks_names_the_monday() -> None:
    heads, rows = chart_table(weeks_chart((5.0,), (3.0,)))
    assert heads == ("Week from", "planned", "done")
    assert rows == (("Mon 5 Jan 2026", "5", "3"),)


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3"), (3.04, "3"), (3.06, "3.1"), (9.99, "10"), (0.0, "0"), (2.5, "2.5")]
)
def test_numbers_have_one_decimal_at_most(value: float, text: str) -> None:
    assert number_text(value) == text


def test_numbers_and_days_are_written_as_the_language_does(qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    assert number_text(2.5) == "2,5"
    assert chart_table(CHART)[1][0][0].startswith("Mi")


def test_the_year_is_told_once_and_where_it_changes() -> None:
    year = weeks_chart((1.0,) * 60, (1.0,) * 60)
    positions = (0, 4, 52)
    assert tick_texts(year, Level.MONTH, positions) == ("Jan 2026", "Feb", "Jan 2027")
    assert tick_texts(year, Level.WEEK, (0, 1)) == ("5 Jan", "12 Jan")
    assert tick_texts(year, Level.YEAR, (52,)) == ("2027",)


def test_a_cell_is_read_with_its_head(qtbot: QtBot, hub: ThemeHub) -> None:
    table = RowsTable("Pain as a table")
    qtbot.addWidget(table)
    table.show_rows(*chart_table(CHART))
    model = table.model()
    assert (model.rowCount(), model.columnCount()) == (3, 4)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 1).data(role) == "each day: 6.3"
    assert model.index(1, 1).data(role) == "each day: empty"
    assert table.currentIndex().row() == 0
    assert table.accessibleName() == "Pain as a table"


def test_the_legend_names_every_series_and_each_kind_of_event_once(qtbot: QtBot, hub: ThemeHub) -> None:
    chart = pain_chart(
        (4.0, 5.0, 6.0), None, Marker(0, "plan 1", Role.PROGRAM), Marker(2, "plan 2", Role.PROGRAM)
    )
    items = legend_items(chart, {Role.PROGRAM: "plan published"})
    assert [one.text for one in items] == ["each day", "7-day average", "plan published"]
    assert [one.sample for one in items] == [
        MarkSample(Role.DAILY, Mark.POINTS),
        MarkSample(Role.MEAN, Mark.LINE),
        MarkSample(Role.PROGRAM, None),
    ]
    legend = Legend(hub)
    qtbot.addWidget(legend)
    legend.show_items(items)
    legend.resize(500, 40)
    legend.show()
    assert legend.accessibleDescription() == "each day, 7-day average, plan published"
    assert not legend.grab().isNull()
