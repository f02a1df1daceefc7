"""What an exercise of the library is: names, purpose, load, precautions, default dose, steps, neighbours."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from facet_desktop.domain.values import changed, frozen

if TYPE_CHECKING:
    from facet_desktop.domain.breathing import BreathCode
    from facet_desktop.domain.dose import Dose


class Phase(StrEnum):
    """Phases of rehabilitation in which an exercise or a part of a program belongs."""

    FLARE = "flare"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    MAINTENANCE = "maintenance"


class Category(StrEnum):
    """What an exercise trains."""

    BREATHING = "breathing"
    MOTOR_CONTROL = "motor-control"
    RELAXATION = "relaxation"
    FLEXION_STRETCH = "flexion-stretch"
    MOBILITY = "mobility"
    SOFT_TISSUE = "soft-tissue"
    STRENGTH = "strength"
    ENDURANCE = "endurance"
    FUNCTIONAL = "functional"
    BALANCE = "balance"
    CARDIO = "cardio"


class StartPosition(StrEnum):
    """The position in which an exercise begins."""

    SUPINE = "supine"
    SIDE_LYING = "side-lying"
    PRONE = "prone"
    QUADRUPED = "quadruped"
    KNEELING = "kneeling"
    SITTING = "sitting"
    STANDING = "standing"
    WALKING = "walking"


class Load(StrEnum):
    """Direction in which the lumbar spine is loaded or moved."""

    FLEXION = "flexion"
    NEUTRAL = "neutral"
    ROTATION = "rotation"
    SIDE_BEND = "side-bend"
    EXTENSION = "extension"


class Precaution(StrEnum):
    """What an exercise asks of the body that some people must avoid or change."""

    KNEEL = "kneel"
    WRIST = "wrist"
    SHOULDER = "shoulder"
    FLEXION = "flexion"
    """End-range or loaded flexion."""
    EXTENSION = "extension"
    ROTATION = "rotation"
    LOAD = "load"
    """Heavy compression."""
    SUPINE = "supine"
    """Long lying on the back."""
    PRONE = "prone"
    BALANCE = "balance"
    """Risk of falling."""
    APNEA = "apnea"
    """Holding the breath."""
    PRESSURE = "pressure"
    """Pressure on tissue."""
    KNEE_FLEXION = "knee-flexion"
    """Deep bend of the knee."""
    HEAD_DOWN = "head-down"
    """Head below the heart."""


class Evidence(StrEnum):
    """Where exercise and dose come from; shown to the user."""

    SOURCE = "source"
    """Exercise and dose stand in a source document."""
    SOURCE_PART = "source-part"
    """The exercise and a part of its dose stand in a source document; the rest is a proposed default."""
    SOURCE_EXERCISE = "source-exercise"
    """A source names the exercise; the dose is a proposed default for a physiotherapist to sign off."""
    KNOWLEDGE = "knowledge"
    """Professional knowledge; exercise and dose are proposals."""
    OWN = "own"
    """Written by the clinic itself."""


@frozen
class Neighbour:
    """An easier or harder version: another exercise (`slug`) or a variant of the same one (`text`)."""

    slug: str | None = None
    text: str | None = None


@frozen
class Turn:
    """One of several ways that the repetitions of an exercise take in turn, such as a lunge to the side.

    `words` stand in place of the first tempo word, `figure` is the slug of a shipped figure.
    """

    words: str
    figure: str


@frozen
class Source:
    """Where the facts of an exercise come from: an evidence mark and a note in plain words."""

    evidence: Evidence
    note: str


@frozen
class Exercise:
    """One exercise of the library.

    `version` counts up with every change of meaning; programs remember the version they prescribed.
    `easier` and `harder` are None at the ends of a ladder.
    """

    slug: str
    version: int
    name: str
    aliases: tuple[str, ...]
    phases: tuple[Phase, ...]
    category: Category
    position: StartPosition
    loads: tuple[Load, ...]
    targets: tuple[str, ...]
    equipment: tuple[str, ...]
    precautions: tuple[Precaution, ...]
    dose: Dose
    breath: BreathCode
    purpose: str
    steps: tuple[str, ...]
    faults: tuple[str, ...]
    easier: Neighbour | None
    harder: Neighbour | None
    swap: Neighbour | None
    source: Source
    tempo_words: tuple[str, str, str] | None = None
    """Own words for the up, hold and down parts ("lift", "hold", "lower"); None for the usual ones."""
    cue: str = ""
    """One short sentence shown while the exercise is played."""
    figure: str | None = None
    """Whose figure it shows: a slug, or one of the words of `figure_names`; None for its own slug."""
    turns: tuple[Turn, ...] = ()
    """What repetitions go through. The first shows `figure`; where that is another one, none count."""

    def turn(self, number: int) -> Turn | None:
        """The turn that a repetition takes, counted from 1; None where all repetitions are alike."""
        if not self.turns or self.turns[0].figure != (self.figure or self.slug):
            return None
        return self.turns[(number - 1) % len(self.turns)]

    def in_turn(self, number: int) -> Exercise:
        """The exercise in the words of a repetition, counted from 1."""
        turn = self.turn(number)
        if turn is None or self.tempo_words is None:
            return self
        return changed(self, tempo_words=(turn.words, *self.tempo_words[1:]))
