"""Playing a session: the engine driven by the injected clock, with what happens kept as it goes.

Order matters: what an engine step ends is durable before the session moves to the next one. When storing
fails, the session stays where it was and pauses, so nothing that was done is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from facet_desktop.domain import engine
from facet_desktop.domain.cues import Cue, CueKind, cues_between, cues_of
from facet_desktop.domain.engine import EngineState, Finished, Now, PauseReason, SetEnded, Status
from facet_desktop.domain.errors import StorageError
from facet_desktop.domain.frame import Frame, frame_of
from facet_desktop.domain.journal import NO_DATA, EntryKind, Value
from facet_desktop.domain.play_plan import PlayPlan, place_to_go_on, same_place
from facet_desktop.domain.step import StepKind
from facet_desktop.services.played_sets import place_of, swap_entry

if TYPE_CHECKING:
    from facet_desktop.domain.pain import PainContext
    from facet_desktop.domain.program import PlannedSession, Prescription
    from facet_desktop.domain.step import Step
    from facet_desktop.domain.timeline import Pacing, Timeline
    from facet_desktop.services.ports import Clock
    from facet_desktop.services.recording import Recorder


class PlayedSession:
    """One session being played. Every action reads the clock once, moves the engine, and keeps the result."""

    def __init__(self, plan: PlayPlan, recorder: Recorder, clock: Clock) -> None:
        self._plan = plan
        self._timeline = plan.timeline()
        self._recorder = recorder
        self._clock = clock
        self._state = EngineState()
        self._cued_ms = -1
        self._framed: tuple[Timeline, EngineState, Frame] | None = None
        self._listed: tuple[Step, int, tuple[Cue, ...]] | None = None
        self._ended: Step | None = None

    @property
    def planned(self) -> PlannedSession:
        """The session as it is played now, with every change made on the way."""
        return self._plan.session

    @property
    def pacing(self) -> Pacing:
        """The times around the exercises, and how the person breathes and counts."""
        return self._plan.pacing

    @property
    def timeline(self) -> Timeline:
        """The compiled steps of the session as it is played now."""
        return self._timeline

    @property
    def state(self) -> EngineState:
        """The engine's state."""
        return self._state

    @property
    def recorder(self) -> Recorder:
        """Where the session is kept."""
        return self._recorder

    @property
    def is_over(self) -> bool:
        """Whether the session has ended, by itself or early."""
        return self._state.status in (Status.FINISHED, Status.STOPPED)

    @property
    def last_set(self) -> Step | None:
        """The work with which the session ended; no rest came after it in which to ask how it was."""
        here = self.timeline.steps[self._state.step]
        if not self.is_over or self._ended is None or not here.is_work:
            return None
        return here if self._ended.item_id == here.item_id else None

    def frame(self) -> Frame:
        """What to show now, without moving on; worked out once a state, for it is asked for many times."""
        known = self._framed
        if known is None or known[0] is not self._timeline or known[1] is not self._state:
            known = self._framed = (self._timeline, self._state, frame_of(self._timeline, self._state))
        return known[2]

    def begin(self) -> None:
        """Starts at the first step."""
        self._apply(engine.start(self.timeline, self._now()))

    def take_up(self, step: int, credited_ms: int) -> None:
        """Goes to where the session was cut off, and waits there."""
        self._state = engine.restore(self.timeline, step, credited_ms, self._now())

    def tick(self) -> tuple[Cue, ...]:
        """Moves on with the clock; returns the cues of the present step that fell due."""
        result = engine.tick(self.timeline, self._state, self._now())
        self._apply(result)
        if any(isinstance(event, Finished) for event in result[1]):
            return (Cue(0, CueKind.DONE),)
        return self._due_cues()

    def pause(self, reason: PauseReason = PauseReason.USER) -> None:
        """Stands still."""
        self._apply(engine.pause(self.timeline, self._state, self._now(), reason))

    def resume(self) -> None:
        """Goes on."""
        self._apply(engine.resume(self._state, self._now()))

    def complete(self) -> None:
        """Counts a repetition, or ends a bout, that the person ends by hand."""
        self._apply(engine.complete(self.timeline, self._state, self._now()))

    def skip(self) -> None:
        """Leaves the present set, rest or preparation."""
        self._apply(engine.skip(self.timeline, self._state, self._now()))

    def skip_exercise(self) -> None:
        """Leaves the present exercise."""
        self._apply(engine.skip_exercise(self.timeline, self._state, self._now()))

    def back(self) -> None:
        """Back to the start of this set, or to the one before."""
        self._apply(engine.back(self.timeline, self._state, self._now()))

    def jump(self, step: int) -> None:
        """Goes to a step. Raises IndexError when there is none of that index."""
        self._apply(engine.jump(self.timeline, self._state, self._now(), step))

    def extend(self, by_s: int = 15) -> None:
        """Adds seconds to the present step."""
        self._apply(engine.extend(self.timeline, self._state, self._now(), by_s * 1000))

    def stop(self) -> None:
        """Ends the session early; everything done so far is kept."""
        self._apply(engine.stop(self.timeline, self._state, self._now()))

    def change_item(self, item: Prescription, reason: str, kind: str = "") -> None:
        """Goes on with another prescription in place of the one under way (same id), from this set on.

        In a rest that is the next set. What kind of change it is and its reason are kept. Raises KeyError
        when the session has no such prescription.
        """
        step = self.timeline.steps[self._state.step]
        set_no = step.set_no + (step.kind is StepKind.REST) if step.item_id == item.id else 1
        before = self.planned.items[self.planned.index_of(item.id)]
        plan = self._plan.with_item(item, set_no)
        timeline = plan.timeline()
        target = place_to_go_on(timeline, item.id, set_no)
        now = self._now()
        state, events = engine.replan((self.timeline, timeline), self._state, now, target)
        with self._pausing_on_trouble():
            self._recorder.change(state, events, timeline, swap_entry(before, item, set_no, kind, reason))
        self._plan, self._timeline, self._state, self._cued_ms = plan, timeline, state, -1

    def change_ahead(self, item: Prescription, reason: str, kind: str = "") -> None:
        """Changes what is still to come of a prescription (same id), and stays at the present rest.

        Where the present step is not the same any more, it goes on as after `change_item`.
        """
        self._apply(engine.tick(self.timeline, self._state, self._now()))
        plan = self._plan.with_item(item, None)
        timeline = plan.timeline()
        step = self.timeline.steps[min(self._state.step, len(self.timeline.steps) - 1)]
        place = same_place(timeline, step)
        if step.kind is not StepKind.REST or place is None:
            self.change_item(item, reason, kind)
            return
        before = self.planned.items[self.planned.index_of(item.id)]
        state = replace(self._state, step=place)
        with self._pausing_on_trouble():
            self._recorder.change(state, (), timeline, swap_entry(before, item, None, kind, reason))
        self._plan, self._timeline, self._state = plan, timeline, state

    def breathe(self, delta_s: int, *, allow_pauses: bool) -> None:
        """Goes on with breaths that are `delta_s` longer or shorter, with or without pauses of the breath."""
        self._apply(engine.tick(self.timeline, self._state, self._now()))
        if self.is_over:
            return
        plan = self._plan.breathing(delta_s, allow_pauses=allow_pauses)
        timeline = plan.timeline()
        data: dict[str, Value] = {"breath_delta_s": delta_s, "allow_breath_pauses": allow_pauses}
        with self._pausing_on_trouble():
            self._recorder.change(self._state, (), timeline, (EntryKind.BREATH, data))
        self._plan, self._timeline = plan, timeline

    def rate_pain(self, pain_nprs: int, context: PainContext, step: Step | None = None) -> None:
        """Keeps pain 0 to 10. Raises ValueError outside that range."""
        _check_scale(pain_nprs)
        with self._pausing_on_trouble():
            self._recorder.rate(pain_nprs, context, step)

    def note_readiness(self, stiffness: int | None, sleep_h: float | None) -> None:
        """Keeps how the person came to the session: stiffness 0 to 10 and hours of sleep, where told."""
        if stiffness is not None:
            _check_scale(stiffness)
        self._recorder.add(EntryKind.READINESS, {"stiffness": stiffness, "sleep_h": sleep_h})

    def rate_effort(self, effort: int, step: Step) -> None:
        """Keeps effort 0 to 10 for an exercise. Raises ValueError outside that range."""
        _check_scale(effort)
        self._add(EntryKind.EFFORT, {"effort": effort, **place_of(step)})

    def note_hurts(self, step: Step, answer: str, why: Mapping[str, Value] = NO_DATA) -> None:
        """Keeps that it hurt, what the person chose to do, and `why` something was suggested."""
        self._add(EntryKind.HURTS, {"answer": answer, **place_of(step), **why})

    def note(self, text: str) -> None:
        """Keeps a note in the person's own words."""
        self._add(EntryKind.NOTE, {"text": text})

    def _add(self, kind: EntryKind, data: dict[str, Value]) -> None:
        with self._pausing_on_trouble():
            self._recorder.add(kind, data)

    @contextmanager
    def _pausing_on_trouble(self) -> Iterator[None]:
        """A session under way pauses where it stands when something cannot be stored."""
        try:
            yield
        except StorageError:
            if not self.is_over:
                self._state = replace(
                    self._state, status=Status.PAUSED, pause_reason=PauseReason.ERROR, last=self._now()
                )
            raise

    def _now(self) -> Now:
        return Now(self._clock.monotonic_ms(), self._clock.wall_ms())

    def _apply(self, result: engine.Result) -> None:
        state, events = result
        moved = state.step != self._state.step
        with self._pausing_on_trouble():
            self._recorder.store(state, events, moved=moved)
        self._state = state
        self._ended = next((one.step for one in events if isinstance(one, SetEnded)), self._ended)
        if moved:
            self._cued_ms = -1

    def _due_cues(self) -> tuple[Cue, ...]:
        if self._state.status is not Status.RUNNING:
            return ()
        after_ms, self._cued_ms = self._cued_ms, self._state.elapsed_ms
        return cues_between(self._cues(), after_ms, self._cued_ms)

    def _cues(self) -> tuple[Cue, ...]:
        """Those of the present step; listed once a step, for they are looked through with each frame."""
        step, extra_ms, known = self.timeline.steps[self._state.step], self._state.extra_ms, self._listed
        if known is None or known[0] is not step or known[1] != extra_ms:
            known = self._listed = (step, extra_ms, cues_of(step, extra_ms))
        return known[2]


def _check_scale(value: int) -> None:
    if not 0 <= value <= 10:
        message = f"a rating lies between 0 and 10, not {value}"
        raise ValueError(message)
