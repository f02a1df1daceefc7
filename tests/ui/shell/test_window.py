"""The main window: first run, navigation by role, the player, and what it remembers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.bootstrap import OpenFolder
from facet_desktop.domain.engine import Status
from facet_desktop.domain.errors import UserError
from facet_desktop.services.app import AppServices
from facet_desktop.services.records import Patient, Revision
from facet_desktop.services.settings import Role, ThemeChoice
from facet_desktop.ui.app import Folders, build_window
from facet_desktop.ui.errors import ErrorDesk
from facet_desktop.ui.page import Page
from facet_desktop.ui.plan.page import PlanPage
from facet_desktop.ui.shell.memory import WindowMemory
from facet_desktop.ui.shell.pages import PAGES, PageNames, pages_for
from facet_desktop.ui.shell.window import FIRST_RUN, MainWindow
from tests.fakes import FakeClock

DAY_MS = 86_400_000


def show(window: MainWindow, qtbot: QtBot, page: str = "") -> None:
    with qtbot.waitSignal(window.first_painted):
        window.begin(page)
        window.show()
    QApplication.processEvents()  # keys and menu come after the first page


def act(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, f"action_{name}")
    assert action is not None
    action.trigger()


def nav(window: MainWindow) -> list[str]:
    QApplication.processEvents()
    buttons = window.frame_view.sidebar.findChildren(QAbstractButton)
    return [one.objectName() for one in buttons if one.objectName().startswith("nav_") and not one.isHidden()]


def built(window: MainWindow) -> list[str]:
    return [page.objectName() for page in window.frame_view.pages.findChildren(Page)]


def test_a_new_computer_begins_with_the_first_run(window: MainWindow, qtbot: QtBot) -> None:
    show(window, qtbot)
    assert window.page_key == FIRST_RUN


def test_the_first_page_alone_is_built(window: MainWindow, qtbot: QtBot, plan: Revision) -> None:
    show(window, qtbot)
    assert plan.number == 1
    assert window.page_key == "today"
    assert built(window) == ["today_page"]


def test_the_window_tells_once_when_the_first_page_is_painted(
    window: MainWindow, qtbot: QtBot, plan: Revision
) -> None:
    told: list[int] = []
    window.first_painted.connect(lambda: told.append(1))
    show(window, qtbot)
    assert plan.number == 1
    window.open_page("settings")
    window.grab()
    QApplication.processEvents()
    assert told == [1]


def test_each_role_has_its_pages_and_every_page_a_name(
    window: MainWindow, qtbot: QtBot, plan: Revision
) -> None:
    show(window, qtbot)
    assert plan.number == 1
    home = [f"nav_{entry.key}" for entry in pages_for(Role.HOME) if entry.in_sidebar]
    assert nav(window) == home
    assert {"today", "progress", "plan", "settings"} <= {entry.key for entry in pages_for(Role.HOME)}
    assert {"editor", "progress", "settings"} <= {entry.key for entry in pages_for(Role.CLINIC)}
    assert all(PageNames().name(entry.key) for entry in PAGES)


def test_changing_the_role_changes_the_pages_at_once(
    window: MainWindow, qtbot: QtBot, plan: Revision, app_services: AppServices
) -> None:
    show(window, qtbot, "settings")
    assert plan.number == 1
    app_services.settings.change(role=Role.CLINIC)
    assert window.page_key == "settings"
    assert "nav_editor" in nav(window)
    assert "nav_today" not in nav(window)


def test_keys_and_clicks_open_pages(window: MainWindow, qtbot: QtBot, plan: Revision) -> None:
    show(window, qtbot)
    assert plan.number == 1
    QTest.mouseClick(window.frame_view.sidebar.button("plan"), Qt.MouseButton.LeftButton)
    assert window.page_key == "plan"
    act(window, "go_settings")
    assert window.page_key == "settings"
    assert window.frame_view.sidebar.current() == "settings"
    action = window.findChild(QAction, "action_go_settings")
    assert action is not None
    assert "Ctrl+," in [key.toString() for key in action.shortcuts()]


def test_enter_presses_the_button_that_has_the_keyboard(
    window: MainWindow, qtbot: QtBot, plan: Revision
) -> None:
    show(window, qtbot)
    assert plan.number == 1
    button = window.frame_view.sidebar.button("plan")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert window.page_key == "plan"
    button = window.frame_view.sidebar.button("settings")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.page_key == "plan"


def test_a_hidden_page_reads_again_only_when_it_is_shown(
    window: MainWindow,
    qtbot: QtBot,
    plan: Revision,
    patient: Patient,
    publish: Callable[[Patient, str], Revision],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    show(window, qtbot, "plan")
    assert plan.number == 1
    window.open_page("settings")
    read: list[int] = []
    refresh = PlanPage.refresh

    def counted(page: PlanPage) -> None:
        read.append(1)
        refresh(page)

    monkeypatch.setattr(PlanPage, "refresh", counted)
    publish(patient, "rehab-science-four")
    publish(patient, "early-phase")
    assert read == []
    window.open_page("plan")
    assert read == [1]
    window.open_page("settings")
    window.open_page("plan")
    assert read == [1]


def test_a_new_day_is_noticed_when_somebody_comes_back(
    window: MainWindow, qtbot: QtBot, qapp: QApplication, plan: Revision, clock: FakeClock
) -> None:
    def titles() -> list[str]:
        return [label.text() for label in window.findChildren(QLabel)]

    show(window, qtbot)
    assert plan.number == 1
    assert "Monday 5 January · week 1 · early phase" in titles()
    clock.jump(DAY_MS)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert "Tuesday 6 January · week 1 · early phase" in titles()


def test_the_visible_page_follows_what_happens(
    window: MainWindow, qtbot: QtBot, plan: Revision, app_services: AppServices, patient: Patient
) -> None:
    show(window, qtbot)
    assert plan.number == 1
    app_services.pain.rate(patient.id, 6)
    note = window.findChild(QLabel, "pain_note")
    assert note is not None
    assert note.text().startswith("Last answer today: 6.")


def test_theme_and_text_size_change_live(
    window: MainWindow, qtbot: QtBot, plan: Revision, app_services: AppServices
) -> None:
    def corner() -> str:
        picture: QImage = window.grab().toImage()
        return picture.pixelColor(picture.width() - 2, picture.height() // 2).name()

    show(window, qtbot)
    assert plan.number == 1
    light = corner()
    app_services.settings.change(theme=ThemeChoice.DARK)
    assert corner() != light
    act(window, "larger_text")
    assert app_services.settings.present.text_scale == 1.1
    act(window, "normal_text")
    assert app_services.settings.present.text_scale == 1.0
    act(window, "smaller_text")
    assert app_services.settings.present.text_scale == 0.9


def test_a_session_plays_over_the_whole_window_and_closing_keeps_its_place(
    window: MainWindow, qtbot: QtBot, plan: Revision, app_services: AppServices, patient: Patient
) -> None:
    show(window, qtbot)
    session = plan.program.phases[0].sessions[0]
    played = app_services.play.start(plan.id, session.id, app_services.settings.present.pacing)
    window.play(played)
    assert window.page_key == "player"
    assert not window.frame_view.isVisible()
    act(window, "go_settings")
    assert window.page_key == "player"

    window.close()
    assert played.state.status is Status.PAUSED
    assert app_services.play.offer(patient.id) is not None


def test_titles_hold_no_names(window: MainWindow, qtbot: QtBot, app_services: AppServices) -> None:
    app_services.settings.change(role=Role.CLINIC)
    app_services.patients.add("Ada Lovelace")
    show(window, qtbot, "settings")
    assert "Ada" not in window.windowTitle()


def test_a_user_error_becomes_a_banner_with_advice(window: MainWindow, qtbot: QtBot, plan: Revision) -> None:
    show(window, qtbot)
    assert plan.number == 1
    desk = window.findChild(ErrorDesk)
    assert desk is not None
    desk.report(UserError("The plan {name} is empty.", "Add an exercise.", name="A"))
    banner = window.frame_view.banner
    assert banner.isVisible()
    assert banner.text() == "The plan A is empty. Add an exercise."


def test_place_and_page_are_remembered(
    qapp: QApplication, opened: OpenFolder, qtbot: QtBot, plan: Revision
) -> None:
    folders = Folders(opened.resources, opened.folder, opened.cache)
    first = build_window(qapp, opened.services, folders, live=False)
    show(first, qtbot)
    first.resize(780, 640)
    first.open_page("plan")
    first.close()
    second = build_window(qapp, opened.services, folders, live=False)
    show(second, qtbot)
    assert plan.number == 1
    assert second.page_key == "plan"
    assert (second.width(), second.height()) == (780, 640)
    second.close()
    for window in (first, second):
        window.deleteLater()


def test_the_first_window_is_no_larger_than_the_screen(
    window: MainWindow, qapp: QApplication, tmp_path: Path
) -> None:
    room = qapp.primaryScreen().availableSize()
    assert room.width() < 1280  # or the test would say nothing
    WindowMemory(tmp_path / "window.ini").restore(window)
    assert window.width() <= room.width()
    assert window.height() <= room.height()


def test_a_damaged_memory_does_not_keep_the_window_from_opening(
    qapp: QApplication, opened: OpenFolder, qtbot: QtBot, plan: Revision
) -> None:
    (opened.folder / "window.ini").write_bytes(b"[window]\ngeometry=@ByteArray(nonsense\npage=nowhere\n\xff")
    window = build_window(
        qapp, opened.services, Folders(opened.resources, opened.folder, opened.cache), live=False
    )
    show(window, qtbot)
    assert plan.number == 1
    assert window.page_key == "today"
    window.close()
    window.deleteLater()


def test_help_tells_every_key_and_every_version(window: MainWindow, qtbot: QtBot, plan: Revision) -> None:
    show(window, qtbot)
    assert plan.number == 1
    act(window, "shortcuts")
    act(window, "about")
    words = {label.text() for label in window.findChildren(QLabel)}
    assert {"Full screen", "Settings", "Larger text"} <= words
    assert all(any(key in one for one in words) for key in ("F11", "Ctrl+,", "Ctrl++", "F1"))
    assert any(one.startswith("Facet 0") for one in words)
    for name in ("shortcuts_dialog", "about_dialog"):
        dialog = window.findChild(QWidget, name)
        assert dialog is not None
        dialog.close()


def test_help_tells_the_keys_of_the_open_page_first(
    window: MainWindow, qtbot: QtBot, plan: Revision, app_services: AppServices
) -> None:
    assert plan.number == 1
    app_services.settings.change(role=Role.CLINIC)
    show(window, qtbot)
    window.open_page("editor")
    act(window, "shortcuts")
    dialog = window.findChild(QWidget, "shortcuts_dialog")
    assert dialog is not None
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert words.index("Add by name") < words.index("Full screen")
    assert words[words.index("Add by name") - 1] == "Ctrl+K"
    assert {"Alt+Up", "Ctrl+Shift+K", "Ctrl+Shift+R"} <= set(words)
    dialog.close()


def test_the_menu_opens_by_its_button(window: MainWindow, qtbot: QtBot, plan: Revision) -> None:
    show(window, qtbot)
    assert plan.number == 1
    button = window.findChild(QAbstractButton, "menu_button")
    assert button is not None
    button.click()
    menu = window.findChild(QWidget, "main_menu")
    assert menu is not None
    assert menu.isVisible()
    menu.close()
