"""Field types shared by the file schemas, and their errors in plain words. Imports pydantic: load it late."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from math import isfinite
from typing import Annotated, Any
from unicodedata import category

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, ValidationError

from facet_desktop.domain.exercise import Evidence
from facet_desktop.domain.problems import Problem


class Strict(BaseModel):
    """A table of a data file: no unknown keys, no guessing of types, no infinite numbers."""

    model_config = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False)


_BREAKS = ("Cc", "Zl", "Zp")
"""Kinds of characters that control a device or begin a new line."""
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of writing around, so that a text reads other than it is."""
_UNSEEN = ("Cf", "Zs")


def _clean(text: str) -> str:
    if not text.strip() or all(category(char) in _UNSEEN for char in text):
        raise ValueError("must not be empty")
    if text != text.strip():
        raise ValueError("must not begin or end with a space")
    if any(category(char) in _BREAKS or char in _TURNS for char in text):
        raise ValueError("must not hold line breaks, tabs or control characters")
    return text


def _distinct(values: list[Any]) -> list[Any]:
    if len(set(values)) != len(values):
        raise ValueError("must not name anything twice")
    return values


def _span(value: object) -> object:
    ends: list[Any] = value if isinstance(value, list) else [value]
    if len(ends) not in (1, 2) or not all(_is_number(one) for one in ends):
        raise ValueError("must be a number, or a list of the low and the high end")
    if ends[0] > ends[-1]:
        raise ValueError("the low end is above the high end")
    return value


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return isfinite(value) if isinstance(value, float) else abs(value) < 10**9


Text = Annotated[str, Field(max_length=200), AfterValidator(_clean)]
"""One line: a name, a label, a step."""
Sentence = Annotated[str, Field(max_length=400), AfterValidator(_clean)]
Passage = Annotated[str, Field(max_length=2000), AfterValidator(_clean)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
SpanValue = Annotated[Any, PlainValidator(_span)]
Distinct = AfterValidator(_distinct)


def word(kind: type[Enum]) -> PlainValidator:
    """For a text field that holds one of the words of an enumeration, kept as the word itself."""
    allowed = {member.value for member in kind}

    def check(value: object) -> object:
        if not isinstance(value, str) or value not in allowed:
            raise ValueError("must be one of " + ", ".join(repr(member.value) for member in kind))
        return value

    return PlainValidator(check)


class SourceTable(Strict):
    """[source]: the evidence mark and where the facts come from."""

    evidence: Annotated[str, word(Evidence)]
    note: Passage


def schema_problems(model: type[Strict], data: Mapping[str, Any], file: str) -> list[Problem]:
    """Every fault that the schema finds in a table, not only the first; empty when it is sound."""
    try:
        model.model_validate(dict(data))
    except ValidationError as error:
        return [
            Problem(file, _place(fault["loc"]), _reason(fault["type"], fault.get("ctx", {}), fault["msg"]))
            for fault in error.errors(include_url=False, include_input=False)
        ]
    return []


def _place(location: tuple[int | str, ...]) -> str:
    """Keys joined by dots; places in a list count from 1, as people count."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in location)


_REASONS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "missing": lambda _: "is missing",
    "extra_forbidden": lambda _: "is not a known field",
    "string_type": lambda _: "must be a text in quotes",
    "string_too_long": lambda ctx: f"must not be longer than {ctx['max_length']} characters",
    "string_pattern_mismatch": lambda _: "must be small letters and digits, joined by single hyphens",
    "int_type": lambda _: "must be a whole number",
    "int_from_float": lambda _: "must be a whole number",
    "float_type": lambda _: "must be a number",
    "finite_number": lambda _: "must be a finite number",
    "bool_type": lambda _: "must be true or false",
    "list_type": lambda _: "must be a list",
    "model_type": lambda _: "must be a table",
    "too_short": lambda ctx: (
        "must not be empty"
        if ctx["min_length"] == 1
        else f"needs at least {ctx['min_length']} entries, has {ctx['actual_length']}"
    ),
    "too_long": lambda ctx: f"may have at most {ctx['max_length']} entries",
    "greater_than_equal": lambda ctx: f"must be at least {ctx['ge']:.15g}",
    "greater_than": lambda ctx: f"must be more than {ctx['gt']:g}",
    "less_than_equal": lambda ctx: f"must be at most {ctx['le']:.15g}",
    "value_error": lambda ctx: str(ctx["error"]),
}


def _reason(kind: str, context: Mapping[str, Any], message: str) -> str:
    reason = _REASONS.get(kind)
    return reason(context) if reason is not None else message[:1].lower() + message[1:]
