"""What the editor says about the plan as a whole, and what the session asks for."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel

from facet_desktop.domain.editing.doses import DoseField
from tests.ui.editor.conftest import Editor

FIVE = ("pelvic-tilt", "cat-cow", "segmental-bridge", "bird-dog", "front-plank")


def notice(editor: Editor) -> QLabel:
    found = editor.page.findChild(QLabel, "editor_notice")
    assert found is not None
    return found


def test_more_exercises_than_people_keep_up_with_are_named_with_the_reason(editor: Editor) -> None:
    editor.add(*FIVE[:4])
    assert notice(editor).text() == ""
    editor.add(FIVE[4])
    assert notice(editor).text() == "5 exercises. People keep up best with 4 or fewer a session."
    assert "two to four" in notice(editor).toolTip()


def test_the_number_is_that_of_the_settings(editor: Editor) -> None:
    editor.add(*FIVE)
    editor.folder.services.settings.change(kept_up_exercises=5)
    assert notice(editor).text() == ""
    editor.folder.services.settings.change(kept_up_exercises=2)
    assert "with 2 or fewer" in notice(editor).text()


def test_a_week_that_asks_for_much_more_than_what_is_played_says_so(editor: Editor) -> None:
    editor.add("cat-cow")
    editor.page.publishing.publish("")
    assert notice(editor).text() == ""
    editor.select(0)
    editor.write(DoseField.REPS, "20")
    assert notice(editor).text().endswith("% more than revision 1.")
    assert "10 to 20 %" in notice(editor).toolTip()
    editor.page.publishing.publish("")
    editor.page.refresh()
    assert notice(editor).text() == ""


def test_the_bar_shows_minutes_by_direction_or_by_region(editor: Editor) -> None:
    editor.add(*FIVE)
    load = editor.page.body.load
    directions = {share.label for share in load.bar.shares()}
    region = editor.page.findChild(QAbstractButton, "editor_load_region")
    assert region is not None
    region.click()
    regions = load.bar.shares()
    assert directions.isdisjoint(share.label for share in regions)
    assert len(regions) == 5
    assert regions[-1].label == "other"
    total = sum(share.amount for share in regions)
    editor.press("editor_load_direction")
    assert {share.label for share in load.bar.shares()} == directions
    assert sum(share.amount for share in load.bar.shares()) == total
