"""Rows of chips, the week, bars, fields, cards and headers: everything in its place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.theme import Theme, ThemeHub
from facet_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from facet_desktop.ui.widgets.cards import Card, PageHeader
from facet_desktop.ui.widgets.chips import Chip
from facet_desktop.ui.widgets.day_strip import DayMark, DayState, DayStrip
from facet_desktop.ui.widgets.empty_state import EmptyState
from facet_desktop.ui.widgets.fields import NumberField
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.stat_bar import Mark, Share, StatBar
from tests.ui.widgets.showing import show


def test_chips_start_a_new_row_when_there_is_no_room(hub: ThemeHub, qtbot: QtBot) -> None:
    box = QWidget()
    flow = FlowLayout(box, 8)
    for number in range(6):
        flow.addWidget(Chip(hub, f"chip number {number}"))
    show(qtbot, box)
    one_row = flow.heightForWidth(2000)
    assert flow.heightForWidth(250) > 2 * one_row
    box.resize(250, flow.heightForWidth(250))
    flow.activate()
    places = [item.geometry() for index in range(flow.count()) if (item := flow.itemAt(index)) is not None]
    assert all(box.rect().contains(place) for place in places)
    assert len({place.y() for place in places}) >= 3
    assert flow.itemAt(6) is None


def test_a_flow_can_be_filled_again(hub: ThemeHub, qtbot: QtBot) -> None:
    box = QWidget()
    flow = FlowLayout(box)
    show(qtbot, box)
    flow.addWidget(Chip(hub, "old"))
    flow.clear()
    flow.addWidget(Chip(hub, "second"))
    first = Chip(hub, "first")
    flow.insert_widget(0, first)
    item = flow.itemAt(0)
    assert item is not None
    assert item.widget() is first
    assert flow.count() == 2


def test_the_week_names_the_day_under_the_pointer(hub: ThemeHub, qtbot: QtBot) -> None:
    week = DayStrip(hub, [DayMark(letter, DayState.DONE, f"day {letter}") for letter in "ABCDEFG"])
    week.resize(350, 60)
    show(qtbot, week)
    assert week.description_at(25) == "day A"
    assert week.description_at(330) == "day G"
    assert "day C. day D" in week.accessibleDescription()


def test_every_state_of_a_day_has_its_own_shape(hub: ThemeHub, qtbot: QtBot) -> None:
    hub.set_theme(Theme.named("contrast"))
    pictures = []
    for state in DayState:
        week = DayStrip(hub, [DayMark("M", state, str(state))])
        week.resize(60, 60)
        show(qtbot, week)
        grey = week.grab().toImage().convertToFormat(week.grab().toImage().Format.Format_Grayscale8)
        pictures.append(grey)
    assert all(a != b for index, a in enumerate(pictures) for b in pictures[:index])


def test_shares_fill_the_bar_in_proportion(hub: ThemeHub, qtbot: QtBot) -> None:
    bar = StatBar(
        hub,
        "Load",
        [
            Share("flexion", 3, "3:00", Mark.STRONG),
            Share("none", 0, "0:00", Mark.ALERT),
            Share("neutral", 1, "1:00", Mark.SOFT),
        ],
    )
    bar.resize(400, 60)
    show(qtbot, bar)
    assert bar.widths_px() == [300, 100]
    assert bar.accessibleDescription() == "flexion 3:00, neutral 1:00"
    bar.set_shares([Share("flexion", 1, "1:00", Mark.STRONG), Share("neutral", 3, "13:00", Mark.SOFT)])
    legend = [child for child in bar.findChildren(QWidget) if child.accessibleName()]
    assert [entry.accessibleName() for entry in legend] == ["flexion 1:00", "neutral 13:00"]
    assert all(entry.isVisible() for entry in legend)
    assert bar.widths_px() == [100, 300]
    bar.set_shares([])
    assert bar.widths_px() == []


@pytest.mark.parametrize("buttons", [*QAbstractSpinBox.ButtonSymbols])
def test_a_number_keeps_clear_of_its_frame_and_arrows(
    buttons: QAbstractSpinBox.ButtonSymbols, hub: ThemeHub, qtbot: QtBot
) -> None:
    field = NumberField(hub, "Hold", 0, 100, "s")
    field.setButtonSymbols(buttons)
    field.resize(160, 44)
    show(qtbot, field)
    room = field.lineEdit().geometry()
    assert room.left() >= 10
    assert room.width() >= 100
    assert field.text() == "0 s"


def test_an_empty_state_offers_the_first_step(hub: ThemeHub, qtbot: QtBot) -> None:
    empty = EmptyState(hub, "clipboard-list", "No plan yet", "Open a file.", action="Open a file")
    show(qtbot, empty)
    button = empty.findChild(QAbstractButton, "empty_action")
    assert button is not None
    with qtbot.waitSignal(empty.acted):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_card_places_chips_after_its_title_and_notes_at_the_end(hub: ThemeHub, qtbot: QtBot) -> None:
    card = Card("Pain", title_role=TextRole.SUBTITLE)
    chips = [Chip(hub, text) for text in ("first", "second")]
    note = PlainLabel("minutes")
    card.add_to_title_row(note)
    for chip in chips:
        card.add_beside_title(chip)
    card.resize(600, 120)
    show(qtbot, card)
    left = [widget.mapTo(card, QPoint(0, 0)).x() for widget in (*chips, note)]
    assert left == sorted(left)
    assert left[2] > 500
    assert left[1] < 250


def test_a_page_header_puts_the_main_action_last(hub: ThemeHub, qtbot: QtBot) -> None:
    header = PageHeader("Caseload")
    chip, first, last = Chip(hub, "42 active"), SecondaryButton(hub, "Import"), PrimaryButton(hub, "New")
    header.add_action(first)
    header.add_action(last)
    header.add_beside_title(chip)
    header.resize(900, 60)
    show(qtbot, header)
    left = [widget.mapTo(header, QPoint(0, 0)).x() for widget in (chip, first, last)]
    assert left == sorted(left)
    assert left[0] < 250
    assert left[2] + last.width() == 900
