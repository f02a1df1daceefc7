"""An exercise shown again and again in its own tempo and breath, for looking at rather than for doing."""

from __future__ import annotations

from facet_desktop.domain.breath_binding import bind_breath
from facet_desktop.domain.breathing import BreathMoment, BreathPart, BreathPhase, breath_in_parts
from facet_desktop.domain.dose import Dose, Side, Tempo
from facet_desktop.domain.exercise import Exercise
from facet_desktop.domain.frame import part_at, position_at, shown_ms
from facet_desktop.domain.step import Part, PartSpan, StepSide
from facet_desktop.domain.values import frozen

LONGEST_HOLD_S = 6.0
"""Holds are shown no longer than this: half a minute without movement would look like a still picture."""
MOVING_S = 2.0
"""Time to get into a position and out of it where the dose gives none."""
CYCLE_MS = 2400
"""One round of walking or pedalling where the dose counts no repetitions: two unhurried steps."""


@frozen
class Shown:
    """One instant of a demonstration. `position` counts rounds where the movement is a cycle."""

    position: float
    side: StepSide
    part: Part
    breath: BreathMoment


@frozen
class Demonstration:
    """One repetition of an exercise, repeated for ever."""

    parts: tuple[PartSpan, ...]
    breath: tuple[BreathPart, ...]
    alternates: bool
    cyclic: bool
    cycle_ms: int

    @property
    def duration_ms(self) -> int:
        """Length of one repetition."""
        return sum(span.duration_ms for span in self.parts)

    def at(self, elapsed_ms: int, side: StepSide = StepSide.BOTH) -> Shown:
        """What is shown after `elapsed_ms`. `side` works first, and alternates where it should."""
        turn, within = divmod(max(0, elapsed_ms), self.duration_ms)
        moment = part_at(self.parts, within)
        part = moment.part if moment is not None else Part.HOLD
        breath = breath_in_parts(self.breath, elapsed_ms)
        position = shown_ms(elapsed_ms) / self.cycle_ms if self.cyclic else position_at(moment)
        swaps = self.alternates and not self.cyclic and turn % 2 == 1
        return Shown(position, side.other if swaps else side, part, breath)


def demonstration(exercise: Exercise, *, alternating: bool = False, cyclic: bool = False) -> Demonstration:
    """The demonstration of an exercise; the last two say what its movement does."""
    tempo = shown_tempo(exercise.dose)
    seconds = {
        Part.UP: tempo.up_s,
        Part.HOLD: tempo.hold_s,
        Part.DOWN: tempo.down_s,
        Part.PAUSE: tempo.pause_s,
    }
    parts = tuple(PartSpan(part, round(value * 1000)) for part, value in seconds.items() if value > 0)
    counted = exercise.dose.reps is not None
    return Demonstration(
        parts=parts,
        breath=_flowing(bind_breath(exercise.breath, parts)),
        alternates=alternating or exercise.dose.side is Side.ALTERNATING,
        cyclic=cyclic,
        cycle_ms=sum(span.duration_ms for span in parts) if cyclic and counted else CYCLE_MS,
    )


def shown_tempo(dose: Dose) -> Tempo:
    """The tempo of a demonstration: that of the dose, with long holds cut short and time to move."""
    tempo = dose.repetition_tempo()
    return Tempo(
        up_s=tempo.up_s or MOVING_S,
        hold_s=min(tempo.hold_s, LONGEST_HOLD_S),
        down_s=tempo.down_s or MOVING_S,
        pause_s=tempo.pause_s or 1.0,
    )


def _flowing(breath: tuple[BreathPart, ...]) -> tuple[BreathPart, ...]:
    """Breath to show; where nothing is prescribed the figure breathes quietly."""
    if all(bit.phase is BreathPhase.FREE for bit in breath):
        return (BreathPart(BreathPhase.FREE, 1000),)
    return breath
