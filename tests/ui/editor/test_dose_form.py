"""Changing the dose of one or several exercises."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit

from facet_desktop.domain.dose import Side, Span, Tempo
from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.ui.figure.moving_card import MovingCard
from tests.ui.editor.conftest import Ctrl, Editor


@pytest.fixture
def one(editor: Editor) -> Editor:
    """One exercise, selected: 1 set of 10, held 5 s."""
    editor.add("pelvic-tilt")
    return editor


@pytest.fixture
def several(editor: Editor) -> Editor:
    """Three exercises, all selected."""
    editor.add("front-plank", "single-knee-to-chest", "cat-stretch")
    editor.page.body.outline.setFocus()
    editor.key(Qt.Key.Key_A, Ctrl)
    return editor


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (DoseField.SETS, "3", Span(3, 3)),
        (DoseField.SETS, "2-3", Span(2, 3)),
        (DoseField.REPS, "8 - 12", Span(8, 12)),
        (DoseField.HOLD, "30-60", Span(30, 60)),
        (DoseField.HOLD, "1:30", Span(90, 90)),
        (DoseField.HOLD, "2 min", Span(120, 120)),
        (DoseField.REST, "45 s", 45.0),
        (DoseField.TEMPO, "3-2-4", Tempo(3, 2, 4, 0)),
        (DoseField.TEMPO, "3 · 2 · 4 · 1 s", Tempo(3, 2, 4, 1)),
    ],
)
def test_every_way_of_writing_a_number_is_taken(
    one: Editor, field: DoseField, text: str, value: Span | Tempo | float
) -> None:
    one.write(field, text)
    assert getattr(one.items[0].dose, field.value) == value
    assert not one.field(field).problem.isVisible()
    assert one.stored() == one.program


def test_what_cannot_be_taken_stays_with_the_reason_under_it(one: Editor) -> None:
    before = one.program
    one.write(DoseField.SETS, "many")
    row = one.field(DoseField.SETS)
    assert row.problem.isVisible()
    assert "Type a number such as 8" in row.problem.text()
    one.key(Qt.Key.Key_Tab)
    assert row.edit.text() == "many"
    assert (
        one.program.session(one.page.desk.state.session_id).items[0].dose
        == before.session(one.page.desk.state.session_id).items[0].dose
    )
    one.write(DoseField.SETS, "3")
    assert not row.problem.isVisible()
    assert one.items[0].dose.sets == Span(3, 3)


def test_a_number_outside_its_limits_is_refused_at_the_field(one: Editor) -> None:
    before = one.program
    one.write(DoseField.REPS, "900")
    row = one.field(DoseField.REPS)
    assert row.problem.text() == "Must be between 1 and 200."
    assert row.edit.text() == "900"
    assert one.program == one.stored() == before  # neither the 9 nor the 90 on the way stays
    assert one.told == []
    one.key(Qt.Key.Key_Backspace)
    assert one.items[0].dose.reps == Span(90, 90)
    one.key(Qt.Key.Key_Return)
    one.key(Qt.Key.Key_Z, Ctrl)
    assert one.program == before


def test_what_was_refused_waits_with_its_reason_while_other_fields_change(one: Editor) -> None:
    one.write(DoseField.REPS, "900")
    one.write(DoseField.SETS, "3")
    row = one.field(DoseField.REPS)
    assert (row.edit.text(), row.problem.text()) == ("900", "Must be between 1 and 200.")
    assert one.items[0].dose.sets == Span(3, 3)


def test_a_new_value_takes_the_place_of_what_was_refused_and_of_its_reason(one: Editor) -> None:
    one.write(DoseField.REPS, "12")
    one.key(Qt.Key.Key_Return)
    one.write(DoseField.REPS, "many")
    one.field(DoseField.SETS).edit.setFocus()
    one.page.undo()
    row = one.field(DoseField.REPS)
    assert (row.edit.text(), row.problem.isVisible()) == ("10", False)


def test_tab_goes_through_the_form_from_top_to_bottom(one: Editor) -> None:
    form = one.page.body.inspector.form
    form.focus_first()
    seen = []
    while (row := one.focused().parentWidget()) in form.rows.values():
        seen.append(row)
        one.key(Qt.Key.Key_Tab)
    shown = sorted((row for row in form.rows.values() if row.isVisible()), key=lambda row: row.y())
    assert seen == shown


def test_typing_in_one_field_is_one_step_of_undo(one: Editor) -> None:
    before = one.program
    one.write(DoseField.REPS, "12")
    one.key(Qt.Key.Key_Return)
    assert one.items[0].dose.reps == Span(12, 12)
    one.key(Qt.Key.Key_Z, Ctrl)
    assert one.program == before
    assert one.field(DoseField.REPS).edit.text() == "10"


def test_the_field_is_written_the_programs_way_when_it_is_left(one: Editor) -> None:
    one.write(DoseField.HOLD, "90")
    assert one.field(DoseField.HOLD).edit.text() == "90"
    one.key(Qt.Key.Key_Return)
    assert one.field(DoseField.HOLD).edit.text() == "90 s"


def test_an_emptied_hold_is_taken_away(one: Editor) -> None:
    one.write(DoseField.HOLD, "")
    assert one.items[0].dose.hold_s is None


def test_minutes_follow_at_once(one: Editor) -> None:
    bar = one.page.body.session_bar
    before = bar.minutes()
    one.write(DoseField.SETS, "3")
    assert bar.minutes() != before


def test_side_breathing_and_note_are_taken(one: Editor) -> None:
    side = one.page.findChild(QComboBox, "editor_side")
    assert side is not None
    side.setFocus()
    one.key(Qt.Key.Key_Down)
    assert one.items[0].dose.side is Side.EACH
    note = one.page.findChild(QPlainTextEdit, "editor_note")
    assert note is not None
    note.setFocus()
    one.type("Slowly, please")
    assert one.items[0].note == "Slowly, please"
    one.page.undo()
    assert one.items[0].note == ""
    assert one.items[0].dose.side is Side.EACH


def test_the_picture_opens_the_moving_figure_in_the_tempo_of_the_draft(one: Editor) -> None:
    assert one.page.body.inspector.picture._slug == "pelvic-tilt@1"  # the version that was prescribed
    one.press("editor_picture")
    popover = QApplication.activePopupWidget()
    assert popover is not None
    card = popover.findChild(MovingCard)
    assert card is not None
    assert card.is_moving()
    assert card.view.accessibleName() == one.items[0].name
    one.close_popup()


def test_a_field_is_set_over_all_selected(several: Editor) -> None:
    several.write(DoseField.REST, "20")
    assert [item.dose.rest_s for item in several.items] == [20, 20, 20]
    assert several.page.menus.actions["undo"].text() == "Undo: Change rest of 3 exercises"


def test_thirty_percent_less_and_ten_percent_more(several: Editor) -> None:
    several.write(DoseField.HOLD, "30")
    several.press("editor_scale_hold_s_less")
    assert [item.dose.hold_s for item in several.items] == [Span(21, 21)] * 3
    several.press("editor_scale_hold_s_more")
    assert [item.dose.hold_s for item in several.items] == [Span(23, 23)] * 3


def test_different_values_are_shown_as_a_hint(several: Editor) -> None:
    several.page.desk.state.selected = (several.items[0].id,)
    several.page.desk.do(lambda: several.page.desk.items.set_field(DoseField.SETS, Span(9, 9)))
    several.page.body.outline.setFocus()
    several.key(Qt.Key.Key_A, Ctrl)
    edit = several.field(DoseField.SETS).edit
    assert edit.text() == ""
    assert "9" in edit.placeholderText()


def test_a_bulk_change_that_does_not_fit_one_changes_none(several: Editor) -> None:
    before = several.program
    several.page.desk.state.selected = tuple(item.id for item in several.items)
    several.write(DoseField.HOLD, "5000")
    assert several.field(DoseField.HOLD).problem.isVisible()
    assert several.program == before


def test_grouping_makes_a_circuit_that_shows(several: Editor) -> None:
    several.press("editor_group")
    assert len({item.group for item in several.items}) == 1
    places = [row.in_circuit for row in several.page.body.outline.rows().rows()]
    assert places == ["first", "middle", "last"]
    several.press("editor_ungroup")
    assert {item.group for item in several.items} == {None}
