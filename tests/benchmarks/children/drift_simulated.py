"""Plays 20 minutes through the real presenter, by a clock that stalls and stutters, and tells how it drifts.

Argument: data folder. The clock stands for a machine under load: most frames 16 ms apart, some later, now and
then a stall of up to 4.9 s, the longest that counts as exercise. Compared are the time credited and the time
gone by, and for each cue the moment at which it was due and the frame at which it sounded.
"""

import json
import random
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.domain.program import PlannedSession
from facet_desktop.services.wording.all_words import Words
from facet_desktop.ui.player.presenter import PlayerPresenter
from facet_desktop.ui.translation import translate
from tests.fakes import FakeClock

LONG_MS = 20 * 60_000
FRAME_MS, STALL_MS = 16, 4_900


def planned(folder: OpenFolder) -> PlannedSession:
    """A session of more than 20 minutes that nobody has to end by hand."""
    program = folder.services.programs.from_template("ask-doctor-jo-six")
    _, session = next(program.sessions())
    timed = [item for item in session.items if not item.dose.by_hand]
    rounds = [replace(item, id=f"{item.id}-{number}") for number in range(4) for item in timed]
    return replace(session, items=tuple(rounds))


def gaps(chance: random.Random) -> int:
    """Milliseconds until the next frame."""
    luck = chance.random()
    if luck < 0.0005:
        return chance.randint(1_000, STALL_MS)
    return chance.randint(17, 300) if luck < 0.02 else FRAME_MS


def drift(folder: OpenFolder, clock: FakeClock) -> dict[str, float]:
    """Runs for 20 minutes and answers."""
    services, chance = folder.services, random.Random(20)
    session = services.play.preview(planned(folder), services.settings.present.pacing)
    presenter = PlayerPresenter(services, Words(translate), session)
    gone_ms = longest_ms = cues = 0
    worst_ms = 0
    while gone_ms < LONG_MS and not session.is_over:
        gap = gaps(chance)
        clock.advance(gap)
        gone_ms += gap
        longest_ms = max(longest_ms, gap)
        cues += len(presenter.tick())
        worst_ms = max(worst_ms, abs(session.state.credited_ms - gone_ms))
        frame = session.frame()
        here_ms = frame.step.start_ms + frame.elapsed_ms
        worst_ms = max(worst_ms, abs(here_ms - gone_ms))
    return {
        "minutes": gone_ms / 60_000,
        "longest_stall_ms": longest_ms,
        "cues": cues,
        "worst_error_ms": worst_ms,
    }


def main(path: Path) -> None:
    """Measures and answers."""
    QCoreApplication(sys.argv)
    clock = FakeClock()
    with open_folder(path, clock=clock) as folder:
        print(json.dumps(drift(folder, clock)))


main(Path(sys.argv[1]))
