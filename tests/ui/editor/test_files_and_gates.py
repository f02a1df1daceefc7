"""Programs from and to files, and what leads out of a phase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from facet_desktop.domain.program import Gate
from facet_desktop.ui.library.problem_dialog import ProblemDialog
from tests.ui.editor.conftest import Editor


def test_a_program_goes_to_a_file_and_comes_back(editor: Editor, tmp_path: Path) -> None:
    editor.add("cat-cow", "front-plank")
    file = tmp_path / "plan.toml"
    editor.page.files.export_file(file)
    program_id = editor.program.id
    editor.select(0, 1)
    editor.page.wiring.remove()
    editor.page.files.import_file(file)
    assert editor.names() == ["cat-cow", "front-plank"]
    assert editor.program.id == program_id
    assert editor.stored() == editor.program
    editor.page.undo()
    assert editor.names() == []


def test_a_faulty_file_changes_nothing(editor: Editor, tmp_path: Path) -> None:
    editor.add("cat-cow")
    before = editor.program
    file = tmp_path / "plan.toml"
    file.write_text('title = "Half a program"\n', encoding="utf-8")
    editor.page.files.import_file(file)
    assert editor.program == before
    listed = editor.page.findChild(QPlainTextEdit, "import_problem_list")
    assert listed is not None
    lines = listed.toPlainText().splitlines()
    assert len(lines) > 1
    assert all(line.startswith("plan.toml, ") for line in lines)
    dialog = editor.page.findChild(ProblemDialog)
    assert dialog is not None
    dialog.close()


def test_a_file_dropped_on_the_choice_becomes_the_draft(
    start: Editor, editor: Editor, tmp_path: Path
) -> None:
    editor.add("cat-cow")
    file = tmp_path / "plan.toml"
    editor.page.files.export_file(file)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    exported = editor.program.id
    start.page.open_program(start.patient.id)
    assert start.page.desk.state.edit is None
    start.page.dropEvent(event)
    assert start.names() == ["cat-cow"]
    assert start.program.id != exported


def test_other_files_are_not_taken(editor: Editor, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.png"))])
    assert editor.page.files.dropped(data) is None


def test_what_leads_out_of_a_phase_is_written_in_plain_lines(editor: Editor) -> None:
    gates = editor.page.menus.gates
    gates.open_for(editor.page, None)
    gates.criteria.setPlainText("Usual pain 4 or less\n\n  Walk 10 minutes ")
    gates.weeks.setValue(2)
    gates.confirm.click()
    gate = Gate(("Usual pain 4 or less", "Walk 10 minutes"), 2)
    assert editor.page.desk.state.phase.gate == gate
    gates.open_for(editor.page, gate)
    gates.criteria.setPlainText("")
    gates.weeks.setValue(0)
    gates.confirm.click()
    assert not editor.program.phases[0].gate
    editor.page.undo()
    assert editor.program.phases[0].gate == gate


def test_what_leads_out_of_the_shown_phase_stands_beside_it(editor: Editor) -> None:
    flag = editor.page.findChild(QAbstractButton, "editor_gate")
    assert flag is not None
    seen = [flag.isVisible()]
    editor.page.desk.do(
        lambda: editor.page.desk.plan.set_gate(Gate(("Walk 10 minutes",), 2), "Change when a phase ends")
    )
    seen.append(flag.isVisible())
    assert seen == [False, True]
    assert flag.text() == "2"
    assert flag.toolTip().splitlines()[1:] == ["After at least 2 weeks.", "Walk 10 minutes."]
    flag.click()
    assert editor.page.menus.gates.isVisible()
    editor.page.menus.gates.hide()
