"""One field of a dose, typed by hand: "8", "8-12", "30 s", "1:30", "2 min", "3-2-4"."""

from __future__ import annotations

import re

from facet_desktop.domain.dose import Span, Tempo
from facet_desktop.domain.errors import UserError, mark

_NUMBER = r"\d+(?:[.,]\d+)?"
_RANGE = rf"({_NUMBER})(?:\s*(?:-|\u2013|to)\s*({_NUMBER}))?"
_SECONDS = re.compile(rf"{_RANGE}\s*(s|sec|seconds|min|minutes)?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d+):([0-5]\d)")
_TEMPO = re.compile(rf"({_NUMBER})\D+?({_NUMBER})\D+?({_NUMBER})(?:\D+?({_NUMBER}))?\s*s?")


class FieldTextError(UserError):
    """A text that cannot be the value of its field; the message is one sentence for that field."""


def read_span(text: str, unit: str = "") -> Span:
    """One number or a range, perhaps followed by `unit`. Raises FieldTextError."""
    ending = rf"\s*{unit}?" if unit else ""
    found = re.fullmatch(rf"{_RANGE}{ending}", text.strip(), re.IGNORECASE)
    if found is None:
        raise FieldTextError(mark("Type a number such as 8, or a range such as 8-12."))
    return _span(found[1], found[2])


def read_seconds(text: str) -> Span:
    """Seconds, minutes or minutes:seconds, or a range. Raises FieldTextError."""
    clock = _CLOCK.fullmatch(text.strip())
    if clock is not None:
        return Span.of(int(clock[1]) * 60 + int(clock[2]))
    found = _SECONDS.fullmatch(text.strip())
    if found is None:
        raise FieldTextError(mark("Type seconds such as 30, a range such as 30-60, or 2 min."))
    in_minutes = (found[3] or "").lower().startswith("m")
    span = _span(found[1], found[2])
    return Span(span.low * 60, span.high * 60) if in_minutes else span


def read_tempo(text: str) -> Tempo:
    """Three or four numbers in seconds: up, hold, down, pause. Raises FieldTextError."""
    found = _TEMPO.fullmatch(text.strip())
    if found is None:
        raise FieldTextError(
            mark("Type seconds for up, hold and down, such as 3-2-4; a fourth is the pause.")
        )
    up, hold, down, pause = (_value(part) if part is not None else 0.0 for part in found.groups())
    return Tempo(up, hold, down, pause)


def _value(text: str) -> float:
    return float(text.replace(",", "."))


def _span(low: str, high: str | None) -> Span:
    return Span(_value(low), _value(high if high is not None else low))
