"""From the texts of the form to an exercise, and back. Knows nothing of widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.domain.dose_fields import read_seconds, read_span, read_tempo
from facet_desktop.domain.errors import UserError
from facet_desktop.domain.exercise import (
    Category,
    Exercise,
    Load,
    Neighbour,
    Phase,
    Precaution,
    Source,
    StartPosition,
)
from facet_desktop.domain.own_form import Value

Values = dict[str, Value]
LISTS = ("aliases", "targets", "equipment")
"""Texts with commas, or with semicolons where an entry itself has a comma."""
LINES = ("steps", "faults")
"""Texts with one entry a line."""
NEIGHBOURS = ("easier", "harder", "swap")
_SPANS: dict[str, Callable[[str], Span]] = {
    "sets": read_span,
    "reps": read_span,
    "hold_s": read_seconds,
    "distance_m": lambda text: read_span(text, "m"),
    "times_per_day": read_span,
    "days_per_week": read_span,
}
_NEEDED = {"sets": Span(1, 1), "times_per_day": Span(1, 1), "days_per_week": Span(7, 7)}


def form_values(exercise: Exercise, name_of: Callable[[str], str | None]) -> Values:
    """The texts that the form begins with; `name_of` gives the name of another exercise."""
    dose = exercise.dose
    return {
        "name": exercise.name,
        "purpose": exercise.purpose,
        "cue": exercise.cue,
        "note": exercise.source.note,
        **{field: _joined(getattr(exercise, field)) for field in LISTS},
        **{field: "\n".join(getattr(exercise, field)) for field in LINES},
        "phases": tuple(one.value for one in exercise.phases),
        "loads": tuple(one.value for one in exercise.loads),
        "precautions": tuple(one.value for one in exercise.precautions),
        "category": exercise.category.value,
        "position": exercise.position.value,
        "breath": exercise.breath.value,
        "side": dose.side.value,
        **{field: _span_text(getattr(dose, field)) for field in _SPANS},
        "rest_s": f"{dose.rest_s:g}",
        "tempo": _tempo_text(dose.tempo),
        "tempo_words": _joined(exercise.tempo_words or ()),
        **{field: _neighbour_text(getattr(exercise, field), name_of) for field in NEIGHBOURS},
    }


def exercise_from(
    values: Mapping[str, Value],
    begun: Exercise,
    slug_of: Callable[[str], str | None],
    name_of: Callable[[str], str | None],
) -> tuple[Exercise, dict[str, UserError]]:
    """The exercise that the form describes, with what could not be read, by field.

    A neighbour whose name was left as it was stays the same exercise, even where another has that name too.
    """
    errors: dict[str, UserError] = {}
    words = _entries(_text(values, "tempo_words"))
    changes: dict[str, Any] = {field: _line(_text(values, field)) for field in ("name", "purpose", "cue")}
    changes |= {field: _entries(_text(values, field)) for field in LISTS}
    changes |= {field: _lines(_text(values, field)) for field in LINES}
    for field in NEIGHBOURS:
        text, before = _line(_text(values, field)), getattr(begun, field)
        is_same = bool(text) and text == _neighbour_text(before, name_of)
        changes[field] = before if is_same else _neighbour(text, slug_of)
    changes["tempo_words"] = words or None
    exercise = replace(
        begun,
        **changes,
        phases=tuple(map(Phase, values["phases"])),
        loads=tuple(map(Load, values["loads"])),
        precautions=tuple(map(Precaution, values["precautions"])),
        category=Category(_text(values, "category")),
        position=StartPosition(_text(values, "position")),
        breath=BreathCode(_text(values, "breath")),
        dose=_dose(values, begun.dose, errors),
        source=Source(begun.source.evidence, _line(_text(values, "note"))),
    )
    return exercise, errors


def field_of(place: str) -> str:
    """The field of the form in which a problem of a file's place can be mended."""
    first, _, rest = place.partition(".")
    if first == "dose":
        return rest.partition(".")[0] or "sets"
    return {"slug": "name", "source": "note", "pose": "figure", "": "name"}.get(first, first)


def _dose(values: Mapping[str, Value], begun: Dose, errors: dict[str, UserError]) -> Dose:
    changes: dict[str, Any] = {"side": Side(_text(values, "side"))}
    readers: dict[str, Callable[[str], object]] = {
        **_SPANS,
        "rest_s": lambda text: read_seconds(text).low,
        "tempo": read_tempo,
    }
    for field, read in readers.items():
        text = _line(_text(values, field))
        if not text:
            changes[field] = _NEEDED.get(field, 0.0 if field == "rest_s" else None)
            continue
        try:
            changes[field] = read(text)
        except UserError as error:
            errors[field] = error
    return replace(begun, **changes)


def _text(values: Mapping[str, Value], field: str) -> str:
    value = values[field]
    return value if isinstance(value, str) else ", ".join(value)


def _line(text: str) -> str:
    return " ".join(text.split())


def _entries(text: str) -> tuple[str, ...]:
    parts = text.split(";" if ";" in text else ",")
    return tuple(one for part in parts if (one := _line(part)))


def _joined(entries: tuple[str, ...]) -> str:
    if all("," not in one for one in entries):
        return ", ".join(entries)
    return "; ".join(entries) + ";" * (len(entries) == 1)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(one for part in text.splitlines() if (one := _line(part)))


def _neighbour(text: str, slug_of: Callable[[str], str | None]) -> Neighbour | None:
    slug = slug_of(text)
    if slug is not None:
        return Neighbour(slug=slug)
    return Neighbour(text=text) if text else None


def _neighbour_text(neighbour: Neighbour | None, name_of: Callable[[str], str | None]) -> str:
    if neighbour is None:
        return ""
    return (name_of(neighbour.slug) or "") if neighbour.slug else neighbour.text or ""


def _span_text(span: Span | None) -> str:
    if span is None:
        return ""
    return f"{span.low:g}-{span.high:g}" if span.is_range else f"{span.low:g}"


def _tempo_text(tempo: Tempo | None) -> str:
    if tempo is None:
        return ""
    return "-".join(f"{part:g}" for part in (tempo.up_s, tempo.hold_s, tempo.down_s, tempo.pause_s))
