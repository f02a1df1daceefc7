"""A large chart: what is drawn, the cursor, and what people hear who cannot see it."""

from math import isnan
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facet_desktop.domain.chart import ChartSpec, Marker, Role
from facet_desktop.ui.charts import chart_view
from facet_desktop.ui.charts.announce import announce
from facet_desktop.ui.charts.chart_view import ChartView
from facet_desktop.ui.charts.roles import ROLE_STYLES, style_of
from facet_desktop.ui.palettes import PALETTES, contrast_ratio
from facet_desktop.ui.theme import Theme, ThemeHub
from tests.ui.charts.specs import pain_chart, weeks_chart

GAPPY = (4.0, None, 6.0, 3.0, None, None, 2.0)
MEANS = (None, None, 4.0, 4.5, None, 3.0, 2.5)
PLAN = Marker(3, "plan 2: Middle phase", Role.PROGRAM)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(chart_view, "announce", lambda _widget, text: said.append(text))
    return said


@pytest.fixture
def view(qtbot: QtBot, hub: ThemeHub) -> ChartView:
    return shown(qtbot, hub, pain_chart(GAPPY, MEANS, PLAN))


def shown(qtbot: QtBot, hub: ThemeHub, spec: ChartSpec, size: tuple[int, int] = (700, 300)) -> ChartView:
    view = ChartView(hub)
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_chart(spec)
    view.show()
    return view


def drawn(view: ChartView, kind: str) -> list[Any]:
    return [one for one in view.canvas.items if type(one).__name__ == kind]


def picture(view: ChartView) -> QImage:
    return view.grab().toImage()


def test_points_are_drawn_for_rated_days_only(view: ChartView) -> None:
    (points,) = drawn(view, "ScatterPlotItem")
    x, y = points.getData()
    assert list(x) == [0, 2, 3, 6]
    assert list(y) == [4, 6, 3, 2]


def test_gaps_of_the_line_stay_gaps(view: ChartView) -> None:
    (line,) = drawn(view, "PlotCurveItem")
    _, y = line.getData()
    assert [None if isnan(value) else value for value in y] == list(MEANS)
    assert line.opts["connect"] == "finite"
    path = line.getPath()
    moves = [index for index in range(path.elementCount()) if path.elementAt(index).isMoveTo()]
    assert len(moves) >= 2


def test_bars_of_done_stand_inside_wider_bars_of_planned(qtbot: QtBot, hub: ThemeHub) -> None:
    view = shown(qtbot, hub, weeks_chart((5.0, 5.0, 3.0), (5.0, 2.0, 0.0)))
    planned, done = drawn(view, "BarGraphItem")
    assert list(planned.opts["height"]) == [5, 5, 3]
    assert list(done.opts["height"]) == [5, 2, 0]
    assert planned.opts["width"] > done.opts["width"]


def test_zones_reach_their_limits_and_cover_each_other_nowhere(view: ChartView) -> None:
    bands = [item.rect() for item in drawn(view, "QGraphicsRectItem")]
    assert [(rect.top(), rect.bottom()) for rect in bands] == [(0, 3.5), (3.5, 5.5), (5.5, 10)]


def test_pain_is_always_shown_from_0_to_10(view: ChartView) -> None:
    assert view._frame is not None
    top, bottom = view._frame.point(0, 10), view._frame.point(0, 0)
    plot = view._frame.plot
    assert plot.top() < top.y() < bottom.y() < plot.bottom()


def test_pixels_of_a_zone_have_its_colour(view: ChartView, hub: ThemeHub) -> None:
    frame = view._frame
    assert frame is not None
    spot = frame.point(4.5, 8.6).toPoint()
    expected = QColor(style_of(Role.ALERT).colour(hub.palette))
    assert picture(view).pixelColor(spot) == expected


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_a_change_of_theme_repaints_the_chart(view: ChartView, hub: ThemeHub, name: str) -> None:
    hub.set_theme(Theme.named(name))
    frame = view._frame
    assert frame is not None
    spot = frame.point(4.5, 8.6).toPoint()
    assert picture(view).pixelColor(spot) == QColor(style_of(Role.ALERT).colour(PALETTES[name]))


