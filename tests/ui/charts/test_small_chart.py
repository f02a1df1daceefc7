"""The small chart: the names of its zones stay legible between the marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from facet_desktop.domain.chart import ChartSpec
from facet_desktop.ui.charts.free_place import Strip, Stroke
from facet_desktop.ui.charts.small_chart import NamePlace, SmallChart
from facet_desktop.ui.theme import ThemeHub
from tests.ui.charts.specs import pain_chart

STRIP = Strip(0, 300, 50, 65)
WIDTH = 60.0
places = st.integers(-20, 320)
strokes = st.builds(Stroke, places, st.integers(0, 120), places, st.integers(0, 120), st.integers(1, 6))


@given(st.lists(strokes, max_size=12))
def test_a_gap_holds_no_stroke_and_is_found_where_there_is_one(drawn: list[Stroke]) -> None:
    found = STRIP.first_gap(WIDTH, drawn)
    free = [left for left in range(int(300 - WIDTH) + 1) if not any(_touches(left, one) for one in drawn)]
    if found is None:
        assert not free
    else:
        assert not any(_touches(found + 1e-6, one) for one in drawn)
        assert not free or found <= free[0] + 1e-6


def _touches(left: float, stroke: Stroke) -> bool:
    covered = stroke.covers(STRIP.top, STRIP.bottom)
    return covered is not None and covered[0] < left + WIDTH - 2e-6 and covered[1] > left + 2e-6


@pytest.mark.parametrize(
    ("stroke", "covered"),
    [
        (Stroke(100, 58, 100, 58, 4), (96, 104)),
        (Stroke(100, 40, 100, 40, 4), None),
        (Stroke(100, 47, 100, 47, 4), (96, 104)),
        (Stroke(0, 0, 100, 100, 0), (50, 65)),
        (Stroke(100, 0, 0, 100, 0), (35, 50)),
        (Stroke(20, 55, 80, 55, 2), (18, 82)),
    ],
)
def test_a_stroke_covers_what_it_crosses(stroke: Stroke, covered: tuple[float, float] | None) -> None:
    assert stroke.covers(50, 65) == covered


def shown(qtbot: QtBot, hub: ThemeHub, spec: ChartSpec) -> dict[str, NamePlace]:
    chart = SmallChart(hub)
    qtbot.addWidget(chart)
    chart.resize(300, 240)
    chart.show_chart(spec)
    assert not chart.grab().isNull()
    return {place.band.name: place for place in chart.name_places()}


def test_a_name_moves_out_of_the_way_of_points(qtbot: QtBot, hub: ThemeHub) -> None:
    empty = shown(qtbot, hub, pain_chart((None,) * 20))
    low = shown(qtbot, hub, pain_chart((0.5,) * 4 + (None,) * 16))
    assert all(place.is_free for place in (*empty.values(), *low.values()))
    assert low["comfortable"].box.left() > empty["comfortable"].box.left() + 30
    assert low["watch"].box == empty["watch"].box


def test_a_name_stands_higher_where_the_edge_is_full_of_points(qtbot: QtBot, hub: ThemeHub) -> None:
    empty = shown(qtbot, hub, pain_chart((None,) * 20))
    low = shown(qtbot, hub, pain_chart((0.0, 0.5) * 10))
    assert low["comfortable"].is_free
    assert low["comfortable"].box.top() < empty["comfortable"].box.top() - 10


def test_where_marks_are_all_over_a_name_has_a_ground(qtbot: QtBot, hub: ThemeHub) -> None:
    places = shown(qtbot, hub, pain_chart((0.0, 3.4) * 20, (3.4, 0.0) * 20))
    assert not places["comfortable"].is_free
    assert places["ease off"].is_free
