"""Schemas of the library's files, field by field as the domain has them. Imports pydantic: load it late.

Only shape and type are judged here. What a dose may hold is the domain's business, and what several files
must agree on is checked in facet_desktop.domain.library_checks.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Side
from facet_desktop.domain.exercise import Category, Load, Phase, Precaution, StartPosition
from facet_desktop.domain.figure_names import FIGURE_PATTERN
from facet_desktop.domain.plan_advice import MANY_EXERCISES, STEEP_RISE
from facet_desktop.domain.red_flags import Urgency
from facet_desktop.exchange.schema_base import (
    Distinct,
    Passage,
    Sentence,
    Slug,
    SourceTable,
    SpanValue,
    Strict,
    Text,
    word,
)

FigureName = Annotated[str, Field(pattern=FIGURE_PATTERN, max_length=80)]
Number = Annotated[float, Field(ge=0, le=100_000)]
Version = Annotated[int, Field(ge=1, le=1_000_000)]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class DoseTable(Strict):
    """[dose] of an exercise."""

    sets: SpanValue = 1
    reps: SpanValue = None
    hold_s: SpanValue = None
    distance_m: SpanValue = None
    rest_s: Number = 30.0
    tempo: Annotated[list[Number], Field(min_length=4, max_length=4)] | None = None
    side: Annotated[str, word(Side)] = Side.BOTH.value
    times_per_day: SpanValue = 1
    days_per_week: SpanValue = 7
    by_hand: bool = False


class DoseChangeTable(Strict):
    """`dose` of a template's item: only what differs from the exercise."""

    sets: SpanValue = None
    reps: SpanValue = None
    hold_s: SpanValue = None
    distance_m: SpanValue = None
    rest_s: Number | None = None
    tempo: Annotated[list[Number], Field(min_length=4, max_length=4)] | None = None
    side: Annotated[str | None, word(Side)] = None
    times_per_day: SpanValue = None
    days_per_week: SpanValue = None
    by_hand: bool | None = None


class NeighbourTable(Strict):
    """[easier], [harder], [swap]: another exercise, or a variant in words."""

    slug: Slug | None = None
    text: Text | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> NeighbourTable:
        if (self.slug is None) == (self.text is None):
            raise ValueError("needs either 'slug' or 'text'")
        return self


class TurnTable(Strict):
    """One entry of `turns`: a way that some of the repetitions are done."""

    words: Text
    figure: FigureName


class ExerciseFile(Strict):
    """exercises/<slug>.toml."""

    slug: Slug
    version: Version
    name: Text
    aliases: Annotated[list[Text], Distinct, Field(max_length=12)] = Field(default_factory=list)
    phases: Annotated[list[Annotated[str, word(Phase)]], Distinct, Field(min_length=1)]
    category: Annotated[str, word(Category)]
    position: Annotated[str, word(StartPosition)]
    loads: Annotated[list[Annotated[str, word(Load)]], Distinct, Field(min_length=1)]
    targets: Annotated[list[Text], Distinct, Field(min_length=1, max_length=8)]
    equipment: Annotated[list[Text], Distinct, Field(max_length=8)] = Field(default_factory=list)
    precautions: Annotated[list[Annotated[str, word(Precaution)]], Distinct] = Field(default_factory=list)
    breath: Annotated[str, word(BreathCode)]
    purpose: Sentence
    cue: Text
    steps: Annotated[list[Sentence], Field(min_length=2, max_length=5)]
    faults: Annotated[list[Text], Field(min_length=1, max_length=8)]
    tempo_words: Annotated[list[Text], Field(min_length=3, max_length=3)] | None = None
    figure: FigureName | None = None
    turns: Annotated[list[TurnTable], Field(max_length=8)] = Field(default_factory=list)
    dose: DoseTable
    easier: NeighbourTable | None = None
    harder: NeighbourTable | None = None
    swap: NeighbourTable | None = None
    source: SourceTable


