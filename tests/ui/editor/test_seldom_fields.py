"""Cue, what is played instead, who counts, the rule of progression, and the patient's precautions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit, QWidget

from facet_desktop.domain.dose import Span
from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.domain.program import ProgressionRule
from tests.ui.editor.conftest import Ctrl, Editor, Shift


def opened(editor: Editor, *places: int) -> Editor:
    editor.add("cat-cow", "pelvic-tilt")
    editor.select(*places)
    editor.press("editor_more_fields")
    return editor


def part(editor: Editor, name: str) -> QWidget:
    found = editor.page.findChild(QWidget, name)
    assert found is not None
    return found


def choose(editor: Editor, name: str, slug: str | None) -> None:
    combo = part(editor, name)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(0 if slug is None else combo.findData(slug))
    combo.activated.emit(combo.currentIndex())


def test_what_is_seldom_changed_is_hidden_until_it_is_asked_for(editor: Editor) -> None:
    editor.add("cat-cow")
    editor.select(0)
    assert not part(editor, "editor_cue").isVisible()
    assert not editor.field(DoseField.DAYS_PER_WEEK).isVisible()
    editor.press("editor_more_fields")
    assert part(editor, "editor_cue").isVisible()
    assert editor.field(DoseField.DAYS_PER_WEEK).isVisible()
    editor.press("editor_more_fields")
    assert not editor.field(DoseField.DAYS_PER_WEEK).isVisible()


def test_a_cue_is_written_over_the_selection_and_undone(editor: Editor) -> None:
    opened(editor, 0, 1)
    cue = part(editor, "editor_cue")
    assert isinstance(cue, QLineEdit)
    cue.setFocus()
    cue.selectAll()
    editor.type("Breathe  out")
    editor.key(Qt.Key.Key_Return)
    assert [item.cue for item in editor.items] == ["Breathe out", "Breathe out"]
    assert editor.page.menus.actions["undo"].text() == "Undo: Change cue of 2 exercises"


def test_what_is_played_instead_is_chosen_from_the_library(editor: Editor) -> None:
    opened(editor, 0)
    chosen = []
    for slug in ("seated-cat-cow", None):
        choose(editor, "editor_swap_choice", slug)
        chosen.append(editor.items[0].swap)
    assert chosen == ["seated-cat-cow", None]
    choose(editor, "editor_swap_choice", "cat-cow")
    assert "cannot stand in for itself" in str(editor.told[0])


def test_the_person_may_count_and_frequency_is_set_in_bulk(editor: Editor) -> None:
    opened(editor, 0, 1)
    box = part(editor, "editor_by_hand")
    assert isinstance(box, QCheckBox)
    box.click()
    editor.write(DoseField.DAYS_PER_WEEK, "3-5")
    editor.write(DoseField.TIMES_PER_DAY, "2")
    for item in editor.items:
        assert item.dose.by_hand
        assert (item.dose.days_per_week, item.dose.times_per_day) == (Span.of(3, 5), Span.of(2))


def test_a_rule_names_when_what_follows_and_what_it_steps_back_to(editor: Editor) -> None:
    opened(editor, 0)
    editor.press("editor_rule")
    rules = editor.page.wiring.rules
    rules.sessions.setValue(3)
    choose(editor, "editor_rule_harder", "bird-dog")
    choose(editor, "editor_rule_easier", None)
    rule = editor.items[0].rule
    assert rule is not None
    assert (rule.sessions, rule.harder, rule.easier) == (3, "bird-dog", None)
    found = []
    for _ in range(2):
        rules.never.click()
        found.append(editor.items[0].rule)
    assert found == [None, ProgressionRule(3, rule.max_pain_nprs, rule.max_effort, "bird-dog")]
    rules.hide()


def test_precautions_of_the_patient_are_chosen_by_keyboard_and_warn_at_once(editor: Editor) -> None:
    editor.add("cat-cow")
    editor.page.focus_exercises()
    editor.key(Qt.Key.Key_P, Ctrl | Shift)
    box = part(editor, "condition_kneeling-intolerance")
    QTest.keyClick(box, Qt.Key.Key_Space)
    patient = editor.folder.services.patients.current()
    assert patient is not None
    assert patient.conditions == ("kneeling-intolerance",)
    row = editor.page.body.outline.rows().rows()[0]
    assert [chip.text for chip in row.warnings] == ["kneeling"]
    assert isinstance(box, QAbstractButton)
    box.click()
    assert editor.page.body.outline.rows().rows()[0].warnings == ()
    editor.page.wiring.precautions.hide()
