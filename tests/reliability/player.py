"""A program that plays sessions in a real data folder until somebody kills it.

It plays by a clock of its own, many times faster than life. Each line that it prints is printed after the
services have said that the thing is stored, so nothing of it may ever be lost:

    session ID           a session is under way, begun or taken up
    step INDEX           the session has come to this step
    set ITEM NUMBER SIDE a set was completed
    over ID              the session has ended
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from facet_desktop.bootstrap import open_folder
from facet_desktop.domain.timeline import Pacing
from facet_desktop.services.app import AppServices
from facet_desktop.services.played_sets import set_key
from facet_desktop.services.playing import PlayedSession
from tests.fakes import FakeClock

TICK_MS = 100


def say(*words: object) -> None:
    """One line, straight to the pipe."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def next_session(services: AppServices) -> PlayedSession:
    """The session that was cut off, else a new one."""
    patient = services.patients.current()
    assert patient is not None
    offer = services.play.offer(patient.id)
    if offer is not None:
        played = services.play.take_up(offer.record.id)
        played.resume()
        return played
    revision = services.programs.current(patient.id)
    assert revision is not None
    _, planned = next(revision.program.sessions())
    return services.play.start(revision.id, planned.id, Pacing())


def play(played: PlayedSession, clock: FakeClock) -> None:
    """Plays to the end, telling of every step and every set once it is stored."""
    record = played.recorder.record
    assert record is not None
    say("session", record.id)
    at = played.state.step
    over = False
    while not over:
        clock.advance(TICK_MS)
        played.tick()
        over = played.is_over
        reached = len(played.timeline.steps) if over else played.state.step
        for step in played.timeline.steps[at:reached]:
            if step.ends_set:
                key = set_key(played.timeline, step)
                say("set", key.item_id, key.set_no, key.side.value)
        if reached != at:
            say("step", reached)
        at = reached
    say("over", record.id)


def main(folder: Path, wall_ms: int) -> None:
    """Waits for a line on its input, then plays for ever."""
    clock = FakeClock(wall_ms)
    say("ready")
    sys.stdin.readline()
    with open_folder(folder, clock=clock) as opened:
        while True:
            play(next_session(opened.services), clock)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
