"""A timeline being played on two clocks that a test moves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from facet_desktop.domain import engine
from facet_desktop.domain.engine import EngineEvent, EngineState, Now, Status
from facet_desktop.domain.program import Prescription
from facet_desktop.domain.step import Step
from facet_desktop.domain.timeline import Timeline, compile_session
from tests.domain.sessions import PACING, session

Kind = TypeVar("Kind")
LONGEST_SESSION_TICKS = 10_000


@dataclass
class Desk:
    """Begins at once; every method does one thing a person or the machine may do."""

    timeline: Timeline
    now: Now = field(default_factory=lambda: Now(500, 9_000_000))
    state: EngineState = field(default_factory=EngineState)
    events: list[EngineEvent] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.take(engine.start(self.timeline, self.now))

    def take(self, result: engine.Result) -> None:
        """Adopts a new state and keeps its events."""
        self.state = result[0]
        self.events.extend(result[1])

    @property
    def step(self) -> Step:
        """The present step."""
        return self.timeline.steps[self.state.step]

    def pass_time(self, ms: int, wall_ms: int | None = None) -> None:
        """Time goes by unseen; the wall clock may go its own way."""
        self.now = Now(self.now.mono_ms + ms, self.now.wall_ms + (ms if wall_ms is None else wall_ms))

    def tick(self, ms: int, wall_ms: int | None = None) -> None:
        """Time goes by and is seen."""
        self.pass_time(ms, wall_ms)
        self.take(engine.tick(self.timeline, self.state, self.now))

    def run(self, ms: int) -> None:
        """Ticks every 100 ms."""
        for _ in range(ms // 100):
            self.tick(100)
        self.tick(ms % 100)

    def pause(self) -> None:
        """The person pauses."""
        self.take(engine.pause(self.timeline, self.state, self.now))

    def resume(self) -> None:
        """The person goes on."""
        self.take(engine.resume(self.state, self.now))

    def skip(self) -> None:
        """The person leaves the block."""
        self.take(engine.skip(self.timeline, self.state, self.now))

    def back(self) -> None:
        """The person goes back."""
        self.take(engine.back(self.timeline, self.state, self.now))

    def complete(self) -> None:
        """The person ends an open-ended step."""
        self.take(engine.complete(self.timeline, self.state, self.now))

    def finish(self) -> None:
        """Plays to the end, whatever the session waits for."""
        for _ in range(LONGEST_SESSION_TICKS):
            if self.state.status is Status.FINISHED:
                return
            self.resume()
            self.complete()
            self.tick(4000)
        raise AssertionError("the session never ends")

    def of(self, kind: type[Kind]) -> list[Kind]:
        """The events of one kind, in order."""
        return [event for event in self.events if isinstance(event, kind)]


def desk(*items: Prescription) -> Desk:
    """A desk with a session of these exercises."""
    return Desk(compile_session(session(*items), PACING))
