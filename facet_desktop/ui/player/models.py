"""What the player's views are given: frozen, in words and numbers, nothing to decide.

`PlayModel` changes a few times a second at most and is compared as a whole; `Motion` changes with each frame.
"""

from __future__ import annotations

from enum import StrEnum

from facet_desktop.domain.breathing import BreathPhase
from facet_desktop.domain.step import StepSide
from facet_desktop.domain.values import frozen


class Screen(StrEnum):
    """Which face of the player is shown."""

    WORK = "work"
    """Preparing, moving, holding, changing sides."""
    REST = "rest"
    DONE = "done"


@frozen
class RingWords:
    """Words inside the ring; `counts` makes the middle line a large number."""

    above: str
    main: str
    below: str
    counts: bool = False


@frozen
class FigureModel:
    """Which figure to show, from which side, and what to say about it."""

    exercise: str
    name: str
    side: StepSide
    side_words: str
    hint: str
    detail: str = ""


@frozen
class WorkModel:
    """The right half while something is to be done. `by_hand` names the button of an open-ended step."""

    heading: str
    where: str
    ring: RingWords
    chips: tuple[str, ...]
    chip: int
    by_hand: str
    spoken: str


@frozen
class NextModel:
    """The card of what comes next."""

    exercise: str
    name: str
    line: str
    side: StepSide


@frozen
class RestModel:
    """The rest: what was done, the time left, what comes. Ratings are those given at this rest."""

    place: int
    done: str
    clock: str
    next: NextModel | None


@frozen
class PausedModel:
    """Why the session stands still, where, and what to do."""

    title: str
    where: str
    reason: str


@frozen
class ControlsModel:
    """What the buttons below say and whether they work now."""

    running: bool
    can_extend: bool
    offers_more: bool
    """Whether "+15 s" stands here: where time runs out by itself; a rest has its own."""
    can_ease: bool
    sound_on: bool


@frozen
class PlayModel:
    """One state of the player, apart from what moves."""

    screen: Screen
    header: str
    time_left: str
    is_preview: bool
    asks_before: bool
    figure: FigureModel
    work: WorkModel | None
    rest: RestModel | None
    paused: PausedModel | None
    controls: ControlsModel


@frozen
class Motion:
    """What moves: figure, breath, ring and the present piece of the timeline."""

    position: float
    volume: float
    phase: BreathPhase
    block_share: float
    segment: int
    segment_share: float
    cycles: float
    """How often a movement without an end (walking, cycling) has gone round in this step."""


@frozen
class DoneModel:
    """The page after the session."""

    title: str
    facts: tuple[tuple[str, str], ...]
    before: str
    tomorrow: str
    is_preview: bool
    pain_after: int | None
