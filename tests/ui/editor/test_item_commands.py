"""Ladders, swaps, headings and copies to other days: one command each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from facet_desktop.domain.dose import Span
from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.ui.editor.card_layout import card_layout
from tests.ui.editor.conftest import Alt, Ctrl, Editor, Shift


@pytest.fixture
def bridge(editor: Editor) -> Editor:
    """A segmental bridge of 4 sets, selected."""
    editor.add("segmental-bridge")
    editor.select(0)
    editor.write(DoseField.SETS, "4")
    editor.page.focus_exercises()
    return editor


def test_the_next_step_of_the_ladder_takes_the_place_and_keeps_the_dose(bridge: Editor) -> None:
    bridge.key(Qt.Key.Key_Right, Alt)
    assert bridge.names() == ["neutral-bridge"]
    assert bridge.items[0].dose.sets == Span.of(4)
    assert bridge.page.menus.actions["undo"].text() == "Undo: Swap Segmental bridge for Neutral-spine bridge"
    bridge.key(Qt.Key.Key_Right, Alt)
    assert bridge.names() == ["marching-bridge"]
    bridge.key(Qt.Key.Key_Left, Alt)
    assert bridge.names() == ["neutral-bridge"]


def test_the_next_step_can_be_added_below(bridge: Editor) -> None:
    bridge.key(Qt.Key.Key_Right, Alt | Shift)
    assert bridge.names() == ["segmental-bridge", "neutral-bridge"]


def test_the_end_of_a_ladder_says_so(editor: Editor) -> None:
    editor.add("diaphragmatic-breathing")
    editor.select(0)
    editor.page.focus_exercises()
    editor.key(Qt.Key.Key_Left, Alt)
    assert "first step of its ladder" in str(editor.told[0])
    assert editor.names() == ["diaphragmatic-breathing"]


def test_everything_selected_that_does_not_suit_is_swapped_in_one_step(editor: Editor) -> None:
    editor.folder.services.patients.set_conditions(editor.patient.id, ("kneeling-intolerance",))
    editor.add("cat-cow", "pelvic-tilt", "bird-dog")
    editor.select(0, 1, 2)
    editor.page.focus_exercises()
    editor.key(Qt.Key.Key_Period, Ctrl)
    assert editor.names()[1] == "pelvic-tilt"
    assert editor.page.menus.actions["undo"].text() == "Undo: Swap 2 exercises"
    library = editor.folder.services.library.library
    tags = {tag.value for slug in editor.names() for tag in library.exercise(slug).precautions}
    assert "kneel" not in tags
    editor.page.undo()
    assert editor.names() == ["cat-cow", "pelvic-tilt", "bird-dog"]


def test_a_card_that_does_not_suit_has_its_own_button_to_swap(editor: Editor) -> None:
    editor.folder.services.patients.set_conditions(editor.patient.id, ("kneeling-intolerance",))
    editor.add("pelvic-tilt", "cat-cow")
    outline = editor.page.body.outline
    assert [bool(row.swap_name) for row in outline.rows().rows()] == [False, True]
    rect = outline.visualRect(outline.rows().index(1))
    swap = card_layout(editor.page.desk.context.theme, rect, has_section=False, has_swap=True).swap
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=swap.center())
    assert editor.names()[0] == "pelvic-tilt"
    assert editor.names()[1] != "cat-cow"


def test_the_menu_of_a_card_holds_what_can_be_done_with_it(bridge: Editor) -> None:
    outline = bridge.page.body.outline
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(outline.viewport(), event)
    menu = bridge.page.findChild(QMenu, "editor_item_menu")
    assert menu is not None
    texts = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    menu.close()
    assert texts[:4] == [
        "Next step of the ladder",
        "Easier step of the ladder",
        "Add the next step below",
        "Swap for one that suits",
    ]


def test_a_heading_is_set_by_the_keyboard(bridge: Editor) -> None:
    bridge.key(Qt.Key.Key_H, Ctrl)
    bridge.type("Warm-up")
    bridge.key(Qt.Key.Key_Return)
    assert bridge.items[0].section == "Warm-up"


def test_a_session_is_copied_to_the_days_that_are_free(bridge: Editor) -> None:
    plan = bridge.page.desk.plan
    bridge.page.desk.do(lambda: plan.schedule({0, 2, 4}, 2, "days"))
    bridge.key(Qt.Key.Key_E, Ctrl | Shift)
    bridge.key(Qt.Key.Key_Space)
    sessions = bridge.page.desk.state.phase.sessions
    assert [one.name for one in sessions] == ["Daily", "Daily (Tue, Thu, Sat, Sun)"]
    assert sessions[1].schedule.weekdays == frozenset({1, 3, 5, 6})
    assert sessions[1].schedule.times_per_day == 2
    assert bridge.page.desk.state.session.id == sessions[1].id
    assert bridge.names() == ["segmental-bridge"]
    bridge.page.undo()
    assert len(bridge.page.desk.state.phase.sessions) == 1