def test_larger_text_leaves_more_room_for_the_words(view: ChartView, hub: ThemeHub) -> None:
    assert view._frame is not None
    before = view._frame.plot
    hub.set_theme(Theme.named("light", 1.5))
    assert view._frame.plot.left() > before.left()
    assert view._frame.plot.right() < before.right()


def test_the_keyboard_walks_over_the_days_and_says_each(
    qtbot: QtBot, view: ChartView, spoken: list[str]
) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.cursor_index() == 6
    assert spoken[-1] == "Sun 11 Jan 2026, each day: 2, 7-day average: 2.5"
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert spoken[-1] == "Sat 10 Jan 2026, 7-day average: 3"
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.cursor_index() == 0
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.cursor_index() == 0
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.cursor_index() == 6
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.read_out() == ""


def test_a_day_without_anything_says_so_and_an_event_is_read_too(qtbot: QtBot, view: ChartView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.read_out() == "Tue 6 Jan 2026, nothing recorded"
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.read_out().endswith("7-day average: 4.5, plan 2: Middle phase")


def test_the_pointer_reads_out_the_nearest_day(qtbot: QtBot, view: ChartView) -> None:
    assert view._frame is not None
    with qtbot.waitSignal(view.pointed) as caught:
        QTest.mouseMove(view.overlay, QPoint(round(view._frame.x(2)) + 3, 100))
    assert caught.args == ["Wed 7 Jan 2026, each day: 6, 7-day average: 4"]


def test_the_read_out_is_painted_and_stays_inside(qtbot: QtBot, view: ChartView) -> None:
    before = picture(view)
    view.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(view, key)
        assert picture(view) != before
        index = view.cursor_index()
        assert index is not None
        assert view._spec is not None
        assert view._frame is not None
        box = view.overlay._read_out_box(view._spec, view._frame, index)
        assert view.rect().contains(box.toAlignedRect())


def test_weeks_are_read_as_weeks(qtbot: QtBot, hub: ThemeHub) -> None:
    view = shown(qtbot, hub, weeks_chart((5.0, 4.0), (2.5, 4.0)))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.read_out() == "Week from Mon 5 Jan 2026, planned: 5, done: 2.5"


def test_the_chart_has_a_name_and_its_summary_as_description(view: ChartView) -> None:
    assert view.accessibleName() == "Pain"
    assert view.accessibleDescription().startswith("Pain in a sentence.")
    assert view.canvas.widget.accessibleName() == "Pain"


def test_only_the_view_takes_the_keyboard(view: ChartView) -> None:
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert view.canvas.widget.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_labels_of_events_lie_beside_each_other_or_are_left_out(qtbot: QtBot, hub: ThemeHub) -> None:
    markers = [Marker(index, f"plan {index}: a rather long title", Role.PROGRAM) for index in range(7)]
    view = shown(qtbot, hub, pain_chart(GAPPY, MEANS, *markers), (500, 200))
    boxes = view.overlay.label_boxes()
    assert 0 < len(boxes) < 7
    for index, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[index + 1 :])


def test_a_shorter_chart_takes_the_place_of_a_longer_one(qtbot: QtBot, view: ChartView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    view.show_chart(pain_chart((3.0, 4.0)))
    assert view.cursor_index() is None
    (points,) = drawn(view, "ScatterPlotItem")
    assert list(points.getData()[0]) == [0, 1]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda one: one.name)
def test_marks_stand_out_from_every_zone(palette: Any) -> None:
    grounds = [ROLE_STYLES[role].colour(palette) for role in (Role.GOOD, Role.CAUTION, Role.ALERT)]
    for role in (Role.DAILY, Role.MEAN, Role.PROGRAM):
        worst = min(contrast_ratio(ROLE_STYLES[role].colour(palette), ground) for ground in grounds)
        assert worst >= 2.5, role


def test_every_role_has_a_style_that_fits_every_palette() -> None:
    for role in Role:
        for palette in PALETTES.values():
            assert QColor(style_of(role).colour(palette)).isValid()


def test_nothing_is_announced_where_no_screen_reader_listens(
    qtbot: QtBot, hub: ThemeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", sent.append)
    view = shown(qtbot, hub, pain_chart(GAPPY))
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    announce(view, "quiet")
    assert sent == []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    announce(view, "loud")
    assert len(sent) == 1
