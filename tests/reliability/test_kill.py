"""The program is killed, again and again, in the middle of a session; no completed set may ever be lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from facet_desktop.bootstrap import open_folder
from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.journal import SetKey, set_results
from facet_desktop.domain.program import PlannedSession, Prescription, Program, ProgramPhase
from facet_desktop.domain.step import StepSide
from facet_desktop.services.records import SessionStatus
from tests.fakes import NOON_MS, CountedIds, FakeClock

KILLS = int(os.environ.get("FACET_KILLS", "50"))
"""How often; set FACET_KILLS for more."""
READY_AHEAD = 2
HOUR_MS = 3_600_000
ROOT = Path(__file__).parents[2]


@dataclass
class Told:
    """What a killed program had told: all of it must be stored."""

    sets: dict[str, set[SetKey]] = field(default_factory=dict)
    over: set[str] = field(default_factory=set)
    session: str = ""
    step: int = -1

    def hear(self, line: str) -> None:
        """Takes in one whole line; the last one may have been cut off by the kill."""
        match line.split():
            case ["session", session]:
                self.session, self.step = session, -1
            case ["step", index]:
                self.step = int(index)
            case ["set", item_id, number, side]:
                key = SetKey(item_id, int(number), StepSide(side))
                self.sets.setdefault(self.session, set()).add(key)
            case ["over", session]:
                self.over.add(session)


def program(ids: CountedIds) -> Program:
    """Forty sets of short repetitions and holds, some of them side by side."""
    doses = (
        Dose(Span(4, 4), Span.of(3), tempo=Tempo(1, 0, 1, 0), rest_s=2),
        Dose(Span(2, 2), hold_s=Span.of(4), side=Side.EACH, rest_s=2),
    )
    items = tuple(
        Prescription(
            ids.new(), f"exercise-{number}", 1, f"Exercise {number}", doses[number % 2], BreathCode.FREE
        )
        for number in range(10)
    )
    session = PlannedSession(ids.new(), "Morning", items=items)
    return Program(ids.new(), "Long", (ProgramPhase(ids.new(), Phase.EARLY, "Start", (session,)),))


def prepare(folder: Path) -> str:
    """A data folder with one patient and a published program; returns the patient's id."""
    ids = CountedIds()
    with open_folder(folder, clock=FakeClock(), ids=ids) as opened:
        patient = opened.services.patients.add("Alex")
        opened.services.programs.publish(patient.id, program(ids))
        return patient.id


Player = subprocess.Popen[str]


@contextmanager
def players(folder: Path) -> Iterator[Iterator[Player]]:
    """Programs that have loaded everything and wait for their turn, each with a later clock than the last."""
    waiting: deque[Player] = deque()

    def each() -> Iterator[Player]:
        for number in range(10 * KILLS):
            command = [sys.executable, "-m", "tests.reliability.player"]
            waiting.append(
                subprocess.Popen(
                    [*command, str(folder), str(NOON_MS + number * HOUR_MS)],
                    cwd=ROOT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            if len(waiting) > READY_AHEAD:
                yield waiting.popleft()

    try:
        yield each()
    finally:
        for player in waiting:
            kill(player)


def kill(player: Player) -> str:
    """Kills a program at once; returns what it had said before that nobody has read yet."""
    assert player.stdin is not None
    assert player.stdout is not None
    player.kill()
    rest = player.stdout.read()
    player.wait()
    player.stdin.close()
    player.stdout.close()
    return rest


def play_and_kill(player: Player, lines: int) -> Told:
    """Lets a program play until it has said so many lines, then kills it wherever it is by then."""
    assert player.stdin is not None
    assert player.stdout is not None
    told = Told()
    assert player.stdout.readline() == "ready\n"
    player.stdin.write("go\n")
    player.stdin.flush()
    for _ in range(lines):
        told.hear(player.stdout.readline())
    for line in kill(player).splitlines(keepends=True):
        if line.endswith("\n"):
            told.hear(line)
    return told


def check(folder: Path, patient_id: str, told: Told) -> bool:
    """Opens the folder as the next start would. False where the kill fell between two sessions."""
    with open_folder(folder, clock=FakeClock()) as opened:
        sessions = opened.store.sessions
        for session_id, keys in told.sets.items():
            results = set_results(sessions.journal(session_id))
            assert keys <= {key for key, result in results.items() if result.completed}
        for session_id in told.over:
            ended = sessions.get(session_id)
            assert ended is not None
            assert ended.status is SessionStatus.FINISHED
        assert opened.store.integrity().problems == ()
        offer = opened.services.play.offer(patient_id)
        if offer is None:
            last = sessions.get(told.session)
            assert last is not None
            assert last.status is SessionStatus.FINISHED
            return False
        if offer.record.id == told.session and told.step >= 0:
            assert offer.step.index - told.step in (0, 1)
        return True


def test_no_completed_set_is_lost_and_the_session_is_offered_after_every_kill(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "facet"
    patient_id = prepare(folder)
    random = Random(KILLS)
    offered = sets = 0

    with players(folder) as ready:
        while offered < KILLS:
            told = play_and_kill(next(ready), random.randint(1, 25))
            offered += check(folder, patient_id, told)
            sets += sum(map(len, told.sets.values()))

    assert sets > KILLS
