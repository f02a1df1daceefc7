"""What the widgets promise: plain text, names for screen readers, keyboard, room for large text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
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
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from facet_desktop.ui.widgets.scales import EffortScale, PainScale
from facet_desktop.ui.widgets.search_field import SearchField
from facet_desktop.ui.widgets.segmented import SegmentedControl
from facet_desktop.ui.widgets.sidebar import NavItem, Sidebar
from facet_desktop.ui.widgets.stat_bar import Mark, Share, StatBar
from facet_desktop.ui.widgets.toast import SHOWN_MS, Toast

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


def show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)


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


@pytest.fixture
def sidebar(hub: ThemeHub, qtbot: QtBot) -> Sidebar:
    bar = Sidebar(hub, [*PAGES, NavItem("share", "Share with clinic", "send")])
    show(qtbot, bar)
    return bar


def test_the_sidebar_opens_a_page_by_mouse(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.navigated) as opened:
        QTest.mouseClick(sidebar.button("plan"), Qt.MouseButton.LeftButton)
    assert opened.args == ["plan"]
    assert sidebar.current() == "plan"


def test_the_sidebar_moves_by_arrows_and_opens_by_space(sidebar: Sidebar, qtbot: QtBot) -> None:
    opened: list[str] = []
    sidebar.navigated.connect(opened.append)
    sidebar.button("today").setFocus()
    QTest.keyClick(sidebar.button("today"), Qt.Key.Key_Down)
    assert sidebar.button("plan").hasFocus()
    assert opened == []
    QTest.keyClick(sidebar.button("plan"), Qt.Key.Key_Space)
    assert opened == ["plan"]


def test_the_sidebar_shows_the_page_without_opening_it_again(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sidebar.navigated):
        sidebar.set_current("share")
        sidebar.set_current("unknown")
    assert sidebar.current() == "share"
    assert sidebar.button("share").objectName() == "nav_share"
    assert sidebar.button("today").toolTip() == "Today (Ctrl+1)"


def test_a_long_item_of_the_sidebar_wraps(sidebar: Sidebar, hub: ThemeHub) -> None:
    sidebar.set_items([NavItem("a", "Share", "send"), NavItem("b", "Share this with my own clinic", "send")])
    assert sidebar.button("b").sizeHint().height() > sidebar.button("a").sizeHint().height()
    assert sidebar.sizeHint().width() == 176
    assert sidebar.current() == "a"


def test_a_banner_closes_and_says_so(hub: ThemeHub, qtbot: QtBot) -> None:
    banner = Banner(hub, "A newer file", Tone.CAUTION)
    show(qtbot, banner)
    action = banner.add_action("Show how", "show_how")
    close = banner.findChild(QAbstractButton, "banner_close")
    assert close is not None
    with qtbot.waitSignal(banner.closed):
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert banner.isHidden()
    assert action.objectName() == "show_how"
    assert banner.accessibleName() == "A newer file"


def test_a_banner_takes_another_message_and_drops_its_actions(hub: ThemeHub, qtbot: QtBot) -> None:
    banner = Banner(hub, "First", Tone.PRIMARY)
    show(qtbot, banner)
    action = banner.add_action("Do it", "do_it")
    banner.show_text("Second", Tone.ALERT)
    banner.clear_actions()
    assert (banner.text(), banner.tone()) == ("Second", Tone.ALERT)
    assert action.isHidden()


@pytest.fixture
def toast(hub: ThemeHub, qtbot: QtBot) -> Toast:
    host = QWidget()
    host.resize(800, 600)
    note = Toast(hub, host)
    show(qtbot, host)
    return note


def test_a_note_appears_over_the_lower_edge_and_stays_there(toast: Toast) -> None:
    host = toast.parentWidget()
    assert host is not None
    toast.show_note("Exercise removed.", can_undo=True)
    assert toast.isVisible()
    host.resize(1000, 700)
    assert host.rect().contains(toast.geometry())
    assert abs(toast.geometry().center().x() - 500) <= 1
    assert toast.geometry().bottom() > 600
    toast.hide()


def test_undo_is_emitted_once_and_hides_the_note(toast: Toast, qtbot: QtBot) -> None:
    toast.show_note("Exercise removed.", can_undo=True)
    undo = toast.findChild(QAbstractButton, "toast_undo")
    assert undo is not None
    with qtbot.waitSignal(toast.undone):
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_a_note_without_undo_offers_none_and_leaves_in_time(toast: Toast) -> None:
    toast.show_note(MARKUP)
    undo = toast.findChild(QAbstractButton, "toast_undo")
    assert undo is not None
    assert undo.isHidden()
    assert toast.text() == MARKUP
    assert 0 < toast.remaining_ms() <= SHOWN_MS * 1.05  # Qt may round a coarse timer up by a twentieth
    toast.hide()
    assert toast.remaining_ms() == 0


def test_escape_clears_the_search_and_the_cross_too(hub: ThemeHub, qtbot: QtBot) -> None:
    field = SearchField(hub, "Find a patient")
    show(qtbot, field)
    clear = field.findChild(QAbstractButton, "search_clear")
    assert clear is not None
    assert clear.isHidden()
    QTest.keyClicks(field, "bridge")
    assert clear.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    QTest.keyClicks(field, "tilt")
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert (field.text(), clear.isHidden()) == ("", True)


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
