"""Two revisions side by side, what was played from them, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.domain.program import Gate
from facet_desktop.ui.editor.revisions.dialog import RevisionsDialog
from facet_desktop.ui.widgets.chips import Chip
from tests.ui.editor.conftest import Ctrl, Editor, Shift


def published_twice(editor: Editor) -> RevisionsDialog:
    """Revision 1: cat-cow and tilt. Revision 2: more of one, without the other. Draft: one more."""
    editor.add("cat-cow", "pelvic-tilt")
    editor.page.publishing.publish("First plan")
    editor.select(0)
    editor.write(DoseField.REPS, "12")
    editor.select(1)
    editor.page.wiring.remove()
    editor.page.publishing.publish("Less")
    editor.add("front-plank")
    return opened(editor)


def opened(editor: Editor) -> RevisionsDialog:
    editor.page.menus.actions["revisions"].trigger()
    dialog = editor.page.findChild(RevisionsDialog)
    assert dialog is not None
    return dialog


def texts(dialog: RevisionsDialog) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in dialog.sides.findChildren(QLabel) if label.isVisibleTo(dialog)]


def chips(dialog: RevisionsDialog) -> list[str]:
    QApplication.processEvents()
    return sorted(chip.text() for chip in dialog.sides.findChildren(Chip) if chip.isVisibleTo(dialog))


def test_the_draft_is_compared_with_the_last_revision_at_first(editor: Editor) -> None:
    dialog = published_twice(editor)
    assert dialog.summary.text() == "Exercises: 1 added"
    assert chips(dialog) == ["added"]
    assert "Forearm plank" in texts(dialog)
    assert "Cat-cow" not in texts(dialog)
    dialog.only_changes.setChecked(False)
    assert "Cat-cow" in texts(dialog)
    dialog.reject()


def test_any_two_revisions_are_compared_in_words(editor: Editor) -> None:
    dialog = published_twice(editor)
    dialog.versions.setCurrentRow(1)
    assert dialog.summary.text() == "Exercises: 1 removed, 1 changed"
    assert "Repetitions: 10 → 12" in texts(dialog)
    assert chips(dialog) == ["changed", "removed"]
    dialog.other.setCurrentIndex(0)
    dialog.show_chosen()
    assert dialog.summary.text() == "Exercises: 1 added"
    dialog.reject()


def test_every_kind_of_difference_has_words(editor: Editor) -> None:
    editor.add("cat-cow", "pelvic-tilt")
    editor.page.publishing.publish("")
    state, plan, items = editor.page.desk.state, editor.page.desk.plan, editor.page.desk.items
    state.choose([item.id for item in editor.items])
    items.group("circuit")
    items.set_note("Slowly", "note")
    state.choose([editor.items[0].id])
    items.set_section("Warm-up", "heading")
    items.set_rule(None, "rule")
    plan.rename_session("Morning", "name")
    plan.schedule({0, 2}, 2, "days")
    plan.set_gate(Gate(("Walk 10 minutes",), 2), "gate")
    dialog = opened(editor)
    shown = texts(dialog)
    for sentence in (
        "Now in a circuit",
        "Note to the patient: none → Slowly",
        "Heading: none → Warm-up",
        "Name: Daily → Morning",
        "Days: Every day → Mon, Wed, 2 ×",
        "Moves on when: none → After at least 2 weeks. Walk 10 minutes.",
    ):
        assert sentence in shown
    assert any(one.startswith("Progress when: all sets done") for one in shown)
    dialog.reject()


def test_an_exercise_in_another_session_tells_where_it_was_and_is(editor: Editor) -> None:
    editor.add("cat-cow", "pelvic-tilt")
    editor.page.publishing.publish("")
    first = editor.page.desk.state.session
    editor.page.desk.plan.add_session("Evening", "session")
    editor.page.desk.items.move([first.items[0].id], 0)
    editor.page.desk.do(lambda: None)
    editor.select(0)
    editor.write(DoseField.REPS, "12")
    dialog = opened(editor)
    assert dialog.summary.text() == "Exercises: 1 changed"
    shown = texts(dialog)
    for words in ("now in: Evening", "before in: Daily", "Repetitions: 10 → 12"):
        assert words in shown
    assert chips(dialog) == ["added", "moved", "moved, changed"]
    dialog.reject()


def test_a_revision_comes_back_as_the_draft_and_that_can_be_undone(editor: Editor) -> None:
    dialog = published_twice(editor)
    assert not dialog.back.isVisibleTo(dialog)
    dialog.versions.setCurrentRow(2)
    assert dialog.back.text() == "Bring back revision 1"
    dialog.back.click()
    assert editor.names() == ["cat-cow", "pelvic-tilt"]
    assert editor.page.menus.actions["undo"].text() == "Undo: Bring back revision 1"
    editor.page.undo()
    assert editor.names() == ["cat-cow", "front-plank"]


def test_each_revision_tells_what_was_played_from_it(editor: Editor) -> None:
    editor.add("pelvic-tilt")
    editor.page.publishing.publish("First plan")
    services = editor.folder.services
    revision = services.programs.current(editor.patient.id)
    assert revision is not None
    _, planned = next(iter(revision.program.sessions()))
    services.play.start(revision.id, planned.id, services.settings.present.pacing)
    editor.add("cat-cow")
    editor.page.publishing.publish("More")
    dialog = opened(editor)
    entries = [dialog.versions.item(row).text() for row in range(3)]
    assert entries[1].endswith("not played yet")
    assert "First plan\n1 session played, last on " in entries[2]
    dialog.reject()


def test_the_keyboard_opens_and_closes_it(editor: Editor) -> None:
    editor.add("pelvic-tilt")
    editor.page.publishing.publish("")
    editor.page.focus_exercises()
    editor.key(Qt.Key.Key_R, Ctrl | Shift)
    dialog = editor.page.findChild(RevisionsDialog)
    assert dialog is not None
    assert dialog.summary.text() == "Both are the same."
    editor.key(Qt.Key.Key_Escape)
    assert editor.page.findChild(RevisionsDialog) is None


def test_publishing_says_what_differs_from_what_is_played(editor: Editor) -> None:
    editor.add("cat-cow")
    editor.page.publishing.ask()
    label = editor.page.publishing.popover.findChild(QLabel, "editor_publish_changes")
    assert label is not None
    said = [label.text()]
    editor.page.publishing.publish("")
    editor.add("pelvic-tilt")
    editor.page.publishing.ask()
    said.append(label.text())
    assert said == ["", "Since revision 1. Exercises: 1 added"]
    editor.page.publishing.popover.hide()
