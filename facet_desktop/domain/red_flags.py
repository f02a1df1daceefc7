"""Warning signs: questions whose answer asks for medical care instead of exercise (clinical reference E1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from facet_desktop.domain.values import frozen


class Urgency(StrEnum):
    """How soon care is needed."""

    NOW = "now"
    TODAY = "today"
    DAYS = "days"
    ROUTINE = "routine"


LOCKING = frozenset({Urgency.NOW, Urgency.TODAY})
"""Answers of this urgency lock sessions until somebody records that care was sought and exercise cleared."""


NEW_IN_LEG = "leg-new"
"""Slug of the sign that the traffic light knows as well: new leg pain, numbness or weakness (D1)."""


@frozen
class RedFlag:
    """One question. `concern` is for clinicians; `advice` tells anybody what to do."""

    slug: str
    question: str
    concern: str
    urgency: Urgency
    advice: str
    source: str


@frozen
class ScreenResult:
    """The flags answered with yes, the gravest first."""

    raised: tuple[RedFlag, ...]

    @property
    def locks(self) -> bool:
        """Whether sessions are locked until clearance."""
        return any(flag.urgency in LOCKING for flag in self.raised)

    @property
    def urgency(self) -> Urgency | None:
        """The gravest urgency, or None when nothing was raised."""
        return self.raised[0].urgency if self.raised else None


def screen(flags: Iterable[RedFlag], answers: Mapping[str, bool]) -> ScreenResult:
    """The result of a screen; a question without an answer counts as no."""
    order = tuple(Urgency)
    raised = [flag for flag in flags if answers.get(flag.slug)]
    return ScreenResult(tuple(sorted(raised, key=lambda flag: order.index(flag.urgency))))
