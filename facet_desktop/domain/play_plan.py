"""What is played: a session with the pacing of the day, and the changes made while it is being played."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facet_desktop.domain.step import Step, StepKind
from facet_desktop.domain.timeline import Pacing, ReadyAgain, Timeline, compile_session
from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.program import PlannedSession, Prescription


@frozen
class PlayPlan:
    """A session to be played. The same plan always gives the same timeline, so steps keep their numbers."""

    session: PlannedSession
    pacing: Pacing
    ready_again: ReadyAgain = frozenset()

    def timeline(self) -> Timeline:
        """The compiled steps."""
        return compile_session(self.session, self.pacing, self.ready_again)

    def item(self, step: Step) -> Prescription:
        """The prescription that a step belongs to."""
        return self.session.items[step.item]

    def with_item(self, item: Prescription, set_no: int | None) -> PlayPlan:
        """The plan with another prescription of the same id, to be played from set `set_no` on.

        There is time to prepare before that set; without one, only the dose has changed. Raises KeyError
        when the session has no such prescription.
        """
        index = self.session.index_of(item.id)
        items = (*self.session.items[:index], item, *self.session.items[index + 1 :])
        again = self.ready_again if set_no is None else self.ready_again | {(item.id, set_no)}
        return replace(self, session=replace(self.session, items=items), ready_again=again)

    def breathing(self, delta_s: int, *, allow_pauses: bool) -> PlayPlan:
        """The plan with breaths that are longer or shorter, with or without pauses; every step stays."""
        pacing = replace(self.pacing, breath_delta_s=delta_s, allow_breath_pauses=allow_pauses)
        return replace(self, pacing=pacing)


def place_to_go_on(timeline: Timeline, item_id: str, set_no: int) -> int:
    """The step at which a changed prescription goes on: its preparation before that set, or the set itself.

    Where the changed dose has fewer sets than that, it is the first step after the exercise. Raises KeyError
    when the timeline does not have the prescription.
    """
    own = [step for step in timeline.steps if step.item_id == item_id]
    if not own:
        raise KeyError(item_id)
    here = [step for step in own if step.set_no == set_no and (step.is_work or step.kind is StepKind.PREPARE)]
    return here[0].index if here else min(own[-1].index + 1, len(timeline.steps) - 1)


def same_place(timeline: Timeline, step: Step) -> int | None:
    """Index of the step that stands where `step` stood before the timeline changed; None when it is gone."""

    def place(one: Step) -> tuple[object, ...]:
        return (one.item_id, one.kind, one.set_no, one.side, one.rep_no)

    return next((one.index for one in timeline.steps if place(one) == place(step)), None)
