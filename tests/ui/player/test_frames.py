"""What a frame does not do: what is dear must not happen while time counts."""

from __future__ import annotations

import gc
from dataclasses import replace
from statistics import median

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.program import Prescription
from facet_desktop.domain.templates import prescribe
from facet_desktop.services.figures import FigureSource
from facet_desktop.ui.player.figures_ahead import FiguresAhead
from tests.domain.sessions import BRIDGE, STRETCH, session
from tests.ui.events import EventCounter
from tests.ui.player.house import House
from tests.ui.player.kept_picture import KeptPicture

Key = Qt.Key


def watch(house: House) -> EventCounter:
    """Watches once the page has come to rest: a layout asks the one above it, one round later."""
    for _ in range(6):
        QApplication.processEvents()
    layouts = EventCounter(QEvent.Type.LayoutRequest)
    house.page.stage.installEventFilter(layouts)
    return layouts


@pytest.mark.parametrize(
    ("exercises", "until_ms", "clock"),
    [((STRETCH,), 10_000, "player_time_left"), ((BRIDGE, STRETCH), 23_000, "rest_clock")],
    ids=["work", "rest"],
)
def test_a_second_that_passes_lays_nothing_out_anew(
    house: House, exercises: tuple[Prescription, ...], until_ms: int, clock: str
) -> None:
    house.begin(session(*exercises))
    house.run(until_ms)
    layouts, before = watch(house), house.text(clock)

    house.run(3000)
    QApplication.processEvents()

    assert house.text(clock) != before
    assert layouts.count == 0


def test_a_time_that_takes_another_room_gets_it(house: House) -> None:
    house.begin(session(BRIDGE))
    label = house.page.stage.header._left

    label.show_text("1:02:03 left")
    QApplication.processEvents()

    wide = label.width()
    assert wide >= label.fontMetrics().horizontalAdvance("1:02:03 left")
    label.show_text("0:09 left")
    QApplication.processEvents()
    assert label.width() < wide


def test_the_search_for_garbage_leaves_out_what_was_there_while_time_counts(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(1000)
    assert gc.get_freeze_count() > 10_000

    house.press(Key.Key_Space)
    assert gc.get_freeze_count() == 0

    house.press(Key.Key_Space)
    assert gc.get_freeze_count() > 10_000
    house.page.hide()
    assert gc.get_freeze_count() == 0


def test_of_the_ring_only_tip_and_disc_are_painted_and_nothing_old_stays(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(6000)
    QApplication.processEvents()
    ring = house.page.stage.work.ring
    kept, areas = KeptPicture(ring), []
    for _ in range(80):
        house.run(160, frame_ms=16)
        areas.append(kept.catch_up())
        assert kept.difference() < 30, (ring.share(), ring.volume(), ring.words())

    assert median(areas) < ring.width() * ring.height() * 0.6


def test_a_ring_that_goes_back_a_little_loses_its_tip(house: House) -> None:
    house.begin(session(STRETCH))
    house.run(15_000)
    ring = house.page.stage.work.ring
    presenter = house.page.presenter
    assert presenter is not None
    motion = presenter.motion()
    kept = KeptPicture(ring)

    ring.show_motion(replace(motion, block_share=motion.block_share - 0.015))
    kept.catch_up()

    assert kept.difference() < 30


class Asked(FigureSource):
    """Remembers which figures were asked for."""

    def __init__(self, source: FigureSource) -> None:
        self.slugs: list[str] = []
        self._source = source

    def find(self, slug: str) -> Movement | None:
        """As ever."""
        self.slugs.append(slug)
        return self._source.find(slug)

    def still(self, slug: str) -> bytes | None:
        """As ever."""
        return self._source.still(slug)


def test_figures_are_read_one_a_frame_before_they_are_wanted(house: House) -> None:
    figures = Asked(house.services.figures)
    ahead = FiguresAhead(figures, house.services.own.prescribed)
    ahead.begin(session(BRIDGE, STRETCH, BRIDGE).items)
    counts = []
    for _ in range(3):
        ahead.go_on()
        counts.append(len(figures.slugs))

    assert counts == [1, 2, 2]


def test_the_figures_of_all_turns_are_read_ahead(house: House) -> None:
    figures = Asked(house.services.figures)
    ahead = FiguresAhead(figures, house.services.own.prescribed)
    lunge = prescribe(house.services.library.library.exercise("multidirectional-lunge"), "one", Phase.LATE)
    ahead.begin(session(lunge).items)
    for _ in range(4):
        ahead.go_on()
    name = "multidirectional-lunge"
    assert figures.slugs == [f"{name}@1", f"{name}-side", f"{name}-back"]
