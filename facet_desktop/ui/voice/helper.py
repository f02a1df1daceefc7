"""The helper process that speaks. The only place that uses Qt's text to speech.

On Linux a stuck speech service freezes its caller for good, so the caller must be a process that can be ended
from outside. It reads one command a line and answers on its output:

    language en        ready | none       which language to speak; none where no voice speaks it
    say 0.70 Breathe   (nothing)          volume 0 to 1, then what to say, in place of what is being said
    stop               (nothing)          be quiet
    ping 3             pong 3             still alive

It ends when its input ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from threading import Event, Thread
from typing import TYPE_CHECKING, Protocol, TextIO

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

SILENT_ENGINE = "mock"
"""Qt's engine for its own tests: it says nothing and claims to speak."""
END_WAIT_S = 2.0


class Engine(Protocol):
    """What the helper needs of an engine."""

    def say(self, text: str, /) -> None:
        """Speak in place of what is being said."""
        ...

    def stop(self) -> None:
        """Be quiet."""
        ...

    def setVolume(self, volume: float, /) -> None:
        """0 to 1."""
        ...


class Talk:
    """What each line of input does."""

    def __init__(self, find: Callable[[str], Engine | None], answer: Callable[[str], None]) -> None:
        self._find = find
        self._answer = answer
        self._engine: Engine | None = None

    def take(self, line: str) -> None:
        """Do what a line asks for; lines that make no sense are passed over."""
        command, _, rest = line.strip().partition(" ")
        if command == "language":
            self._engine = self._find(rest)
            self._answer("none" if self._engine is None else "ready")
        elif command == "ping":
            self._answer(f"pong {rest}")
        elif self._engine is not None and command == "stop":
            self._engine.stop()
        elif self._engine is not None and command == "say":
            self._say(self._engine, rest)

    def _say(self, engine: Engine, rest: str) -> None:
        volume, _, text = rest.partition(" ")
        try:
            engine.setVolume(min(1.0, max(0.0, float(volume))))
        except ValueError:
            return
        engine.say(text)


def first_that_works(names: Iterable[str], make: Callable[[str], Engine | None]) -> Engine | None:
    """The first engine that can be made; the silent one never counts."""
    made = (make(name) for name in names if name != SILENT_ENGINE)
    return next((engine for engine in made if engine is not None), None)


def best_locale(language: str, system: QLocale, offered: Iterable[QLocale]) -> QLocale | None:
    """The offered locale for a language, that of the system where it may be chosen; None without any."""
    wanted = QLocale(language)
    suiting = [one for one in offered if one.language() == wanted.language()]
    own = [one for one in suiting if one.territory() == system.territory()]
    return next(iter(own or suiting), None)


class _Reader(QObject):
    """Brings lines from a thread to the event loop; a thread, because pipes cannot be watched on Windows."""

    line = Signal(str)
    ended = Signal()

    def start(self, stream: TextIO, done: Event) -> None:
        Thread(target=self._read, args=(stream, done), name="voice-input", daemon=True).start()

    def _read(self, stream: TextIO, done: Event) -> None:
        for line in stream:
            self.line.emit(line)
        self.ended.emit()
        if not done.wait(END_WAIT_S):
            os._exit(1)  # the speech service holds the other thread; nobody waits for it


def main() -> int:
    """Speaks until the input ends."""
    app = QCoreApplication([sys.argv[0]])
    reader, done = _Reader(), Event()
    talk = Talk(
        lambda language: first_that_works(_engine_names(), lambda name: _made(name, language)), _print
    )
    reader.line.connect(talk.take, Qt.ConnectionType.QueuedConnection)
    reader.ended.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    # Opened anew: a windowed program has no sys.stdin, and elsewhere its encoding depends on the system.
    reader.start(open(0, encoding="utf-8", errors="replace", closefd=False), done)  # noqa: SIM115
    code = app.exec()
    done.set()
    return code


def _print(answer: str) -> None:
    os.write(1, f"{answer}\n".encode())


def _engine_names() -> list[str]:
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        return []  # a system library for sound is missing
    return QTextToSpeech.availableEngines()


def _made(name: str, language: str) -> Engine | None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    engine = QTextToSpeech(name)
    if engine.state() == QTextToSpeech.State.Error:
        return None
    return engine if _speaks(engine, language) else None


def _speaks(engine: QTextToSpeech, language: str) -> bool:
    locale = best_locale(language, QLocale.system(), engine.availableLocales())
    if locale is None:
        return False
    engine.setLocale(locale)
    return True
