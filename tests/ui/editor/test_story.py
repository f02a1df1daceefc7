"""From nothing to a published program, with the keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facet_desktop.domain.dose import Side, Span, Tempo
from tests.ui.editor.conftest import Ctrl, Editor


def test_a_program_of_three_sessions_is_built_and_published_by_keyboard(start: Editor, qtbot: QtBot) -> None:
    chooser = start.page.chooser
    chooser.empty.setFocus()
    start.key(Qt.Key.Key_Space)
    for number, lines in enumerate(
        (
            ["segmental bridge 3x10 r45 3-2-4", "front plank 4x20s each", "pelvc tilt"],
            ["cat cow 2x8", "single knee 3x30s each"],
            ["sit to stand 2x10 2/day"],
        )
    ):
        if number:
            start.key(Qt.Key.Key_T, Ctrl)
            qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
            start.key(Qt.Key.Key_A, Ctrl)
            start.type(("", "Evening", "Strength")[number])
            start.key(Qt.Key.Key_Return)
        start.key(Qt.Key.Key_K, Ctrl)
        for line in lines:
            start.type(line)
            start.key(Qt.Key.Key_Return)
        start.key(Qt.Key.Key_Escape)
    start.key(Qt.Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    start.type("First plan")
    start.key(Qt.Key.Key_Return)

    revision = start.folder.services.programs.current(start.patient.id)
    assert revision is not None
    assert (revision.number, revision.note) == (1, "First plan")
    sessions = [session for _, session in revision.program.sessions()]
    assert [session.name for session in sessions] == ["Daily", "Evening", "Strength"]
    assert [[item.exercise for item in session.items] for session in sessions] == [
        ["segmental-bridge", "front-plank", "pelvic-tilt"],
        ["cat-cow", "single-knee-to-chest"],
        ["sit-to-stand"],
    ]
    bridge, plank = sessions[0].items[0].dose, sessions[0].items[1].dose
    assert (bridge.sets, bridge.reps, bridge.rest_s) == (Span.of(3), Span.of(10), 45)
    assert bridge.tempo == Tempo(3, 2, 4, 0)
    assert (plank.sets, plank.hold_s, plank.side) == (Span.of(4), Span.of(20), Side.EACH)
    assert start.told == []
