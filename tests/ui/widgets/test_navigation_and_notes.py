"""The sidebar, banners, notes and the search by mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.theme import ThemeHub
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.search_field import SearchField
from facet_desktop.ui.widgets.sidebar import NavItem, Sidebar
from facet_desktop.ui.widgets.toast import SHOWN_MS, Toast
from tests.ui.widgets.showing import show

MARKUP = "<b>x</b> &amp;"
PAGES = (NavItem("today", "Today", "sun", "Ctrl+1"), NavItem("plan", "My plan", "clipboard-list"))


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
