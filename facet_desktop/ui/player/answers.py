"""Answers to the questions of the player, kept as they are given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from facet_desktop.domain.pain import PainContext
from facet_desktop.domain.step import Step
from facet_desktop.domain.values import frozen

TEN_WITHIN_MS = 1000
"""A typed 1 may become 10 within this time; only then is it kept."""


class Answer(Protocol):
    """A number from 0 to 10 that was given at a time, to one question."""

    @property
    def number(self) -> int:
        """The answer."""
        ...

    @property
    def question(self) -> object:
        """What was asked: the same for every answer to it."""
        ...

    @property
    def at_ms(self) -> int:
        """When it was given, of any running count of milliseconds."""
        ...


@frozen
class PainAnswer:
    """A pain rating (NPRS 0 to 10) with its context and, during an exercise, its step."""

    pain_nprs: int
    context: PainContext
    step: Step | None
    at_ms: int

    @property
    def number(self) -> int:
        """The rating."""
        return self.pain_nprs

    @property
    def question(self) -> object:
        """When and where the pain is."""
        return (self.context, self.step)


@frozen
class EffortAnswer:
    """The effort (0 to 10) of what was done in a step."""

    effort: int
    step: Step
    at_ms: int

    @property
    def number(self) -> int:
        """The effort."""
        return self.effort

    @property
    def question(self) -> object:
        """Of what."""
        return self.step


_A = TypeVar("_A", bound=Answer)


class Answers(Generic[_A]):
    """Keeps answers at once, except a 1, which waits a second for a 0 to follow.

    `keep` stores one answer. Whoever moves on calls `flush` first, so that nothing waits for ever.
    """

    def __init__(self, keep: Callable[[_A], None]) -> None:
        self._keep = keep
        self._waiting: _A | None = None

    def give(self, answer: _A) -> None:
        """Takes an answer; a waiting one to the same question is replaced by it."""
        waiting = self._waiting
        if waiting is not None and waiting.question != answer.question:
            self.flush()
        self._waiting = answer
        if answer.number != 1:
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
