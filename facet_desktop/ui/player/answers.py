"""Answers to the questions of the player, kept as they are given."""

from __future__ import annotations

from collections.abc import Callable

from facet_desktop.domain.pain import PainContext
from facet_desktop.domain.step import Step
from facet_desktop.domain.values import frozen

TEN_WITHIN_MS = 1000
"""A typed 1 may become 10 within this time; only then is it kept."""


@frozen
class PainAnswer:
    """A pain rating (NPRS 0 to 10) with its context and, during an exercise, its step."""

    pain_nprs: int
    context: PainContext
    step: Step | None
    at_ms: int


class PainAnswers:
    """Keeps ratings at once, except a 1, which waits a second for a 0 to follow.

    `keep` stores one answer. Whoever moves on calls `flush` first, so that nothing waits for ever.
    """

    def __init__(self, keep: Callable[[PainAnswer], None]) -> None:
        self._keep = keep
        self._waiting: PainAnswer | None = None

    def give(self, answer: PainAnswer) -> None:
        """Takes an answer; a waiting one at the same place is replaced by it."""
        waiting = self._waiting
        if waiting is not None and (waiting.context, waiting.step) != (answer.context, answer.step):
            self.flush()
        self._waiting = answer
        if answer.pain_nprs != 1:
            self.flush()

    def settle(self, now_ms: int) -> None:
        """Keeps a waiting answer whose second has passed."""
        if self._waiting is not None and now_ms - self._waiting.at_ms > TEN_WITHIN_MS:
            self.flush()

    def flush(self) -> None:
        """Keeps a waiting answer now. It goes on waiting when it cannot be stored."""
        if self._waiting is not None:
            self._keep(self._waiting)
            self._waiting = None
