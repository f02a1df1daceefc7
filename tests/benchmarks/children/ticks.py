"""Ticks on the GUI thread while the heavy imports go on beside it."""

import json
import os
import sys
import threading
import time

from PySide6.QtCore import QObject, Qt, QTimer

TICK_MS = 16
HEAVY = ("numpy", "pyqtgraph")
THREAD = "warm-up"


class Ticks(QObject):
    """Ticks on the GUI thread; a late tick is a window that did not answer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last_s = 0.0
        self._gaps_ms: list[float] = []
        self._has_begun = False

    def start(self) -> None:
        """Count from the first paint on."""
        self._last_s = time.perf_counter()
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now_s = time.perf_counter()
        self._gaps_ms.append((now_s - self._last_s) * 1000)
        self._last_s = now_s
        is_running = any(one.name == THREAD for one in threading.enumerate())
        if self._has_begun and not is_running:
            self._answer()
        self._has_begun = self._has_begun or is_running

    def _answer(self) -> None:
        loaded = [name for name in HEAVY if name in sys.modules]
        answer = {"longest_gap_ms": max(self._gaps_ms), "ticks": len(self._gaps_ms), "loaded": loaded}
        print(json.dumps(answer), flush=True)
        os._exit(0)
