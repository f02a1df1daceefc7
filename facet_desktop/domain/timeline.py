"""Compiles a planned session into a flat row of steps with durations in whole milliseconds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Any

from facet_desktop.domain.breath_binding import bind_breath, rhythm
from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Side
from facet_desktop.domain.step import Part, PartSpan, Step, StepKind, StepSide
from facet_desktop.domain.values import changed, frozen

if TYPE_CHECKING:
    from facet_desktop.domain.breathing import BreathPart
    from facet_desktop.domain.program import PlannedSession, Prescription

WALKING_M_PER_S = 0.8
"""Pace used only to estimate the time of a prescribed distance: a slow, careful walk (proposed default)."""
UNSPECIFIED_S = 60.0
"""Estimate for an exercise whose source names no amount; the person ends it by hand."""

ReadyAgain = frozenset[tuple[str, int]]


@frozen
class Pacing:
    """Times around the exercises, from the settings of the player, in seconds."""

    prepare_s: float = 10.0
    switch_s: float = 8.0
    between_exercises_s: float = 20.0
    first_side: StepSide = StepSide.LEFT
    allow_breath_pauses: bool = True
    """False where a precaution forbids staying without air, and for whoever does not want to."""
    breath_delta_s: int = 0
    """Seconds by which breaths that do not follow the movement are longer (1) or shorter (-1)."""
    count_by_hand: bool = False
    """Whether the person counts repetitions; the tempo then only guides."""


@frozen
class Timeline:
    """The compiled session. `total_ms` includes estimates for open-ended steps."""

    steps: tuple[Step, ...]
    total_ms: int

    def block_of(self, index: int) -> tuple[Step, ...]:
        """All steps of the block to which the step at `index` belongs."""
        block = self.steps[index].block
        first = last = index
        while first > 0 and self.steps[first - 1].block == block:
            first -= 1
        while last + 1 < len(self.steps) and self.steps[last + 1].block == block:
            last += 1
        return self.steps[first : last + 1]

    def next_work(self, index: int) -> Step | None:
        """The first working step after `index`, or None when nothing more is to be done."""
        return next((step for step in self.steps[index + 1 :] if step.is_work), None)


class _Builder:
    """Collects steps in order; positions and offsets are counted in one place only."""

    def __init__(self, session: PlannedSession, pacing: Pacing) -> None:
        self.session = session
        self.pacing = pacing
        self.steps: list[Step] = []
        self.at_ms = 0
        self.block = -1
        self.block_start_ms = 0
        self._repetitions: dict[tuple[int, bool], _Repetition] = {}

    def repetition(self, item: int, *, last: bool) -> _Repetition:
        """What a repetition of an item is like: the same in every set and on both sides."""
        found = self._repetitions.get((item, last))
        if found is None:
            found = _Repetition.of(self.session.items[item], self.pacing, last=last)
            self._repetitions[item, last] = found
        return found

    def new_block(self) -> None:
        self.block += 1
        self.block_start_ms = self.at_ms

    def add(self, template: Step, duration_ms: int, **details: Any) -> None:
        """A step like `template`, here and now, with its own `details`: one new value a step, no more."""
        step = changed(
            template,
            index=len(self.steps),
            block=self.block,
            start_ms=self.at_ms,
            duration_ms=duration_ms,
            block_offset_ms=self.at_ms - self.block_start_ms,
            **details,
        )
        self.steps.append(step)
        self.at_ms += duration_ms

    def pause_block(
        self, kind: StepKind, item: int, seconds: float, set_no: int, side: StepSide = StepSide.BOTH
    ) -> None:
        if seconds > 0:
            self.new_block()
            blank = _blank(self.session.items[item], item)
            self.add(blank, _ms(seconds), kind=kind, set_no=set_no, side=side)


def compile_session(
    session: PlannedSession, pacing: Pacing | None = None, ready_again: ReadyAgain = frozenset()
) -> Timeline:
    """The timeline of a session; empty when the session has no exercises.

    `ready_again` names (prescription, set) pairs that get time to prepare although their exercise goes on:
    places where another exercise was put in while the session was being played.
    """
    builder = _Builder(session, pacing or Pacing())
    order = list(turns(session.items))
    for position, (item, set_no) in enumerate(order):
        before = order[position - 1][0] if position else None
        after = order[position + 1][0] if position + 1 < len(order) else None
        if before != item or (session.items[item].id, set_no) in ready_again:
            _prepare(builder, item, set_no)
        _play_set(builder, item, set_no)
        if after is not None:
            _rest(builder, item, set_no, after)
    return Timeline(tuple(_marked(builder.steps)), builder.at_ms)


def session_ms(session: PlannedSession, pacing: Pacing | None = None) -> int:
    """Planned length of a session: the number that the player will take, by the same rules, without steps."""
    pacing = pacing or Pacing()
    lengths = [set_ms(item.dose, pacing) for item in session.items]
    order = list(turns(session.items))
    total_ms = 0
    before: int | None = None
    for item, after in zip_longest((item for item, _ in order), (item for item, _ in order[1:])):
        if item != before:
            total_ms += max(0, _ms(_prepare_s(session.items[item], pacing)))
        total_ms += lengths[item]
        if after is not None:
            total_ms += max(0, _ms(_rest_s(session, item, after, pacing)))
        before = item
    return total_ms


def set_ms(dose: Dose, pacing: Pacing) -> int:
    """Planned length of one set on all its sides, without time to prepare and rest."""
    sides = len(_sides(dose, pacing.first_side))
    inner_ms, last_ms = (_repetition_ms(dose, last=last) for last in (False, True))
    if dose.side is Side.ALTERNATING:
        return max(0, (dose.played_reps * sides - 1) * inner_ms + last_ms)
    side_ms = max(0, (dose.played_reps - 1) * inner_ms + last_ms)
    return sides * side_ms + (sides - 1) * max(0, _ms(pacing.switch_s))


def turns(items: Sequence[Prescription]) -> Iterator[tuple[int, int]]:
    """(position of the item, number of the set) in playing order: set after set, circuits in rounds."""
    numbered = enumerate(items)
    for _, run in groupby(numbered, key=lambda pair: pair[1].group or f"#{pair[0]}"):
        members = list(run)
        rounds = max(item.dose.played_sets for _, item in members)
        for set_no in range(1, rounds + 1):
            for index, item in members:
                if set_no <= item.dose.played_sets:
                    yield index, set_no


def _prepare(builder: _Builder, item: int, set_no: int) -> None:
    prescription = builder.session.items[item]
    first = _sides(prescription.dose, builder.pacing.first_side)[0]
    seconds = _prepare_s(prescription, builder.pacing)
    builder.pause_block(StepKind.PREPARE, item, seconds, set_no, first)


def _prepare_s(prescription: Prescription, pacing: Pacing) -> float:
    return pacing.prepare_s if prescription.prepare_s is None else prescription.prepare_s


def _rest(builder: _Builder, item: int, set_no: int, after: int) -> None:
    builder.pause_block(StepKind.REST, item, _rest_s(builder.session, item, after, builder.pacing), set_no)


def _rest_s(session: PlannedSession, item: int, after: int, pacing: Pacing) -> float:
    """Seconds between a set and the next one, of the same exercise, of its circuit, or of another."""
    done = session.items[item]
    in_circuit = done.group is not None and session.items[after].group == done.group
    return done.dose.rest_s if after == item or in_circuit else pacing.between_exercises_s


def _play_set(builder: _Builder, item: int, set_no: int) -> None:
    prescription = builder.session.items[item]
    dose = prescription.dose
    sides = _sides(dose, builder.pacing.first_side)
    if dose.side is Side.ALTERNATING:
        _work(builder, item, set_no, sides)
        return
    for position, side in enumerate(sides):
        if position:
            builder.pause_block(StepKind.SWITCH, item, builder.pacing.switch_s, set_no, side)
        _work(builder, item, set_no, (side,))


def _sides(dose: Dose, first: StepSide) -> tuple[StepSide, ...]:
    return (StepSide.BOTH,) if dose.side is Side.BOTH else (first, first.other)


def _work(builder: _Builder, item: int, set_no: int, sides: tuple[StepSide, ...]) -> None:
    """One block of repetitions, or one hold a side; several sides mean that repetitions alternate."""
    prescription = builder.session.items[item]
    dose = prescription.dose
    reps = dose.played_reps * len(sides)
    paced = prescription.breath is BreathCode.PACED
    builder.new_block()
    template = changed(
        _blank(prescription, item),
        kind=StepKind.REP if dose.reps is not None else StepKind.HOLD,
        set_no=set_no,
        reps=reps,
        breath_repeats=paced,
    )
    by_hand = dose.by_hand or (dose.reps is not None and builder.pacing.count_by_hand)
    inner, last = builder.repetition(item, last=False), builder.repetition(item, last=True)
    for rep_no in range(1, reps + 1):
        one = last if rep_no == reps else inner
        builder.add(
            template,
            one.duration_ms,
            rep_no=rep_no,
            side=sides[(rep_no - 1) % len(sides)],
            parts=one.parts,
            breath=one.breath,
            breath_offset_ms=builder.at_ms - builder.block_start_ms if paced else 0,
            open_ended=by_hand or not one.parts,
        )


@frozen
class _Repetition:
    """What all repetitions of a set but the last have in common, or what the last one is like."""

    parts: tuple[PartSpan, ...]
    duration_ms: int
    breath: tuple[BreathPart, ...]

    @classmethod
    def of(cls, prescription: Prescription, pacing: Pacing, *, last: bool) -> _Repetition:
        parts = _parts(prescription.dose, last=last)
        duration_ms = _repetition_ms(prescription.dose, last=last)
        spans = parts or (PartSpan(Part.HOLD, duration_ms),)
        own = rhythm(pacing.breath_delta_s, allow_pauses=pacing.allow_breath_pauses)
        cycle_ms = _ms(prescription.dose.repetition_tempo().total_s) if parts else duration_ms
        breath = bind_breath(prescription.breath, spans, own, cycle_ms=cycle_ms)
        return cls(parts, duration_ms, breath)


def _parts(dose: Dose, *, last: bool) -> tuple[PartSpan, ...]:
    """Parts of one repetition; the pause after the last one is left out, since a rest follows it."""
    if dose.reps is None and dose.hold_s is None:
        return ()
    tempo = dose.repetition_tempo()
    raw = (
        (Part.UP, tempo.up_s),
        (Part.HOLD, tempo.hold_s),
        (Part.DOWN, tempo.down_s),
        (Part.PAUSE, 0.0 if last else tempo.pause_s),
    )
    return tuple(PartSpan(part, _ms(seconds)) for part, seconds in raw if seconds > 0)


def _repetition_ms(dose: Dose, *, last: bool) -> int:
    return sum(span.duration_ms for span in _parts(dose, last=last)) or _estimate_ms(dose)


def _estimate_ms(dose: Dose) -> int:
    if dose.distance_m is not None:
        return _ms(dose.distance_m.low / WALKING_M_PER_S)
    return _ms(UNSPECIFIED_S)


def _blank(prescription: Prescription, item: int) -> Step:
    return Step(
        index=0, block=0, kind=StepKind.PREPARE, item=item, item_id=prescription.id,
        exercise=prescription.exercise, name=prescription.name, set_no=1,
        sets=prescription.dose.played_sets, rep_no=0, reps=0, side=StepSide.BOTH, start_ms=0,
        duration_ms=0, block_offset_ms=0,
    )  # fmt: skip


def _marked(steps: list[Step]) -> Iterable[Step]:
    """The same steps, with the last one of each set and of each exercise marked."""
    last_of_item = {step.item: step.index for step in steps if step.is_work}
    for position, step in enumerate(steps):
        follower = steps[position + 1] if position + 1 < len(steps) else None
        ends_set = step.is_work and (follower is None or follower.block != step.block)
        ends_exercise = last_of_item.get(step.item) == step.index
        yield changed(step, ends_set=ends_set, ends_exercise=ends_exercise) if ends_set else step


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
