"""Plays by the real clock with stalls of the event loop, and compares credited with elapsed time."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer

from facet_desktop.bootstrap import open_folder

STALL_S = 0.3
STALL_EVERY_MS = 5000


def begin(path: Path, application: QCoreApplication, seconds: float) -> dict[str, float]:
    """Runs for some seconds and answers."""
    with open_folder(path) as folder:
        services = folder.services
        patient = services.patients.current()
        assert patient is not None
        draft = services.programs.begin_from_template(patient.id, "ask-doctor-jo-six")
        revision = services.programs.publish(patient.id, draft.program)
        _, planned = next(revision.program.sessions())
        session = services.play.start(revision.id, planned.id, services.settings.present.pacing)
        began = time.perf_counter()
        ticks = QTimer()
        ticks.setTimerType(Qt.TimerType.PreciseTimer)
        ticks.timeout.connect(session.tick)
        ticks.start(16)
        stalls = QTimer()
        stalls.timeout.connect(lambda: time.sleep(STALL_S))
        stalls.start(STALL_EVERY_MS)
        QTimer.singleShot(round(seconds * 1000), application.quit)
        application.exec()
        session.tick()
        elapsed_ms = (time.perf_counter() - began) * 1000
        error_ms = session.state.credited_ms - elapsed_ms
        session.stop()
    return {"elapsed_ms": elapsed_ms, "error_ms": error_ms}


print(json.dumps(begin(Path(sys.argv[1]), QCoreApplication(sys.argv), float(sys.argv[2]))))
