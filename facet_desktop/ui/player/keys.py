"""Keys of the player.

Presenter remotes send Page Up, Page Down and Space; F5 and Esc for the beginning and the end of a show, which
here means full screen; and a full stop or B for a black screen, which here means a pause, because whoever
darkens the screen looks away. The keys of headphones and keyboards for music do what they say.
"""

from __future__ import annotations

import sys
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Command(StrEnum):
    """What a key asks for."""

    TOGGLE = "toggle"
    PAUSE = "pause"
    """Pause or go on, also where Space counts."""
    COUNT = "count"
    SKIP = "skip"
    BACK = "back"
    EXTEND = "extend"
    EASE = "ease"
    CHANGE = "change"
    LESS = "less"
    """Lower the dose, where a rating has led to that offer."""
    HURTS = "hurts"
    SOUND = "sound"
    VOICE = "voice"
    FULL_SCREEN = "full-screen"
    PRESENT = "present"
    """Full screen, and never out of it."""
    SCREEN = "screen"
    """Full screen on the next screen."""
    ROOM = "room"
    """Words for the whole room, or everything."""
    MINI = "mini"
    ESCAPE = "escape"
    """Out of full screen; in a window, the same as LEAVE."""
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
    Qt.Key.Key_PageUp: Command.BACK,
    Qt.Key.Key_P: Command.PAUSE,
    Qt.Key.Key_B: Command.PAUSE,
    Qt.Key.Key_Period: Command.PAUSE,
    Qt.Key.Key_MediaPlay: Command.PAUSE,
    Qt.Key.Key_MediaPause: Command.PAUSE,
    Qt.Key.Key_MediaTogglePlayPause: Command.PAUSE,
    Qt.Key.Key_MediaNext: Command.SKIP,
    Qt.Key.Key_MediaPrevious: Command.BACK,
    Qt.Key.Key_Plus: Command.EXTEND,
    Qt.Key.Key_Equal: Command.EXTEND,
    Qt.Key.Key_E: Command.EASE,
    Qt.Key.Key_C: Command.CHANGE,
    Qt.Key.Key_L: Command.LESS,
    Qt.Key.Key_H: Command.HURTS,
    Qt.Key.Key_M: Command.SOUND,
    Qt.Key.Key_V: Command.VOICE,
    Qt.Key.Key_F: Command.FULL_SCREEN,
    Qt.Key.Key_F5: Command.PRESENT,
    Qt.Key.Key_O: Command.SCREEN,
    Qt.Key.Key_A: Command.ROOM,
    Qt.Key.Key_W: Command.MINI,
    Qt.Key.Key_Escape: Command.ESCAPE,
    Qt.Key.Key_F1: Command.KEYS,
    Qt.Key.Key_Return: Command.FINISH,
    Qt.Key.Key_Enter: Command.FINISH,
}
WINDOW_COMMANDS = frozenset(
    {Command.FULL_SCREEN, Command.PRESENT, Command.SCREEN, Command.ROOM, Command.MINI}
)
"""What concerns the window and not the session."""
MINI_COMMANDS = frozenset(
    {
        Command.TOGGLE,
        Command.PAUSE,
        Command.COUNT,
        Command.SKIP,
        Command.BACK,
        Command.EXTEND,
        Command.EASE,
        Command.SOUND,
        Command.VOICE,
    }
)
"""What needs no more room than the mini window has."""
_ALLOWED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def command_of(event: QKeyEvent) -> Command | None:
    """The command of a key press, or None."""
    if event.modifiers() & ~_ALLOWED:
        return None
    return _KEYS.get(Qt.Key(event.key()))


def digit_of(event: QKeyEvent) -> int | None:
    """The digit of a key press without Shift, or None."""
    return None if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else _digit_key(event)


def shifted_digit_of(event: QKeyEvent) -> int | None:
    """The digit of a key pressed together with Shift, whatever the layout writes there; None for others."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _digit_key(event) if plain == Qt.KeyboardModifier.ShiftModifier else None


def _digit_key(event: QKeyEvent) -> int | None:
    digit = event.key() - Qt.Key.Key_0.value
    if 0 <= digit <= 9:
        return digit
    row, codes = _DIGIT_ROW.get(sys.platform, ((), ()))
    return dict(zip(codes, row, strict=True)).get(_code_of(event))


def _code_of(event: QKeyEvent) -> int:
    return event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()


_FROM_ONE = (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)
_DIGIT_ROW = {
    "linux": (_FROM_ONE, tuple(range(10, 20))),
    "win32": (_FROM_ONE, tuple(range(2, 12))),
    "darwin": (_FROM_ONE, (18, 19, 20, 21, 23, 22, 26, 28, 25, 29)),
}
"""Which key of the digit row sends which code. With Shift most layouts write a sign there, some the digit."""
