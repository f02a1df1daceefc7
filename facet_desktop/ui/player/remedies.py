"""What can be done about pain, and which exercises may take the place of another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from facet_desktop.domain.item_changes import (
    Swap,
    SwapKind,
    SwapLimits,
    SwapReason,
    lowered_item,
    swaps,
)
from facet_desktop.domain.journal import NO_DATA, Value
from facet_desktop.domain.library import Library
from facet_desktop.domain.program import Prescription
from facet_desktop.domain.step import StepKind
from facet_desktop.services.playing import PlayedSession

Steps = tuple[Callable[[], object], ...]


class Remedy(StrEnum):
    """Answers to pain; the values stand in journals."""

    WAIT = "wait"
    """Stay paused."""
    GO_ON = "go-on"
    LOWER = "lower"
    EASIER = "easier"
    """The first exercise that may take its place: the easier one, or else a substitute."""
    SKIP = "skip"
    STOP = "stop"
    SIGNS = "warning-sign"


class Remedies:
    """Offers and does the changes that a session and its person allow.

    They are about the exercise under way; in a rest about the one just done while sets of it remain, and
    else about the one that comes.
    """

    def __init__(self, session: PlayedSession, library: Library, limits: SwapLimits) -> None:
        self.limits = limits
        self._session = session
        self._library = library
        self._found: tuple[tuple[Prescription, SwapLimits], tuple[Swap, ...]] | None = None

    def target(self) -> Prescription | None:
        """The exercise that a change is about; None when nothing more is to be done."""
        if self._session.is_over:
            return None
        step, items = self._session.frame().step, self._session.planned.items
        if step.kind is not StepKind.REST:
            return items[step.item]
        ahead = [one for one in self._session.timeline.steps[step.index + 1 :] if one.is_work]
        if any(one.item == step.item for one in ahead):
            return items[step.item]
        return items[ahead[0].item] if ahead else None

    @property
    def is_about_next(self) -> bool:
        """Whether the changes are about an exercise that has not begun."""
        target = self.target()
        return target is not None and target.id != self._session.frame().step.item_id

    def lowered(self) -> Prescription | None:
        """The exercise with less to do, or None."""
        target = self.target()
        return lowered_item(target) if target is not None else None

    def swaps(self) -> tuple[Swap, ...]:
        """What may be played in its place."""
        target = self.target()
        if target is None:
            return ()
        key = (target, self.limits)
        if self._found is None or self._found[0] != key:
            self._found = (key, swaps(target, self._library, self.limits))
        return self._found[1]

    def easier(self) -> Swap | None:
        """The easier exercise, else a substitute, else None."""
        return next((one for one in self.swaps() if one.kind is not SwapKind.HARDER), None)

    def steps(self, remedy: Remedy, why: Mapping[str, Value] = NO_DATA) -> Steps:
        """What to do for an answer, one durable thing at a time; a session that ran goes on running."""
        session = self._session
        step = session.frame().step

        def note() -> None:
            session.note_hurts(step, remedy.value, why)

        easier = self.easier()
        ways: dict[Remedy, Steps] = {
            Remedy.LOWER: (self._lower,),
            Remedy.EASIER: self.swap_steps(easier, SwapReason.HURTS) if easier is not None else (),
            Remedy.SKIP: (session.skip_exercise,) * (2 if self.is_about_next else 1),
            Remedy.STOP: (session.stop,),
        }
        return (note, *ways.get(remedy, ()))

    def swap_steps(self, swap: Swap, reason: SwapReason) -> Steps:
        """Goes on with another exercise in that place, and keeps why. A rest before it goes on."""
        session = self._session
        change = session.change_ahead if self.is_about_next else session.change_item
        return (lambda: change(swap.item, reason.value, swap.kind.value),)

    def _lower(self) -> None:
        lowered = self.lowered()
        if lowered is not None:
            self._session.change_ahead(lowered, SwapReason.HURTS.value, Remedy.LOWER.value)
