"""What stands on the screen while a large database is brought up to date."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from facet_desktop.resources import resources_dir
from facet_desktop.ui.app import show_updating


def test_the_note_says_what_happens_and_its_end_does_not_end_the_program(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends: list[bool] = []
    monkeypatch.setattr(qapp, "quit", lambda: ends.append(True))
    qapp.lastWindowClosed.connect(lambda: ends.append(True))

    note = show_updating(qapp, resources_dir())

    assert note.isVisible()
    assert note.accessibleName() == "Bringing your data up to date"
    words = " ".join(label.text() for label in note.findChildren(QLabel))
    assert "A copy is made and checked first" in words
    note.close()
    qapp.processEvents()
    assert ends == []
    note.deleteLater()