class RungTable(Strict):
    """One rung of a ladder."""

    exercise: Slug
    text: Text | None = None
    alternatives: list[Slug] = Field(default_factory=list)


class LadderTable(Strict):
    """[[ladders]] of ladders.toml."""

    slug: Slug
    name: Text
    source: Sentence
    rungs: Annotated[list[RungTable], Field(min_length=2)]


class LaddersFile(Strict):
    """ladders.toml."""

    ladders: list[LadderTable]


class ConditionTable(Strict):
    """[[conditions]] of conditions.toml."""

    slug: Slug
    name: Text
    avoid: Annotated[list[Annotated[str, word(Precaution)]], Distinct] = Field(default_factory=list)
    ease: Annotated[list[Annotated[str, word(Precaution)]], Distinct] = Field(default_factory=list)
    advice: Sentence
    clinician_only: bool = False
    source: Sentence


class ConditionsFile(Strict):
    """conditions.toml."""

    conditions: list[ConditionTable]


class RedFlagTable(Strict):
    """[[red_flags]] of red_flags.toml."""

    slug: Slug
    question: Sentence
    concern: Text
    urgency: Annotated[str, word(Urgency)]
    advice: Sentence
    source: Sentence


class RedFlagsFile(Strict):
    """red_flags.toml."""

    red_flags: list[RedFlagTable]


class PlanAdviceTable(Strict):
    """[[plan_advice]] of plan_advice.toml."""

    slug: Annotated[str, Field(pattern=f"^({MANY_EXERCISES}|{STEEP_RISE})$")]
    limit: Annotated[int, Field(ge=1, le=1000)]
    message: Sentence
    reason: Sentence
    source: Sentence


class PlanAdviceFile(Strict):
    """plan_advice.toml."""

    plan_advice: list[PlanAdviceTable]


class BreathFile(Strict):
    """breathing/<slug>.toml."""

    slug: Slug
    name: Text
    in_s: Annotated[float, Field(gt=0, le=30)]
    full_s: Annotated[float, Field(ge=0, le=30)]
    out_s: Annotated[float, Field(gt=0, le=30)]
    empty_s: Annotated[float, Field(ge=0, le=30)]
    session_s: Annotated[list[Annotated[int, Field(ge=1, le=3600)]], Field(min_length=2, max_length=2)]
    max_cycles: Annotated[int, Field(ge=1, le=1000)] | None = None
    holds_breath: bool
    purpose: Sentence
    safety: Sentence
    source: Sentence


class ItemTable(Strict):
    """One exercise of a session in a program file."""

    exercise: Slug
    dose: DoseChangeTable | None = None
    note: Sentence | None = None
    section: Text | None = None
    group: Slug | None = None
    easier: Slug | None = None
    harder: Slug | None = None


class SessionTable(Strict):
    """[[phases.sessions]] of a program file. Without `weekdays` the session is planned every day."""

    name: Text
    weekdays: Annotated[list[Weekday], Distinct, Field(min_length=1)] | None = None
    times_per_day: Annotated[int, Field(ge=1, le=12)] = 1
    items: Annotated[list[ItemTable], Field(min_length=1, max_length=40)]


class GateTable(Strict):
    """[phases.gate]: what should be true before the next phase."""

    min_weeks: Annotated[int, Field(ge=0, le=52)] = 0
    criteria: Annotated[list[Sentence], Field(min_length=1, max_length=10)]


class PhaseTable(Strict):
    """[[phases]] of a program file."""

    phase: Annotated[str, word(Phase)]
    title: Text
    sessions: Annotated[list[SessionTable], Field(min_length=1, max_length=12)]
    gate: GateTable | None = None


class ProgramFile(Strict):
    """programs/<slug>.toml."""

    slug: Slug
    version: Version
    title: Text
    audience: Sentence
    notes: Passage
    phases: Annotated[list[PhaseTable], Field(min_length=1, max_length=8)]
    source: SourceTable
