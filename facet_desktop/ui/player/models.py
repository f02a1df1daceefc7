"""What the player's views are given: frozen, in words and numbers, nothing to decide.

`PlayModel` changes a few times a second at most and is compared as a whole; `Motion` changes with each frame.
"""

from __future__ import annotations

from enum import StrEnum

from facet_desktop.domain.breathing import BreathPhase
from facet_desktop.domain.item_changes import Swap
from facet_desktop.domain.pain import Zone
from facet_desktop.domain.step import StepSide
from facet_desktop.domain.values import frozen
from facet_desktop.ui.player.remedies import Remedy


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
    """The rest: what was done, the time left, what comes. Ratings are those given at this rest.

    `place` says which rest it is, also after the session was changed.
    """

    place: tuple[object, ...]
    done: str
    clock: str
    next: NextModel | None


@frozen
class VerdictModel:
    """What a rating asks for, with the ways out; a button without its own words has its usual ones."""

    zone: Zone
    title: str
    text: str
    actions: tuple[tuple[Remedy, str], ...]


@frozen
class ChangeOption:
    """One exercise that may be played instead, with the reason why it is offered."""

    swap: Swap
    why: str
    card: NextModel


@frozen
class ChangeModel:
    """What may take the place of an exercise; `text` says how it goes on, or that there is nothing."""

    title: str
    text: str
    options: tuple[ChangeOption, ...]


@frozen
class BreathModel:
    """How the breath is led in the present exercise, to be changed while the session stands still.

    `offers_pace` is False where the breath follows the movement, `offers_holds` where nothing asks to hold
    it, or where a condition forbids that.
    """

    delta_s: int
    never_holds: bool
    offers_pace: bool
    offers_holds: bool


@frozen
class PausedModel:
    """Why the session stands still, where, and what to do; without `breath` there is nothing to set."""

    title: str
    where: str
    reason: str
    breath: BreathModel | None = None


@frozen
class ControlsModel:
    """What the buttons below say and whether they work now."""

    running: bool
    can_extend: bool
    offers_more: bool
    """Whether "+15 s" stands here: where time runs out by itself; a rest has its own."""
    can_change: bool
    sound_on: bool


@frozen
class PlayState:
    """What the player knows beside the session itself."""

    sound_on: bool
    asks_before: bool
    can_change: bool
    may_hold_breath: bool
    verdict: VerdictModel | None


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
    verdict: VerdictModel | None
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
    last: str
    """The exercise with which the session ended, to be asked about; empty where that was done in a rest."""
