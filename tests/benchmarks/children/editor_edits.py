"""Edits a session of 300 exercises in the real editor, offscreen; each edit is stored durably and painted.

Argument: data folder.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.domain.dose import Span
from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.domain.program import Program
from facet_desktop.services.wording.all_words import Words
from facet_desktop.ui.bridge import EventBridge
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.page import EditorPage
from facet_desktop.ui.pictures import PictureLoader
from facet_desktop.ui.theme import ThemeHub
from facet_desktop.ui.translation import translate

EXERCISES, ROUNDS = 300, 15
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def page_of(app: QApplication, folder: OpenFolder) -> EditorPage:
    """The editor with 300 exercises in one session, the middle one selected and in sight."""
    services = folder.services
    hub = ThemeHub(app, folder.resources)
    bridge = EventBridge(services.bus)
    pictures = PictureLoader(hub, services.figures, None)
    context = UiContext(
        services, hub, bridge, Words(translate), pictures, report=_fail, data_dir=folder.folder
    )
    patient = services.patients.add("Somebody")
    services.programs.begin_empty(patient.id, "Long program")
    page = EditorPage(context)
    bridge.happened.connect(lambda event: page.refresh() if page.concerns(event) else None)
    page.resize(1104, 800)
    page.refresh()
    page.show()
    slugs = services.library.library.slugs()
    page.desk.do(lambda: page.desk.items.add((slugs * 6)[:EXERCISES]))
    settle(app)
    page.desk.state.selected = (page.desk.state.session.items[EXERCISES // 2].id,)
    page.desk.do(lambda: None)
    settle(app)
    return page


def settle(app: QApplication) -> None:
    """Lets layouts and pictures come to rest."""
    for _ in range(200):
        app.processEvents()


def _fail(error: Exception) -> None:
    raise error


def cost_ms(
    app: QApplication, edit: Callable[[int], object], before: Callable[[], object] = lambda: None
) -> float:
    """Median time of an edit with everything it paints; what is done `before` each is not counted."""
    spent = []
    for number in range(ROUNDS):
        before()
        app.processEvents()
        began = time.perf_counter()
        edit(number)
        app.processEvents()
        spent.append((time.perf_counter() - began) * 1000)
    return round(statistics.median(spent), 1)


def single_edits(app: QApplication, page: EditorPage) -> dict[str, float]:
    """Edits of one exercise, whose card is in sight."""
    do, items, outline = page.desk.do, page.desk.items, page.body.outline
    if not outline.viewport().rect().contains(outline.visualRect(outline.currentIndex())):
        raise RuntimeError("the selected card is out of sight")
    return {
        "one_field_ms": cost_ms(
            app, lambda n: do(lambda: items.set_field(DoseField.SETS, Span.of(1 + n % 5)))
        ),
        "move_ms": cost_ms(app, lambda _: do(lambda: items.shift(1))),
        "duplicate_ms": cost_ms(app, lambda _: do(items.duplicate)),
        "remove_ms": cost_ms(app, lambda _: do(items.remove)),
        "note_ms": cost_ms(app, lambda n: do(lambda: items.set_note("x" * n, "note_ms"))),
        "undo_ms": cost_ms(app, lambda _: page.undo()),
        "redo_ms": cost_ms(app, lambda _: page.redo()),
    }


def bulk_edits(app: QApplication, page: EditorPage) -> dict[str, float]:
    """Edits of all exercises, by the keys that a person presses."""
    do, items, outline = page.desk.do, page.desk.items, page.body.outline
    outline.setFocus()
    QTest.keyClick(outline, Key.Key_A, Modifier.ControlModifier)
    if len(page.desk.state.selected) != EXERCISES:
        raise RuntimeError("not every exercise is selected")
    rows = page.body.inspector.form.rows
    more = rows[DoseField.REST].findChildren(QAbstractButton)[-1]
    sets = rows[DoseField.SETS].edit
    if more.accessibleName() != "10 % more":
        raise RuntimeError("the step of +10 % is elsewhere")
    settle(app)
    answer = {
        "bulk_rest_of_300_ms": cost_ms(app, lambda n: do(lambda: items.set_field(DoseField.REST, 30.0 + n))),
        "bulk_more_by_key_ms": cost_ms(app, lambda _: QTest.keyClick(more, Key.Key_Space)),
        "bulk_undo_by_key_ms": cost_ms(
            app, lambda _: QTest.keyClick(outline, Key.Key_Z, Modifier.ControlModifier)
        ),
        "bulk_redo_by_key_ms": cost_ms(
            app, lambda _: QTest.keyClick(outline, Key.Key_Y, Modifier.ControlModifier)
        ),
    }
    sets.setFocus()
    answer["bulk_typed_by_key_ms"] = cost_ms(app, lambda n: _type_anew(sets, str(1 + n % 5)))
    outline.setFocus()
    ids = tuple(item.id for item in page.desk.state.session.items)
    page.desk.state.choose(ids[:-1])
    do(lambda: None)
    settle(app)
    directions = (Key.Key_Down, Key.Key_Up)
    answer["bulk_move_by_key_ms"] = cost_ms(
        app, lambda n: QTest.keyClick(outline, directions[n % 2], Modifier.AltModifier)
    )
    if page.desk.state.session.items[0].id != ids[-1]:
        raise RuntimeError("the exercises were not moved")

    def choose_all() -> None:
        page.desk.state.choose(ids)
        do(lambda: None)

    def undo() -> None:
        page.undo()
        choose_all()

    choose_all()
    answer["bulk_ladder_ms"] = cost_ms(app, lambda _: do(lambda: items.step(harder=True)), before=undo)
    choose_all()
    answer["bulk_group_ms"] = cost_ms(app, lambda _: do(lambda: items.group("circuit")), before=undo)
    choose_all()
    do(lambda: page.desk.state.apply(_in_circuits, "circuits"))
    settle(app)
    answer["bulk_in_circuits_ms"] = cost_ms(
        app, lambda n: do(lambda: items.set_field(DoseField.REST, 30.0 + n))
    )
    return answer


def _in_circuits(program: Program) -> Program:
    """The program with all exercises in circuits of three, under a heading each."""
    _, session = next(program.sessions())
    grouped = tuple(
        replace(item, group=f"circuit-{place // 3}", section=None if place % 3 else "Circuit")
        for place, item in enumerate(session.items)
    )
    return program.with_session(session.id, lambda one: replace(one, items=grouped))


def _type_anew(field: QLineEdit, text: str) -> None:
    """Replaces what stands in a field."""
    QTest.keyClick(field, Key.Key_A, Modifier.ControlModifier)
    QTest.keyClicks(field, text)


def main() -> None:
    """Measure and print."""
    app = QApplication(sys.argv[:1])
    with open_folder(Path(sys.argv[1])) as folder:
        page = page_of(app, folder)
        print(json.dumps({**single_edits(app, page), **bulk_edits(app, page)}))
        page.close()


main()
