"""An exercise as the text of a TOML file, for clinics that share their own."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.domain.exercise import Exercise, Neighbour
from facet_desktop.exchange.toml_text import write_toml

_DEFAULT = Dose()


def exercise_to_toml(exercise: Exercise) -> str:
    """The file of an exercise; reading it again gives an equal exercise."""
    return write_toml(exercise_to_table(exercise))


def exercise_to_table(exercise: Exercise) -> dict[str, Any]:
    """The table of an exercise with plain values only. None stands where the file has no entry."""
    return {
        "slug": exercise.slug,
        "version": exercise.version,
        "name": exercise.name,
        "aliases": list(exercise.aliases),
        "phases": _words(exercise.phases),
        "category": exercise.category.value,
        "position": exercise.position.value,
        "loads": _words(exercise.loads),
        "targets": list(exercise.targets),
        "equipment": list(exercise.equipment),
        "precautions": _words(exercise.precautions),
        "breath": exercise.breath.value,
        "purpose": exercise.purpose,
        "cue": exercise.cue,
        "steps": list(exercise.steps),
        "faults": list(exercise.faults),
        "tempo_words": list(exercise.tempo_words) if exercise.tempo_words else None,
        "figure": exercise.figure,
        "turns": [{"words": turn.words, "figure": turn.figure} for turn in exercise.turns] or None,
        "dose": dose_to_table(exercise.dose),
        "easier": _neighbour(exercise.easier),
        "harder": _neighbour(exercise.harder),
        "swap": _neighbour(exercise.swap),
        "source": {"evidence": exercise.source.evidence.value, "note": exercise.source.note},
    }


def dose_to_table(dose: Dose) -> dict[str, Any]:
    """The [dose] table; parts that hold their usual value are left out."""
    return {
        "sets": _span(dose.sets),
        "reps": _span(dose.reps),
        "hold_s": _span(dose.hold_s),
        "distance_m": _span(dose.distance_m),
        "rest_s": _number(dose.rest_s) if dose.rest_s != _DEFAULT.rest_s else None,
        "tempo": _tempo(dose.tempo),
        "side": dose.side.value if dose.side is not Side.BOTH else None,
        "times_per_day": _span(dose.times_per_day),
        "days_per_week": _span(dose.days_per_week),
        "by_hand": True if dose.by_hand else None,
    }


def _words(members: Iterable[StrEnum]) -> list[str]:
    return [member.value for member in members]


def _span(span: Span | None) -> float | list[float] | None:
    if span is None:
        return None
    return [_number(span.low), _number(span.high)] if span.is_range else _number(span.low)


def _tempo(tempo: Tempo | None) -> list[float] | None:
    if tempo is None:
        return None
    return [_number(part) for part in (tempo.up_s, tempo.hold_s, tempo.down_s, tempo.pause_s)]


def _number(value: float) -> float:
    """Whole numbers without a decimal point, as an author would write them."""
    return int(value) if value == int(value) else value


def _neighbour(neighbour: Neighbour | None) -> dict[str, str | None] | None:
    return {"slug": neighbour.slug, "text": neighbour.text} if neighbour is not None else None
