"""Finds out whether this computer has a loudspeaker, without ever waiting for the answer.

On Linux a sound server that is stuck holds whoever asks it for half a minute. So a process of its own asks it
first, and is ended when it takes too long; only after a good answer does this process talk to the server.
Once the tones are loaded, a server that gets stuck holds nobody up.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from facet_desktop.ui.voice.client import helper_command

PROBE_ARGUMENT = "--sound-probe"
PATIENCE_MS = 5_000


class SpeakerState(StrEnum):
    """What is known of the loudspeaker."""

    UNKNOWN = "unknown"
    LOOKING = "looking"
    FOUND = "found"
    NONE = "none"
    MISSING = "missing"
    """A system library for sound is missing."""
    STUCK = "stuck"
    """The sound of this computer did not answer in time."""


_ANSWERS = (SpeakerState.FOUND, SpeakerState.NONE, SpeakerState.MISSING)


def ask() -> tuple[SpeakerState, str]:
    """Asks the system, however long that takes; the second is the name of the loudspeaker."""
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        return SpeakerState.MISSING, ""
    device = QMediaDevices.defaultAudioOutput()
    return (SpeakerState.NONE, "") if device.isNull() else (SpeakerState.FOUND, device.description())


def main() -> int:
    """The process that asks: writes state and name on one line."""
    from PySide6.QtCore import QCoreApplication

    app = QCoreApplication([sys.argv[0]])  # held, because Qt's devices belong to it
    state, name = ask()
    sys.stdout.write(f"{state.value} {name}\n")
    sys.stdout.flush()
    del app
    return 0


def may_hang() -> bool:
    """Whether the sound of this system may hold whoever asks it."""
    return sys.platform.startswith("linux")


class Loudspeaker(QObject):
    """`answered` tells that `state` and `name` are known."""

    answered = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        command: Sequence[str] | None = None,
        patience_ms: int = PATIENCE_MS,
        ask_here: Callable[[], tuple[SpeakerState, str]] | None = None,
    ) -> None:
        """``ask_here`` asks without a process; by default where nothing hangs."""
        super().__init__(parent)
        self.state = SpeakerState.UNKNOWN
        self.name = ""
        self._command = tuple(command or helper_command(PROBE_ARGUMENT))
        self._ask_here = ask_here if ask_here is not None or may_hang() or command else ask
        self._process: QProcess | None = None
        self._patience_ms = patience_ms
        self._timer = QTimer(self)
        self._timer.setObjectName("sound_patience")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._end(SpeakerState.STUCK))

    def look(self) -> None:
        """Look for a loudspeaker, unless one was found or somebody is looking."""
        if self.state in (SpeakerState.LOOKING, SpeakerState.FOUND):
            return
        if self._ask_here is not None:
            self._end(*self._ask_here())
            return
        self.state = SpeakerState.LOOKING
        process = self._process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.errorOccurred.connect(self._take_error)
        process.finished.connect(self._take_end)
        self._timer.start(self._patience_ms)
        process.start(self._command[0], list(self._command[1:]))

    def _take_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(SpeakerState.NONE)

    def _take_end(self) -> None:
        if self._process is None:
            return
        lines = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace").splitlines()
        word, _, name = (lines[-1] if lines else "").partition(" ")
        state = next((state for state in _ANSWERS if state.value == word), SpeakerState.NONE)
        self._end(state, name)

    def _end(self, state: SpeakerState, name: str = "") -> None:
        process, self._process = self._process, None
        self._timer.stop()
        if process is not None:
            _dismiss(process)
        self.state, self.name = state, name
        self.answered.emit()


def _dismiss(process: QProcess) -> None:
    """Ends a process, and forgets it when it has ended; nobody waits for that."""
    process.errorOccurred.disconnect()
    process.finished.disconnect()
    process.finished.connect(process.deleteLater)
    process.kill()
    if process.state() is QProcess.ProcessState.NotRunning:
        process.deleteLater()
