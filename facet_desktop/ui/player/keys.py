"""Keys of the player. Presenter remotes send Page Up, Page Down and Space."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Command(StrEnum):
    """What a key asks for."""

    TOGGLE = "toggle"
    COUNT = "count"
    SKIP = "skip"
    BACK = "back"
    EXTEND = "extend"
    EASE = "ease"
    CHANGE = "change"
    HURTS = "hurts"
    SOUND = "sound"
    VOICE = "voice"
    FULL_SCREEN = "full-screen"
    LEAVE = "leave"
    KEYS = "keys"
    FINISH = "finish"
    RETRY = "retry"


_KEYS = {
    Qt.Key.Key_Space: Command.TOGGLE,
    Qt.Key.Key_Right: Command.SKIP,
    Qt.Key.Key_N: Command.SKIP,
    Qt.Key.Key_PageDown: Command.SKIP,
    Qt.Key.Key_Left: Command.BACK,
    Qt.Key.Key_B: Command.BACK,
    Qt.Key.Key_PageUp: Command.BACK,
    Qt.Key.Key_Plus: Command.EXTEND,
    Qt.Key.Key_Equal: Command.EXTEND,
    Qt.Key.Key_E: Command.EASE,
    Qt.Key.Key_C: Command.CHANGE,
    Qt.Key.Key_H: Command.HURTS,
    Qt.Key.Key_M: Command.SOUND,
    Qt.Key.Key_V: Command.VOICE,
    Qt.Key.Key_F: Command.FULL_SCREEN,
    Qt.Key.Key_Escape: Command.LEAVE,
    Qt.Key.Key_F1: Command.KEYS,
    Qt.Key.Key_Return: Command.FINISH,
    Qt.Key.Key_Enter: Command.FINISH,
}
_ALLOWED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def command_of(event: QKeyEvent) -> Command | None:
    """The command of a key press, or None."""
    if event.modifiers() & ~_ALLOWED:
        return None
    return _KEYS.get(Qt.Key(event.key()))


def digit_of(event: QKeyEvent) -> int | None:
    """The digit of a key press, or None."""
    digit = event.key() - Qt.Key.Key_0.value
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return digit if plain and 0 <= digit <= 9 else None
