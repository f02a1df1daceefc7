"""Talks to the helper process that speaks, and ends it when it does not answer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from facet_desktop.domain.values import frozen

HELPER_ARGUMENT = "--voice-helper"


class VoiceState(StrEnum):
    """How the voice is."""

    OFF = "off"
    STARTING = "starting"
    READY = "ready"
    NONE = "none"
    """No voice was found for the language."""
    STUCK = "stuck"
    """It did not answer in time and was ended."""
    ENDED = "ended"
    """It ended by itself, or could not be started."""


@frozen
class Patience:
    """How long to wait for the helper: until it has found a voice, and for each answer after that."""

    start_ms: int = 10_000
    answer_ms: int = 5_000
    end_ms: int = 300


def helper_command(argument: str = HELPER_ARGUMENT) -> tuple[str, ...]:
    """How this very program is started as a helper of itself."""
    frozen_program = bool(getattr(sys, "frozen", False))
    return (sys.executable, argument) if frozen_program else (sys.executable, "-m", "facet_desktop", argument)


class VoiceClient(QObject):
    """One helper process at most. Nothing here waits, except `close` for the end of a killed process."""

    changed = Signal()

    def __init__(
        self,
        command: Sequence[str] | None = None,
        parent: QObject | None = None,
        *,
        patience: Patience | None = None,
    ) -> None:
        super().__init__(parent)
        self._command = tuple(command or helper_command())
        self._patience = patience or Patience()
        self._process: QProcess | None = None
        self._state = VoiceState.OFF
        self._pings = 0
        self._unread = b""
        self._timer = QTimer(self)
        self._timer.setObjectName("voice_patience")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._end(VoiceState.STUCK))

    @property
    def state(self) -> VoiceState:
        """How the voice is."""
        return self._state

    def start(self, language: str) -> None:
        """Look for a voice that speaks a language; does nothing while a helper runs."""
        if self._process is not None:
            return
        process = self._process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.errorOccurred.connect(self._take_error)
        process.finished.connect(self._take_end)
        self._unread = b""
        self._set(VoiceState.STARTING)
        self._timer.start(self._patience.start_ms)
        process.start(self._command[0], list(self._command[1:]))
        self._write(f"language {language}")

    def say(self, text: str, volume: float) -> None:
        """Speak in place of what is being said; a voice that is not there says nothing. Volume 0 to 1."""
        words = " ".join(text.split())
        if self._process is None or not words:
            return
        self._pings += 1
        self._write(f"say {volume:.2f} {words}")
        self._write(f"ping {self._pings}")
        if self._state is VoiceState.READY and not self._timer.isActive():
            self._timer.start(self._patience.answer_ms)

    def hush(self) -> None:
        """Be quiet."""
        if self._process is not None:
            self._write("stop")

    def close(self) -> None:
        """End the helper; what it found out about the voice is forgotten."""
        self._end(VoiceState.OFF)

    def _write(self, line: str) -> None:
        if self._process is not None:
            self._process.write(f"{line}\n".encode())

    def _read(self) -> None:
        if self._process is None:
            return
        self._unread += bytes(self._process.readAllStandardOutput().data())
        *lines, self._unread = self._unread.split(b"\n")
        for line in lines:
            self._take(line.decode("utf-8", "replace").strip())

    def _take(self, answer: str) -> None:
        if answer == "none":
            self._end(VoiceState.NONE)
        elif answer == "ready":
            self._timer.stop()
            self._set(VoiceState.READY)
        elif answer == f"pong {self._pings}":
            self._timer.stop()
        elif answer.startswith("pong ") and self._timer.isActive():
            self._timer.start(self._patience.answer_ms)  # behind, but alive

    def _take_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(VoiceState.ENDED)

    def _take_end(self) -> None:
        self._end(VoiceState.ENDED)

    def _end(self, state: VoiceState) -> None:
        process, self._process = self._process, None
        self._timer.stop()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(self._patience.end_ms)
            process.deleteLater()
        self._set(state)

    def _set(self, state: VoiceState) -> None:
        if state is not self._state:
            self._state = state
            self.changed.emit()
