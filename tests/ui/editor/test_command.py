"""Adding by name and dose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facet_desktop.domain.dose import Span
from tests.ui.editor.conftest import Ctrl, Editor


@pytest.fixture
def line(editor: Editor) -> Editor:
    """The line is open."""
    editor.page.body.hint.setFocus()
    editor.key(Qt.Key.Key_K, Ctrl)
    return editor


def text_of(editor: Editor, name: str) -> str:
    label = editor.page.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_the_syntax_is_shown_while_typing(line: Editor) -> None:
    assert "bridge 3x10 r45 3-2-4" in text_of(line, "editor_command_hint")
    line.type("segmental bridge")
    assert "Usual dose" in text_of(line, "editor_command_dose")
    assert "3x10" in text_of(line, "editor_command_hint")
    line.type(" 3x8")
    assert text_of(line, "editor_command_dose").startswith("3 sets · 8 reps")
    assert "3x10" not in text_of(line, "editor_command_hint")
    assert "r45" in text_of(line, "editor_command_hint")


def test_a_mistake_is_explained_and_marked_and_nothing_is_added(line: Editor) -> None:
    line.type("segmental bridge 3x10 quick ")
    assert "“quick” is not understood" in text_of(line, "editor_command_hint")
    line.key(Qt.Key.Key_Return)
    assert line.names() == []
    field = line.page.body.command.field
    assert field.selectedText() == "quick"
    assert field.text() == "segmental bridge 3x10 quick "


def test_a_dose_outside_the_limits_is_refused(line: Editor) -> None:
    line.type("segmental bridge 99x10")
    line.key(Qt.Key.Key_Return)
    assert line.names() == []
    assert "sets must be between 1 and 20" in text_of(line, "editor_command_hint")


def test_arrows_choose_among_what_fits(line: Editor) -> None:
    line.type("bridge 2x10")
    rows = line.page.body.command.list.rows().rows()
    line.key(Qt.Key.Key_Down)
    line.key(Qt.Key.Key_Return)
    assert line.names() == [rows[1].slug]
    assert line.items[0].dose.sets == Span(2, 2)


def test_tab_completes_the_name_and_keeps_the_dose(line: Editor) -> None:
    line.type("segm 3x10")
    line.key(Qt.Key.Key_Tab)
    assert line.page.body.command.field.text() == "segmental bridge 3x10 "


def test_the_line_stays_open_for_the_next_one_and_escape_closes_it(line: Editor) -> None:
    line.type("segmental bridge")
    line.key(Qt.Key.Key_Return)
    assert "Segmental bridge added" in text_of(line, "editor_command_hint")
    line.type("cat cow")
    line.key(Qt.Key.Key_Return)
    assert line.names() == ["segmental-bridge", "cat-cow"]
    line.key(Qt.Key.Key_Escape)
    assert not line.page.body.command.isVisible()
    assert line.page.body.outline.hasFocus()


def test_an_unknown_name_is_said(line: Editor) -> None:
    line.type("zzzz 3x10")
    line.key(Qt.Key.Key_Return)
    assert line.names() == []
    assert "No exercise is called that" in text_of(line, "editor_command_hint")


def test_a_click_elsewhere_closes_the_line(line: Editor) -> None:
    line.page.body.library.search.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not line.page.body.command.isVisible()
