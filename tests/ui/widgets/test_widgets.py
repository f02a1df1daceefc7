"""What the widgets promise: plain text, names for screen readers, keyboard, room for large text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.theme import Look, Theme, ThemeHub
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.buttons import CallToActionButton, IconButton, PrimaryButton, SecondaryButton
from facet_desktop.ui.widgets.cards import Card, PageHeader
from facet_desktop.ui.widgets.chips import Chip, FilterChip
from facet_desktop.ui.widgets.day_strip import DayMark, DayState, DayStrip
from facet_desktop.ui.widgets.empty_state import EmptyState
from facet_desktop.ui.widgets.fields import DateField, DecimalField, NumberField, TimeField
from facet_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from facet_desktop.ui.widgets.scales import EffortScale, PainScale
from facet_desktop.ui.widgets.search_field import SearchField
from facet_desktop.ui.widgets.segmented import SegmentedControl
from facet_desktop.ui.widgets.sidebar import NavItem, Sidebar
from facet_desktop.ui.widgets.stat_bar import Mark, Share, StatBar
from tests.ui.widgets.showing import show

MARKUP = "<b>x</b> &amp;"
PAGES = (NavItem("today", "Today", "sun", "Ctrl+1"), NavItem("plan", "My plan", "clipboard-list"))
Maker = Callable[[Look], QWidget]

STORED_TEXT: dict[str, Maker] = {
    "label": lambda look: PlainLabel(MARKUP),
    "shortened label": lambda look: ElidedLabel(MARKUP),
    "card": lambda look: Card(MARKUP),
    "header": lambda look: PageHeader(MARKUP, MARKUP),
    "banner": lambda look: Banner(look, MARKUP),
    "empty state": lambda look: EmptyState(look, "inbox", MARKUP, MARKUP),
}

GROWING: dict[str, Maker] = {
    "primary": lambda look: PrimaryButton(look, "Start session", "play", large=True),
    "secondary": lambda look: SecondaryButton(look, "Preview", "play"),
    "call": lambda look: CallToActionButton(look, "Pause", "pause", key_hint="Space"),
    "icon": lambda look: IconButton(look, "copy", "Copy"),
    "chip": lambda look: Chip(look, "18 min", icon="clock"),
    "filter": lambda look: FilterChip(look, "early"),
    "pain": PainScale,
    "effort": EffortScale,
    "range": lambda look: SegmentedControl(look, [("a", "All")], "Range"),
    "week": lambda look: DayStrip(look, [DayMark("M", DayState.DONE, "Monday: done")]),
    "sidebar": lambda look: Sidebar(look, PAGES),
    "search": lambda look: SearchField(look, "Find"),
    "number": lambda look: NumberField(look, "Hold", 0, 100, "s"),
    "label": lambda look: PlainLabel("Title", TextRole.TITLE),
    "shares": lambda look: StatBar(look, "Load", [Share("flexion", 3, "3:00", Mark.STRONG)]),
    "banner": lambda look: Banner(look, "A message"),
}

CONTROLS: dict[str, Maker] = {
    **GROWING,
    "empty": lambda look: EmptyState(look, "inbox", "Nothing yet", "Do this.", action="Do it"),
    "decimal": lambda look: DecimalField(look, "Weight", 0, 100, "kg"),
    "date": lambda look: DateField(look, "Day"),
    "time": lambda look: TimeField(look, "Hour"),
}


@pytest.mark.parametrize("make", STORED_TEXT.values(), ids=STORED_TEXT)
def test_stored_text_is_shown_letter_by_letter(make: Maker, hub: ThemeHub, qtbot: QtBot) -> None:
    widget = make(hub)
    show(qtbot, widget)
    labels = [widget] if isinstance(widget, QLabel) else widget.findChildren(QLabel)
    shown = [label for label in labels if label.text()]
    assert shown
    assert {label.text() for label in shown} == {MARKUP}
    assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("make", GROWING.values(), ids=GROWING)
def test_nothing_is_clipped_at_double_size(make: Maker, hub: ThemeHub, qtbot: QtBot) -> None:
    widget = make(hub)
    show(qtbot, widget)
    before = widget.sizeHint()
    hub.set_theme(Theme(scale=2.0))
    QApplication.processEvents()
    after = widget.sizeHint()
    assert after.height() >= before.height() * 1.5
    assert after.width() >= before.width()


@pytest.mark.parametrize("make", CONTROLS.values(), ids=CONTROLS)
def test_whatever_takes_the_keyboard_has_a_name(make: Maker, hub: ThemeHub, qtbot: QtBot) -> None:
    widget = make(hub)
    show(qtbot, widget)
    inner = {edit for box in widget.findChildren(QAbstractSpinBox) for edit in box.findChildren(QLineEdit)}
    if isinstance(widget, QAbstractSpinBox):
        inner |= set(widget.findChildren(QLineEdit))
    controls = [widget, *widget.findChildren(QWidget)]
    nameless = [
        type(control).__name__
        for control in controls
        if control.focusPolicy() != Qt.FocusPolicy.NoFocus and control not in inner
        if not control.accessibleName()
    ]
    assert nameless == []


@pytest.mark.parametrize("make", CONTROLS.values(), ids=CONTROLS)
def test_the_focus_can_be_seen(make: Maker, hub: ThemeHub, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    other = QLineEdit()
    widget = make(hub)
    column.addWidget(other)
    column.addWidget(widget)
    show(qtbot, window)
    window.activateWindow()
    controls = [
        control
        for control in (widget, *widget.findChildren(QAbstractButton))
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible()
    ]
    for control in controls:
        other.setFocus()
        without = control.grab().toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(control.hasFocus)
        assert control.grab().toImage() != without, type(control).__name__


def test_a_long_name_is_shortened_and_its_tooltip_tells_the_rest(hub: ThemeHub, qtbot: QtBot) -> None:
    label = ElidedLabel("A very long name of an exercise")
    label.resize(90, 20)
    show(qtbot, label)
    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == "A very long name of an exercise"
    label.resize(600, 20)
    assert (label.text(), label.toolTip()) == ("A very long name of an exercise", "")


@pytest.mark.parametrize("role", [TextRole.BODY, TextRole.PLAYER_CLOCK])
def test_a_counting_label_keeps_its_width_at_every_digit(role: TextRole, hub: ThemeHub, qtbot: QtBot) -> None:
    label = PlainLabel("", role, tabular=True)
    show(qtbot, label)
    widths = set()
    for digit in "0123456789":
        label.setText(digit * 4)
        widths.add(label.sizeHint().width())
    assert len(widths) == 1


def test_a_label_can_change_what_it_is_for(hub: ThemeHub, qtbot: QtBot) -> None:
    label = PlainLabel("draft 4")
    show(qtbot, label)
    label.set_role(TextRole.HEADING)
    label.set_tone(Tone.CAUTION)
    assert label.font().pixelSize() == 21
    assert label.palette().color(label.foregroundRole()).name() == hub.palette.caution
    label.set_tone(Tone.NEUTRAL)
    assert label.palette().color(label.foregroundRole()).name() == hub.palette.text


def test_a_button_takes_enter_by_its_key_hint_only_as_description(hub: ThemeHub, qtbot: QtBot) -> None:
    button = CallToActionButton(hub, "Pause", "pause", key_hint="Space")
    show(qtbot, button)
    assert button.accessibleName() == "Pause"
    assert "Space" in button.accessibleDescription()
    wide = button.sizeHint().width()
    button.set_key_hint("")
    assert button.sizeHint().width() < wide
    assert button.accessibleDescription() == ""


def test_a_new_text_is_also_the_new_name_unless_the_name_was_set(hub: ThemeHub, qtbot: QtBot) -> None:
    button = SecondaryButton(hub, "Voice on")
    qtbot.addWidget(button)
    button.setText("Voice off")
    assert button.accessibleName() == "Voice off"
    button.setAccessibleName("Switch the voice off")
    button.setText("Quiet")
    assert button.accessibleName() == "Switch the voice off"


def test_an_icon_button_says_what_it_does(hub: ThemeHub, qtbot: QtBot) -> None:
    button = IconButton(hub, "trash-2", "Remove Pelvic tilt")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Remove Pelvic tilt"
    assert button.sizeHint().width() == button.sizeHint().height() == 44


def test_buttons_look_different_when_disabled_and_when_checked(hub: ThemeHub, qtbot: QtBot) -> None:
    button = SecondaryButton(hub, "Voice", "volume-2")
    show(qtbot, button)
    looks = [button.grab().toImage()]
    button.setCheckable(True)
    button.setChecked(True)
    looks.append(button.grab().toImage())
    button.setEnabled(False)
    looks.append(button.grab().toImage())
    assert looks[0] != looks[1] != looks[2] != looks[0]


def test_the_theme_repaints_an_icon_in_its_own_text_colour(hub: ThemeHub, qtbot: QtBot) -> None:
    button = IconButton(hub, "square", "Stop")
    show(qtbot, button)

    def colours() -> set[str]:
        image = button.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    assert hub.palette.text in colours()
    light = hub.palette
    hub.set_theme(Theme.named("dark"))
    assert hub.palette.text in colours()
    assert light.text not in colours()
