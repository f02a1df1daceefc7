"""The page of charts: ranges, tables, export, and what it says in words."""

import csv
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facet_desktop.domain.errors import StorageError, Trouble, UserError
from facet_desktop.domain.timeline import Pacing
from facet_desktop.services.app import AppServices
from facet_desktop.services.events import DraftSaved, LibraryLoaded, PainRated
from facet_desktop.services.records import Patient, Revision
from facet_desktop.ui.charts.chart_view import ChartView
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.progress.heat_map import HeatMap
from facet_desktop.ui.progress.meaning_card import MeaningCard
from facet_desktop.ui.progress.page import ProgressPage
from facet_desktop.ui.progress.saving import SavePlace
from facet_desktop.ui.theme import Theme
from facet_desktop.ui.widgets.chips import Chip
from facet_desktop.ui.widgets.empty_state import EmptyState
from facet_desktop.ui.widgets.segmented import SegmentedControl
from tests.fakes import FakeClock

DAY_MS = 86_400_000
FALLING = (7, 7, 6, 6, 5, 4, 4, 3, 3, 2)

_Found = TypeVar("_Found", bound=QObject)


@pytest.fixture
def history(app_services: AppServices, patient: Patient, plan: Revision, clock: FakeClock) -> Revision:
    """Ten days with a falling rating each, the last one today, and no session played."""
    for value in FALLING:
        app_services.pain.rate(patient.id, value)
        clock.advance(DAY_MS)
    clock.jump(-DAY_MS)
    return plan


@pytest.fixture
def page(qtbot: QtBot, ui_context: UiContext, history: Revision) -> ProgressPage:
    assert history.number == 1
    return shown(qtbot, ui_context)


def shown(qtbot: QtBot, context: UiContext, size: tuple[int, int] = (1104, 800)) -> ProgressPage:
    page = ProgressPage(context)
    qtbot.addWidget(page)
    page.resize(*size)
    page.refresh()
    page.show()
    return page


def find(page: QWidget, kind: type[_Found], name: str) -> _Found:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def press(page: QWidget, name: str) -> None:
    find(page, QAbstractButton, name).click()


def label(page: QWidget, name: str) -> str:
    return find(page, QLabel, name).text()


def pain_days(page: ProgressPage) -> int:
    spec = find(page, ChartView, "pain_chart")._spec
    assert spec is not None
    return len(spec.days)


