"""The page as a whole: beginning, sessions and phases, warnings, preview, publishing, two windows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.domain.dose import Dose, Span
from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.domain.editing.phases import set_title
from facet_desktop.domain.timeline import session_ms
from facet_desktop.services.editing import EditSession
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.records import Patient
from facet_desktop.services.wording.dose_words import clock_text
from facet_desktop.ui.editor.chooser import TemplateChooser
from tests.ui.editor.conftest import Ctrl, Editor


def menu_action(editor: Editor, menu: str, text: str) -> QAction:
    found = editor.page.findChildren(QMenu, menu)[-1]
    return next(one for one in found.actions() if one.text().replace("&", "") == text)


def test_without_a_program_there_is_a_choice_of_all_that_ship(start: Editor) -> None:
    chooser = start.page.findChild(TemplateChooser)
    assert chooser is not None
    assert chooser.isVisible()
    shelf = start.folder.services.library.library.templates
    offered = [one for one in chooser.findChildren(QAbstractButton) if one.objectName().startswith("choose_")]
    assert len(offered) == len(shelf)


def test_choosing_a_program_opens_it_as_a_draft(start: Editor) -> None:
    start.press("choose_ask-doctor-jo-six")
    assert start.program.title == "Ask Doctor Jo: six exercises"
    assert start.stored() == start.program
    assert start.page.body.isVisible()
    assert start.page.body.outline.hasFocus()


def test_opening_a_program_shows_its_first_exercise(start: Editor) -> None:
    start.press("choose_ask-doctor-jo-six")
    inspector = start.page.body.inspector
    title = inspector.findChild(QLabel, "editor_inspector_title")
    assert title is not None
    assert title.text() == start.items[0].name
    assert start.page.body.outline.selected_ids() == [start.items[0].id]
    assert start.field(DoseField.SETS).isVisible()


def test_what_is_only_shown_is_no_place_to_add_after(start: Editor) -> None:
    start.press("choose_ask-doctor-jo-six")
    start.page.desk.do(lambda: start.page.desk.items.add(["cat-cow"]))
    assert start.names()[-1] == "cat-cow"
    start.select(0)
    start.page.desk.do(lambda: start.page.desk.items.add(["pelvic-tilt"]))
    assert start.names()[1] == "pelvic-tilt"


def test_going_back_to_a_session_shows_its_first_exercise_again(editor: Editor) -> None:
    editor.add("cat-cow", "pelvic-tilt")
    plan = editor.page.desk.plan
    editor.page.desk.do(lambda: plan.add_session("Evening", "Add session"))
    assert editor.page.body.outline.selected_ids() == []
    editor.page.desk.do(lambda: plan.step_session(1))
    assert editor.page.body.outline.selected_ids() == [editor.items[0].id]


def test_the_draft_is_there_again_after_a_restart(editor: Editor, make: Callable[[Patient], Editor]) -> None:
    editor.add("cat-cow")
    again = make(editor.patient)
    assert again.program == editor.program


def test_another_patient_has_another_program(editor: Editor) -> None:
    editor.add("cat-cow")
    other = editor.folder.services.patients.add("Ben")
    editor.page.open_program(other.id)
    assert editor.page.chooser.isVisible()
    editor.page.open_program(editor.patient.id)
    assert editor.names() == ["cat-cow"]


def test_the_title_is_changed_in_its_place(editor: Editor) -> None:
    editor.key(Qt.Key.Key_F4)
    editor.type("Settle and move")
    editor.key(Qt.Key.Key_Return)
    assert editor.program.title == "Settle and move"
    editor.page.undo()
    assert editor.page.body.header.title.title() == "New program"


def test_an_empty_title_is_refused_and_the_old_one_stays(editor: Editor) -> None:
    editor.page.body.header.renamed.emit("  ")
    assert editor.program.title == "New program"
    assert len(editor.told) == 1


def test_minutes_are_those_of_the_player(editor: Editor) -> None:
    editor.add("single-knee-to-chest", "front-plank", "walking-intervals")
    pacing = editor.folder.services.settings.present.pacing
    expected = clock_text(session_ms(editor.page.desk.state.session, pacing))
    assert editor.page.body.session_bar.minutes() == expected


def test_load_by_direction_adds_up_to_the_minutes(editor: Editor) -> None:
    editor.add("single-knee-to-chest", "front-plank", "lower-trunk-rotation")
    shares = editor.page.body.load.bar.shares()
    pacing = editor.folder.services.settings.present.pacing
    total_s = -(-session_ms(editor.page.desk.state.session, pacing) // 1000)
    assert sum(share.amount for share in shares) == total_s


def test_more_than_four_exercises_bring_a_piece_of_advice(editor: Editor) -> None:
    editor.add("cat-cow", "pelvic-tilt", "front-plank", "clamshell")
    notice = editor.page.findChild(QLabel, "editor_notice")
    assert notice is not None
    assert not notice.isVisible()
    editor.add("side-plank")
    assert notice.isVisible()
    assert "5 exercises" in notice.text()


def test_sessions_are_added_renamed_copied_and_removed(editor: Editor, qtbot: QtBot) -> None:
    editor.add("cat-cow")
    editor.key(Qt.Key.Key_D, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    sessions = [one.name for one in editor.page.desk.state.phase.sessions]
    assert sessions == ["Daily", "Daily copy"]
    assert editor.names() == ["cat-cow"]
    editor.key(Qt.Key.Key_R, Ctrl)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    editor.type("Evening")
    editor.key(Qt.Key.Key_Return)
    assert editor.page.desk.state.session.name == "Evening"
    editor.key(Qt.Key.Key_PageUp, Ctrl)
    assert editor.page.desk.state.session.name == "Daily"
    editor.page.menus.actions["session_remove"].trigger()
    assert [one.name for one in editor.page.desk.state.phase.sessions] == ["Evening"]
    editor.page.menus.actions["session_remove"].trigger()
    assert "at least one session" in str(editor.told[-1])


def test_a_refused_name_stays_with_its_reason(editor: Editor, qtbot: QtBot) -> None:
    editor.key(Qt.Key.Key_R, Ctrl)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    editor.type("   ")
    editor.key(Qt.Key.Key_Return)
    names = editor.page.menus.names
    assert names.isVisible()
    assert "must not be empty" in names.problem.text()
    editor.key(Qt.Key.Key_Escape)
    assert editor.page.desk.state.session.name == "Daily"


def test_days_are_chosen_and_no_day_is_refused(editor: Editor) -> None:
    editor.key(Qt.Key.Key_E, Ctrl)
    days = editor.page.wiring.days
    days.days[5].click()
    days.days[6].click()
    assert editor.page.desk.state.session.schedule.weekdays == frozenset(range(5))
    for day in range(5):
        days.days[day].click()
    assert "at least one day" in days.problem.text()
    assert editor.page.desk.state.session.schedule.weekdays == frozenset({4})
    days.times.setValue(2)
    days.days[0].click()
    assert editor.page.desk.state.session.schedule.times_per_day == 2
    days.hide()


def test_phases_are_added_and_shown(editor: Editor) -> None:
    editor.page.body.session_bar.phase_menu_wanted.emit(editor.page.mapToGlobal(editor.page.rect().center()))
    adding = menu_action(editor, "editor_phase_menu", "Add a phase").menu()
    assert isinstance(adding, QMenu)
    next(one for one in adding.actions() if "Middle" in one.text()).trigger()
    editor.close_popup()
    assert [phase.title for phase in editor.program.phases] == ["Early phase", "Middle phase"]
    assert editor.page.desk.state.phase.title == "Middle phase"
    editor.page.undo()
    assert editor.page.desk.state.phase.title == "Early phase"


def test_undo_goes_to_the_session_in_which_something_changed(editor: Editor) -> None:
    editor.add("cat-cow")
    editor.page.desk.do(lambda: editor.page.desk.plan.add_session("Evening", "Add session"))
    editor.page.desk.do(lambda: editor.page.desk.plan.step_session(1))
    editor.add("front-plank")
    editor.page.desk.do(lambda: editor.page.desk.plan.step_session(1))
    assert editor.page.desk.state.session.name == "Evening"
    editor.page.undo()
    assert editor.page.desk.state.session.name == "Daily"


def test_a_precaution_stays_when_its_exercise_was_put_away(editor: Editor) -> None:
    services = editor.folder.services
    plain = services.own.copy_of(services.library.library.exercise("cat-cow"), "Own cat")
    own = services.own.save(plain)
    editor.add(own.slug)
    services.patients.set_conditions(editor.patient.id, ("kneeling-intolerance",))
    services.own.archive(own.slug)
    editor.page.refresh()
    row = editor.page.body.outline.rows().rows()[-1]
    assert row.slug.startswith(own.slug)
    assert [one.text for one in row.warnings] == ["kneeling"]


def test_a_precaution_names_its_reason_and_is_swapped_with_one_click(editor: Editor) -> None:
    editor.folder.services.patients.set_conditions(editor.patient.id, ("kneeling-intolerance",))
    editor.add("cat-cow")
    swap = editor.page.findChild(QAbstractButton, "editor_swap")
    assert swap is not None
    assert swap.isVisible()
    banner = editor.page.findChild(QWidget, "editor_precaution")
    assert banner is not None
    assert "Kneeling hurts" in banner.accessibleName()
    swap.click()
    library = editor.folder.services.library.library
    assert editor.names() != ["cat-cow"]
    assert "kneel" not in {tag.value for tag in library.exercise(editor.names()[0]).precautions}
    assert not swap.isVisible()
    editor.page.undo()
    assert editor.names() == ["cat-cow"]


def test_new_conditions_show_at_once_on_cards_and_in_the_library(editor: Editor) -> None:
    editor.add("cat-cow")
    assert editor.page.body.outline.rows().rows()[0].warnings == ()
    editor.folder.services.patients.set_conditions(editor.patient.id, ("kneeling-intolerance",))
    assert editor.page.body.outline.rows().rows()[0].warnings[0].text == "kneeling"
    listed = {row.slug: row.warning for row in editor.page.body.library.list.rows().rows()}
    assert listed["cat-cow"] == "precaution: kneeling"
    assert listed["pelvic-tilt"] == ""


def test_preview_plays_without_recording(editor: Editor) -> None:
    editor.add("cat-cow")
    played: list[PlayedSession] = []
    editor.page.play.connect(played.append)
    editor.key(Qt.Key.Key_F5)
    assert len(played) == 1
    assert played[0].planned == editor.page.desk.state.session
    assert editor.folder.services.play.offer(editor.patient.id) is None


def test_an_empty_session_cannot_be_previewed(editor: Editor) -> None:
    editor.press("editor_preview")
    assert "nothing to preview" in str(editor.told[0])


def test_publishing_lists_what_is_missing_and_leads_there(editor: Editor) -> None:
    editor.press("editor_publish")
    popover = editor.page.publishing.popover
    problems = popover.findChild(QLabel, "editor_publish_problems")
    assert problems is not None
    assert "at least one exercise" in problems.text()
    popover.confirm.click()
    assert not popover.isVisible()
    assert editor.page.body.hint.hasFocus()
    assert editor.folder.services.programs.current(editor.patient.id) is None


def test_an_unsound_draft_leads_to_its_first_field(start: Editor) -> None:
    services = start.folder.services
    draft = services.programs.begin_from_template(start.patient.id, "ask-doctor-jo-six")
    session = next(iter(draft.program.sessions()))[1]
    bad = replace(session.items[2], dose=Dose(sets=Span.of(99)))
    items = (*session.items[:2], bad, *session.items[3:])
    services.programs.save_draft(
        start.patient.id, draft.program.with_session(session.id, lambda one: replace(one, items=items)), None
    )
    start.page.refresh()
    start.press("editor_publish")
    start.page.publishing.popover.confirm.click()
    assert start.page.desk.state.selected == (bad.id,)
    focused = start.focused()
    assert isinstance(focused, QLineEdit)
    assert focused.objectName() == "editor_dose_sets"


def test_publishing_twice_without_a_change_is_refused(editor: Editor) -> None:
    editor.add("cat-cow")
    popover = editor.page.publishing.popover
    for _ in range(2):
        editor.press("editor_publish")
        popover.confirm.click()
    problems = popover.findChild(QLabel, "editor_publish_problems")
    assert problems is not None
    assert "Nothing has changed since revision 1" in problems.text()
    popover.hide()
    draft = editor.page.findChild(QLabel, "editor_draft")
    assert draft is not None
    assert draft.text() == "draft 2"


def test_a_change_in_another_window_is_taken_over_and_can_be_undone(editor: Editor) -> None:
    programs = editor.folder.services.programs
    draft = programs.draft(editor.program.id)
    assert draft is not None
    other = EditSession(draft, programs)
    other.apply(lambda program: set_title(program, "Theirs"), "Change title")
    assert editor.program.title == "Theirs"
    editor.page.undo()
    assert editor.program.title == "New program"


def test_a_change_of_nothing_makes_no_step(editor: Editor) -> None:
    editor.add("cat-cow")
    editor.page.desk.do(lambda: editor.page.desk.items.set_note("", "note"))
    assert editor.page.menus.actions["undo"].text() == "Undo: Add Cat-cow"


@pytest.mark.parametrize("width", [848, 1104])
def test_nothing_of_the_page_is_cut_off(editor: Editor, width: int) -> None:
    editor.add("cat-cow", "front-plank")
    editor.page.resize(width, 700)
    QApplication.processEvents()
    body = editor.page.body
    assert body.is_narrow == (width < 980)
    for part in (body.header, body.session_bar, body.outline, body.hint, body.load, body.inspector):
        assert part.isVisible()
        corner = part.mapTo(body, part.rect().bottomRight())
        assert body.rect().contains(corner), part


def test_every_control_has_a_name_for_tools_and_for_screen_readers(editor: Editor) -> None:
    editor.add("cat-cow")
    controls = [*editor.page.findChildren(QAbstractButton), *editor.page.findChildren(QLineEdit)]
    shown = [one for one in controls if one.isVisible()]
    assert len(shown) > 20
    assert [one for one in shown if not one.objectName() or not one.accessibleName()] == []


def test_the_handout_of_the_program_opens_with_a_key_and_with_its_button(editor: Editor) -> None:
    editor.add("cat-cow")
    for by_key in (True, False):
        if by_key:
            editor.key(Qt.Key.Key_P, Ctrl)
        else:
            editor.press("editor_handout")
        dialog = editor.page.findChild(QDialog, "handout_dialog")
        assert dialog is not None
        assert dialog.isVisible()
        dialog.close()
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
        assert editor.page.findChild(QDialog, "handout_dialog") is None
