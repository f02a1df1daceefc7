"""Own templates, favourites, and what is taken over from other programs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from facet_desktop.services.records import Patient
from facet_desktop.ui.editor.taking.dialog import TakingDialog
from facet_desktop.ui.plan.template_list import TemplateCardView
from tests.ui.editor.conftest import Ctrl, Editor, Shift


def shown(editor: Editor) -> list[str]:
    """Titles of the programs offered, in order."""
    QApplication.processEvents()
    cards = [one for one in editor.page.chooser.findChildren(TemplateCardView) if one.isVisible()]
    return [card.title() for card in sorted(cards, key=lambda card: (card.y(), card.x()))]


def saved(editor: Editor, name: str) -> None:
    """Keeps the program as a template by the keyboard."""
    editor.page.focus_exercises()
    editor.key(Qt.Key.Key_S, Ctrl | Shift)
    editor.key(Qt.Key.Key_A, Ctrl)
    editor.type(name)
    editor.key(Qt.Key.Key_Return)


def next_patient(editor: Editor, name: str) -> Patient:
    """Another patient, without a program, is the current one."""
    patient = editor.folder.services.patients.add(name)
    QApplication.processEvents()
    return patient


def choosing(editor: Editor) -> None:
    editor.page.focus_exercises()
    editor.key(Qt.Key.Key_N, Ctrl | Shift)


@pytest.fixture
def kept(editor: Editor) -> Editor:
    """A program of two exercises, kept as "Gentle start"."""
    editor.add("cat-cow", "pelvic-tilt")
    saved(editor, "Gentle start")
    return editor


def test_a_program_is_kept_as_a_template_and_begun_with_by_typing_its_name(
    kept: Editor,
) -> None:
    assert kept.page.body.toast.text() == "Gentle start is one of our own templates now."
    first = kept.program.id
    next_patient(kept, "Ben")
    kept.page.setFocus()
    kept.type("gentle")
    assert shown(kept) == ["Gentle start"]
    kept.key(Qt.Key.Key_Return)
    assert kept.program.title == "Gentle start"
    assert kept.names() == ["cat-cow", "pelvic-tilt"]
    assert kept.program.id != first


def test_a_taken_name_is_refused_where_it_is_typed(kept: Editor) -> None:
    saved(kept, "gentle START")
    assert "There is a template of this name already." in kept.page.beginning.names.problem.text()
    kept.key(Qt.Key.Key_Escape)
    assert len(kept.folder.services.templates.own()) == 1


def test_favourites_come_first_and_own_ones_before_what_ships(kept: Editor) -> None:
    choosing(kept)
    titles = shown(kept)
    assert titles[0] == "Gentle start"
    assert len(titles) == 13
    kept.press("favourite_maintenance")
    assert shown(kept)[:2] == ["Maintenance", "Gentle start"]
    kept.press("favourite_maintenance")
    assert shown(kept) == titles


def test_an_own_template_is_renamed_and_removed_and_comes_back(kept: Editor, qtbot: QtBot) -> None:
    choosing(kept)
    key = kept.folder.services.templates.own()[0].id
    chosen_from_menu(kept, key, "Rename…")
    field = kept.page.chooser.names.field
    qtbot.waitUntil(lambda: field.text() == "Gentle start")
    field.setText("Soft start")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown(kept)[0] == "Soft start"
    chosen_from_menu(kept, key, "Remove")
    assert "Soft start" not in shown(kept)
    undo = kept.page.chooser.findChild(QAbstractButton, "toast_undo")
    assert undo is not None
    undo.click()
    assert shown(kept)[0] == "Soft start"


def chosen_from_menu(editor: Editor, key: str, text: str) -> None:
    editor.press(f"template_more_{key}")
    menu = editor.page.chooser.findChildren(QMenu, "template_menu")[-1]
    wanted = next(action for action in menu.actions() if action.text() == text)
    menu.setActiveAction(wanted)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_escape_leaves_the_choice_and_keeps_the_program(kept: Editor) -> None:
    choosing(kept)
    assert kept.page.chooser.isVisible()
    kept.key(Qt.Key.Key_Escape)
    assert not kept.page.chooser.isVisible()
    assert kept.names() == ["cat-cow", "pelvic-tilt"]


def test_beginning_again_can_be_undone(kept: Editor) -> None:
    choosing(kept)
    kept.type("maintenance")
    kept.key(Qt.Key.Key_Return)
    assert kept.program.title == "Maintenance"
    kept.page.undo()
    assert kept.names() == ["cat-cow", "pelvic-tilt"]


# -- from another program --


def taking(editor: Editor, typed: str = "") -> TakingDialog:
    editor.page.focus_exercises()
    editor.key(Qt.Key.Key_K, Ctrl | Shift)
    dialog = editor.page.findChildren(TakingDialog)[-1]
    dialog.search.setText(typed)
    return dialog


def ticked(dialog: TakingDialog, *words: str) -> None:
    """Ticks the lines that begin with these words."""
    for word in words:
        found = dialog.tree.findItems(word, Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)
        found[0].setCheckState(0, Qt.CheckState.Checked)


def test_exercises_of_another_patient_are_added_with_their_dose(
    kept: Editor,
) -> None:
    next_patient(kept, "Ben")
    kept.page.beginning.begin_with("ask-doctor-jo-six")
    other, theirs = kept.program, {item.exercise: item for item in kept.items}
    kept.page.open_program(kept.patient.id)
    dialog = taking(kept, "ben")
    assert dialog.title.text() == other.title
    ticked(dialog, "Single knee to chest", "Cat stretch")
    dialog.add_exercises.click()
    assert sorted(kept.names()[2:]) == ["cat-stretch", "single-knee-to-chest"]
    mine = {item.exercise: item for item in kept.items}
    assert mine["cat-stretch"].dose == theirs["cat-stretch"].dose
    assert mine["cat-stretch"].id != theirs["cat-stretch"].id
    kept.page.undo()
    assert kept.names() == ["cat-cow", "pelvic-tilt"]


def test_whole_sessions_are_added_to_the_phase_with_their_days(kept: Editor) -> None:
    dialog = taking(kept, "early phase")
    ticked(dialog, "Breathe and switch on", "Walk")
    assert dialog.chosen.text().endswith("from 2 sessions")
    dialog.add_sessions.click()
    sessions = kept.page.desk.state.phase.sessions
    assert [one.name for one in sessions] == ["Daily", "Breathe and switch on", "Walk"]
    assert kept.page.desk.state.session.name == "Breathe and switch on"
    kept.page.undo()
    assert [one.name for one in kept.page.desk.state.phase.sessions] == ["Daily"]


def test_what_this_patient_should_avoid_is_said_before_it_is_taken(kept: Editor) -> None:
    kept.folder.services.patients.set_conditions(kept.patient.id, ("kneeling-intolerance",))
    dialog = taking(kept, "early phase")
    found = dialog.tree.findItems("Cat-cow", Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)
    assert "precaution: kneeling" in found[0].text(0)
    dialog.reject()


def test_space_ticks_a_whole_session(kept: Editor) -> None:
    dialog = taking(kept, "gentle start")
    dialog.tree.setFocus()
    kept.key(Qt.Key.Key_Down)
    kept.key(Qt.Key.Key_Space)
    assert len(dialog.tree.ticked()) == 2
    dialog.add_exercises.click()
    assert kept.names() == ["cat-cow", "pelvic-tilt"] * 2


def test_a_patient_without_a_program_says_so(kept: Editor) -> None:
    kept.folder.services.patients.add("Ben")
    kept.page.open_program(kept.patient.id)
    dialog = taking(kept, "ben")
    assert dialog.trouble.text() == "This patient has no program yet."
    assert not dialog.take_all.isEnabled()
    dialog.reject()


def test_a_new_patient_begins_with_the_whole_program_of_another(
    kept: Editor,
) -> None:
    first = kept.program.id
    next_patient(kept, "Ben")
    kept.press("chooser_other")
    dialog = kept.page.findChildren(TakingDialog)[-1]
    assert not dialog.add_exercises.isVisible()
    dialog.search.setText("ana")
    dialog.take_all.click()
    assert kept.names() == ["cat-cow", "pelvic-tilt"]
    assert kept.program.id != first
