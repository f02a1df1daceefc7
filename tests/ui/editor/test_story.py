"""From nothing to a published program, with the keyboard alone, and how long that takes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facet_desktop.domain.dose import Side, Span, Tempo
from tests.ui.editor.conftest import Alt, Ctrl, Editor, Plain, Shift

KEY_S, THINK_S = 0.2, 1.35
"""The keystroke-level model (Card, Moran, Newell): a key of an average typist, and a moment's thought."""
GOAL_S = 90


class Typist:
    """Presses keys as a person would, and counts what that costs."""

    def __init__(self, editor: Editor, qtbot: QtBot) -> None:
        self._editor = editor
        self._qtbot = qtbot
        self.keys = 0
        self.thoughts = 0

    @property
    def seconds(self) -> float:
        return self.keys * KEY_S + self.thoughts * THINK_S

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Plain) -> None:
        """One command: a thought, and one press for the key and for each modifier."""
        self.thoughts += 1
        self.keys += 1 + sum(bool(modifier & one) for one in (Ctrl, Shift, Alt))
        self._editor.key(key, modifier)

    def type(self, text: str) -> None:
        self.keys += len(text)
        self._editor.type(text)

    def enter(self) -> None:
        self.keys += 1
        self._editor.key(Qt.Key.Key_Return)

    def escape(self) -> None:
        self.keys += 1
        self._editor.key(Qt.Key.Key_Escape)

    def write(self, text: str) -> None:
        """A line and Enter; what to write is one thought."""
        self.thoughts += 1
        self.type(text)
        self.enter()

    def ask(self, key: Qt.Key, modifier: Qt.KeyboardModifier, answer: str) -> None:
        """A command that asks for a name."""
        self.press(key, modifier)
        self._qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        self.type(answer)
        self.enter()

    def add(self, *lines: str) -> None:
        """Exercises with their doses."""
        self.press(Qt.Key.Key_K, Ctrl)
        for line in lines:
            self.write(line)
        self.escape()


def test_a_whole_program_for_a_new_patient_takes_less_than_90_seconds(start: Editor, qtbot: QtBot) -> None:
    hands = Typist(start, qtbot)
    hands.press(Qt.Key.Key_E, Alt)
    hands.press(Qt.Key.Key_P, Ctrl | Shift)
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Space)
    hands.escape()
    hands.ask(Qt.Key.Key_R, Ctrl, "Morning")
    hands.add("seg bridge 3x10 r45 3-2-4", "cat cow 2x8", "pelvc tilt")
    hands.ask(Qt.Key.Key_T, Ctrl, "Evening")
    hands.add("single knee 3x30s each", "90/90")
    hands.ask(Qt.Key.Key_T, Ctrl, "Strength")
    hands.press(Qt.Key.Key_E, Ctrl)
    hands.type("2467")
    hands.enter()
    hands.add("front plank 4x20s each", "sit to stand 2x10")
    hands.press(Qt.Key.Key_M, Ctrl)
    hands.type("Slowly")
    hands.escape()
    hands.press(Qt.Key.Key_PageDown, Ctrl)
    hands.press(Qt.Key.Key_A, Ctrl)
    hands.press(Qt.Key.Key_Period, Ctrl)
    hands.press(Qt.Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    hands.type("First plan")
    hands.enter()

    revision = start.folder.services.programs.current(start.patient.id)
    assert revision is not None
    assert (revision.number, revision.note) == (1, "First plan")
    sessions = [session for _, session in revision.program.sessions()]
    assert [session.name for session in sessions] == ["Morning", "Evening", "Strength"]
    assert [[item.exercise for item in session.items] for session in sessions] == [
        ["segmental-bridge", "seated-cat-cow", "pelvic-tilt"],
        ["single-knee-to-chest", "ninety-ninety-rest"],
        ["front-plank", "sit-to-stand"],
    ]
    assert sessions[2].schedule.weekdays == frozenset({0, 2, 4})
    bridge, plank = sessions[0].items[0].dose, sessions[2].items[0].dose
    assert (bridge.sets, bridge.reps, bridge.rest_s) == (Span.of(3), Span.of(10), 45)
    assert bridge.tempo == Tempo(3, 2, 4, 0)
    assert (plank.sets, plank.hold_s, plank.side) == (Span.of(4), Span.of(20), Side.EACH)
    assert sessions[2].items[1].note == "Slowly"
    assert start.told == []
    assert hands.seconds < GOAL_S