def test_importing_and_building_the_page_needs_neither_pyqtgraph_nor_numpy() -> None:
    script = (
        "import sys; import facet_desktop.ui.progress.page; "
        "print(sorted({'pyqtgraph', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_the_head_names_the_person(page: ProgressPage) -> None:
    assert label(page, "progress_patient") == "Me"


def test_twelve_weeks_are_shown_at_first(page: ProgressPage) -> None:
    assert find(page, SegmentedControl, "progress_range").key() == "12wk"
    assert pain_days(page) == 84


@pytest.mark.parametrize(("key", "days"), [("4wk", 28), ("all", 10)])
def test_a_range_is_chosen_and_kept_when_the_page_is_read_again(
    page: ProgressPage, key: str, days: int
) -> None:
    press(page, f"segment_{key}")
    assert pain_days(page) == days
    page.refresh()
    assert pain_days(page) == days
    assert find(page, SegmentedControl, "progress_range").key() == key


def test_the_chip_tells_the_change_in_words_and_tone(page: ProgressPage) -> None:
    chip = find(page, Chip, "pain_change")
    assert chip.text() == "6.7 to 3.9 · more than the 2-point change that matters"
    assert chip.tone() is Tone.GOOD


def test_rising_pain_is_told_with_care_and_what_to_do(
    qtbot: QtBot, ui_context: UiContext, patient: Patient, app_services: AppServices, clock: FakeClock
) -> None:
    for value in (2, 2, 2, 5, 6, 7, 8):
        app_services.pain.rate(patient.id, value)
        clock.advance(DAY_MS)
    clock.jump(-DAY_MS)
    page = shown(qtbot, ui_context)
    assert find(page, Chip, "pain_change").tone() is Tone.CAUTION
    assert "talk it over" in find(page, MeaningCard, "meaning_card").text()


def test_the_words_say_what_the_charts_show(page: ProgressPage) -> None:
    text = find(page, MeaningCard, "meaning_card").text()
    assert "went down by 2.8 points" in text
    assert "Rated on 10 of 84 days." in text
    assert "0 of 9 planned sessions done." in text


def test_a_session_that_was_played_fills_its_day_and_its_week(
    page: ProgressPage, app_services: AppServices, history: Revision, clock: FakeClock
) -> None:
    session = history.program.phases[0].sessions[0]
    played = app_services.play.start(history.id, session.id, Pacing())
    while not played.is_over:
        clock.advance(4000)
        played.complete()
        played.tick()
    page.refresh()
    press(page, "sessions_as_table")
    assert find(page, QTableView, "sessions_table").model().index(0, 3).data() == "done"
    press(page, "weeks_as_table")
    assert find(page, QTableView, "weeks_table").model().index(0, 2).data() == "1"
    assert "1 of 10 planned sessions done." in find(page, MeaningCard, "meaning_card").text()


def test_a_new_rating_changes_chart_table_and_words(
    page: ProgressPage, app_services: AppServices, patient: Patient
) -> None:
    app_services.pain.rate(patient.id, 10)
    page.refresh()
    press(page, "pain_as_table")
    model = find(page, QTableView, "pain_table").model()
    assert model.index(0, 1).data() == "6"  # the mean of 2 and 10


def test_every_chart_can_be_turned_into_a_table_and_back(page: ProgressPage) -> None:
    for name, rows in (("pain", 10), ("sessions", 12), ("weeks", 12)):
        table = find(page, QTableView, f"{name}_table")
        assert not table.isVisible()
        press(page, f"{name}_as_table")
        assert table.isVisible()
        assert table.model().rowCount() == rows
        assert table.accessibleName().endswith("as a table")
        assert find(page, QAbstractButton, f"{name}_as_table").accessibleName() == "Show as chart"
        press(page, f"{name}_as_table")
        assert not table.isVisible()


def test_a_table_follows_the_range(page: ProgressPage) -> None:
    press(page, "weeks_as_table")
    press(page, "segment_4wk")
    assert find(page, QTableView, "weeks_table").model().rowCount() == 4


def test_the_table_of_days_has_a_word_for_each(page: ProgressPage) -> None:
    press(page, "sessions_as_table")
    model = find(page, QTableView, "sessions_table").model()
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads == ["Week from", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    this_week = [model.index(0, column).data() for column in range(8)]
    assert this_week == ["12 Jan 2026", "none", "none", "ahead", "ahead", "ahead", "ahead", "ahead"]


def test_the_heat_map_is_walked_by_keyboard_and_says_each_day(page: ProgressPage) -> None:
    heat = find(page, HeatMap, "sessions_heat_map")
    heat.setFocus()
    QTest.keyClick(heat, Qt.Key.Key_End)
    assert label(page, "sessions_note") == "Sunday 18 January: planned (0 of 1)"
    QTest.keyClick(heat, Qt.Key.Key_Up)
    assert label(page, "sessions_note").startswith("Saturday 17 January")
    QTest.keyClick(heat, Qt.Key.Key_Left)
    assert label(page, "sessions_note") == "Saturday 10 January: nothing recorded (0 of 1)"
    QTest.keyClick(heat, Qt.Key.Key_Home)
    assert label(page, "sessions_note").endswith("nothing planned")
    QTest.keyClick(heat, Qt.Key.Key_Left)
    assert label(page, "sessions_note").startswith("Monday 27 October")


def test_the_day_under_the_pointer_is_told(page: ProgressPage) -> None:
    heat = find(page, HeatMap, "sessions_heat_map")
    cell = heat._cell(len(heat._days) - 7)
    day = heat.day_at(cell.center())
    assert day is not None
    assert day.day == date(2026, 1, 12)
    assert heat.day_at(QPoint(1, 1).toPointF()) is None


def test_where_weeks_find_no_room_the_latest_are_shown_and_it_is_said(
    qtbot: QtBot, ui_context: UiContext, history: Revision, clock: FakeClock
) -> None:
    clock.jump(400 * DAY_MS)
    page = shown(qtbot, ui_context)
    press(page, "segment_all")
    heat = find(page, HeatMap, "sessions_heat_map")
    weeks = heat.shown_weeks()
    assert weeks < len(heat._days) // 7
    assert heat._shown()[-1][1].day == heat._days[-1].day
    assert label(page, "sessions_note") == f"The last {weeks} weeks of the range."
    press(page, "segment_4wk")
    assert not find(page, QLabel, "sessions_note").isVisible()


def test_what_is_shown_is_exported_and_told(
    qtbot: QtBot, page: ProgressPage, tmp_path: Path, app_services: AppServices
) -> None:
    names: list[str] = []
    target = tmp_path / "out.csv"

    def choose(name: str) -> Path:
        names.append(name)
        return target

    page.ask_path = choose
    press(page, "segment_4wk")
    with qtbot.waitSignal(page.status) as caught:
        press(page, "progress_export")
    assert names == ["facet-progress-2026-01-14.csv"]
    assert caught.args == ["28 days saved in out.csv."]
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[0][:2] == ["Date", "Pain (0–10)"]
    assert [row[:2] for row in rows[-2:]] == [["2026-01-13", "3"], ["2026-01-14", "2"]]


def test_thinking_better_of_an_export_writes_nothing(
    page: ProgressPage, tmp_path: Path, reported: list[Exception]
) -> None:
    page.ask_path = lambda _name: None
    press(page, "progress_export")
    assert list(tmp_path.glob("*.csv")) == []
    assert reported == []


def test_an_export_that_fails_is_reported(
    page: ProgressPage, tmp_path: Path, reported: list[Exception]
) -> None:
    page.ask_path = lambda _name: tmp_path / "gone" / "out.csv"
    press(page, "progress_export")
    assert [type(one) for one in reported] == [UserError]


def test_the_folder_chosen_last_is_offered_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(suggested)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    parent = QWidget()
    qtbot.addWidget(parent)
    place = SavePlace()
    assert place.ask(parent, "Save", "a.csv", "", ".csv") == tmp_path / "mine.csv"
    place.ask(parent, "Save", "b.csv", "", ".csv")
    assert asked[1] == str(tmp_path / "b.csv")


def test_without_a_person_or_any_record_the_page_says_what_to_do_first(
    qtbot: QtBot, ui_context: UiContext
) -> None:
    page = shown(qtbot, ui_context)
    assert find(page, EmptyState, "progress_empty").isVisible()
    assert not find(page, QAbstractButton, "progress_export").isVisible()
    with qtbot.waitSignal(page.navigate) as caught:
        press(page, "empty_action")
    assert caught.args == ["today"]


def test_the_page_fills_with_the_first_rating(
    qtbot: QtBot, ui_context: UiContext, patient: Patient, app_services: AppServices
) -> None:
    page = shown(qtbot, ui_context)
    assert find(page, EmptyState, "progress_empty").isVisible()
    app_services.pain.rate(patient.id, 4)
    page.refresh()
    assert not find(page, EmptyState, "progress_empty").isVisible()
    assert find(page, ChartView, "pain_chart").isVisible()
    assert label(page, "sessions_empty") == "No sessions were planned in this time."


def test_a_plan_without_ratings_shows_its_days_and_says_where_to_rate(
    qtbot: QtBot, ui_context: UiContext, plan: Revision
) -> None:
    page = shown(qtbot, ui_context)
    assert plan.number == 1
    assert "Today page" in label(page, "pain_empty")
    assert find(page, HeatMap, "sessions_heat_map").isVisible()


def test_trouble_with_the_database_is_reported_and_the_page_stays(
    page: ProgressPage, monkeypatch: pytest.MonkeyPatch, reported: list[Exception]
) -> None:
    def broken(*_: object) -> None:
        raise StorageError(Trouble.LOCKED)

    monkeypatch.setattr(page._presenter, "model", broken)
    page.refresh()
    assert [type(one) for one in reported] == [StorageError]
    assert pain_days(page) == 84


def test_only_events_that_change_the_charts_concern_the_page(page: ProgressPage) -> None:
    assert page.concerns(PainRated("any"))
    assert not page.concerns(DraftSaved("any"))
    assert not page.concerns(LibraryLoaded())


@pytest.mark.parametrize(
    ("size", "scale", "rows"),
    [((1104, 800), 1.0, [1, 1, 1]), ((848, 700), 1.0, [1, 1, 2]), ((500, 700), 1.0, [1, 2, 3])],
)
def test_cards_find_places_in_any_width(
    page: ProgressPage, size: tuple[int, int], scale: float, rows: list[int]
) -> None:
    page.resize(*size)
    cards = (page._heat, page._weeks, page._meaning)
    places = [page._grid.getItemPosition(page._grid.indexOf(card)) for card in cards]
    assert [place[0] for place in places if isinstance(place, tuple)] == rows


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_wider_than_the_page(
    qtbot: QtBot, ui_context: UiContext, history: Revision, scale: float
) -> None:
    ui_context.theme.set_theme(Theme.named("light", scale))
    page = shown(qtbot, ui_context, (848, 700))
    QApplication.processEvents()
    assert page.width() == 848
    assert find(page, QScrollArea, "").horizontalScrollBar().maximum() == 0


def test_a_narrow_card_says_only_from_where_to_where_pain_went(page: ProgressPage) -> None:
    page.resize(480, 700)
    assert find(page, Chip, "pain_change").text() == "6.7 to 3.9"


def test_every_control_has_a_name(page: ProgressPage) -> None:
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName(), button.objectName()
    for chart in page.findChildren(ChartView):
        assert chart.accessibleName()
        assert chart.accessibleDescription()
    heat = find(page, HeatMap, "sessions_heat_map")
    assert heat.accessibleName() == "Sessions"
    assert "planned sessions done" in heat.accessibleDescription()


def test_the_keyboard_reaches_ranges_export_charts_and_tables(page: ProgressPage) -> None:
    page.activateWindow()
    find(page, QAbstractButton, "segment_12wk").setFocus()
    reached = []
    for _ in range(12):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        reached.append(page.focusWidget().objectName())
    for name in ("progress_export", "pain_as_table", "pain_chart", "sessions_heat_map", "weeks_chart"):
        assert name in reached


def test_the_wheel_over_a_chart_scrolls_the_page(page: ProgressPage) -> None:
    page.resize(848, 500)
    QApplication.processEvents()
    bar = find(page, QScrollArea, "").verticalScrollBar()
    overlay = find(page, ChartView, "pain_chart").overlay
    over_chart = overlay.mapTo(page, overlay.rect().center())
    QTest.wheelEvent(page.windowHandle(), over_chart.toPointF(), QPoint(0, -240))
    assert bar.value() > 0
