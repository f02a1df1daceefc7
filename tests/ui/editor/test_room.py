"""Little room, as with very large letters: one column at a time, and nothing wider than the page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.ui.editor.conftest import Editor


@pytest.fixture
def slim(editor: Editor) -> Editor:
    editor.add("cat-cow", "pelvic-tilt")
    editor.page.resize(560, 640)
    QApplication.processEvents()
    return editor


def shown(editor: Editor) -> list[str]:
    """Which of the three columns can be seen."""
    body = editor.page.body
    columns = {"exercises": body.outline, "dose": body.inspector, "library": body.library}
    return [name for name, part in columns.items() if part.isVisible()]


def test_one_column_at_a_time_is_shown_and_chosen(slim: Editor) -> None:
    seen = [shown(slim)]
    for key in ("dose", "library", "exercises"):
        column = slim.page.body.findChild(QWidget, "editor_column_switch")
        assert column is not None
        slim.press_in(column, f"segment_{key}")
        seen.append(shown(slim))
    assert seen == [["exercises"], ["dose"], ["library"], ["exercises"]]


def test_enter_goes_to_the_dose_and_escape_back_to_the_exercises(slim: Editor) -> None:
    slim.page.body.outline.edit_wanted.emit()
    seen = [shown(slim)]
    slim.page.focus_exercises()
    seen.append(shown(slim))
    assert seen == [["dose"], ["exercises"]]


def test_nothing_asks_for_more_width_than_there_is(slim: Editor) -> None:
    assert slim.page.minimumSizeHint().width() <= 560


def test_with_more_room_all_columns_come_back(slim: Editor) -> None:
    slim.page.resize(1104, 800)
    QApplication.processEvents()
    assert shown(slim) == ["exercises", "dose", "library"]


def test_long_names_never_make_the_form_wider_than_its_column(editor: Editor) -> None:
    editor.folder.services.patients.set_conditions(editor.patient.id, ("kneeling-intolerance",))
    scroll = editor.page.body.inspector.findChild(QScrollArea)
    assert scroll is not None
    slugs = editor.folder.services.library.library.slugs()
    editor.page.desk.do(lambda: editor.page.desk.items.add(slugs))
    too_wide = []
    for item in editor.items:
        editor.page.desk.state.choose([item.id])
        editor.page.desk.do(lambda: None)
        content = scroll.widget()
        assert content is not None
        if content.minimumSizeHint().width() > scroll.viewport().width():
            too_wide.append(item.exercise)
    assert too_wide == []
