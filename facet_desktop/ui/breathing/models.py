"""What the views of the breathing page are given: frozen, in words and numbers."""

from __future__ import annotations

from facet_desktop.domain.breathing import BreathPattern
from facet_desktop.domain.values import frozen
from facet_desktop.ui.player.models import RingWords


@frozen
class PatternCard:
    """One pattern to choose. `blocked` says why it must be changed before it can be practised."""

    slug: str
    name: str
    purpose: str
    numbers: str
    span: str
    has_pauses: bool
    blocked: str
    pattern: BreathPattern


@frozen
class SetupModel:
    """The chosen pattern as it is set. `can_step` says whether it may become shorter, and longer."""

    name: str
    purpose: str
    safety: str
    numbers: str
    pattern: BreathPattern
    offers_pauses: bool
    without_pauses: bool
    pace_s: int
    length: str
    can_step: tuple[bool, bool]
    total: str
    blocked: str


@frozen
class PracticeModel:
    """A practice under way, apart from what moves. `seconds` are (passed, all) of the present phase."""

    name: str
    where: str
    time_left: str
    ring: RingWords
    seconds: tuple[int, int]
    is_running: bool
    hint: str
    spoken: str


@frozen
class FinishedModel:
    """After the last breath."""

    total: str
    spoken: str
