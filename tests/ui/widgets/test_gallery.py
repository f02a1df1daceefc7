"""Draws every widget once in every theme, to be looked at: the pictures lie in pytest's temporary folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QTableWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.palettes import PALETTES, PLAYER, Tone
from facet_desktop.ui.theme import Look, Theme, ThemeHub
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.buttons import (
    CallToActionButton,
    DangerOutlineButton,
    IconButton,
    PrimaryButton,
    SecondaryButton,
)
from facet_desktop.ui.widgets.cards import Card, PageHeader
from facet_desktop.ui.widgets.chips import Chip, FilterChip
from facet_desktop.ui.widgets.day_strip import DayMark, DayState, DayStrip
from facet_desktop.ui.widgets.empty_state import EmptyState
from facet_desktop.ui.widgets.fields import NumberField
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from facet_desktop.ui.widgets.scales import EffortScale, PainScale
from facet_desktop.ui.widgets.search_field import SearchField
from facet_desktop.ui.widgets.segmented import SegmentedControl
from facet_desktop.ui.widgets.sidebar import NavItem, Sidebar
from facet_desktop.ui.widgets.stat_bar import Mark, Share, StatBar
from facet_desktop.ui.widgets.toast import Toast

NAV = (
    NavItem("today", "Today", "sun", "Ctrl+1"),
    NavItem("progress", "Progress", "chart-line"),
    NavItem("plan", "My plan", "clipboard-list"),
    NavItem("learn", "Learn", "book-open"),
    NavItem("share", "Share with clinic", "send"),
    NavItem("settings", "Settings", "settings"),
)
WEEK = tuple(
    DayMark(letter, state, f"{letter}: {state}")
    for letter, state in zip("MTWTFSS", (*DayState, DayState.DONE), strict=True)
)
SHARES = (
    Share("flexion", 430, "7:10", Mark.STRONG),
    Share("neutral", 380, "6:20", Mark.SOFT),
    Share("rotation", 160, "2:40", Mark.CAUTION),
    Share("extension", 90, "1:30", Mark.ALERT),
)


def row(*widgets: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return layout


def header(look: Look) -> PageHeader:
    head = PageHeader("Good morning", "Friday 20 November · week 3 of 12 · early phase")
    head.add_beside_title(Chip(look, "42 active"))
    head.add_action(SegmentedControl(look, [("4", "4 wk"), ("12", "12 wk"), ("all", "All")], "Range"))
    head.add_action(DangerOutlineButton(look, "My back flared up", "life-buoy"))
    return head


def buttons_card(look: Look) -> Card:
    card = Card("Morning session", title_role=TextRole.HEADING)
    card.add_beside_title(Chip(look, "18 min", Tone.PRIMARY, "clock", tabular=True))
    card.add_beside_title(Chip(look, "mat", icon="shapes"))
    card.add_to_title_row(PlainLabel("1 of 2 today", TextRole.MUTED))
    off = PrimaryButton(look, "Publish", "check")
    off.setEnabled(False)
    card.body.addLayout(
        row(
            PrimaryButton(look, "Publish", "check"),
            SecondaryButton(look, "Preview", "play"),
            SecondaryButton(look, "", "undo-2"),
            off,
            IconButton(look, "copy", "Copy"),
            IconButton(look, "trash-2", "Remove"),
            IconButton(look, "redo-2", "Redo", framed=True),
        )
    )
    skip = SecondaryButton(look, "Skip", "skip-forward")
    skip.set_icon_last()
    card.body.addLayout(
        row(
            PrimaryButton(look, "Start session", "play", large=True),
            CallToActionButton(look, "Pause", "pause", key_hint="Space"),
            skip,
            QPushButton("Plain"),
        )
    )
    flow = FlowLayout()
    for tone in Tone:
        flow.addWidget(Chip(look, f"{tone}".capitalize(), tone))
    for index, text in enumerate(("early", "flexion", "no kneeling")):
        chip = FilterChip(look, text)
        chip.setChecked(index == 0)
        flow.addWidget(chip)
    flow.addWidget(FilterChip(look, "", "plus", checkable=False, name="Add a session"))
    card.body.addLayout(flow)
    long_name = ElidedLabel("A very long name of an exercise that cannot fit into the room that it has")
    long_name.setFixedWidth(220)
    card.body.addWidget(long_name)
    return card


def scales_card(look: Look) -> Card:
    card = Card("How is your back today?")
    pain = PainScale(look)
    pain.set_value(3)
    effort = EffortScale(look)
    effort.set_value(3)
    card.body.addWidget(pain)
    card.body.addWidget(effort)
    card.body.addWidget(DayStrip(look, WEEK))
    card.body.addWidget(PlainLabel("4 of 5 days · best run 9 days", TextRole.MUTED))
    card.body.addWidget(StatBar(look, "Load by direction", SHARES))
    return card


def table() -> QTableWidget:
    grid = QTableWidget(3, 3)
    grid.setHorizontalHeaderLabels(["Patient", "Segment", "Phase"])
    grid.setVerticalHeaderLabels(["", "", ""])
    grid.verticalHeader().hide()
    grid.setShowGrid(False)
    grid.horizontalHeader().setStretchLastSection(True)
    grid.selectRow(1)
    return grid


def fields_card(look: Look) -> Card:
    card = Card("Fields", title_role=TextRole.SUBTITLE)
    grid = QGridLayout()
    combo = QComboBox()
    combo.addItems(["out on lift", "in on lift"])
    spin, off = NumberField(look, "Hold", 0, 120, "s"), QLineEdit("off")
    off.setEnabled(False)
    checked, radio = QCheckBox("Read names aloud"), QRadioButton("At home")
    checked.setChecked(True)
    radio.setChecked(True)
    progress = QProgressBar()
    progress.setValue(40)
    found = SearchField(look, "Search 58 exercises")
    found.setText("bridge")
    widgets = (
        QLineEdit("Text"),
        combo,
        spin,
        off,
        checked,
        QCheckBox("Not chosen"),
        radio,
        QRadioButton("In the clinic"),
        SearchField(look, "Find a patient"),
        found,
        progress,
        QSlider(Qt.Orientation.Horizontal),
    )
    for index, widget in enumerate(widgets):
        grid.addWidget(widget, index // 2, index % 2)
    card.body.addLayout(grid)
    tabs = QTabWidget()
    tabs.addTab(table(), "Overview")
    tabs.addTab(QPlainTextEdit("Notes"), "Visits")
    tabs.setMinimumHeight(200)
    card.body.addWidget(tabs)
    return card


def gallery(look: Look) -> QWidget:
    page = QWidget()
    page.resize(1280, 1080)
    outer = QHBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    sidebar = Sidebar(look, NAV)
    sidebar.set_footer("All data stays on this computer.\nLast backup today 07:40")
    outer.addWidget(sidebar)
    column = QVBoxLayout()
    column.setContentsMargins(28, 22, 28, 24)
    column.setSpacing(16)
    column.addWidget(header(look))
    banner = Banner(look, "This file was made by a newer Facet.", Tone.CAUTION)
    banner.add_action("Show how", "show_how")
    column.addWidget(banner)
    column.addWidget(Banner(look, "Pain above 5 in your legs? Stop and call your clinic.", Tone.ALERT))
    body = QHBoxLayout()
    left, right = QVBoxLayout(), QVBoxLayout()
    left.addWidget(buttons_card(look))
    left.addWidget(fields_card(look), 1)
    empty = Card()
    empty.body.addWidget(
        EmptyState(
            look, "clipboard-list", "No plan yet", "Open the file from your clinic.", action="Open a file"
        )
    )
    right.addWidget(scales_card(look))
    right.addWidget(empty, 1)
    body.addLayout(left, 3)
    body.addLayout(right, 2)
    column.addLayout(body, 1)
    outer.addLayout(column, 1)
    toast = Toast(look, page)
    toast.show_note("Exercise removed.", can_undo=True)
    return page


def draw(page: QWidget, file: Path) -> set[str]:
    """Saves a picture of the page; returns the colours of every 16th pixel."""
    QApplication.processEvents()
    image = page.grab().toImage()
    assert image.save(str(file))
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 16)
        for y in range(0, image.height(), 16)
    }


@pytest.mark.parametrize("name", [*PALETTES])
def test_every_widget_can_be_drawn_in_every_theme(
    name: str, hub: ThemeHub, qtbot: QtBot, tmp_path: Path
) -> None:
    hub.set_theme(Theme.named(name))
    page = gallery(hub)
    qtbot.addWidget(page)
    page.show()
    colours = draw(page, tmp_path / f"gallery-{name}.png")
    assert {hub.palette.background, hub.palette.card} <= colours


def test_the_players_surface_is_dark_in_a_light_theme(hub: ThemeHub, qtbot: QtBot, tmp_path: Path) -> None:
    page = gallery(hub.player)
    qtbot.addWidget(page)
    hub.player.dress(page)
    page.show()
    colours = draw(page, tmp_path / "gallery-player.png")
    assert PLAYER.background in colours
    assert hub.palette.background not in colours


@pytest.fixture
def at_scale(hub: ThemeHub) -> Callable[[float], None]:
    return lambda scale: hub.set_theme(Theme(scale=scale))


def test_every_widget_can_be_drawn_at_double_size(
    hub: ThemeHub, at_scale: Callable[[float], None], qtbot: QtBot, tmp_path: Path
) -> None:
    at_scale(2.0)
    page = gallery(hub)
    qtbot.addWidget(page)
    page.resize(page.sizeHint())
    page.show()
    draw(page, tmp_path / "gallery-double.png")
    sidebar = page.findChild(Sidebar)
    assert sidebar is not None
    assert sidebar.width() == 352
