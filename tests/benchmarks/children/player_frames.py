"""Plays the real player offscreen at 1920 x 1080 and tells what its frames cost.

Arguments: data folder, seconds, mode. Mode `frames` times the work of single frames while a clock of its own
runs 16 ms a frame; mode `live` lets the player's timer run by the real clock and counts paints.
"""

import json
import statistics
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.clock import SystemClock
from facet_desktop.domain.step import StepKind
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.ports import Clock
from facet_desktop.ui.app import Folders, build_window
from facet_desktop.ui.player.page import PlayerPage
from tests.fakes import FakeClock

SIZE_PX = (1920, 1080)
FRAME_MS = 16
FRAMES = 6000
"""About a minute and a half: holds, repetitions, changes of side."""


class Paints(QObject):
    """Counts paints of a widget and notes the longest wait between two."""

    def __init__(self) -> None:
        super().__init__()
        self.at_s: list[float] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lets every event through."""
        if event.type() == QEvent.Type.Paint:
            self.at_s.append(time.perf_counter())
        return False


def begin(folder: OpenFolder) -> PlayedSession:
    """A session with repetitions, holds and rests."""
    services = folder.services
    patient = services.patients.current()
    assert patient is not None
    draft = services.programs.begin_from_template(patient.id, "ask-doctor-jo-six")
    revision = services.programs.publish(patient.id, draft.program)
    _, planned = next(revision.program.sessions())
    return services.play.start(revision.id, planned.id, services.settings.present.pacing)


def player_of(application: QApplication, folder: OpenFolder, session: PlayedSession) -> PlayerPage:
    """The player in the real window."""
    window = build_window(
        application, folder.services, Folders(folder.resources, folder.folder, folder.cache), live=False
    )
    window.resize(*SIZE_PX)
    window.begin()
    window.show()
    window.play(session)
    application.processEvents()
    page = window.findChild(PlayerPage)
    assert page is not None
    page.setProperty("window_of_the_measurement", window)
    return page


def frames(application: QApplication, folder: OpenFolder, clock: FakeClock) -> dict[str, float]:
    """Milliseconds of work for each frame of the first minutes."""
    session = begin(folder)
    page = player_of(application, folder, session)
    timer = page.findChild(QTimer, "player_timer")
    assert timer is not None
    costs: list[float] = []
    while len(costs) < FRAMES and not session.is_over:
        timer.stop()
        if session.frame().step.kind is StepKind.REST:
            session.skip()
        clock.advance(FRAME_MS)
        began = time.perf_counter()
        page.advance()
        application.processEvents()
        costs.append((time.perf_counter() - began) * 1000)
    costs.sort()
    return {
        "frames": len(costs),
        "median_ms": statistics.median(costs),
        "p95_ms": costs[int(len(costs) * 0.95)],
        "worst_ms": costs[-1],
    }


def live(application: QApplication, folder: OpenFolder, seconds: float) -> dict[str, float]:
    """Paints a second and processor time while the player runs by itself."""
    session = begin(folder)
    page = player_of(application, folder, session)
    session.skip()
    paints = Paints()
    page.stage.work.ring.installEventFilter(paints)
    began, used = time.perf_counter(), time.process_time()
    QTimer.singleShot(round(seconds * 1000), application.quit)
    application.exec()
    elapsed, cpu = time.perf_counter() - began, time.process_time() - used
    gaps = [b - a for a, b in zip(paints.at_s, paints.at_s[1:], strict=False)]
    return {
        "paints_per_s": len(paints.at_s) / elapsed,
        "cpu_share": cpu / elapsed,
        "longest_gap_ms": max(gaps) * 1000,
    }


def main(path: Path, seconds: float, mode: str) -> None:
    """Measures and answers."""
    application = QApplication(sys.argv)
    fake = FakeClock()
    clock: Clock = fake if mode == "frames" else SystemClock()
    with open_folder(path, clock=clock) as folder:
        measured = mode == "frames"
        answer = frames(application, folder, fake) if measured else live(application, folder, seconds)
    print(json.dumps(answer))


main(Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3])
