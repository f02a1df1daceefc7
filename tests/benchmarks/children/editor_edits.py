"""Edits a session of 300 exercises in the real editor, offscreen; each edit is stored durably and painted.

Argument: data folder.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.domain.dose import Span
from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.services.wording.all_words import Words
from facet_desktop.ui.bridge import EventBridge
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.page import EditorPage
from facet_desktop.ui.pictures import PictureLoader
from facet_desktop.ui.theme import ThemeHub
from facet_desktop.ui.translation import translate

EXERCISES, ROUNDS = 300, 15


def page_of(app: QApplication, folder: OpenFolder) -> EditorPage:
    """The editor with 300 exercises in one session, the middle one selected."""
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
    page.desk.state.selected = (page.desk.state.session.items[EXERCISES // 2].id,)
    page.desk.do(lambda: None)
    for _ in range(200):
        app.processEvents()
    return page


def _fail(error: Exception) -> None:
    raise error


def cost_ms(app: QApplication, edit: Callable[[int], object]) -> float:
    """Median time of an edit with everything it paints."""
    spent = []
    for number in range(ROUNDS):
        began = time.perf_counter()
        edit(number)
        app.processEvents()
        spent.append((time.perf_counter() - began) * 1000)
    return round(statistics.median(spent), 1)


def main() -> None:
    """Measure and print."""
    app = QApplication(sys.argv[:1])
    with open_folder(Path(sys.argv[1])) as folder:
        page = page_of(app, folder)
        do, items = page.desk.do, page.desk.items
        answer = {
            "one_field_ms": cost_ms(
                app, lambda n: do(lambda: items.set_field(DoseField.SETS, Span.of(1 + n % 5)))
            ),
            "move_ms": cost_ms(app, lambda _: do(lambda: items.shift(1))),
            "duplicate_ms": cost_ms(app, lambda _: do(items.duplicate)),
            "remove_ms": cost_ms(app, lambda _: do(items.remove)),
            "note_ms": cost_ms(app, lambda n: do(lambda: items.set_note("x" * n, "note_ms"))),
            "undo_ms": cost_ms(app, lambda _: page.undo()),
        }
        page.desk.state.selected = tuple(item.id for item in page.desk.state.session.items)
        answer["bulk_rest_of_300_ms"] = cost_ms(
            app, lambda n: do(lambda: items.set_field(DoseField.REST, 30.0 + n))
        )
        print(json.dumps(answer))
        page.close()


main()
