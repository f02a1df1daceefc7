"""Plain validated tables into domain values, and exercises back into tables. Needs no pydantic.

Every function here expects data that passed its schema; other data raises KeyError, TypeError or
ValueError.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facet_desktop.domain.breathing import BreathCode, BreathPattern
from facet_desktop.domain.condition import Condition
from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.domain.exercise import (
    Category,
    Evidence,
    Exercise,
    Load,
    Neighbour,
    Phase,
    Precaution,
    Source,
    StartPosition,
    Turn,
)
from facet_desktop.domain.ladder import Ladder, Rung
from facet_desktop.domain.plan_advice import PlanAdvice
from facet_desktop.domain.red_flags import RedFlag, Urgency

Data = Mapping[str, Any]

_DOSE_SPANS = ("sets", "reps", "hold_s", "distance_m", "times_per_day", "days_per_week")


def build_exercise(data: Data) -> Exercise:
    """An exercise from the table of its file."""
    words = data.get("tempo_words")
    return Exercise(
        slug=data["slug"],
        version=data["version"],
        name=data["name"],
        aliases=tuple(data.get("aliases", ())),
        phases=tuple(map(Phase, data["phases"])),
        category=Category(data["category"]),
        position=StartPosition(data["position"]),
        loads=tuple(map(Load, data["loads"])),
        targets=tuple(data["targets"]),
        equipment=tuple(data.get("equipment", ())),
        precautions=tuple(map(Precaution, data.get("precautions", ()))),
        dose=Dose(**dose_parts(data["dose"])),
        breath=BreathCode(data["breath"]),
        purpose=data["purpose"],
        steps=tuple(data["steps"]),
        faults=tuple(data["faults"]),
        easier=_neighbour(data.get("easier")),
        harder=_neighbour(data.get("harder")),
        swap=_neighbour(data.get("swap")),
        source=build_source(data["source"]),
        tempo_words=(words[0], words[1], words[2]) if words else None,
        cue=data["cue"],
        figure=data.get("figure"),
        turns=tuple(Turn(turn["words"], turn["figure"]) for turn in data.get("turns", ())),
    )


def dose_parts(data: Data) -> dict[str, Any]:
    """Arguments for a Dose, or for a change of one, from the keys that a table holds."""
    parts: dict[str, Any] = {}
    for key, value in data.items():
        if key in _DOSE_SPANS:
            parts[key] = Span.of(*map(float, value)) if isinstance(value, list) else Span.of(float(value))
        elif key == "tempo":
            parts[key] = Tempo(*map(float, value))
        elif key == "side":
            parts[key] = Side(value)
        else:
            parts[key] = value
    return parts


def build_source(data: Data) -> Source:
    """The evidence mark with its note."""
    return Source(Evidence(data["evidence"]), data["note"])


def build_ladder(data: Data) -> Ladder:
    """A ladder from its table."""
    rungs = tuple(
        Rung(rung["exercise"], rung.get("text"), tuple(rung.get("alternatives", ())))
        for rung in data["rungs"]
    )
    return Ladder(data["slug"], data["name"], rungs, data["source"])


def build_red_flag(data: Data) -> RedFlag:
    """A warning sign from its table."""
    return RedFlag(
        data["slug"],
        data["question"],
        data["concern"],
        Urgency(data["urgency"]),
        data["advice"],
        data["source"],
    )


def build_plan_advice(data: Data) -> PlanAdvice:
    """A piece of advice about a plan from its table."""
    return PlanAdvice(data["slug"], data["limit"], data["message"], data["reason"], data["source"])


def build_condition(data: Data) -> Condition:
    """A condition from its table."""
    return Condition(
        slug=data["slug"],
        name=data["name"],
        avoid=frozenset(map(Precaution, data.get("avoid", ()))),
        ease=frozenset(map(Precaution, data.get("ease", ()))),
        advice=data["advice"],
        clinician_only=data.get("clinician_only", False),
        source=data["source"],
    )


def build_pattern(data: Data) -> BreathPattern:
    """A breathing pattern from the table of its file."""
    low_s, high_s = data["session_s"]
    return BreathPattern(
        slug=data["slug"],
        name=data["name"],
        in_s=float(data["in_s"]),
        full_s=float(data["full_s"]),
        out_s=float(data["out_s"]),
        empty_s=float(data["empty_s"]),
        session_s=(low_s, high_s),
        max_cycles=data.get("max_cycles"),
        holds_breath=data["holds_breath"],
        purpose=data["purpose"],
        safety=data["safety"],
        source=data["source"],
    )


def _neighbour(data: Data | None) -> Neighbour | None:
    return Neighbour(data.get("slug"), data.get("text")) if data is not None else None
