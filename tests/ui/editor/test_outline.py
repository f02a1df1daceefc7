"""Adding, moving, copying and removing exercises."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDropEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facet_desktop.domain.dose import Span
from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.ui.editor.drag import EXERCISES, ITEMS, packed
from facet_desktop.ui.editor.session_bar import SessionTab
from facet_desktop.ui.thumbs import Thumbs
from tests.ui.editor.conftest import Alt, Ctrl, Editor, Shift

THREE = ("pelvic-tilt", "cat-cow", "segmental-bridge")


@pytest.fixture
def full(editor: Editor) -> Editor:
    """Three exercises, none selected."""
    editor.add(*THREE)
    editor.page.body.outline.setFocus()
    editor.select()
    return editor


def drop(editor: Editor, data: QMimeData, y: int) -> None:
    outline = editor.page.body.outline
    event = QDropEvent(
        QPointF(30, y),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    outline.dropEvent(event)


def middle_of(editor: Editor, place: int) -> int:
    outline = editor.page.body.outline
    return outline.visualRect(outline.rows().index(place)).center().y()


def test_enter_in_the_library_adds_after_what_is_selected(full: Editor) -> None:
    full.select(0)
    library = full.page.body.library
    library.search.setFocus()
    full.type("front plank")
    full.key(Qt.Key.Key_Return)
    assert full.names() == ["pelvic-tilt", "front-plank", "cat-cow", "segmental-bridge"]
    assert full.stored() == full.program


def test_a_double_click_in_the_library_adds(editor: Editor) -> None:
    listed = editor.page.body.library.list
    rect = listed.visualRect(listed.rows().index(0))
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    QTest.mouseDClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert editor.names() == [listed.rows().rows()[0].slug]


def test_alt_and_arrows_move_what_is_selected(full: Editor) -> None:
    full.select(2)
    full.key(Qt.Key.Key_Up, Alt)
    assert full.names() == ["pelvic-tilt", "segmental-bridge", "cat-cow"]
    full.key(Qt.Key.Key_Up, Alt)
    full.key(Qt.Key.Key_Up, Alt)
    assert full.names() == ["segmental-bridge", "pelvic-tilt", "cat-cow"]
    full.key(Qt.Key.Key_Down, Alt)
    assert full.names() == ["pelvic-tilt", "segmental-bridge", "cat-cow"]
    assert full.page.body.outline.selected_ids() == [full.items[1].id]


def test_delete_removes_and_the_note_brings_it_back(full: Editor) -> None:
    full.select(0, 2)
    full.key(Qt.Key.Key_Delete)
    assert full.names() == ["cat-cow"]
    toast = full.page.body.toast
    assert toast.isVisible()
    assert "2 exercises" in toast.text()
    full.press("toast_undo")
    assert tuple(full.names()) == THREE


def test_ctrl_d_copies_and_selects_the_copy(full: Editor) -> None:
    full.select(1)
    full.key(Qt.Key.Key_D, Ctrl)
    assert full.names() == ["pelvic-tilt", "cat-cow", "cat-cow", "segmental-bridge"]
    assert full.page.desk.state.selected == (full.items[2].id,)


def test_undo_and_redo_by_key_name_their_change(full: Editor) -> None:
    full.select(1)
    full.key(Qt.Key.Key_Delete)
    undo, redo = (full.page.menus.actions[key] for key in ("undo", "redo"))
    assert undo.text() == "Undo: Remove Cat-cow"
    full.key(Qt.Key.Key_Z, Ctrl)
    assert tuple(full.names()) == THREE
    assert redo.text() == "Redo: Remove Cat-cow"
    full.key(Qt.Key.Key_Z, Ctrl | Shift)
    assert full.names() == ["pelvic-tilt", "segmental-bridge"]


def test_shift_and_arrows_select_several(full: Editor) -> None:
    full.page.body.outline.setCurrentIndex(full.page.body.outline.rows().index(0))
    full.key(Qt.Key.Key_Down, Shift)
    assert len(full.page.desk.state.selected) == 2
    full.key(Qt.Key.Key_A, Ctrl)
    assert len(full.page.desk.state.selected) == 3


def test_exercises_are_dropped_where_the_line_shows(full: Editor) -> None:
    drop(full, packed(EXERCISES, ["front-plank"]), middle_of(full, 1) - 5)
    assert full.names() == ["pelvic-tilt", "front-plank", "cat-cow", "segmental-bridge"]


def test_cards_are_reordered_by_dropping(full: Editor) -> None:
    drop(full, packed(ITEMS, [full.items[2].id]), middle_of(full, 0) - 5)
    assert full.names() == ["segmental-bridge", "pelvic-tilt", "cat-cow"]
    drop(full, packed(ITEMS, [full.items[0].id, full.items[1].id]), middle_of(full, 2) + 5)
    assert full.names() == ["cat-cow", "segmental-bridge", "pelvic-tilt"]


def test_the_model_takes_drops_by_itself_and_refuses_foreign_things(full: Editor) -> None:
    model = full.page.body.outline.rows()
    data = model.mimeData([model.index(0)])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    assert full.names() == ["cat-cow", "segmental-bridge", "pelvic-tilt"]
    foreign = QMimeData()
    foreign.setText("bridge")
    assert not model.canDropMimeData(foreign, Qt.DropAction.CopyAction, 0, 0, QModelIndex())
    model.dropMimeData(foreign, Qt.DropAction.CopyAction, 0, 0, QModelIndex())
    assert full.names() == ["cat-cow", "segmental-bridge", "pelvic-tilt"]


def test_the_dashed_place_takes_drops_at_the_end(full: Editor) -> None:
    hint = full.page.body.hint
    data = packed(EXERCISES, ["front-plank"])  # the event does not keep it alive
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    hint.dropEvent(event)
    assert full.names()[-1] == "front-plank"


def test_cards_dropped_on_another_session_move_there(full: Editor) -> None:
    full.page.desk.do(lambda: full.page.desk.plan.add_session("Evening", "Add session"))
    evening = full.page.desk.state.session_id
    morning = full.program.active_phase()
    assert morning is not None
    full.page.desk.do(lambda: full.page.desk.plan.show_session(morning.sessions[0].id))
    tab = full.page.findChild(SessionTab, f"editor_session_{evening}")
    assert tab is not None
    data = packed(ITEMS, [full.items[0].id])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    tab.dropEvent(event)
    assert [item.exercise for item in full.program.session(evening).items] == ["pelvic-tilt"]
    assert full.names() == ["cat-cow", "segmental-bridge"]


def test_the_icons_of_a_card_act_on_that_card(full: Editor) -> None:
    outline = full.page.body.outline
    rect = outline.visualRect(outline.rows().index(1))
    trash = QPoint(rect.right() - 20, rect.top() + 34)
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=trash)
    assert full.names() == ["pelvic-tilt", "segmental-bridge"]


def test_every_card_is_spoken_with_dose_and_warning(full: Editor) -> None:
    full.folder.services.patients.set_conditions(full.patient.id, ("kneeling-intolerance",))
    model = full.page.body.outline.rows()
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Cat-cow" in spoken
    assert "set" in spoken
    assert "precaution: kneeling" in spoken


def test_the_list_tells_only_about_rows_that_changed(full: Editor) -> None:
    model = full.page.body.outline.rows()
    seen: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: seen.append((first.row(), last.row())))
    model.modelReset.connect(lambda: seen.append((-1, -1)))
    full.select(1)
    full.page.desk.do(lambda: full.page.desk.items.set_note("slowly", "note"))
    assert seen == [(1, 1)]


class Painted(QObject):
    """Notes where a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.rect = QRect()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rect = self.rect.united(event.region().boundingRect())
        return False

    def is_at_rest(self) -> bool:
        """Whether the pictures, which come one by one, are all there."""
        self.rect = QRect()
        for _ in range(60):
            QApplication.processEvents()
        return self.rect.isNull()


