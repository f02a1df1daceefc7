"""What can be done when it hurts, and what is easier."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from facet_desktop.domain.item_changes import easier_item, lowered_item
from facet_desktop.domain.library import Library
from facet_desktop.domain.program import Prescription
from facet_desktop.services.playing import PlayedSession


class Remedy(StrEnum):
    """Answers to "It hurts"; the values stand in journals."""

    WAIT = "wait"
    """Stay paused."""
    GO_ON = "go-on"
    LOWER = "lower"
    EASIER = "easier"
    SKIP = "skip"
    STOP = "stop"


class Remedies:
    """Offers and does the changes that a session allows."""

    def __init__(self, session: PlayedSession, library: Library) -> None:
        self._session = session
        self._library = library

    def lowered(self) -> Prescription | None:
        """The present exercise with less to do, or None."""
        return lowered_item(self._item())

    def easier(self) -> Prescription | None:
        """The easier version of the present exercise, or None."""
        return easier_item(self._item(), self._library)

    def steps(self, remedy: Remedy) -> tuple[Callable[[], object], ...]:
        """What to do for an answer, one durable thing at a time."""
        session = self._session
        step = session.frame().step

        def note() -> None:
            session.note_hurts(step, remedy.value)

        ways: dict[Remedy, tuple[Callable[[], object], ...]] = {
            Remedy.GO_ON: (session.resume,),
            Remedy.LOWER: (lambda: self._change(self.lowered(), "hurts"), session.resume),
            Remedy.EASIER: (lambda: self._change(self.easier(), "hurts"), session.resume),
            Remedy.SKIP: (session.skip_exercise, session.resume),
            Remedy.STOP: (session.stop,),
        }
        return (note, *ways.get(remedy, ()))

    def ease(self) -> None:
        """Goes on with the easier version from this set on."""
        self._change(self.easier(), "easier")

    def _change(self, item: Prescription | None, reason: str) -> None:
        if item is not None:
            self._session.change_item(item, reason)

    def _item(self) -> Prescription:
        return self._session.planned.items[self._session.frame().step.item]
