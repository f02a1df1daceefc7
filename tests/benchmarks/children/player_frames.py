"""Plays the real player offscreen at 1920 x 1080 and tells what its frames cost.

Arguments: data folder, seconds, mode. Modes `near`, `far` and `mini` time the work of single frames while a
clock of its own runs 16 ms a frame; modes `hold` and `move` let the player's timer run by the real clock.
In all of them tones are played, a helper process is told every sentence, and what happens is stored.
"""

import json
import statistics
import sys
import time
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.clock import SystemClock
from facet_desktop.domain.dose import Span
from facet_desktop.domain.program import Prescription
from facet_desktop.domain.step import StepKind
from facet_desktop.resources import resources_dir
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.ports import Clock
from facet_desktop.ui.app import Folders, build_context
from facet_desktop.ui.player.awake import Awake
from facet_desktop.ui.player.keys import Command
from facet_desktop.ui.player.loudspeaker import Loudspeaker, SpeakerState
from facet_desktop.ui.player.page import PlayerPage
from facet_desktop.ui.player.sounds import CueSounds
from facet_desktop.ui.voice.client import VoiceClient
from facet_desktop.ui.voice.cue_voice import CueVoice
from tests.fakes import FakeClock
from tests.ui.voice import scripts

SIZE_PX = (1920, 1080)
FRAME_MS = 16
FRAMES = 4500
"""More than a minute: holds, repetitions, changes of side, rests, ends of sets."""
HOLD_S = 8
HOLD = StepKind.HOLD
LIVE = {"hold": HOLD, "move": StepKind.REP}
WARM_UP = 60
"""The first second loads figures, fonts and tones; the time to get ready is there for that."""


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


def begin(folder: OpenFolder, *, live: bool) -> PlayedSession:
    """A session as it ships, or with short holds and rests, so that much begins, ends and is stored."""
    services = folder.services
    patient = services.patients.current()
    assert patient is not None
    program = services.programs.from_template("ask-doctor-jo-six")
    _, planned = next(program.sessions())
    items = planned.items if live else tuple(shortened(item) for item in planned.items)
    phase = replace(program.phases[0], sessions=(replace(planned, items=items),))
    revision = services.programs.publish(patient.id, replace(program, phases=(phase,)))
    pacing = replace(services.settings.present.pacing, between_exercises_s=1.0, prepare_s=3.0, switch_s=2.0)
    return services.play.start(revision.id, planned.id, pacing)


def shortened(item: Prescription) -> Prescription:
    """The same exercise with no hold above a few seconds."""
    hold_s = None if item.dose.hold_s is None else Span.of(min(HOLD_S, item.dose.hold_s.low))
    return replace(item, dose=replace(item.dose, hold_s=hold_s, rest_s=2.0))


def player_of(application: QApplication, folder: OpenFolder, log: Path) -> tuple[QMainWindow, PlayerPage]:
    """The player in a window, with tones and a voice that write to devices and pipes, where there are any."""
    services = folder.services
    services.settings.change(voice=True, volume=0.5)
    context, _ = build_context(application, services, Folders(folder.resources, folder.folder, folder.cache))
    speaker = Loudspeaker(ask_here=lambda: (SpeakerState.FOUND, ""))
    page = PlayerPage(
        context,
        sounds=CueSounds(resources_dir() / "sounds", lambda: services.settings.present, speaker=speaker),
        awake=Awake(nullcontext),
        voice=CueVoice(lambda: services.settings.present, client=VoiceClient(scripts.good(log))),
    )
    window = QMainWindow()
    window.setCentralWidget(page)
    window.resize(*SIZE_PX)
    window.show()
    return window, page


def frames(
    application: QApplication, page: PlayerPage, session: PlayedSession, clock: FakeClock
) -> dict[str, float]:
    """Milliseconds of work for each frame of the first minutes."""
    timer = page.findChild(QTimer, "player_timer")
    assert timer is not None
    costs: list[float] = []
    while len(costs) < FRAMES + WARM_UP and not session.is_over:
        timer.stop()
        clock.advance(FRAME_MS)
        began = time.perf_counter()
        page.advance()
        application.processEvents()
        costs.append((time.perf_counter() - began) * 1000)
    costs = sorted(costs[WARM_UP:])
    return {
        "frames": len(costs),
        "median_ms": statistics.median(costs),
        "p95_ms": costs[int(len(costs) * 0.95)],
        "p999_ms": costs[int(len(costs) * 0.999)],
        "worst_ms": costs[-1],
        "sets_stored": session.recorder.sets_done,
    }


def live(application: QApplication, page: PlayerPage, seconds: float) -> dict[str, float]:
    """Paints a second and processor time while the player runs by itself."""
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


def measure(
    application: QApplication, folder: OpenFolder, seconds: float, mode: str, clock: FakeClock
) -> dict[str, float]:
    """One mode."""
    is_live = mode in LIVE
    session = begin(folder, live=is_live)
    with TemporaryDirectory() as name:
        window, page = player_of(application, folder, Path(name) / "told")
        page.open(session)
        application.processEvents()
        session.jump(next(step.index for step in session.timeline.steps if step.kind is LIVE.get(mode, HOLD)))
        if mode in (Command.MINI, "far"):
            page.around.do(Command.MINI if mode == Command.MINI else Command.ROOM)
        answer = live(application, page, seconds) if is_live else frames(application, page, session, clock)
        page.hold()
        window.close()
    return answer


def main(path: Path, seconds: float, mode: str) -> None:
    """Measures and answers."""
    application = QApplication(sys.argv)
    fake = FakeClock()
    clock: Clock = SystemClock() if mode in LIVE else fake
    with open_folder(path, clock=clock) as folder:
        answer = measure(application, folder, seconds, mode, fake)
    print(json.dumps(answer), flush=True)


main(Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3])