def test_an_edit_paints_its_card_and_no_other(full: Editor, qtbot: QtBot) -> None:
    outline, painted = full.page.body.outline, Painted()
    full.select(1)
    outline.viewport().installEventFilter(painted)
    qtbot.waitUntil(painted.is_at_rest)
    full.page.desk.do(lambda: full.page.desk.items.set_field(DoseField.SETS, Span.of(7)))
    QApplication.processEvents()
    assert painted.rect == outline.visualRect(outline.rows().index(1))


def test_a_picture_that_arrives_is_painted_where_it_is_shown(full: Editor, qtbot: QtBot) -> None:
    outline, painted = full.page.body.outline, Painted()
    thumbs = full.page.findChild(Thumbs)
    assert thumbs is not None
    outline.viewport().installEventFilter(painted)
    qtbot.waitUntil(painted.is_at_rest)
    thumbs.arrived.emit(outline.rows().rows()[2].slug)
    QApplication.processEvents()
    assert painted.rect == outline.visualRect(outline.rows().index(2))
    thumbs.forget()
    QApplication.processEvents()
    assert painted.rect == outline.viewport().rect()


def test_a_heading_makes_room_above_its_card_and_gives_it_back(full: Editor) -> None:
    outline = full.page.body.outline

    def heights() -> list[int]:
        QApplication.processEvents()
        return [outline.visualRect(outline.rows().index(place)).height() for place in range(3)]

    full.select(1)
    plain = heights()
    assert len(set(plain)) == 1
    full.page.desk.do(lambda: full.page.desk.items.set_section("Warm-up", "heading"))
    assert heights()[::2] == plain[::2]
    assert heights()[1] > plain[1]
    assert outline.visualRect(outline.rows().index(2)).top() == sum(heights()[:2])
    full.page.desk.do(lambda: full.page.desk.items.set_section("", "heading"))
    assert heights() == plain


def test_selected_cards_stay_selected_wherever_they_are(full: Editor) -> None:
    full.add("front-plank")
    full.select(0, 1, 3)
    full.key(Qt.Key.Key_Down, Alt)
    chosen = [full.items[place].id for place in (1, 2, 3)]
    assert full.page.body.outline.selected_ids() == chosen
    assert full.names() == ["segmental-bridge", "pelvic-tilt", "cat-cow", "front-plank"]
